import Rules

/// Which verdicts two assessments of one plan differ in: under other packs, another law, or other facts.
package struct AssessmentComparison: Sendable {
  package struct Change: Sendable {
    /// `eu.gdpr/art-27@organization`, as the later assessment calls it.
    package var id: String
    package var title: String
    /// nil: there was no such finding.
    package var before: Verdict?
    /// nil: there is no such finding any more.
    package var after: Verdict?
  }

  /// In the order of the later assessment; findings that are gone come last.
  package let changes: [Change]

  /// `successors`: ids of the provisions that replace one, given its pack and id. A finding of several predecessors is compared
  /// with the first.
  package init(_ before: Assessment, _ after: Assessment, successors: (String, String) -> [String]) {
    var old: [String: Finding] = [:]
    for finding in before.findings {
      old[finding.id] = finding
      for successor in successors(finding.rule.pack, finding.rule.id) {
        let id =
          "\(finding.rule.pack)/\(successor)"
          + finding.id.dropFirst(finding.rule.pack.count + 1 + finding.rule.id.count)
        if old[id] == nil { old[id] = finding }
      }
    }
    var met: Set<String> = []
    var changes: [Change] = []
    for finding in after.findings {
      let id = finding.id
      let earlier = old[id]
      if let earlier { met.insert(earlier.id) }
      if earlier?.verdict != finding.verdict {
        changes.append(
          Change(
            id: id, title: finding.rule.provision.title, before: earlier?.verdict, after: finding.verdict))
      }
    }
    for finding in before.findings where !met.contains(finding.id) {
      changes.append(
        Change(id: finding.id, title: finding.rule.provision.title, before: finding.verdict, after: nil))
    }
    self.changes = changes
  }
}
