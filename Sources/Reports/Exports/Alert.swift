import Diagnostics
import Engine
import FEEL
import Rules

/// How loudly a finding is told where people fix things: in editors, code hosts and build logs.
enum AlertLevel: String, Sendable {
  case error, warning, note

  init(_ severity: Severity) {
    switch severity {
    case .critical, .high: self = .error
    case .medium: self = .warning
    case .low: self = .note
    }
  }
}

extension Finding {
  /// Something is to be done or to be said: a gap, a gap to come, one that is waived, or a question that is open.
  var isAlert: Bool {
    switch verdict {
    case .gap, .upcoming, .waived: true
    case .undetermined, .error: isOpenQuestion
    case .satisfied, .notApplicable, .allowed, .notAllowed: false
    }
  }

  /// `eu.gdpr/art-27`, the same for every subject.
  var ruleID: String { "\(pack)/\(provision)" }

  /// Title, subject, what is wrong or unknown, and the law, in one line.
  var alertText: String {
    var text = "\(title) (\(subject.title)): "
    switch verdict {
    case .gap:
      text += flips.isEmpty ? "not met" : "not met; would turn with: \(flips.joined(separator: "; "))"
    case .undetermined, .error:
      text += "\(verdict.word)"
      if !unknownFacts.isEmpty { text += "; the plan does not state \(unknownFacts.joined(separator: ", "))" }
    default: text += verdict.word
    }
    if verdict == .upcoming, let appliesFrom { text += " on \(appliesFrom)" }
    let law = citations.map(\.text).joined(separator: "; ")
    return oneLine(law.isEmpty ? text : "\(text) [\(law)]")
  }

  /// Lines and columns count from 1; a plan that says nothing of a subject has its first line named.
  var alertLine: Int { max(location.line, 1) }
  var alertColumn: Int { max(location.column, 1) }
}

extension Assessment {
  /// In the order of the findings.
  var alerts: [Finding] { findings.filter(\.isAlert) }

  /// How many findings have each verdict, in the order of attention; no verdict that no finding has.
  var tally: [(verdict: Verdict, count: Int)] {
    var counts: [Verdict: Int] = [:]
    for finding in findings { counts[finding.verdict, default: 0] += 1 }
    return Verdict.byAttention.compactMap { verdict in counts[verdict].map { (verdict, $0) } }
  }
}
