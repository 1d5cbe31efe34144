import FEEL
import Rules

/// What a finding weighs, whatever comes of it: worked out once, for all markets.
struct Duty {
  let finding: Finding
  let id: String
  /// likelihood × impact in the order of the categories; 0 where it does no harm.
  let points: [Int]
  /// Least and most of what remains if the duty is met.
  fileprivate let met: Risk.Range

  init(_ finding: Finding) {
    self.finding = finding
    id = finding.id
    points = finding.points
    let states = finding.controls.map(\.assurance)
    met = Risk.Range(
      low: states.allSatisfy { $0 == .evidenced || $0 == .unknown } ? 0 : Risk.assertedShare,
      high: states.allSatisfy { $0 == .evidenced } ? 0 : Risk.assertedShare)
  }
}

/// A duty as risk and readiness of one market see it: what can still come of it there.
struct Stake {
  let duty: Duty
  /// Never empty, without `error`.
  let outcomes: Outcomes

  init(_ duty: Duty, outcomes: Outcomes) {
    self.duty = duty
    // An error leaves everything open.
    let isOpen = outcomes.contains(.error) || outcomes.isEmpty
    self.outcomes = isOpen ? [.satisfied, .gap, .notApplicable] : outcomes
  }

  /// Share of the points that remains, at best and at worst.
  var remaining: Risk.Range {
    var range = Risk.Range(low: 1, high: 0)
    func allow(_ low: Double, _ high: Double) {
      range = Risk.Range(low: min(range.low, low), high: max(range.high, high))
    }
    if outcomes.contains(.gap) { allow(1, 1) }
    if outcomes.contains(.notApplicable) { allow(0, 0) }
    if outcomes.contains(.satisfied) { allow(duty.met.low, duty.met.high) }
    return range
  }
}

extension Finding {
  fileprivate var points: [Int] {
    let harms = rule.provision.harms
    return Harm.Category.allCases.map { category in
      if harms.isEmpty { return category == .compliance ? Self.topPoints[severity.rank] : 0 }
      return harms.reduce(0) { $1.category == category ? max($0, $1.score) : $0 }
    }
  }

  /// The top of each severity's band.
  private static let topPoints = [4, 9, 15, 25]

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
