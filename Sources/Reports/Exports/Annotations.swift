import Diagnostics
import Engine
import FEEL
import Rules

/// What is open as commands to GitHub Actions, which shows each at its line of the plan; the worst come first, for only ten of a kind
/// are shown. The last line has all counts.
package func annotations(_ report: Report) -> String {
  let assessment = report.assessment
  let alerts = assessment.alerts.filter { $0.verdict != .waived }
  let order: [Verdict: Int] = [.gap: 0, .error: 1, .undetermined: 2]
  let sorted = alerts.enumerated().sorted { a, b in
    let first = (order[a.element.verdict] ?? 3, -a.element.severity.rank, a.offset)
    return first < (order[b.element.verdict] ?? 3, -b.element.severity.rank, b.offset)
  }
  var lines = sorted.map { annotation($0.element) }
  let counts = assessment.tally.map { "\($0.count) \($0.verdict.word)" }.joined(separator: ", ")
  lines.append(
    "::notice title=Pratique::\(commandData("Law of \(assessment.asOf): \(counts.isEmpty ? "nothing was judged" : counts)"))"
  )
  return lines.joined(separator: "\n") + "\n"
}

private func annotation(_ finding: Finding) -> String {
  let properties = [
    ("file", finding.location.file), ("line", String(finding.alertLine)),
    ("col", String(finding.alertColumn)),
    ("title", "\(finding.severity.rawValue): \(finding.ruleID)"),
  ].map { "\($0.0)=\(commandProperty($0.1))" }.joined(separator: ",")
  return "::\(finding.command) \(properties)::\(commandData(finding.alertText))"
}

extension Finding {
  /// A question is never an error, for it is none that the plan fails; law to come is for notice.
  fileprivate var command: String {
    switch (verdict, AlertLevel(severity)) {
    case (.gap, .error): "error"
    case (.gap, .warning), (.undetermined, .error), (.error, _): "warning"
    default: "notice"
    }
  }
}

/// The part after `::`: `%` and the ends of lines are written as numbers. Others that end a line go, so that no text begins a command.
func commandData(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "%": result += "%25"
    case "\r": result += "%0D"
    case "\n": result += "%0A"
    default: if !isBreakOrControl(scalar) { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}

/// The value of a property: `:` and `,` as well.
func commandProperty(_ text: String) -> String {
  commandData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}
