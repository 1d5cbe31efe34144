import Foundation
import Testing

/// A block of a case file: a sentence, the input, and what must come out.
struct Case: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var expected: String
  var testDescription: String { name }

  static func all(in file: String) throws -> [Case] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Cases/\(file)")
    return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init)
      return Case(
        name: String(lines[0].dropFirst(2)), input: plain(lines[1]),
        expected: plain(String(lines[2].dropFirst(3))))
    }
  }

  /// `\n`, `\r`, `\t`, `\\` and `\u{…}` as in Swift.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch next {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        rest = rest.dropFirst(digits.count + 2)
        if let value = UInt32(String(digits), radix: 16), let made = Unicode.Scalar(value) {
          result.append(made)
        }
      default: result.append(next)
      }
    }
    return String(result)
  }
}
