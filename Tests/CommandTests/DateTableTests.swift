import Diagnostics
import FEEL
import Foundation
import Plans
import Rules
import Testing

@testable import Engine

/// When the law applies, and whom it asks for a representative: tables written from the texts (`Tables/*.csv`), held against the packs.
@Suite struct DateTableTests {
  private let rulebook: Rulebook

  init() throws { rulebook = try KnowledgeTests.rulebook.get() }

  /// The verdicts of a plan's findings by `pack/provision`, on a day.
  private func verdicts(_ plan: String, _ day: CalendarDate, only: String? = nil) throws -> [String: Set<
    Verdict
  >] {
    let bytes = [UInt8](try Data(contentsOf: LawTable.folder.appending(path: plan)))
    let made = try Plan(
      reading: bytes, named: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
    let findings = rulebook.assess(made, asOf: day, options: Rulebook.Options(only: only.map { [$0] } ?? []))
      .findings
    return Dictionary(grouping: findings) { "\($0.pack)/\($0.provision)" }.mapValues {
      Set($0.map(\.verdict))
    }
  }

  @Test func `each provision applies from the first day that its law names to the last`() throws {
    let rows = try LawTable.rows(
      of: "application-dates",
      "law,citation,provision,applies_from,applies_until,source_of_date,quote_or_note,example")
    #expect(rows.count >= 60)
    for row in rows {
      let provision = try #require(row["provision"])
      func isGap(_ day: CalendarDate) throws -> Bool {
        let pack = String(provision.prefix { $0 != "/" })
        return try verdicts(row["example"] ?? "", day, only: pack)[provision]?.contains(.gap) ?? false
      }
      let place = "line \(row["line"] ?? ""), \(provision)"
      if let first = CalendarDate(row["applies_from"] ?? "") {
        #expect(try !isGap(CalendarDate(day: first.dayNumber - 1)), "\(place): the day before \(first)")
        #expect(try isGap(first), "\(place): \(first)")
        #expect(try isGap(CalendarDate(day: first.dayNumber + 1)), "\(place): the day after \(first)")
      }
      if let last = CalendarDate(row["applies_until"] ?? "") {
        #expect(try isGap(last), "\(place): the last day \(last)")
        #expect(
          try !isGap(CalendarDate(day: last.dayNumber + 1)), "\(place): the day after the last, \(last)")
      }
    }
  }

  /// GDPR 27, AI Act 22 and 54, NIS2 26(3): each where its facts ask for it, and only there.
  @Test func `representatives are three different ones`() throws {
    let rows = try LawTable.rows(of: "representatives", "plan,as_of,expected_gaps,reasoning")
    let provisions = Set(rows.flatMap { ($0["expected_gaps"] ?? "").split(separator: " ").map(String.init) })
    #expect(rows.count >= 12 && provisions.count >= 3)
    for row in rows {
      let day = try #require(CalendarDate(row["as_of"] ?? ""))
      let found = try verdicts(row["plan"] ?? "", day).filter {
        provisions.contains($0.key) && $0.value.contains(.gap)
      }
      let expected = Set((row["expected_gaps"] ?? "").split(separator: " ").map(String.init))
      #expect(Set(found.keys) == expected, "line \(row["line"] ?? ""): \(row["plan"] ?? "") on \(day)")
    }
  }
}
