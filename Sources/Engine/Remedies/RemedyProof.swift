package import FEEL
package import Plans
package import Rules

extension Rulebook {
  /// Judges the plan with the chosen remedies carried out, against what was found before. It costs an assessment: for reports that
  /// ask for it, not for each one.
  package func proof(
    of chosen: [(finding: Finding, remedy: Remedy)], in plan: Plan, before: [Finding], horizon: CalendarDate,
    asOf: CalendarDate, options: Options = Options()
  ) -> Checklist.Proof {
    let changed = plan.applying(
      chosen.map { ($0.remedy, $0.finding.subject) }, rulebook: self, asOf: asOf)
    return Checklist.Proof(
      of: chosen, before: before, after: assess(changed, asOf: asOf, options: options).findings,
      horizon: horizon)
  }
}

extension Checklist.Proof {
  init(
    of chosen: [(finding: Finding, remedy: Remedy)], before: [Finding], after: [Finding],
    horizon: CalendarDate
  ) {
    self.init(closed: [], stillOpen: [], opened: [], inWords: [])
    let now = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let wordy = Set(chosen.filter(\.remedy.isInWords).map(\.finding.id))
    var open: Set<String> = []
    for finding in before where finding.isOpen(on: horizon) {
      let id = finding.id
      open.insert(id)
      if now[id]?.isClosed ?? true {
        closed.append(id)
      } else if wordy.contains(id) {
        inWords.append(id)
      } else {
        stillOpen.append(id)
      }
    }
    opened = after.filter { $0.isOpen(on: horizon) }.map(\.id).filter { !open.contains($0) }
  }
}

extension Finding {
  /// It is no gap, and cannot turn out to be one.
  var isClosed: Bool { !outcomes.contains(.gap) && !outcomes.contains(.error) }
}
