import Diagnostics
import Foundation
import Plans
import Rules
import Testing

/// Candidate markets as a user compares them, and that each row is what `assess` says of the plan with that market.
@Suite struct CompareTests {
  private static let plan = ["examples/hiring-saas/plan.yaml", "--as-of", "2026-11-21"]

  private struct File: Decodable {
    struct Row: Decodable {
      var rank: Int?
      var market: String
      var blockers, otherGaps, unknown, newTasks: [String]
      var met, applicable, controlsInPlace: Int
      var newEffortDays: Double
      var earliestLawfulEntry, earliestLawfulEntryAtWorst: String?
    }
    var candidates: [Row]
  }

  private func compare(_ markets: String, _ options: [String] = []) throws -> [File.Row] {
    let made = try Tool.run(["compare"] + Self.plan + ["--markets", markets, "--format", "json"] + options)
    try #require(made.status == 0, "\(made.errors)")
    return try JSONDecoder().decode(File.self, from: Data(made.output.utf8)).candidates
  }

  @Test func `the order asked for does not matter, and unknown never makes a market better`() throws {
    let rows = try compare("JP,BR,SG,AQ")
    #expect(try compare("AQ,SG,BR,JP").map(\.market) == rows.map(\.market))
    #expect(rows.compactMap(\.rank) == [1, 2, 3])
    // Antarctica: no pack, so no rank.
    #expect(rows.last?.market == "AQ" && rows.last?.rank == nil)
    let dates = rows.dropLast().map { $0.earliestLawfulEntryAtWorst ?? "9999" }
    #expect(dates == dates.sorted())
    for row in rows.dropLast() {
      #expect(row.applicable == row.met + row.blockers.count + row.otherGaps.count + row.unknown.count)
      #expect((row.earliestLawfulEntry ?? "9999") <= (row.earliestLawfulEntryAtWorst ?? "9999"))
    }
  }

  /// A plan that names the market itself, and offers there what it offers in France, has the same findings there.
  @Test func `a row is what the assessment says of the plan with that market`() throws {
    let text = try String(
      contentsOf: Tool.checkout.appending(path: "examples/hiring-saas/plan.yaml"), encoding: .utf8)
    let row = try #require(try compare("BR").first)
    // France stands in every list that reaches Germany and France.
    let entered = text.replacing(/\bFR\]/, with: "FR, BR]")
      .replacing(/\n  - \{ ?country: FR/, with: "\n  - { country: BR }\n  - { country: FR")
    try #require(entered != text)
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "plan.yaml")
    try entered.write(to: file, atomically: true, encoding: .utf8)
    let made = try Tool.run(["assess", file.path, "--as-of", "2026-11-21", "--format", "json"])
    let result = try JSONDecoder().decode(Result.self, from: Data(made.output.utf8))
    let gaps = result.findings.filter { $0.verdict == "gap" && $0.markets.contains("BR") }.map(\.id)
    #expect(Set(gaps) == Set(row.blockers + row.otherGaps))
  }

  private struct Result: Decodable {
    struct Finding: Decodable {
      var id, verdict: String
      var markets: [String]
    }
    var findings: [Finding]
  }

  @Test func `mistakes in the list of markets are told all at once`() throws {
    let made = try Tool.run(["compare"] + Self.plan + ["--markets", "JPN,DE,BR,BR"])
    #expect(made.status == 2 && made.output.isEmpty)
    for part in [
      "`JPN` is not a country code", "`DE` is a market of the plan already", "`BR` is named twice",
    ] {
      #expect(made.errors.contains(part))
    }
    #expect(try Tool.run(["compare"] + Self.plan + ["--markets", ""]).status == 2)
  }

  @Test(arguments: [
    // Reached beside a market; not where no market is; not twice; also in a list that says it is not complete.
    ("[DE, FR]", ["DE", "FR", "JP"]), ("[US]", ["US"]), ("[JP, DE]", ["JP", "DE"]), ("[]", []),
    ("{ values: [DE], complete: false }", ["DE", "JP"]),
  ])
  func `one more market is reached like the others`(_ offered: String, _ expected: [String]) throws {
    let vocabulary = try KnowledgeTests.rulebook.get().vocabulary
    let text =
      "{ markets: [{ country: DE }], activities: [{ id: a, offeredIn: \(offered), legalObligationIn: [DE] }] }"
    let node = try Node(reading: Array(text.utf8), named: "plan.yaml").entering("JP", vocabulary: vocabulary)
    #expect(node.marketCountries == ["DE", "JP"])
    let activity = try #require(node["activities"]?.items?.first)
    let list = activity["offeredIn"]?["values"] ?? activity["offeredIn"]
    #expect(list?.items?.compactMap(\.text) == expected)
    // What is not a matter of reach stays.
    #expect(activity["legalObligationIn"]?.items?.compactMap(\.text) == ["DE"])
  }
}
