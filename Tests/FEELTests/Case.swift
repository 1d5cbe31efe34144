import Foundation
import Testing

/// One block of a case file:
/// ```
/// # Multiplication binds tighter than addition.
/// 1 + 2 * 3
/// => 7
/// ```
/// `=> null ! feel.arithmetic` is a null with an error; `!! code` a refusal at ▸, with its suggestion if one
/// follows.
struct Case: CustomTestStringConvertible {
  enum Expectation: Equatable {
    case value(String)
    case refusal(code: String, offset: Int, suggestion: String?)
  }

  let file: String
  let title: String
  let expression: String
  let expectation: Expectation

  var testDescription: String { "\(file): \(title)" }

  static func all(in folder: String) throws -> [Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(folder)")
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".txt") }
      .sorted()
    return try files.flatMap { file in
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      return try text.components(separatedBy: "\n\n").filter { $0.contains { !$0.isWhitespace } }
        .map { try Case(block: $0, file: file) }
    }
  }

  private init(block: String, file: String) throws {
    let lines = block.split(separator: "\n").map(String.init)
    self.file = file
    title = lines.filter { $0.hasPrefix("#") }.map { $0.dropFirst(2) }.joined(separator: " ")
    let last = try #require(lines.last)
    let marked = lines.dropLast().filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    expression = marked.replacing("▸", with: "")
    if last.hasPrefix("=> ") {
      expectation = .value(String(last.dropFirst(3)))
    } else {
      try #require(last.hasPrefix("!! "), "a case ends with `=> value` or `!! code`: \(block)")
      let words = last.dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
      let mark = try #require(marked.range(of: "▸"), "a refusal needs a ▸: \(block)")
      expectation = .refusal(
        code: words[0], offset: marked[..<mark.lowerBound].utf8.count,
        suggestion: words.count > 1 ? words[1] : nil)
    }
  }
}
