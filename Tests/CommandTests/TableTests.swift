import Foundation
import Testing

/// A pack of our own with decision tables beside it: what is refused, what comes out, what the reports show of it.
@Suite struct TableTests {
  /// Changes to files of the sample, and where mistakes are told then.
  struct Broken: CustomTestStringConvertible {
    var name: String
    var changes: [(file: String, good: String, bad: String)] = []
    var mistakes: [(place: String, words: String)] = []
    var testDescription: String { name }
  }

  static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func broken() throws -> [Broken] {
    let text = try String(contentsOf: cases.appending(path: "tables.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { block in
      var result = Broken(name: "")
      var file = ""
      for line in block.split(separator: "\n").map(String.init) {
        let rest = String(line.drop { $0 != " " }.dropFirst())
        switch line.prefix(while: { $0 != " " }) {
        case "#": result.name = rest
        case "@": file = rest
        case "-": result.changes.append((file, rest, ""))
        case "+": result.changes[result.changes.count - 1].bad = unfolded(rest)
        default:
          let parts = rest.split(separator: ":", maxSplits: 2).map(String.init)
          let words = parts.count > 2 ? parts[2].trimmingCharacters(in: .whitespaces) : ""
          result.mistakes.append(("\(parts[0]):\(parts[1]):", words))
        }
      }
      return result
    }
  }

  /// `{{x*3}}` is `xxx`.
  private static func unfolded(_ text: String) -> String {
    text.replacing(#/\{\{(.+?)\*(\d+)\}\}/#) { String(repeating: String($0.1), count: Int($0.2) ?? 0) }
  }

  @Test(arguments: try broken())
  func `a mistake is told with file and line`(_ broken: Broken) throws {
    try withSample { library, pack in
      for change in broken.changes {
        let file = pack.appending(path: change.file)
        guard !change.good.isEmpty else {
          try Data(change.bad.utf8).write(to: file)
          continue
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let range = try #require(text.range(of: change.good), "\(change.file) has no `\(change.good)`")
        try Data(text.replacingCharacters(in: range, with: change.bad).utf8).write(to: file)
      }
      let result = try assess("pratique: 1\n", library)
      #expect(result.status == 2)
      for (place, words) in broken.mistakes {
        let lines = result.errors.split(separator: "\n")
        #expect(
          lines.contains { $0.contains("/\(place)") && (words.isEmpty || $0.contains(words)) },
          "\(result.errors)")
      }
    }
  }

  @Test func `the cases of the sample hold`() throws {
    try withSample { library, _ in
      let result = try Tool.run(["pack", "test", "--packs", library.path])
      #expect(result.output == "13 passed, 0 failed\n")
      let lint = try Tool.run(["pack", "lint", "--packs", library.path])
      #expect(lint.output == "1 packs, 0 findings\n")
    }
  }

  @Test func `a pack has at most 50 tables`() throws {
    try withSample { library, pack in
      for number in 0...50 {
        try FileManager.default.copyItem(
          at: pack.appending(path: "tables/duty.dmn"), to: pack.appending(path: "tables/t\(number).dmn"))
      }
      let result = try assess("pratique: 1\n", library)
      #expect(result.status == 2)
      #expect(result.errors.contains("at most 50 DMN files"), "\(result.errors)")
    }
  }

  /// Gaps and rules that never count are for the author to judge; what could not be looked at is told.
  @Test(arguments: [
    (
      "<inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry>\n",
      "<inputEntry><text>&lt; 10</text></inputEntry><inputEntry><text>-</text></inputEntry>\n",
      "duty.dmn:13:5: warning: no rule matches, for example persons = 10, special data = false",
      "1 packs, 1 findings"
    ),
    (
      "&gt;= 1000<", "-<", "duty.dmn:22:7: warning: rule 3 never counts: wherever it matches",
      "1 packs, 3 findings"
    ),
    (
      "&gt;= 100<", "? * ? &gt;= 10000<", "duty.dmn:14:1: note: gaps and overlaps are not looked for",
      "1 packs, 0 findings"
    ),
  ])
  func `lint tells what is doubtful in a table`(good: String, bad: String, remark: String, last: String)
    throws
  {
    try withSample { library, pack in
      let file = pack.appending(path: "tables/duty.dmn")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains(good))
      try Data(text.replacing(good, with: bad).utf8).write(to: file)
      let result = try Tool.run(["pack", "lint", "--packs", library.path])
      #expect(result.output.contains(remark), "\(result.output)\(result.errors)")
      #expect(result.output.hasSuffix("\(last)\n"), "\(result.output)")
      #expect(result.status == (last.contains(" 0 ") ? 0 : 1))
    }
  }

  /// What comes out, and the facts that are asked for.
  @Test(arguments: [
    ("subjects: { count: 5000 }", "activities[a].data", false),
    ("data: [health]", "activities[a].subjects.count", false),
    ("subjects: { count: 500 }", "activities[a].data", true),
    ("data: [identity]", "activities[a].subjects.count", true),
  ])
  func `only facts that could change the result are asked for`(facts: String, fact: String, isAsked: Bool)
    throws
  {
    try withSample { library, _ in
      let plan = "pratique: 1\nactivities: [{ id: a, occasional: false, \(facts) }]\ncomplete: [activities]\n"
      let result = try explain("notify", plan, library)
      #expect(result.output.hasPrefix(isAsked ? "? Unknown" : "× Gap"))
      let settling = result.output.components(separatedBy: "Facts that would settle it\n").last ?? ""
      #expect(settling.hasPrefix("  \(fact)\n") == isAsked, "\(result.output)")
    }
  }

  /// Two provisions ask for one conclusion, which is drawn once: each tells the row.
  @Test(arguments: [
    (5000, "identity", "table Duty, row 1: Law 2(1)", 1, "Law 2(1)"),
    (500, "health", "table Duty, row 2: Law 2(2), any number", 2, "Law 2(2), any number"),
    (500, "identity", "table Duty, row 3: Law 3", 3, "Law 3"),
  ])
  func `reports name the row and its citation`(
    count: Int, data: String, text: String, row: Int, note: String
  ) throws {
    try withSample { library, _ in
      let plan = """
        pratique: 1
        activities: [{ id: a, data: [\(data)], subjects: { count: \(count) }, occasional: false }]
        controls: [{ id: record-of-processing, status: absent }]
        complete: [activities]

        """
      let wanted = row == 3 ? ["notify"] : ["register", "notify"]
      for provision in wanted {
        #expect(try explain(provision, plan, library).output.contains("\n    \(text)\n"))
      }
      #expect(try assess(plan, library, "--verbose").output.contains(text))
      #expect(try assess(plan, library, "--format", "markdown").output.contains("- **Table row**: \(text)"))
      let page = try assess(plan, library, "--format", "html").output
      #expect(page.contains("<dt>Table rows</dt><dd>\(text)</dd>"))
      let json = Data(try assess(plan, library, "--format", "json").output.utf8)
      let findings = try JSONDecoder().decode(Result.self, from: json).findings
      for provision in wanted {
        let finding = try #require(findings.first { $0.provision == provision })
        let rows = finding.because.flatMap { $0.rows ?? [] }.filter { $0.table == "Duty" }
        #expect(rows == [Row(table: "Duty", row: row, notes: [note])])
      }
    }
  }

  /// The part of the result file that speaks of rows.
  private struct Result: Decodable { var findings: [Finding] }
  private struct Finding: Decodable {
    var provision: String
    var because: [Reason]
  }
  private struct Reason: Decodable { var rows: [Row]? }
  private struct Row: Decodable, Equatable {
    var table: String
    var row: Int
    var notes: [String]
  }

  struct Failing: CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var changes: [(String, String)]
    var words: String
  }

