import Diagnostics
import Engine
import FEEL
import Rules

extension EvidenceItem {
  /// What it is, for people.
  var name: String { oneLine(title ?? file ?? link ?? statement ?? measured ?? kind.rawValue) }

  var stateText: String {
    switch state {
    case .counts: lastDay.map { "counts until \($0)" } ?? "counts"
    case .incomplete(let lacks): "cannot be checked: \(lacks.joined(separator: ", ")) not stated"
    case .stale(let since): "out of date since \(since)"
    case .notYet: "collected after the day of the law that is applied"
    }
  }

  /// The word of its state in the result.
  var stateName: String {
    switch state {
    case .counts: "counts"
    case .incomplete: "incomplete"
    case .stale: "stale"
    case .notYet: "notYet"
    }
  }

  /// What it says beside its name.
  var content: String? {
    switch kind {
    case .file: nil
    case .link: link
    case .statement: statement
    case .measurement: measured
    }
  }
}

extension EvidenceItem.Days {
  var text: String { first == last ? "\(first)" : "\(first) to \(last)" }
}

extension WaiverState {
  var standingName: String {
    switch standing {
    case .inForce: "inForce"
    case .notYet: "notYet"
    case .expired: "expired"
    case .orphaned: "orphaned"
    case .unneeded: "unneeded"
    }
  }

  var standingText: String {
    switch standing {
    case .inForce: "in force, \(daysLeft == 0 ? "for this last day" : count(daysLeft, "day") + " left")"
    case .notYet: "starts on \(waiver.from.map(\.description) ?? "a later day")"
    case .expired: "expired at the end of \(waiver.until) in \(waiver.timeZone)"
    case .orphaned(let why): "for nothing that was judged: \(why)"
    case .unneeded(let verdict): "not needed: the verdict is \"\(verdict.word)\""
    }
  }

  /// `waivers.yaml:4: eu.gdpr/art-27@organization: expired …`
  package var line: String {
    "\(waiver.location.file):\(waiver.location.line): \(oneLine(waiver.scope)): \(oneLine(standingText))"
  }
}

extension Report {
  /// What accepts a gap.
  func waiver(of finding: Finding) -> Waiver? {
    assessment.waivers.first {
      $0.standing == .inForce
        && $0.waiver.scope == "\(finding.pack)/\(finding.provision)@\(finding.subject.id)"
    }?.waiver
  }

  /// How much of what the plan states as controls is shown by evidence; nil if it names none.
  var evidenceLine: String? {
    let evidence = assessment.evidence
    guard !evidence.isEmpty else { return nil }
    var parts = ["\(evidence.count { $0.assurance == .evidenced }) evidenced"]
    let stale = evidence.count { $0.assurance == .stale }
    if stale > 0 { parts.append("\(stale) out of date") }
    let incomplete = evidence.flatMap(\.items).count {
      if case .incomplete = $0.state { true } else { false }
    }
    if incomplete > 0 { parts.append("\(count(incomplete, "piece")) that nobody could check") }
    let gaps = evidence.count { !$0.uncovered.isEmpty }
    if gaps > 0 { parts.append("\(gaps) with a gap in the period covered") }
    if let next = evidence.compactMap({ each in each.lastDay.map { ($0, each.control) } }).min(by: <) {
      parts.append("next to end \(next.0) (\(next.1))")
    }
    return "Evidence is named for \(count(evidence.count, "control")): \(parts.joined(separator: "; "))"
  }

  /// What was accepted, and the readiness with it and without; nil if there is no waiver.
  var waiverLine: String? {
    let waivers = assessment.waivers
    guard !waivers.isEmpty else { return nil }
    let waived = findings(.waived).count
    var parts = ["\(count(waived, "gap")) waived"]
    for (number, word) in [
      (waivers.count { $0.standing == .expired }, "expired"),
      (
        waivers.count { if case .orphaned = $0.standing { true } else { false } },
        "for nothing that was judged"
      ),
      (waivers.count { if case .unneeded = $0.standing { true } else { false } }, "not needed"),
    ] where number > 0 {
      parts.append("\(number) \(word)")
    }
    if let accepting {
      parts.append("readiness \(risk.total.text), without the waived gaps \(accepting.total.text)")
    }
    return "Waivers: \(parts.joined(separator: "; "))"
  }
}
