package import Diagnostics

/// One finding of the lint.
package struct LintFinding: Sendable {
  /// How it was decided.
  package enum Method: Sendable, Equatable {
    /// Read off the files.
    case reading
    /// Proved for all plans that have up to so many rows of a kind.
    case solver(rows: Int)
    /// None of so many plans shows otherwise; no proof.
    case search(plans: Int)

    package var text: String {
      switch self {
      case .reading: "read from the files"
      case .solver: "decided by solver"
      case .search(let plans): "by search of \(plans) plans"
      }
    }
  }

  package let rule: LintRule
  package let diagnostic: Diagnostic
  package let method: Method
  /// Id of the pack, or of what is shared by all.
  package let pack: String
  /// What a suppression names: `art-44`, `parameter adequacy`, `define activity.minor`.
  package let subject: String
  /// A plan that shows it, in YAML.
  package var plan: String?
  /// Why it is left out, if the pack says so.
  package var suppressed: String?

  package init(
    _ rule: LintRule, in pack: String, _ subject: String, at location: Location, _ message: String,
    suggestion: String? = nil, excerpt: String? = nil, method: Method = .reading,
    severity: Diagnostic.Severity = .warning, plan: String? = nil
  ) {
    self.rule = rule
    self.pack = pack
    self.subject = subject
    self.method = method
    self.plan = plan
    diagnostic = Diagnostic(
      Diagnostic.Code(rawValue: rule.rawValue), at: location, message, suggestion: suggestion,
      excerpt: excerpt,
      severity: severity)
  }

  /// In a text, at the line of the expression.
  init(
    _ rule: LintRule, in pack: String, _ subject: String, at source: Source, _ extent: Range<Int>,
    _ message: String, suggestion: String? = nil, method: Method = .reading
  ) {
    let written = Diagnostic(Diagnostic.Code(rawValue: rule.rawValue), in: source, extent, message)
    self.init(
      rule, in: pack, subject, at: written.location, message, suggestion: suggestion,
      excerpt: written.excerpt,
      method: method)
  }

  /// A note asks for nothing.
  package var counts: Bool { diagnostic.severity != .note && suppressed == nil }
}