  static let failing = [
    Failing(
      testDescription: "an overlap that the check of tables cannot see", file: "tables/duty.dmn",
      changes: [("\"FIRST\"", "\"UNIQUE\""), ("&gt;= 100<", "? * ? &gt;= 10000<")],
      words: "the rules 1, 3, 4 match at once, but the table is `UNIQUE` ("),
    Failing(
      testDescription: "an input outside the values of its type", file: "tables/duty.dmn",
      changes: [
        ("name=\"persons\" typeRef=\"number\"", "name=\"persons\" typeRef=\"tCount\""),
        (
          "<itemDefinition name=\"tDuty\">",
          "<itemDefinition name=\"tCount\"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition><itemDefinition name=\"tDuty\">"
        ),
      ], words: "the input `persons`: the value number is not of the type `tCount` ("),
    Failing(
      testDescription: "a cell that asks for the clock", file: "tables/duty.dmn",
      changes: [("&gt;= 1000<", "? &gt;= today().year<")], words: "no instant was given"),
    Failing(
      testDescription: "an input that is an error", file: "pack.xml",
      changes: [(">activity.subjects.count<", ">activity.subjects.count / 0<")], words: "zero"),
    Failing(
      testDescription: "an input that is an error, though not null", file: "pack.xml",
      changes: [("hasKind(activity.data, \"special\")", "1 / 0 != 3")], words: "zero"),
  ]

  /// What nothing but a plan brings to light is an error of the finding, never a verdict.
  @Test(arguments: failing)
  func `a decision that fails leaves no verdict`(_ failing: Failing) throws {
    try withSample { library, pack in
      let file = pack.appending(path: failing.file)
      var text = try String(contentsOf: file, encoding: .utf8)
      for (good, bad) in failing.changes {
        let range = try #require(text.range(of: good))
        text.replaceSubrange(range, with: bad)
      }
      try Data(text.utf8).write(to: file)
      let plan =
        "pratique: 1\nactivities: [{ id: a, data: [identity], subjects: { count: 5000 }, occasional: false }]\ncomplete: [activities]\n"
      let result = try explain("notify", plan, library)
      #expect(result.output.hasPrefix("! Error"), "\(result.output)\(result.errors)")
      #expect(result.output.contains(failing.words), "\(result.output)")
      #expect(result.output.contains("\(failing.file):"), "\(result.output)")
    }
  }

  private func explain(_ provision: String, _ plan: String, _ library: URL) throws -> Tool.Result {
    try Tool.run(
      ["explain", "-", provision, "--as-of", "2026-11-21", "--packs", library.path], input: plan)
  }

  private func assess(_ plan: String, _ library: URL, _ options: String...) throws -> Tool.Result {
    try Tool.run(
      ["assess", "-", "--as-of", "2026-11-21", "--packs", library.path] + options, input: plan)
  }

  /// A library with the sample as its only pack.
  private func withSample(_ body: (_ library: URL, _ pack: URL) throws -> Void) throws {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let packs = library.appending(path: "jurisdictions/xx")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    let pack = packs.appending(path: "sample")
    try FileManager.default.copyItem(at: Self.cases.appending(path: "tables"), to: pack)
    try body(library, pack)
  }
}
