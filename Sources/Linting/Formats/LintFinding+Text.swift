import Diagnostics

extension LintFinding {
  /// `file:line:column: warning: message; suggestion [rule, how decided]`, the line it speaks of, the plan that shows it.
  package var text: String {
    let place = diagnostic.location
    var result = "\(place.file):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message)"
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

extension [LintFinding] {
  /// Counts, in one line.
  package func summary(packs: Int) -> String {
    let count = filter(\.counts).count
    let suppressed = filter { $0.suppressed != nil }.count
    let tail = suppressed == 0 ? "" : ", \(suppressed) suppressed with a reason"
    return "\(packs) packs, \(count) findings\(tail)"
  }
}
