import Foundation
import Testing

@testable import Engine
@testable import Reports

/// What a report must never say, in any format.
@Suite struct WordsTests {
  static let outputs: [String] = [Fixture.report, Fixture.empty].flatMap { report in
    [
      text(report, style: TextStyle(verbose: true)), json(report), markdown(report), csv(report),
      checklistText(report),
      riskText(report), transfersText(report), questionsText(report), html(report),
    ] + report.assessment.findings.compactMap { explain(report, finding: $0.id) }
  }

  @Test(arguments: ["compliant", "certified", "certificate", "guarantee", "% confidence", "fully ", "emoji"])
  func `no promise is made`(_ word: String) {
    for output in Self.outputs { #expect(!output.lowercased().contains(word)) }
  }

  @Test func `a percentage stands beside both its numbers`() {
    for output in [
      text(Fixture.report), markdown(Fixture.report), riskText(Fixture.report), html(Fixture.report),
    ] {
      let percentages = output.matches(of: /[0-9]+ %\)/).count
      let complete = output.matches(
        of: /(met [0-9]+ of [0-9]+ applicable duties|[0-9.]+ ÷ [0-9.]+) \([0-9.–]+ %\)/
      ).count
      #expect(percentages == complete)
      #expect(percentages > 0)
    }
  }

  @Test func `the same report gives the same bytes`() {
    #expect(html(Fixture.report) == html(Fixture.report))
    #expect(json(Fixture.report) == json(Fixture.report))
    #expect(checklistICalendar(Fixture.report) == checklistICalendar(Fixture.report))
  }
}
