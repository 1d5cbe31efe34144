import Diagnostics
import FEEL
import Foundation
import Plans
import Rules
import Testing

@testable import Engine

/// The numbers of laws outside the Union: counts, turnover, staff, hours, days and ages, one row each with a
/// value below, at and above (`Tables/thresholds.csv`), written from the texts and held against the packs.
@Suite struct ThresholdTests {
  private static let columns =
    "law,citation,provision,as_of,fact,below,at,above,expected_below,expected_at,expected_above,source,plan"

  private let rulebook: Rulebook

  init() throws { rulebook = try KnowledgeTests.rulebook.get() }

  /// The verdicts of a provision in the plan with the value in the place of `$N`. A later wording of
  /// it is upcoming beside the one in force; only the latter counts.
  private func verdicts(
    of provision: String, in text: String, named name: String, with value: String, on day: CalendarDate
  ) throws -> Set<Verdict> {
    let bytes = Array(text.replacingOccurrences(of: "$N", with: value).utf8)
    let plan = try Plan(
      reading: bytes, named: name, vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
    let pack = String(provision.prefix { $0 != "/" })
    let found = Set(
      rulebook.assess(plan, asOf: day, options: Rulebook.Options(only: [pack])).findings
        .filter { "\($0.pack)/\($0.provision)" == provision }.map(\.verdict))
    return found.count > 1 ? found.subtracting([.upcoming]) : found
  }

  @Test func `each number binds where its law draws the line`() throws {
    let rows = try LawTable.rows(of: "thresholds", Self.columns)
    #expect(rows.count >= 120)
    for row in rows {
      let line = row["line"] ?? ""
      let provision = try #require(row["provision"])
      let name = try #require(row["plan"])
      let day = try #require(CalendarDate(row["as_of"] ?? ""), "line \(line)")
      let text = try String(contentsOf: LawTable.folder.appending(path: name), encoding: .utf8)
      #expect(text.contains("$N"), "line \(line), \(provision): the plan has no place for the value")
      for side in ["below", "at", "above"] {
        let value = row[side] ?? ""
        let expected = row["expected_\(side)"] ?? ""
        let found = try verdicts(of: provision, in: text, named: name, with: value, on: day)
        let place = "line \(line), \(provision), \(row["fact"] ?? "")"
        #expect(
          found.map(\.rawValue) == [expected],
          "\(place) \(side) (\(value)) on \(day): \(found) instead of \(expected)")
      }
    }
  }
}
