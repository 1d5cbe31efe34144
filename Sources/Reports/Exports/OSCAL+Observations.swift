import JSON
import Diagnostics
import Engine
import FEEL
import Rules

extension OSCAL {
  /// What was seen of each finding that applies: its verdict, its subject and the lines of the plan that it rests on.
  func observation(_ finding: Finding) -> JSONValue {
    var seen: Set<String> = []
    let evidence = finding.because.flatMap(\.facts).compactMap { fact -> JSONValue? in
      guard let location = fact.location else { return nil }
      let place = "\(reference(toFile: location.file))#L\(max(location.line, 1))"
      let text = line("\(fact.fact): \(fact.value ?? "not stated")")
      guard seen.insert("\(place) \(text)").inserted else { return nil }
      return .object(["href": .string(place), "description": .string(text)])
    }
    let properties = [
      property("finding-id", finding.id), property("verdict", finding.verdict.rawValue),
      property("severity", finding.severity.rawValue), property("confidence", finding.confidence.rawValue),
      property("provision", finding.ruleID),
      property("plan-line", "\(finding.alertLine):\(finding.alertColumn)"),
    ]
    let unknown = finding.unknownFacts.map { property("unknown-fact", $0) }
    let text = finding.isAlert ? finding.alertText : "\(finding.title) (\(finding.subject.title)): met"
    return .object([
      "uuid": uuid("observation/\(finding.id)"), "title": .string(line(finding.title)),
      "description": .string(line(text)), "props": .array(properties + unknown), "methods": ["EXAMINE"],
      "origins": [origin], "collected": day,
      "subjects": [
        .object([
          "subject-uuid": uuid("subject/\(finding.subject.kind)/\(finding.subject.id)"), "type": "component",
          "title": .string(line(finding.subject.title)),
        ])
      ], "relevant-evidence": .array(evidence),
    ])
  }

  /// The subjects of these findings as components, each once.
  func subjects(_ findings: [Finding]) -> [JSONValue] {
    var seen: Set<Subject> = []
    return findings.map(\.subject).filter { seen.insert($0).inserted }.map { subject in
      .object([
        "uuid": uuid("subject/\(subject.kind)/\(subject.id)"), "type": .string(line(subject.kind)),
        "title": .string(line(subject.title)), "description": .string(line("\(subject.kind) \(subject.id)")),
        "status": .object(["state": "other"]),
      ])
    }
  }

  /// The risk of a gap; with what is to be done about it where milestones are wanted.
  func risk(_ finding: Finding, withMilestones: Bool = false) -> JSONValue {
    let tasks = withMilestones ? report.checklist.tasks.filter { $0.closes.contains(finding.id) } : []
    let due = report.due(finding)
    let response: JSONValue? =
      tasks.isEmpty
      ? nil
      : .object([
        "uuid": uuid("response/\(finding.id)"), "lifecycle": "planned",
        "title": .string(line("Close the gap: \(finding.title)")),
        "description": .string(line(tasks.map(\.title).joined(separator: "; "))),
        "tasks": .array(tasks.map { milestone($0, of: finding) }),
      ])
    return .object([
      "uuid": uuid("risk/\(finding.id)"), "title": .string(line("Not met: \(finding.title)")),
      "description": .string(line(finding.alertText)), "statement": .string(line(finding.summary)),
      "props": [
        property("finding-id", finding.id), property("severity", finding.severity.rawValue),
        property("owner-role", due.owner), property("blocks-entry", finding.blocksEntry ? "yes" : "no"),
      ], "status": finding.verdict == .waived ? "deviation-approved" : "open",
      "deadline": due.date.map { .string(moment($0)) }, "remediations": .array(response.map { [$0] } ?? []),
      "related-observations": [.object(["observation-uuid": uuid("observation/\(finding.id)")])],
    ])
  }

  private func milestone(_ task: Checklist.Task, of finding: Finding) -> JSONValue {
    .object([
      "uuid": uuid("task/\(finding.id)/\(task.id)"), "type": "milestone", "title": .string(line(task.title)),
      "description": .string(line("\(task.description) Owner: \(task.owner).")),
      "props": [property("task-id", task.id), property("owner-role", task.owner)],
      "timing": .object([
        "within-date-range": .object([
          "start": .string(moment(task.start)), "end": .string(moment(task.finish)),
        ])
      ]),
    ])
  }
}
