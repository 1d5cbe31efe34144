import Diagnostics
package import Engine
import Facts
package import Rules
import Solver

/// What the lint needs beside the packs.
package struct LintMaterial: Sendable {
  package var cases: [CaseFile] = []
  /// By the pack's file.
  package var notes: [String: LintNotes] = [:]
  package var outlines: [Outline] = []
  /// Texts of laws by their short name; empty: quotations are not looked up.
  package var texts: [String: LawText] = [:]
  /// Ids of packs; nil: all.
  package var only: Set<String>?
  /// The solver's program; nil: plans are tried instead.
  package var solver: String?
  package init() {}

  /// Where this machine has the solver.
  package static var installedSolver: String? { Z3.program }
}

extension Rulebook {
  /// What loading cannot see: conditions that say nothing or contradict one another, gaps in dates, citations of what is not there,
  /// names never used, cases that are missing. In the order of the files.
  package func lint(_ material: LintMaterial) -> [LintFinding] {
    var memory = LintMemory()
    return lint(material, &memory)
  }

  /// The same for one who lints many editions of a pack.
  package func lint(_ material: LintMaterial, _ memory: inout LintMemory) -> [LintFinding] {
    var findings: [LintFinding] = material.only == nil ? nearControls() : []
    let names = Set(packs.flatMap(\.states).flatMap { Usage.names(in: $0.pack.allExpressions) }).union(
      Usage.names(in: vocabulary.kinds.flatMap { $0.facts.compactMap(\.derivation) }))
    for pack in packs where material.only?.contains(pack.pack.id) ?? true {
      let notes = material.notes[pack.pack.file]
      let solver = material.solver.flatMap { Z3(program: $0) }
      let states = pack.states.map { law -> LawFindings in
        let cases = pack.earlier.isEmpty ? material.cases : material.cases.map { $0.only(of: law.pack) }
        let files = PackLint(
          rulebook: self, pack: law.pack, usage: Usage(law.pack), factNames: names, cases: cases,
          notes: notes, outlines: material.outlines, texts: material.texts)
        let conditions = ConditionReport(self, law, solver: solver, &memory)
        return LawFindings(law.pack, files.findings + conditions.findings)
      }
      let remarks = pack.tableRemarks.map { remark in
        LintFinding(
          .unused, in: pack.pack.id, "table \(remark.location.file)", at: remark.location, remark.message,
          suggestion: remark.suggestion, excerpt: remark.excerpt, severity: remark.severity)
      }
      findings += settled(LawFindings.merged(states) + remarks, pack.pack, notes)
    }
    return findings
  }

  /// With what the pack leaves out marked, and what it leaves out in vain.
  private func settled(_ findings: [LintFinding], _ pack: Pack, _ notes: LintNotes?) -> [LintFinding] {
    var findings = findings.sorted { a, b in
      let (x, y) = (a.diagnostic.location, b.diagnostic.location)
      return (x.file, x.line, x.column, a.rule.rawValue, a.subject) < (
        y.file, y.line, y.column, b.rule.rawValue, b.subject
      )
    }
    for suppression in notes?.suppressions ?? [] {
      var isUsed = false
      for index in findings.indices
      where findings[index].rule.rawValue == suppression.rule
        && findings[index].subject == suppression.subject
      {
        findings[index].suppressed = suppression.reason
        isUsed = true
      }
      // Without the solver nobody knows whether it would have found it.
      let isOpen = findings.contains { $0.rule == .undecided }
      if isUsed || isOpen { continue }
      findings.append(
        LintFinding(
          .unusedSuppression, in: pack.id, suppression.subject, at: suppression.location,
          "nothing of the rule `\(suppression.rule)` is found at `\(suppression.subject)`",
          suggestion: "take the suppression out"))
    }
    return findings
  }
}
