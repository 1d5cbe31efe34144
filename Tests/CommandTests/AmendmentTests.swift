import Foundation
import Testing

/// A pack with two acts that amended it, and what is wrong with acts.
@Suite struct AmendmentTests {
  static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/amendments")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: cases.appending(path: name), encoding: .utf8)
  }

  /// A library whose only pack is the sample, with other amendments if they are given.
  private func library(_ amendments: String? = nil) throws -> URL {
    let library = try Tool.scratchFolder()
    let folder = library.appending(path: "jurisdictions/xx/amended")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "cases"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    var text = try Self.text("pack.xml")
    if let amendments {
      let parts = text.components(separatedBy: "  <!-- amendments -->\n")
      text = parts[0] + amendments + "\n</pack>\n"
    } else {
      try Data(Self.text("days.yaml").utf8).write(to: folder.appending(path: "cases/days.yaml"))
    }
    try Data(text.utf8).write(to: folder.appending(path: "pack.xml"))
    return library
  }

  private func run(_ arguments: [String], amendments: String? = nil) throws -> Tool.Result {
    let library = try library(amendments)
    defer { try? FileManager.default.removeItem(at: library) }
    return try Tool.run(arguments + ["--packs", library.path])
  }

  struct Block: CustomTestStringConvertible {
    var name: String
    var lines: [String]
    var testDescription: String { name }
  }

  /// Blocks that begin with `# name` and `start` on the next line.
  static func blocks(_ name: String, startingWith start: String) throws -> [Block] {
    var blocks: [Block] = []
    let lines = try text(name).components(separatedBy: "\n")
    for (index, line) in lines.enumerated() {
      let isHeading =
        line.hasPrefix("# ") && index + 1 < lines.count && lines[index + 1].hasPrefix(start)
      if isHeading {
        blocks.append(Block(name: String(line.dropFirst(2)), lines: []))
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  @Test func `each day has the law of that day`() throws {
    let result = try run(["pack", "test"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output == "9 passed, 0 failed\n")
  }

  @Test(arguments: try blocks("diffs.txt", startingWith: "$ "))
  func `what changes between two days is told in words`(_ block: Block) throws {
    let plan = Self.cases.appending(path: "plan.yaml").path
    let arguments = block.lines[0].dropFirst(2).split(separator: " ").map { $0 == "PLAN" ? plan : String($0) }
    let expected = block.lines.dropFirst().joined(separator: "\n")
    let result = try run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    let output = result.output.replacingOccurrences(of: plan, with: "PLAN")
    #expect(output.trimmingCharacters(in: .newlines) == expected.trimmingCharacters(in: .newlines))
  }

  @Test func `JSON says the same`() throws {
    let result = try run([
      "law", "diff", "xx", "--from", "2026-02-28", "--to", "2026-03-01", "--format", "json",
    ])
    let file = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: any Sendable])
    let packs = try #require(file["packs"] as? [[String: any Sendable]])
    let changes = try #require(packs.first?["changes"] as? [[String: any Sendable]])
    #expect(changes.compactMap { $0["name"] as? String } == ["register", "sale", "review", "threshold"])
    let moved = try #require(changes.first?["application"] as? [String: String])
    #expect(moved == ["change": "starts", "was": "2026-05-01", "now": "2027-01-01"])
  }

  @Test(arguments: try blocks("mistakes.txt", startingWith: "<"))
  func `a wrong amendment is refused with its line and a way out`(_ block: Block) throws {
    let mark = try #require(block.lines.firstIndex { $0.hasPrefix("!! ") })
    let expected = block.lines[mark].dropFirst(3).split(separator: " ", maxSplits: 1)
    let result = try run(
      ["law", "diff", "xx", "--from", "2026-01-01", "--to", "2027-01-01"],
      amendments: block.lines[..<mark].joined(separator: "\n"))
    #expect(result.status == 2, "\(result.output)")
    let line = result.errors.components(separatedBy: "\n").first { $0.contains("pack.xml:\(expected[0]):") }
    #expect(line?.contains(expected[1]) ?? false, "\(result.errors)")
  }

  @Test func `a pack has at most 50 amendments`() throws {
    let many = (1...51).map {
      "<amendment id=\"a\($0)\" title=\"A\" from=\"20\($0 + 26)-01-01\" cite=\"act 1\"><moves ref=\"register\" from=\"21\($0 + 26)-01-01\"/></amendment>"
    }
    let result = try run(
      ["law", "diff", "xx", "--from", "2026-01-01", "--to", "2027-01-01"],
      amendments: many.joined(separator: "\n"))
    #expect(result.status == 2)
    #expect(result.errors.contains("at most 50 amendments"), "\(result.errors)")
  }

  @Test func `a finding says what was amended`() throws {
    let plan = Self.cases.appending(path: "plan.yaml").path
    let result = try run(["explain", plan, "xx.amended/review", "--as-of", "2026-07-01"])
    #expect(
      result.output.contains("  amended by First Act from 2026-03-01 (XX-Act Article 1)\n"),
      "\(result.output)")
    let before = try run(["explain", plan, "xx.amended/review", "--as-of", "2026-02-28"])
    #expect(!before.output.contains("amended by"), "\(before.output)")
  }

  @Test func `days that are none are refused`() throws {
    for (from, to) in [("2026-13-01", "2026-12-01"), ("2026-12-01", "soon"), ("2026-12-02", "2026-12-01")] {
      #expect(try run(["law", "diff", "xx", "--from", from, "--to", to]).status == 2)
    }
  }

  @Test func `cases find a wrong day of an act`() throws {
    let result = try run(["pack", "prove", "xx.amended", "--score-only", "--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("the amendment"), "\(result.output)")
  }

  @Test func `both states of the law are linted, and nothing is found twice`() throws {
    let result = try run(["pack", "lint", "--all"])
    let lines = result.output.split(separator: "\n").filter { $0.contains("pack.xml:") }
    #expect(Set(lines).count == lines.count, "\(result.output)")
    #expect(!result.output.contains("never used"), "\(result.output)")
  }
}
