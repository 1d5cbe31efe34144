/// What a result amounts to, without its reasons in full: enough to tell what changed between two of them, and why.
package struct Snapshot: Codable, Sendable {
  package static let schemaVersion = "1.0"

  package var schemaVersion: String
  package var plan: String
  package var organization: String?
  package var asOf, engine: String
  package var packs: [Pack]
  package var findings: [Finding]
  /// Values of the facts that findings rest on, by name; what is not stated is not in it.
  package var facts: [String: String]
  /// Scopes of the waivers that are in force.
  package var waived: [String]
  package var deadlines: [Deadline]
  package var summary: Summary

  package struct Pack: Codable, Sendable, Hashable {
    package var id, edition, sha256: String
  }
  package struct Finding: Codable, Sendable {
    package var id, pack, law, title, verdict, severity, confidence: String
    package var blocksEntry, isPermission: Bool
    package var appliesFrom, appliesUntil: String?
    package var facts: [String]
    /// Controls with their state.
    package var controls: [String: String]
  }
  /// A day that comes by itself.
  package struct Deadline: Codable, Sendable, Hashable {
    package enum Kind: String, Codable, Sendable, CaseIterable { case law, evidence, waiver, entry }
    package var date: String
    package var kind: Kind
    package var title: String
  }
  package struct Summary: Codable, Sendable {
    package var plan, asOf, decision: String
    package var gaps, critical, unknown, waived: Int
    package var readiness: ResultFile.Bounds
  }
}

extension Snapshot {
  /// The words of which a hash says whether the result is another: every verdict, but not the day on which it was reached.
  package var outcomes: String {
    findings.map { "\($0.id) \($0.verdict) \($0.severity)\n" }.sorted().joined()
  }

  /// Every fact that a finding looked at, stated or not.
  var factNames: Set<String> { Set(findings.flatMap(\.facts)) }

  /// As JSON: keys sorted, the same bytes for the same result.
  package var text: String { json(of: self) }
}
