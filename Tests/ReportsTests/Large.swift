@testable import Engine
import FEEL
@testable import Rules

@testable import Reports

extension Fixture {
  /// As large as a real run: 320 findings of 8 packs, 40 tasks, 60 questions, 8 markets.
  static let large: Report = {
    var report = Fixture.report
    var findings: [Finding] = []
    let verdicts: [Verdict] = [
      .gap, .satisfied, .notApplicable, .notApplicable, .undetermined, .satisfied, .notApplicable,
      .notApplicable,
    ]
    for index in 0..<320 {
      let verdict = verdicts[index % verdicts.count]
      let severity = Severity.allCases[index / 8 % 4]
      let finding = Fixture.finding(
        "eu.gdpr", "art-\(index % 160)", index < 160 ? "ranking" : "ranking-us", verdict, severity,
        title: "A title as long as the titles of real provisions usually are, number \(index)",
        blocks: verdict == .gap && severity == .critical)
      let reason = Reason(
        part: .scope, text: "the organization offers goods or services in the Union", expression: nil,
        result: .yes, facts: [])
      findings.append(
        finding.with { provision, explanation in
          explanation.because.insert(reason, at: 0)
          provision.summary = String(repeating: "A summary in one or two sentences. ", count: 4)
        })
    }
    report.assessment.findings = findings
    report.assessment.markets = (0..<8).map { index in
      .init(
        country: ["DE", "FR", "JP", "CN", "IN", "GB", "US", "AE"][index], name: "Country number \(index)",
        entry: date("2027-02-15"), packs: ["eu.gdpr"])
    }
    report.risk.markets = report.assessment.markets.map {
      readiness($0.country, met: 31, gaps: 22, unknown: 14)
    }
    report.checklist.tasks = (0..<40).map { index in
      task(
        "task-\(index)", "A task with a title of ordinary length, number \(index)",
        Checklist.Phase.allCases[index % 3],
        "2026-11-02", index < 36 ? "2026-12-18" : "2027-02-26", critical: index % 9 == 0,
        closes: findings.filter { $0.verdict == .gap }.prefix(index % 5).map(\.id))
    }
    report.assessment.questions = (0..<60).map { index in
      Question(
        fact: "activities[ranking].fact\(index)",
        ask: "A question of the usual length that asks for one fact, number \(index)?",
        help: "How to find the answer.", findings: Array(findings.map(\.id).dropFirst(index).prefix(7)),
        severity: .high,
        paste: "activities:\n  - { id: ranking, fact\(index): }", values: [])
    }
    return report
  }()
}
