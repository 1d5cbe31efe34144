import Diagnostics
/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code hosts and editors.
private struct SARIF: Encodable {
  struct Message: Encodable { let text: String }
  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let helpUri: String
  }
  struct Driver: Encodable {
    let name = "pratique"
    let version: String
    let informationUri = "https://github.com/pratique/pratique"
    let rules: [Rule]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Artifact: Encodable {
    let uri: String
    let uriBaseId = "PACKS"
  }
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
  }
  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Place: Encodable { let physicalLocation: Physical }
  struct Suppression: Encodable {
    let kind = "external"
    let justification: String
  }
  struct Properties: Encodable {
    let decided: String
    let subject: String
    let plan: String?
  }
  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Place]
    let suppressions: [Suppression]
    let properties: Properties
  }
  struct Run: Encodable {
    let tool: Tool
    /// Columns are counted in bytes, as everywhere in this tool; of ASCII that is the same.
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }
}

extension [LintFinding] {
  package func sarif(version: String) -> String {
    let rules = LintRule.allCases.map { rule in
      SARIF.Rule(
        id: rule.rawValue, shortDescription: .init(text: rule.summary),
        helpUri: "https://github.com/pratique/pratique/blob/main/docs/lint.md#\(rule.anchor)")
    }
    let run = SARIF.Run(
      tool: .init(driver: .init(version: version, rules: rules)), results: map { SARIF.result(of: $0) })
    return encoded(SARIF(runs: [run]))
  }
}

extension SARIF {
  fileprivate static func result(of finding: LintFinding) -> Result {
    let diagnostic = finding.diagnostic
    let suggestion = diagnostic.suggestion.map { "; \($0)" } ?? ""
    let place = Physical(
      artifactLocation: Artifact(uri: diagnostic.location.file),
      region: Region(startLine: diagnostic.location.line, startColumn: diagnostic.location.column))
    return Result(
      ruleId: finding.rule.rawValue, ruleIndex: LintRule.allCases.firstIndex(of: finding.rule) ?? 0,
      level: diagnostic.severity.rawValue, message: Message(text: diagnostic.message + suggestion),
      locations: [Place(physicalLocation: place)],
      suppressions: finding.suppressed.map { [Suppression(justification: $0)] } ?? [],
      properties: Properties(decided: finding.method.text, subject: finding.subject, plan: finding.plan))
  }
}

extension LintRule {
  /// Of its section in `docs/lint.md`.
  package var anchor: String { rawValue.replacing(".", with: "") }
}
