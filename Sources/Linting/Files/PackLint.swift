import Diagnostics
import Engine
import FEEL
import Rules

/// What can be said of one pack without its conditions' logic.
struct PackLint {
  let rulebook: Rulebook
  let pack: Pack
  let usage: Usage
  /// Names that any pack reads.
  let factNames: Set<String>
  let cases: [CaseFile]
  let notes: LintNotes?
  let outlines: [Outline]
  let texts: [String: LawText]

  func finding(
    _ rule: LintRule, _ subject: String, line: Int, _ message: String, suggestion: String? = nil,
    severity: Diagnostic.Severity = .warning
  ) -> LintFinding {
    LintFinding(
      rule, in: pack.id, subject, at: Location(file: pack.file, line: line), message, suggestion: suggestion,
      severity: severity)
  }

  var findings: [LintFinding] {
    unused() + dates() + citations() + quotations() + missingCases() + completeness() + reviews()
      + sanctions()
  }

  /// Harms and ways out that are left out.
  private func completeness() -> [LintFinding] {
    var seen: Set<String> = []
    var findings: [LintFinding] = []
    for provision in pack.provisions
    where provision.modality != .permission && seen.insert(provision.id).inserted {
      if provision.harms.isEmpty {
        findings.append(
          LintFinding(
            .missingHarm, in: pack.id, provision.id, at: provision.location,
            "`\(provision.id)` declares no harm",
            suggestion: "add a <harm>"))
      }
      if provision.remedies.isEmpty, !(provision.requirement?.hasControl ?? false) {
        findings.append(
          LintFinding(
            .missingRemedy, in: pack.id, provision.id, at: provision.location,
            "`\(provision.id)` names no way to close a gap", suggestion: "add a <remedy>"))
      }
    }
    return findings
  }

  /// Nothing can have been reviewed after the edition that it stands in.
  private func reviews() -> [LintFinding] {
    var findings: [LintFinding] = []
    if pack.review.on > pack.edition {
      findings.append(
        finding(
          .reviewDate, "review", line: 1,
          "the review of \(pack.review.on) is after the edition of the pack, \(pack.edition)",
          suggestion: "correct the day, or raise the edition"))
    }
    for provision in pack.provisions
    where provision.reviewed > pack.edition && provision.reviewed != pack.review.on {
      findings.append(
        LintFinding(
          .reviewDate, in: pack.id, provision.id, at: provision.location,
          "`\(provision.id)` was reviewed on \(provision.reviewed), after the edition of the pack, \(pack.edition)",
          suggestion: "correct the day, or raise the edition"))
    }
    return findings
  }

  /// Tiers of sanctions that do not list what is cited. Which articles a tier covers stands in `lint.yaml`.
  private func sanctions() -> [LintFinding] {
    guard let notes else { return [] }
    var findings: [LintFinding] = []
    for provision in pack.provisions {
      for tier in provision.sanctions {
        guard let coverage = notes.coverage.first(where: { $0.sanction == tier }) else { continue }
        let isListed = provision.citations.contains { citation in
          coverage.places.contains { $0.covers(citation.law, citation.article, citation.paragraph) }
        }
        if isListed { continue }
        let fitting = notes.coverage.filter { other in
          provision.citations.contains { citation in
            other.places.contains { $0.covers(citation.law, citation.article, citation.paragraph) }
          }
        }.map { "`\($0.sanction)`" }
        findings.append(
          LintFinding(
            .sanctionTier, in: pack.id, provision.id, at: provision.location,
            "the sanction `\(tier)` does not cover \(provision.citations.first?.text ?? "what `\(provision.id)` cites")",
            suggestion: fitting.isEmpty ? nil : "\(fitting.joined(separator: ", ")) does"))
      }
    }
    for coverage in notes.coverage where !pack.sanctions.contains(where: { $0.id == coverage.sanction }) {
      findings.append(
        LintFinding(
          .unusedSuppression, in: pack.id, "covers \(coverage.sanction)", at: coverage.location,
          "the pack has no sanction `\(coverage.sanction)`",
          suggestion: didYouMean(coverage.sanction, among: pack.sanctions.map(\.id))))
    }
    return findings
  }
}
