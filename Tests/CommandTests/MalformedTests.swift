import Foundation
import Testing

/// What is wrong is refused: status 2, file and line, and nothing written.
@Suite struct MalformedTests {
  static let plans = Tool.checkout.appending(path: "Tests/PlansTests/Cases/malformed/plans")

  static func planFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: plans.path).filter { !$0.hasSuffix(".expected") }
      .sorted()
  }

  @Test(arguments: try planFiles())
  func `a malformed plan leaves nothing behind`(file: String) throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let path = Self.plans.appending(path: file).path
    let result = try Tool.run(["report", path, "--as-of", "2026-11-21", "--output-dir", "out"], in: scratch)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("\(path):"), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }

  struct BadPack: CustomTestStringConvertible {
    var name: String
    var good: String
    var bad: String
    var line: String
    var words: String
    var testDescription: String { name }
  }

  static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func badPacks() throws -> [BadPack] {
    let text = try String(contentsOf: cases.appending(path: "packs.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init)
      let expected = lines[3].dropFirst(3).split(separator: " ", maxSplits: 1).map(String.init)
      return BadPack(
        name: String(lines[0].dropFirst(2)), good: lines[1], bad: lines[2], line: expected[0],
        words: expected.count > 1 ? expected[1] : "")
    }
  }

  @Test(arguments: try badPacks())
  func `a malformed pack is refused with its line and a way out`(_ pack: BadPack) throws {
    let text = try String(contentsOf: Self.cases.appending(path: "pack.xml"), encoding: .utf8)
    let range = try #require(text.range(of: pack.good), "the sample has no `\(pack.good)`")
    let result = try run(text.replacingCharacters(in: range, with: pack.bad))
    #expect(result.status == 2, "\(result.output)")
    #expect(result.errors.contains("pack.xml:\(pack.line):"), "\(result.errors)")
    #expect(result.errors.contains(pack.words), "\(result.errors)")
  }

  @Test func `the sample itself is sound`() throws {
    let result = try run(String(contentsOf: Self.cases.appending(path: "pack.xml"), encoding: .utf8))
    #expect(result.status == 3, "\(result.errors)")
  }

  @Test func `a pack has at most 500 definitions`() throws {
    let text = try String(contentsOf: Self.cases.appending(path: "pack.xml"), encoding: .utf8)
    let many = (0...500).map { "<define per=\"activity\" name=\"d\($0)\">true</define>" }.joined()
    let result = try run(text.replacingOccurrences(of: "<scope", with: many + "<scope"))
    #expect(result.status == 2)
    #expect(result.errors.contains("at most 500 definitions"), "\(result.errors)")
  }

  /// Assesses an empty plan with a library of which `text` is the only pack.
  private func run(_ text: String) throws -> Tool.Result {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let folder = library.appending(path: "jurisdictions/xx/sample")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try Data(text.utf8).write(to: folder.appending(path: "pack.xml"))
    return try Tool.run(
      ["assess", "-", "--as-of", "2026-11-21", "--fail-on", "low", "--packs", library.path],
      input: "pratique: 1\n")
  }
}
