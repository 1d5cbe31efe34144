package import FEEL
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
    /// Where the law does not apply yet: its first day. With no finding it is listed as later law, and not judged.
    package var appliesFrom: (before: CalendarDate?, after: CalendarDate?)
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
    let listed = (LaterDays(before), LaterDays(after))
    var met: Set<String> = []
    var changes: [Change] = []
    for finding in after.findings {
      let id = finding.id
      let earlier = old[id]
      if let earlier { met.insert(earlier.id) }
      let days = (earlier?.firstDay ?? listed.0.day(of: finding), finding.firstDay)
      if earlier?.verdict != finding.verdict || days.0 != days.1 {
        changes.append(
          Change(
            id: id, title: finding.rule.provision.title, before: earlier?.verdict, after: finding.verdict,
            appliesFrom: days))
      }
    }
    for finding in before.findings where !met.contains(finding.id) {
      changes.append(
        Change(
          id: finding.id, title: finding.rule.provision.title, before: finding.verdict, after: nil,
          appliesFrom: (finding.firstDay, listed.1.day(of: finding))))
    }
    self.changes = changes
  }
}

/// The first days of law that is too far off to be judged.
private struct LaterDays {
  private let days: [String: CalendarDate]

  init(_ assessment: Assessment) {
    days = Dictionary(
      assessment.later.map { ("\($0.pack)/\($0.provision)", $0.from) }, uniquingKeysWith: { min($0, $1) })
  }

  func day(of finding: Finding) -> CalendarDate? { days["\(finding.pack)/\(finding.provision)"] }
}

extension Finding {
  /// Of law to come.
  fileprivate var firstDay: CalendarDate? { verdict == .upcoming ? appliesFrom : nil }
}
