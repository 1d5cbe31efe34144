package import FEEL
import Rules

/// A market that a plan could enter next: what stands in the way, what is done already, and when it could be entered.
package struct NextMarket: Sendable {
  package var market: Assessment.Market
  /// Findings of the market by what is open; a permission is none of them.
  package var blockers: [Finding]
  package var otherGaps: [Finding]
  package var unknown: [Finding]
  package var met: Int
  /// Entry-blocking gaps for which there is no task.
  package var withoutTask: [String]
  /// Controls that its duties ask for: those in place, those that the plan's own schedule brings, and the rest.
  package var controls: (inPlace: Int, planned: Int, new: Int)
  /// Tasks and person days that the present plan does not need.
  package var newTasks: [String]
  package var newEffort: Double
  /// The earliest day of entry with no gap that blocks it; nil: some such gap has no task.
  package var lawful: CalendarDate?
  /// The same if every unknown turns out a gap.
  package var lawfulAtWorst: CalendarDate?

  /// Some pack takes the market in.
  package var isCovered: Bool { !market.packs.isEmpty }
  package var applicable: Int { met + blockers.count + otherGaps.count + unknown.count }

  /// nil: the assessment has no such market. `atWorst` is the schedule if every unknown of `assessment` turns out a gap, `present` that of the plan
  /// without the market.
  package init?(
    _ country: String, in assessment: Assessment, schedule: Checklist, atWorst: Checklist, present: Checklist
  ) {
    guard let market = assessment.markets.first(where: { $0.country == country }),
      let date = schedule.markets.first(where: { $0.country == country })
    else { return nil }
    self.market = market
    let findings = assessment.findings.filter {
      $0.markets.contains(country) && $0.modality != .permission
    }
    let gaps = findings.filter { $0.verdict == .gap }
    blockers = gaps.filter(\.blocksEntry)
    otherGaps = gaps.filter { !$0.blocksEntry }
    unknown = findings.filter(\.isOpenQuestion)
    met = findings.count { $0.verdict == .satisfied }
    withoutTask = date.blockedBy
    let already = Set(present.tasks.map(\.id))
    let fresh = schedule.tasks.filter { $0.markets.contains(country) && !already.contains($0.id) }
    newTasks = fresh.map(\.id)
    newEffort = fresh.reduce(0) { $0 + $1.effortDays }
    var states: [String: Bool] = [:]
    for state in findings.lazy.filter({ $0.verdict != .notApplicable }).flatMap(\.controls) {
      states[state.control] = (states[state.control] ?? true) && state.assurance.isInPlace
    }
    controls = (
      states.values.count { $0 },
      states.count { !$0.value && already.contains($0.key) },
      states.count { !$0.value && !already.contains($0.key) }
    )
    lawful = date.lawful
    lawfulAtWorst = atWorst.markets.first { $0.country == country }?.lawful
  }
}

extension NextMarket {
  /// By the lawful entry if every unknown is a gap, then as far as known, new effort, unknowns and code: less knowledge never moves a
  /// market up.
  package static func ranked(_ candidates: [Self]) -> [Self] {
    candidates.sorted { a, b in
      if a.isCovered != b.isCovered { return a.isCovered }
      if a.lawfulAtWorst != b.lawfulAtWorst { return earlier(a.lawfulAtWorst, b.lawfulAtWorst) }
      if a.lawful != b.lawful { return earlier(a.lawful, b.lawful) }
      if a.newEffort != b.newEffort { return a.newEffort < b.newEffort }
      if a.unknown.count != b.unknown.count { return a.unknown.count < b.unknown.count }
      return a.market.country < b.market.country
    }
  }

  /// No date is later than any.
  private static func earlier(_ a: CalendarDate?, _ b: CalendarDate?) -> Bool {
    guard let a else { return false }
    return b.map { a < $0 } ?? true
  }
}

extension Assessment {
  /// The assessment as it would be if whatever is unknown turned out a gap.
  package var atWorst: Assessment {
    var worst = self
    for place in worst.findings.indices where worst.findings[place].isOpenQuestion {
      worst.findings[place].verdict = .gap
      worst.findings[place].outcomes.insert(.gap)
    }
    return worst
  }
}
