import Diagnostics
import Engine
import Rules

/// What was found in the law of a pack before or after an amendment.
struct LawFindings {
  let findings: [LintFinding]
  /// Lines of what the pack says in this state.
  private let lines: Set<Int>
  private let told: Set<Key>

  private struct Key: Hashable {
    let rule: LintRule
    let subject: String
    let location: Location
    let message: String
    init(_ finding: LintFinding) {
      (rule, subject) = (finding.rule, finding.subject)
      (location, message) = (finding.diagnostic.location, finding.diagnostic.message)
    }
  }

  init(_ pack: Pack, _ findings: [LintFinding]) {
    self.findings = findings
    lines = Set(
      pack.provisions.map(\.location.line) + pack.definitions.map(\.location.line)
        + pack.parameters.map(\.line) + pack.allExpressions.map(\.firstLine))
    told = Set(findings.map { Key($0) })
  }

  /// Whether the part of the pack that a finding speaks of is in this state, and nothing was found of it.
  private func clears(_ finding: LintFinding) -> Bool {
    if [.dateGap, .dateOverlap, .deadPeriod].contains(finding.rule) { return false }
    guard !told.contains(Key(finding)) else { return false }
    // What has no line of its own is there in every state.
    let line = finding.diagnostic.location.line
    return line == 1 || lines.contains(line)
  }

  /// A thing that is never used, never applies or has no case is one only if that is so in every state that has it; a gap in dates is
  /// one wherever it is.
  static func merged(_ states: [LawFindings]) -> [LintFinding] {
    if states.count == 1 { return states[0].findings }
    var result: [LintFinding] = []
    var seen: Set<Key> = []
    for state in states.reversed() {
      for finding in state.findings where seen.insert(Key(finding)).inserted {
        if !states.contains(where: { $0.clears(finding) }) { result.append(finding) }
      }
    }
    return result
  }
}

extension CaseFile {
  /// Only the cases of the days on which this was the law.
  func only(of law: Pack) -> CaseFile {
    guard pack == law.id else { return self }
    var file = self
    file.cases = cases.filter { law.enacted.contains($0.asOf) }
    return file
  }
}
