import Diagnostics

extension LintFinding {
  /// `file:line:column: warning: message; suggestion [rule, how decided]`, the line it speaks of, the plan that shows it.
  package var text: String {
    let place = diagnostic.location
    var result =
      "\(place.file):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    if let suggestion = diagnostic.suggestion { result += "; \(suggestion)" }
    result += " [\(rule.rawValue), \(method.text)]"
    if let suppressed { result += "\n  left out: \(suppressed)" }
    if let excerpt = diagnostic.excerpt { result += "\n\(excerpt)" }
    if let plan {
      result += "\n" + plan.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    }
    return result
  }
}

extension LintFinding {
  /// What is not told unless all is asked for.
  package var isQuiet: Bool { suppressed != nil || rule == .unchecked }
}

extension [LintFinding] {
  /// Counts, in one line.
  package func summary(packs: Int) -> String {
    let count = filter(\.counts).count
    let suppressed = filter { $0.suppressed != nil }.count
    var text = "\(packs) packs, \(count) findings"
    if suppressed > 0 { text += ", \(suppressed) suppressed with a reason" }
    return text
  }
}
