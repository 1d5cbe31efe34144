package import FEEL
import Rules

extension Risk {
  /// Scores and readiness of all findings but permissions, per market and in total, and the maxima behind the
  /// gaps.
  package init(
    findings: [Finding], markets: [Assessment.Market], firm: Firm, sizes: SizeClasses, asOf: CalendarDate
  ) {
    // What does not apply weighs nothing, anywhere.
    let duties = findings.filter { $0.modality != .permission && $0.outcomes != .notApplicable }
      .map { Duty($0) }.sorted { $0.id < $1.id }
    formula = Self.formulaText
    total = Readiness(nil, duties) { $0.outcomes(inAnyOf: markets) }
    self.markets = markets.map { market in
      Readiness(market.country, duties.filter { $0.finding.markets.contains(market.country) }) {
        $0.outcomes(in: market)
      }
    }
    exposures = duties.filter(\.finding.isOpenGap).flatMap { duty in
      duty.finding.sanctions.filter { $0.period.contains(asOf) }.map { sanction in
        Exposure(duty.id, sanction, firm, sizes, asOf)
      }
    }
  }
}

extension Finding {
  /// A gap now, accepted or not: a waiver does not bind the authority.
  fileprivate var isOpenGap: Bool { verdict == .gap || (verdict == .waived && outcomes == .gap) }
}

extension Risk.Readiness {
  /// `outcomes` tells what can come of a finding in the market; nil: it does not count there yet.
  fileprivate init(_ market: String?, _ duties: [Duty], _ outcomes: (Finding) -> Outcomes?) {
    var stakes: [Stake] = []
    var upcoming: [String] = []
    for duty in duties {
      if let outcomes = outcomes(duty.finding) {
        stakes.append(Stake(duty, outcomes: outcomes))
      } else {
        upcoming.append(duty.id)
      }
    }
    self.market = market
    met = stakes.count { !$0.outcomes.contains(.gap) && $0.outcomes.contains(.satisfied) }
    gaps = stakes.count { $0.outcomes == .gap }
    undetermined = stakes.count { $0.outcomes.contains(.gap) && $0.outcomes != .gap }
    applicable = met + gaps + undetermined
    percent = Self.percent(stakes.map(\.outcomes))
    categories = Harm.Category.allCases.enumerated().map { Risk.Category($1, at: $0, stakes) }
    self.upcoming = upcoming
  }

  /// Each finding goes the way that makes the quotient smallest, then largest: a gap or nothing, met or
  /// nothing.
  private static func percent(_ outcomes: [Outcomes]) -> Risk.Range {
    var worst = (met: 0, of: 0)
    var best = (met: 0, of: 0)
    for outcomes in outcomes {
      if outcomes.contains(.gap) {
        worst.of += 1
      } else if outcomes == .satisfied {
        worst = (worst.met + 1, worst.of + 1)
      }
      if outcomes.contains(.satisfied) {
        best = (best.met + 1, best.of + 1)
      } else if outcomes == .gap {
        best.of += 1
      }
    }
    func percent(_ part: (met: Int, of: Int)) -> Double {
      part.of == 0 ? 100 : Double(part.met) / Double(part.of) * 100
    }
    return Risk.Range(low: percent(worst), high: percent(best))
  }
}

extension Risk.Category {
  /// `place` is that of the category among all; `stakes` are in the order of their ids.
  fileprivate init(_ category: Harm.Category, at place: Int, _ stakes: [Stake]) {
    self.category = category
    var weighed: [(place: Int, rank: Double, contribution: Risk.Contribution)] = []
    for (index, stake) in stakes.enumerated() where stake.duty.points[place] > 0 {
      let remaining = stake.remaining
      guard remaining.high > 0 else { continue }
      let points = stake.duty.points[place]
      weighed.append(
        (
          index, Double(points) * (remaining.high + remaining.low),
          Risk.Contribution(finding: stake.duty.id, points: points, remaining: remaining)
        ))
    }
    weighed.sort { a, b in a.rank != b.rank ? a.rank > b.rank : a.place < b.place }
    contributions = weighed.map(\.contribution)
    score = Risk.Range(
      low: Risk.score(contributions.map { Double($0.points) * $0.remaining.low }),
      high: Risk.score(contributions.map { Double($0.points) * $0.remaining.high }))
    low = Risk.Level(score: score.low)
    high = Risk.Level(score: score.high)
    gaps = weighed.filter { stakes[$0.place].outcomes == .gap }.map(\.contribution.finding)
    undetermined = weighed.filter {
      let outcomes = stakes[$0.place].outcomes
      return outcomes != .gap && outcomes.contains(.gap)
    }.map(\.contribution.finding)
  }
}
