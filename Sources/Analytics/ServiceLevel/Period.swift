/// A stretch of time and what was measured in it.
package struct Period: Sendable {
  package let start: Moment
  package let end: Moment
  package var good = Count.zero
  package var total = Count.zero
  /// Seconds for which rows stand.
  package var measured = 0
  /// Whether minutes are counted, so that one knows how many are missing.
  package let isMinutes: Bool

  package init(from start: Moment, to end: Moment, isMinutes: Bool) {
    (self.start, self.end, self.isMinutes) = (start, end, isMinutes)
  }

  package var share: Double { Double(measured) / Double(max(1, end.seconds - start.seconds)) }

  package var isWhole: Bool { measured >= end.seconds - start.seconds }

  /// What it may be in the end, the worst first: all that is missing bad, all of it good. Nil if that may be anything.
  private var ends: [(good: Count, total: Count)]? {
    if isWhole { return total > .zero ? [(good, total)] : nil }
    guard isMinutes else { return nil }
    let missing = Count(minutesIn: end.seconds - start.seconds - measured)
    return [(good, total + missing), (good + missing, total + missing)]
  }

  /// Whether less than this share is good; nil if what is missing decides it.
  package func isBelow(_ objective: Share) -> Bool? {
    guard let ends, let worst = ends.first, let best = ends.last else { return nil }
    let isBelow = objective.exceeds(best.good, of: best.total)
    return isBelow == objective.exceeds(worst.good, of: worst.total) ? isBelow : nil
  }

  /// The least and the most credit that can come of it; nil if that is not known.
  package func credit(_ level: ServiceLevel) -> ClosedRange<Share>? {
    let none = Share(billionths: 0)
    guard !level.tiers.isEmpty else { return none...none }
    guard let ends, let worst = ends.first, let best = ends.last else { return nil }
    func credit(_ end: (good: Count, total: Count)) -> Share {
      level.tier(good: end.good, total: end.total)?.credit ?? none
    }
    return credit(best)...credit(worst)
  }
}
