import Foundation
import Testing

/// The account of a law, article by article, over the sample pack.
@Suite struct LawCoverageTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var outline = ""
    /// Line and words.
    var findings: [(String, String)] = []
    var counts = ""
    var lines: [String] = []
    var testDescription: String { name }
  }

  static func cases() throws -> [Case] {
    let file = Tool.checkout.appending(path: "Tests/CommandTests/Cases/law/coverage.txt")
    let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n").dropFirst()
    return blocks.map { block in
      var result = Case(name: "")
      for line in block.split(separator: "\n").map(String.init) {
        let rest = String(line.dropFirst(2))
        switch line.prefix(2) {
        case "# ": result.name = rest
        case "! ":
          let number = String(rest.prefix { $0 != " " })
          result.findings.append((number, String(rest.dropFirst(number.count + 1))))
        case "= ": result.counts = rest
        case "| ": result.lines.append(rest)
        default: result.outline += line + "\n"
        }
      }
      return result
    }
  }

  @Test(arguments: try cases())
  func `the account of a law`(_ item: Case) throws {
    try withLibrary("law: XX-Law\ntitle: A law\n" + item.outline) { library in
      let result = try Tool.run(
        ["law", "coverage", "--packs", library.path, "--output-dir", "out"], in: library)
      #expect(result.status == (item.findings.isEmpty ? 0 : 1), "\(result.errors)")
      let told = result.output.split(separator: "\n").filter { $0.contains(": warning: ") }.map(String.init)
      #expect(told.count == item.findings.count, "\(told)")
      for (line, words) in item.findings {
        #expect(
          told.contains { $0.hasPrefix("rules/outlines/xx.yaml:\(line):") && $0.contains(words) },
          "\(line) \(words): \(told)")
      }
      #expect(result.output.contains("XX-Law: \(item.counts)\n"), "\(result.output)")
      let table = try String(contentsOf: library.appending(path: "out/xx.md"), encoding: .utf8)
      for line in item.lines { #expect("\n\(table)".contains("\n\(line)\n"), "\(line) is not in\n\(table)") }
    }
  }

  @Test func `a table that is not what would be written is told line by line`() throws {
    try withLibrary("law: XX-Law\ntitle: A law\narticles: { \"1\": \"\" }\n") { library in
      let arguments = ["law", "coverage", "xx-law", "--packs", library.path, "--output-dir", "out"]
      let missing = try Tool.run(arguments + ["--check"], in: library)
      #expect(missing.status == 1 && missing.output.contains("out/xx.md:1: missing"))
      #expect(try Tool.run(arguments, in: library).status == 0)
      let same = try Tool.run(arguments + ["--check"], in: library)
      #expect(same.status == 0, "\(same.output)")
      let path = library.appending(path: "out/xx.md")
      let table = try String(contentsOf: path, encoding: .utf8)
      try Data(table.replacing("| 1 |  |", with: "| 1 | Scope |").utf8).write(to: path)
      let changed = try Tool.run(arguments + ["--check"], in: library)
      #expect(changed.status == 1)
      let expected =
        "out/xx.md:11: not what `pratique law coverage` writes\n  - | 1 | Scope | 1 definition, 1 scope |\n  + | 1 |  | 1 definition, 1 scope |\n"
      #expect(changed.output.contains(expected), "\(changed.output)")
    }
  }

  @Test(arguments: [
    ("titels: {}", "did you mean `titles`?"),
    ("titles: { \"12\": x }", "a heading of Article 12, which XX-Law does not have"),
    ("uncovered: { \"1\": \"\" }", "left out without a reason"),
    ("uncovered: { \"1\": [] }", "left out without a reason"),
    ("uncovered: { \"1\": \(String(repeating: "x", count: 1001)) }", "more than 1000 bytes"),
    ("titles: { \"1\": \(String(repeating: "x", count: 301)) }", "at most 300 bytes"),
    ("texts: [../secret.md]", "is no name of a file"),
  ])
  func `mistakes in outlines are told`(line: String, words: String) throws {
    try withLibrary("law: XX-Law\ntitle: A law\narticles: { \"1\": \"\" }\n\(line)\n") { library in
      let result = try Tool.run(["law", "coverage", "--packs", library.path], in: library)
      #expect(result.status == 2 && result.errors.contains("rules/outlines/xx.yaml:4:"), "\(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func `an unknown law is told with the nearest`() throws {
    let result = try Tool.run(["law", "coverage", "GDRP", "--check"])
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no outline of `GDRP` in rules/outlines; did you mean `GDPR`?"))
  }

  /// A library with the sample pack and one outline.
  private func withLibrary(_ outline: String, _ body: (URL) throws -> Void) throws {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let pack = library.appending(path: "jurisdictions/xx/sample")
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Tool.checkout.appending(path: "Tests/CommandTests/Cases/pack.xml"),
      to: pack.appending(path: "pack.xml"))
    try FileManager.default.copyItem(
      at: Tool.checkout.appending(path: "rules"), to: library.appending(path: "rules"))
    let outlines = library.appending(path: "rules/outlines")
    try FileManager.default.removeItem(at: outlines)
    try FileManager.default.createDirectory(at: outlines, withIntermediateDirectories: true)
    try Data(outline.utf8).write(to: outlines.appending(path: "xx.yaml"))
    try body(library)
  }
}
