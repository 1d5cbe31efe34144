import Foundation
import JSON
import Ledger
import Synchronization
import Testing

@testable import pratique

/// Ledgers as commands, and as anybody checks them without our code.
@Suite struct LedgerCommandTests {
  private let folder: URL
  private var ledger: String { folder.appending(path: "a.ledger").path }

  init() throws { folder = try Tool.scratchFolder() }

  private func run(_ arguments: String..., input: String = "") throws -> Tool.Result {
    // 21 November 2026.
    try Tool.run(
      ["ledger"] + arguments, in: folder, environment: ["SOURCE_DATE_EPOCH": "1795219200"], input: input)
  }

  private static let hasCheckers = ["sqlite3", "python3", "sha256sum"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  @Test(.enabled(if: hasCheckers, "sqlite3, python3 and sha256sum are needed"))
  func `the document shows what is printed, by us and by others`() throws {
    let bin = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: bin.appending(path: "pratique"), withDestinationURL: Tool.binary)
    try FileManager.default.copyItem(
      at: Tool.checkout.appending(path: "docs/ledger/check.py"), to: folder.appending(path: "check.py"))
    let document = try String(contentsOf: Tool.checkout.appending(path: "docs/ledger.md"), encoding: .utf8)
    var count = 0
    for block in document.components(separatedBy: "```") where block.hasPrefix("\n$ ") {
      for step in block.components(separatedBy: "\n$ ").dropFirst() {
        let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let result = try Tool.run(
          ["-c", String(lines[0])], in: folder,
          environment: ["SOURCE_DATE_EPOCH": "1795219200", "PATH": "\(bin.path):/usr/bin:/bin"],
          binary: URL(filePath: "/bin/bash"))
        let shown = lines.count > 1 ? lines[1].trimmingCharacters(in: .newlines) : ""
        #expect((result.output + result.errors).trimmingCharacters(in: .newlines) == shown, "\(lines[0])")
        count += 1
      }
    }
    #expect(count == 14)
  }

  @Test func `status 0, 1 and 2 mean sound, faulty and unreadable`() throws {
    #expect(try run("note", ledger, "--role", "Counsel", "the first").status == 0)
    let second = try run("note", ledger, "--role", "Counsel", "the second")
    let head = try #require(second.output.split(separator: " ").last).trimmingCharacters(in: .newlines)
    #expect(try run("verify", ledger, "--head", head).status == 0)
    let other = String(repeating: "1", count: 64)
    let cut = try run("verify", ledger, "--head", other)
    #expect(cut.status == 1)
    #expect(
      cut.output == """
        ledger: no entry has the hash \(other): the end is cut off, or the ledger is another (head)
        1 fault

        """)
    #expect(try run("verify", ledger, "--head", "abc").status == 2)
    #expect(try run("verify", "missing").status == 2)
    #expect(try run("verify", Tool.checkout.appending(path: "README.md").path).status == 2)
    #expect(try run("content", ledger, other).status == 2)

    // In the file itself, as no SQLite does it.
    var bytes = try Data(contentsOf: URL(filePath: ledger))
    let place = try #require(bytes.range(of: Data("the first".utf8)))
    bytes.replaceSubrange(place, with: Data("the FIRST".utf8))
    try bytes.write(to: URL(filePath: ledger))
    let faulty = try run("verify", ledger)
    #expect(faulty.status == 1)
    #expect(faulty.output == "entry 1: its hash is not that of its text (hash)\n1 fault\n")
    #expect(try run("export", ledger, "--output", "b.ndjson").status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.ledger"])

    try bytes.prefix(5000).write(to: URL(filePath: ledger))
    #expect(try run("verify", ledger).status == 1)
    #expect(try run("note", ledger, "--role", "Counsel", "more").status == 2)
    #expect(try Data(contentsOf: URL(filePath: ledger)) == bytes.prefix(5000))
  }

  @Test func `an export is whole, the same each time, and longer than a page`() throws {
    let lines = (1...250).map { "note \($0)" }
    let notes = try run("note", ledger, "--role", "Counsel", "-", input: lines.joined(separator: "\n"))
    #expect(notes.output.split(separator: "\n").count == 250)
    let export = try run("export", ledger)
    #expect(try run("export", ledger, "--output", "b.ndjson").status == 0)
    #expect(try String(contentsOf: folder.appending(path: "b.ndjson"), encoding: .utf8) == export.output)
    #expect(try run("export", ledger, "--output", "missing/b.ndjson").status == 2)
    let said = notes.output.split(separator: "\n").map { $0.split(separator: " ")[1] }
    let exported = export.output.split(separator: "\n").map { $0.dropLast(2).suffix(64) }
    #expect(said == exported)
  }

  @Test func `several processes append at once, and every entry has its place`() throws {
    let numbers = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      let lines = (1...25).map { "writer \(writer) line \($0)" }.joined(separator: "\n")
      let result = try? run("note", ledger, "--role", "Writer", "-", input: lines)
      let said = result?.output.split(separator: "\n").compactMap { Int($0.prefix { $0 != " " }) } ?? []
      numbers.withLock { $0 += said }
    }
    #expect(numbers.withLock { $0.sorted() } == Array(1...100))
    #expect(try run("verify", ledger).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.ledger"])
  }

  @Test func `the history shows the trend of each plan`() throws {
    let opened = try Ledger(opening: ledger, mode: .create)
    func assessment(_ plan: String, _ gaps: String, _ critical: String, _ low: String) -> Draft {
      let readiness = JSONValue.object([("low", .literal(low)), ("high", .literal("80"))])
      let summary: [(String, JSONValue)] = [
        ("plan", .string(plan)), ("asOf", .string("2026-11-21")), ("gaps", .literal(gaps)),
        ("unknown", .literal("2")), ("waived", .literal("0")), ("critical", .literal(critical)),
        ("readiness", readiness),
      ]
      return Draft(
        kind: .assessment, time: "2026-11-21T00:00:00Z", body: .object([("summary", .object(summary))]))
    }
    // The escape is what somebody puts into a ledger for a terminal.
    let note = JSONValue.object([
      ("role", .string("Counsel")), ("plan", .string("a")), ("text", .string("done \u{1B}[2J\nlook")),
    ])
    _ = try opened.append([
      assessment("a", "9", "3", "40"), assessment("b", "1", "0", "80"), assessment("a", "9", "2", "40"),
      Draft(kind: .note, time: "2026-11-21T00:00:00Z", body: note), assessment("a", "10", "2", "90"),
      assessment("a", "10", "2", "90"), assessment("a", "10", "2", "89.5"),
    ])
    #expect(
      try run("history", ledger, "--plan", "a").output == """
        no  time                  kind        plan  as of       gaps  critical  unknown  waived  readiness     what
        1   2026-11-21T00:00:00Z  assessment  a     2026-11-21  9     3         2        0       40–80
        3   2026-11-21T00:00:00Z  assessment  a     2026-11-21  9     2         2        0       40–80      ↗
        4   2026-11-21T00:00:00Z  note        a                                                                Counsel: done  [2J look
        5   2026-11-21T00:00:00Z  assessment  a     2026-11-21  10    2         2        0       90–80      ↘
        6   2026-11-21T00:00:00Z  assessment  a     2026-11-21  10    2         2        0       90–80      →
        7   2026-11-21T00:00:00Z  assessment  a     2026-11-21  10    2         2        0       89.5–80    ↘

        """)
    #expect(try run("history", ledger).output.split(separator: "\n").count == 8)
    #expect(try run("history", ledger, "--plan", "c").output == "Nothing about `c`.\n")
  }
}
