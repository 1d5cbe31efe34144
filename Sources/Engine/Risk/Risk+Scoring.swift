package import FEEL
import Rules

extension Risk {
  /// Scores and readiness of all findings but permissions, per market and in total, and the maxima behind the
  /// gaps.
  package init(
    findings: [Finding], markets: [Assessment.Market], firm: Firm, sizes: SizeClasses, asOf: CalendarDate
  ) {
    let duties = findings.filter {
      $0.modality != .permission && $0.verdict != .allowed && $0.verdict != .notAllowed
    }
    .sorted { $0.id < $1.id }
    formula = Self.formulaText
    total = Readiness(nil, duties.map { ($0, $0.outcomes(inAnyOf: markets)) })
    self.markets = markets.map { market in
      Readiness(
        market.country,
        duties.filter { $0.markets.contains(market.country) }.map { ($0, $0.outcomes(in: market)) })
    }
    exposures = duties.filter(\.isOpenGap).flatMap { finding in
      finding.sanctions.filter { $0.period.contains(asOf) }.map { sanction in
        Exposure(finding.id, sanction, firm, sizes, asOf)
      }
    }
  }
}

extension Finding {
  /// A gap now, accepted or not: a waiver does not bind the authority.
  fileprivate var isOpenGap: Bool { verdict == .gap || (verdict == .waived && outcomes == .gap) }
}

extension Risk.Readiness {
  fileprivate init(_ market: String?, _ duties: [(Finding, Outcomes?)]) {
    let stakes = duties.compactMap { finding, outcomes in outcomes.map { Stake(finding, outcomes: $0) } }
    self.market = market
    met = stakes.count { !$0.outcomes.contains(.gap) && $0.outcomes.contains(.satisfied) }
    gaps = stakes.count { $0.outcomes == .gap }
    undetermined = stakes.count { $0.outcomes.contains(.gap) && $0.outcomes != .gap }
    applicable = met + gaps + undetermined
    percent = Self.percent(stakes.map(\.outcomes))
    categories = Harm.Category.allCases.map { Risk.Category($0, stakes) }
    upcoming = duties.filter { $0.1 == nil }.map(\.0.id)
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
  fileprivate init(_ category: Harm.Category, _ stakes: [Stake]) {
    self.category = category
    contributions = stakes.compactMap { stake in
      stake.points[category].map {
        Risk.Contribution(finding: stake.id, points: $0, remaining: stake.remaining)
      }
    }
    .filter { $0.remaining.high > 0 }
    .sorted { (Self.rank($1), $0.finding) < (Self.rank($0), $1.finding) }
    score = Risk.Range(
      low: Risk.score(contributions.map { Double($0.points) * $0.remaining.low }),
      high: Risk.score(contributions.map { Double($0.points) * $0.remaining.high }))
    low = Risk.Level(score: score.low)
    high = Risk.Level(score: score.high)
    let outcomes = Dictionary(stakes.map { ($0.id, $0.outcomes) }, uniquingKeysWith: { first, _ in first })
    let ids = contributions.map(\.finding)
    gaps = ids.filter { outcomes[$0] == .gap }
    undetermined = ids.filter { outcomes[$0] != .gap && outcomes[$0]?.contains(.gap) == true }
  }

  private static func rank(_ contribution: Risk.Contribution) -> Double {
    Double(contribution.points) * (contribution.remaining.high + contribution.remaining.low)
  }
}
