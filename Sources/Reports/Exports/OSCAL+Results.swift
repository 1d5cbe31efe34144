import JSON
import Engine
import FEEL
import Rules

/// The assessment as OSCAL's assessment results: an observation for each finding that applies, a finding of OSCAL for what is met and
/// for each gap. OSCAL knows no third state, so that what is not known is an observation and never a verdict.
package func oscalResults(_ report: Report) -> String { OSCAL(report: report).results }

/// The gaps as OSCAL's plan of action and milestones: an item and a risk for each, with the tasks that close it.
package func oscalPoam(_ report: Report) -> String { OSCAL(report: report).poam }

extension OSCAL {
  var results: String {
    let judged = assessment.findings.filter(\.isJudged)
    let gaps = judged.filter(\.isGap)
    let settled = judged.filter { $0.verdict == .satisfied || $0.isGap }
    let counts = assessment.tally.map { property("findings", String($0.count), class: $0.verdict.rawValue) }
    let result = JSONValue.object([
      "uuid": uuid("result/\(assessment.asOf)"), "title": .string(line("Assessment of \(report.about)")),
      "description": .string("Under the law of \(assessment.asOf). \(Report.disclaimer)"), "start": day,
      "end": day,
      "props": .array(counts),
      "local-definitions": .object([
        "components": .array(subjects(judged)),
        "assessment-assets": .object([
          "components": [tool],
          "assessment-platforms": [.object(["uuid": uuid("platform"), "title": "Pratique"])],
        ]),
      ]), "reviewed-controls": reviewedControls, "observations": .array(judged.map(observation)),
      "risks": .array(gaps.map { risk($0) }), "findings": .array(settled.map(finding)),
    ])
    return document(
      "assessment-results",
      [
        "uuid": documentUUID("results"), "metadata": metadata("Assessment results of \(report.about)"),
        "import-ap": .object(["href": .string(Self.planFile)]), "results": [result],
        "back-matter": backMatter,
      ])
  }

  var poam: String {
    let gaps = assessment.findings.filter(\.isGap)
    let items = gaps.map { finding in
      JSONValue.object([
        "uuid": uuid("item/\(finding.id)"), "title": .string(line(finding.title)),
        "description": .string(line(finding.alertText)), "props": [property("finding-id", finding.id)],
        "related-findings": [.object(["finding-uuid": uuid("finding/\(finding.id)")])],
        "related-observations": [.object(["observation-uuid": uuid("observation/\(finding.id)")])],
        "related-risks": [.object(["risk-uuid": uuid("risk/\(finding.id)")])],
      ])
    }
    // The schema wants one item at least.
    let none = JSONValue.object([
      "uuid": uuid("item"), "title": "Nothing to do", "description": "The plan has no gap.",
    ])
    return document(
      "plan-of-action-and-milestones",
      [
        "uuid": documentUUID("poam"),
        "metadata": metadata("Plan of action and milestones of \(report.about)"),
        "system-id": .object(["id": .string(line(report.about))]),
        "local-definitions": .object([
          "components": .array(subjects(gaps)),
          "assessment-assets": .object([
            "components": [tool],
            "assessment-platforms": [.object(["uuid": uuid("platform"), "title": "Pratique"])],
          ]),
        ]), "observations": .array(gaps.map(observation)),
        "risks": .array(gaps.map { risk($0, withMilestones: true) }), "findings": .array(gaps.map(finding)),
        "poam-items": .array(items.isEmpty ? [none] : items), "back-matter": backMatter,
      ])
  }

  private func finding(_ finding: Finding) -> JSONValue {
    let isMet = finding.verdict == .satisfied
    let text = isMet ? "\(finding.title) (\(finding.subject.title)): met" : finding.alertText
    return .object([
      "uuid": uuid("finding/\(finding.id)"), "title": .string(line(finding.title)),
      "description": .string(line(text)), "props": [property("finding-id", finding.id)], "origins": [origin],
      "target": .object([
        "type": "statement-id", "target-id": .string("\(control(finding))_smt"),
        "status": .object([
          "state": isMet ? "satisfied" : "not-satisfied",
          "reason": isMet ? "pass" : finding.verdict == .waived ? "other" : "fail",
          "remarks": finding.verdict == .waived ? "waived" : nil,
        ]),
      ]), "related-observations": [.object(["observation-uuid": uuid("observation/\(finding.id)")])],
      "related-risks": .array(isMet ? [] : [.object(["risk-uuid": uuid("risk/\(finding.id)")])]),
    ])
  }
}

extension Finding {
  /// A gap, be it waived or not.
  fileprivate var isGap: Bool { verdict == .gap || verdict == .waived }
}
