import FEEL
import Rules

/// A finding as risk and readiness see it: what can still come of it, and how much it weighs where.
struct Stake {
  let id: String
  /// Never empty, without `error`.
  let outcomes: Outcomes
  /// likelihood × impact by category.
  let points: [Harm.Category: Int]
  /// Least and most of what remains if the duty is met.
  private let met: Risk.Range

  init(_ finding: Finding, outcomes: Outcomes) {
    id = finding.id
    // An error leaves everything open.
    let isOpen = outcomes.contains(.error) || outcomes.isEmpty
    self.outcomes = isOpen ? [.satisfied, .gap, .notApplicable] : outcomes
    points = finding.points
    let states = finding.controls.map(\.assurance)
    met = Risk.Range(
      low: states.allSatisfy { $0 == .evidenced || $0 == .unknown } ? 0 : Risk.assertedShare,
      high: states.allSatisfy { $0 == .evidenced } ? 0 : Risk.assertedShare)
  }

  /// Share of the points that remains, at best and at worst.
  var remaining: Risk.Range {
    var range = Risk.Range(low: 1, high: 0)
    func allow(_ low: Double, _ high: Double) {
      range = Risk.Range(low: min(range.low, low), high: max(range.high, high))
    }
    if outcomes.contains(.gap) { allow(1, 1) }
    if outcomes.contains(.notApplicable) { allow(0, 0) }
    if outcomes.contains(.satisfied) { allow(met.low, met.high) }
    return range
  }
}

extension Finding {
  fileprivate var points: [Harm.Category: Int] {
    if harms.isEmpty {
      let top = [Severity.low: 4, .medium: 9, .high: 15, .critical: 25]
      return [.compliance: top[severity] ?? 25]
    }
    return Dictionary(harms.map { ($0.category, $0.score) }, uniquingKeysWith: max)
  }

  /// What can come of it in a market entered on `entry`; nil: it does not count there (yet).
  func outcomes(in market: Assessment.Market) -> Outcomes? {
    guard verdict == .upcoming, let appliesFrom else { return outcomes }
    guard let entry = market.entry else { return outcomes.union(.notApplicable) }
    return appliesFrom <= entry ? outcomes : nil
  }

  /// What can come of it in any of the markets that it concerns.
  func outcomes(inAnyOf markets: [Assessment.Market]) -> Outcomes? {
    guard verdict == .upcoming else { return outcomes }
    let each = markets.filter { self.markets.contains($0.country) }.compactMap { outcomes(in: $0) }
    // One market for which it surely counts decides.
    return each.contains(outcomes) ? outcomes : each.first
  }
}
