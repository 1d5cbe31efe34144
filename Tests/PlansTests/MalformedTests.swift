import Diagnostics
import Facts
import FoundationEssentials
import Plans
import Testing
import XML

/// A file that must not be read, with what is to be said of it: `!! code line words` in a comment or beside it.
struct Malformed: CustomTestStringConvertible {
  struct Expectation {
    var code: String
    var line: Int
    var words: String
  }
  let path: String
  let expected: [Expectation]
  var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  static func all(in folder: String) throws -> [Malformed] {
    let folder = "\(Fixtures.folder)/malformed/\(folder)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { !$0.hasSuffix(".expected") }.map { try Malformed("\(folder)/\($0)") }
  }

  private init(_ path: String) throws {
    self.path = path
    let isBeside = path.hasSuffix(".json")
    let text = String(decoding: try Fixtures.bytes(isBeside ? path + ".expected" : path), as: UTF8.self)
    expected = text.split(separator: "\n").compactMap { line in
      guard let mark = line.firstRange(of: "!! ") else { return nil }
      let end = line.firstRange(of: " -->")?.lowerBound ?? line.endIndex
      let parts = line[mark.upperBound..<end].split(separator: " ", maxSplits: 2).map(String.init)
      return Expectation(code: parts[0], line: Int(parts[1]) ?? 0, words: parts.count > 2 ? parts[2] : "")
    }
  }

  /// Compares what was said, in order, with what is expected.
  func check(_ read: ([UInt8]) throws -> Void) throws {
    let bytes = try Fixtures.bytes(path)
    do {
      try read(bytes)
      Issue.record("\(testDescription) was read without a mistake")
    } catch let mistakes as Mistakes {
      let said = mistakes.all.map(\.text).joined(separator: "\n")
      #expect(mistakes.all.count == expected.count, "\(said)")
      for (mistake, expected) in zip(mistakes.all, expected) {
        #expect(mistake.code.rawValue == expected.code, "\(said)")
        #expect(mistake.location.line == expected.line, "\(said)")
        #expect(mistake.text.contains(expected.words), "\(said)")
      }
    }
  }
}

struct MalformedTests {
  @Test(arguments: try Malformed.all(in: "plans"))
  func `a plan that is wrong is refused with all its mistakes`(_ file: Malformed) throws {
    let rules = try Fixtures.standard.get()
    try file.check { bytes in
      _ = try Plan(reading: bytes, named: file.path, vocabulary: rules.vocabulary, geography: rules.geography)
    }
  }

  @Test(arguments: try Malformed.all(in: "rules"))
  func `rules that are wrong are refused with all their mistakes`(_ file: Malformed) throws {
    let rules = try Fixtures.standard.get()
    let kind = file.path.split(separator: ".").suffix(2).first.map(String.init) ?? ""
    try file.check { bytes in
      let element = try parse(bytes, named: "rules.xml", validatedBy: Fixtures.schema(kind))
      switch kind {
      case "vocabulary":
        _ = try Vocabulary(
          reading: element, file: "rules.xml", catalogue: rules.catalogue, geography: rules.geography)
      case "controls": _ = try Catalogue(reading: [(element, "rules.xml")])
      case "geography": _ = try Geography(reading: element, file: "rules.xml")
      default: break
      }
    }
  }
}
