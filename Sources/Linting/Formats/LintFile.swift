import Diagnostics
import FoundationEssentials

/// Findings as JSON.
private struct LintFile: Encodable {
  struct Entry: Encodable {
    let rule: String
    let severity: String
    let pack: String
    let subject: String
    let file: String
    let line: Int
    let column: Int
    let message: String
    let suggestion: String?
    let decided: String
    let plan: String?
    let suppressed: String?

    init(_ finding: LintFinding) {
      let diagnostic = finding.diagnostic
      rule = finding.rule.rawValue
      severity = diagnostic.severity.rawValue
      pack = finding.pack
      subject = finding.subject
      file = diagnostic.location.file
      line = diagnostic.location.line
      column = diagnostic.location.column
      message = diagnostic.message
      suggestion = diagnostic.suggestion
      decided = finding.method.text
      plan = finding.plan
      suppressed = finding.suppressed
    }
  }
  let findings: [Entry]
}

extension [LintFinding] {
  /// Keys sorted, the same bytes for the same findings.
  package var json: String { encoded(LintFile(findings: map { .init($0) })) }
}

func encoded(_ file: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  do {
    return String(decoding: try encoder.encode(file), as: UTF8.self) + "\n"
  } catch {
    // Only a number that is not finite cannot be written.
    preconditionFailure("the findings cannot be written as JSON: \(error)")
  }
}
