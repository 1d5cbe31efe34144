import FEEL
import Rules

/// A provision with all its findings that may apply: worked out once, for all markets.
struct Duty {
  /// `eu.gdpr/art-27`; with its first day where another version is in force now.
  let id: String
  let rule: Rule
  /// likelihood × impact in the order of the categories, and with the factors of the profiles; 0 where it does no harm.
  let points: [Int]
  let factors: [Double]
  let weighted: [Double]
  /// In the weighted readiness.
  var weight: Risk.Range
  var findings: [Part] = []

  /// One finding of it.
  struct Part {
    let finding: Finding
    let id: String
    /// Least and most of what remains if it is met.
    let met: Risk.Range
    /// It stands for whatever an unstated collection holds, perhaps nothing.
    let isPlaceholder: Bool

    init(_ finding: Finding, _ scoring: Scoring) {
      self.finding = finding
      let id = finding.id
      self.id = id
      met = finding.controls.reduce(.zero) { worst, control in
        let share = scoring.remaining(control.assurance)
        return Risk.Range(low: max(worst.low, share.low), high: max(worst.high, share.high))
      }
      isPlaceholder = id.hasSuffix("@" + World.placeholder) || id.contains("@\(World.placeholder):")
    }
  }

  init(_ rule: Rule, id: String, _ scoring: Scoring) {
    self.id = id
    self.rule = rule
    points = rule.points
    factors = zip(Harm.Category.allCases, rule.points).map { $1 == 0 ? 1 : scoring.factor(rule, $0) }
    weighted = zip(points, factors).map { min(Risk.mostPoints, Double($0) * $1) }
    let severity = weighted.max() ?? 0
    weight =
      scoring.model == .severity
      ? Risk.Range(low: severity, high: severity) : Risk.Range(low: 1, high: 1)
  }

  static func name(of finding: Finding) -> String {
    "\(finding.pack)/\(finding.provision)" + (finding.isVersionToCome ? "~\(finding.day)" : "")
  }
}

/// A duty as risk and readiness of one market see it: what can still come of it there.
struct Stake {
  let duty: Duty
  /// Never empty, without `error`.
  let outcomes: Outcomes
  /// Share of the points that remains, at best and at worst, and the same with nothing met.
  let remaining: Risk.Range
  let inherent: Risk.Range
  /// The finding that weighs most.
  let worst: String
  let count: Int

  /// Findings with what can come of them; at least one.
  init(_ duty: Duty, _ parts: [(part: Duty.Part, outcomes: Outcomes)]) {
    self.duty = duty
    var joined: Outcomes = .notApplicable
    var canBeMet = true
    var remaining = Risk.Range.zero
    var inherent = Risk.Range.zero
    var worst = (id: parts.first?.part.id ?? duty.id, rank: -1.0)
    for (part, stated) in parts {
      let outcomes = stated.settled(part)
      // It does not apply where no subject is bound, and is met where none is a gap and one is met.
      if !outcomes.contains(.notApplicable) { joined.remove(.notApplicable) }
      joined.formUnion(outcomes.intersection([.gap, .satisfied]))
      if outcomes == .gap { canBeMet = false }
      let left = outcomes.remaining(part.met)
      remaining = remaining.worse(left)
      inherent = inherent.worse(
        Risk.Range(low: outcomes.contains(.notApplicable) ? 0 : 1, high: outcomes == .notApplicable ? 0 : 1))
      let rank = left.low + left.high
      if rank > worst.rank || (rank == worst.rank && part.id < worst.id) { worst = (part.id, rank) }
    }
    if !canBeMet { joined = .gap }
    outcomes = joined
    self.remaining = remaining
    self.inherent = inherent
    self.worst = worst.id
    count = parts.count
  }
}

extension Outcomes {
  /// An error leaves everything open, and what may not exist may not apply.
  fileprivate func settled(_ part: Duty.Part) -> Outcomes {
    if contains(.error) || isEmpty { return [.satisfied, .gap, .notApplicable] }
    return part.isPlaceholder ? union(.notApplicable) : self
  }

  /// Share of the points that remains, at best and at worst; `met`: of a duty that is met.
  fileprivate func remaining(_ met: Risk.Range) -> Risk.Range {
    var range = Risk.Range(low: 1, high: 0)
    func allow(_ low: Double, _ high: Double) {
      range = Risk.Range(low: min(range.low, low), high: max(range.high, high))
    }
    if contains(.gap) { allow(1, 1) }
    if contains(.notApplicable) { allow(0, 0) }
    if contains(.satisfied) { allow(met.low, met.high) }
    return range
  }
}

extension Risk.Range {
  /// Of two findings of one duty the worse counts, at either end.
  fileprivate func worse(_ other: Self) -> Self {
    Self(low: max(low, other.low), high: max(high, other.high))
  }
}

extension Rule {
  fileprivate var points: [Int] {
    let harms = provision.harms
    return Harm.Category.allCases.map { category in
      if harms.isEmpty { return category == .compliance ? Self.topPoints[severity.rank] : 0 }
      return harms.reduce(0) { $1.category == category ? max($0, $1.score) : $0 }
    }
  }

  /// The top of each severity's band.
  private static let topPoints = [4, 9, 15, 25]
}

extension Finding {
  /// Law that starts later, also where it is met already: otherwise to meet it early would make it count.
  private func isToCome(_ asOf: CalendarDate) -> Bool {
    verdict == .upcoming || (appliesFrom.map { $0 > asOf } ?? false)
  }

  /// What can come of it in a market entered on `entry`; nil: it does not count there (yet).
  func outcomes(in market: Assessment.Market, asOf: CalendarDate) -> Outcomes? {
    guard isToCome(asOf), let appliesFrom else { return outcomes }
    guard let entry = market.entry else { return outcomes.union(.notApplicable) }
    return appliesFrom <= entry ? outcomes : nil
  }

  /// What can come of it in any of the markets that it concerns.
  func outcomes(inAnyOf markets: [Assessment.Market], asOf: CalendarDate) -> Outcomes? {
    guard isToCome(asOf) else { return outcomes }
    let each = markets.filter { self.markets.contains($0.country) }
      .compactMap { outcomes(in: $0, asOf: asOf) }
    // One market for which it surely counts decides.
    return each.contains(outcomes) ? outcomes : each.first
  }
}
