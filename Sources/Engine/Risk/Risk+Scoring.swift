package import FEEL
import Rules

extension Risk {
  /// Scores and readiness of all findings but permissions, in total, per market and per system, and the maxima behind the
  /// gaps.
  package init(
    findings: [Finding], markets: [Assessment.Market], firm: Firm, sizes: SizeClasses, scoring: Scoring,
    asOf: CalendarDate
  ) {
    let duties = Self.duties(of: findings, firm: firm, sizes: sizes, scoring: scoring, asOf: asOf)
    formula = Self.formulaText(scoring)
    self.scoring = scoring
    total = Readiness(duties) { $0.outcomes(inAnyOf: markets, asOf: asOf) }
    self.markets = markets.map { market in
      var readiness = Readiness(duties) {
        $0.markets.contains(market.country) ? .some($0.outcomes(in: market, asOf: asOf)) : .none
      }
      readiness.market = market.country
      return readiness
    }
    systems = Self.systems(of: duties).map { system in
      var readiness = Readiness(duties) {
        $0.isAbout(system) ? .some($0.outcomes(inAnyOf: markets, asOf: asOf)) : .none
      }
      readiness.system = system
      return readiness
    }
    exposures = duties.flatMap(\.findings).filter(\.finding.isOpenGap).sorted { $0.id < $1.id }.flatMap {
      part in
      part.finding.sanctions.filter { $0.period.contains(asOf) }.map { sanction in
        Exposure(part.id, sanction, firm, sizes, asOf)
      }
    }
  }

  /// What does not apply weighs nothing, anywhere. By id, so that the order of findings does not matter.
  static func duties(
    of findings: [Finding], firm: Firm, sizes: SizeClasses, scoring: Scoring, asOf: CalendarDate
  ) -> [Duty] {
    var places: [String: Int] = [:]
    var duties: [Duty] = []
    for finding in findings where finding.modality != .permission && finding.outcomes != .notApplicable {
      let id = Duty.name(of: finding)
      let place = places[id] ?? duties.count
      if place == duties.count {
        places[id] = place
        var duty = Duty(finding.rule, id: id, scoring)
        if scoring.model == .exposure {
          duty.weight = finding.rule.exposureWeight(firm, sizes, scoring, asOf)
        }
        duties.append(duty)
      }
      duties[place].findings.append(Duty.Part(finding, scoring))
    }
    for place in duties.indices { duties[place].findings.sort { $0.id < $1.id } }
    return duties.sorted { $0.id < $1.id }
  }

  /// The AI systems that findings are about, by id.
  private static func systems(of duties: [Duty]) -> [Subject] {
    var found: [Subject] = []
    var seen: Set<String> = []
    for part in duties.flatMap(\.findings) where part.finding.rule.provision.per == "system" {
      let subject = part.finding.subject
      if !part.isPlaceholder, seen.insert(subject.id).inserted { found.append(subject) }
    }
    return found.sorted { $0.id < $1.id }
  }
}

extension Finding {
  /// A gap now, accepted or not: a waiver does not bind the authority.
  fileprivate var isOpenGap: Bool { verdict == .gap || (verdict == .waived && outcomes == .gap) }

  fileprivate func isAbout(_ system: Subject) -> Bool {
    rule.provision.per == system.kind && subject.id == system.id
  }
}

extension Rule {
  /// 1 to 5 by the highest maximum behind it; open while a fact of the plan is missing for one of them.
  fileprivate func exposureWeight(
    _ firm: Firm, _ sizes: SizeClasses, _ scoring: Scoring, _ asOf: CalendarDate
  ) -> Risk.Range {
    var range = Risk.Range(low: 1, high: 1)
    for sanction in sanctions where sanction.period.contains(asOf) {
      let exposure = Risk.Exposure("", sanction, firm, sizes, asOf)
      let rate = firm.convert(.one, from: exposure.currency, to: "EUR")?.amount.double
      let isOpen = exposure.missing.contains { $0.hasPrefix("organization.") }
      if let amount = exposure.amount ?? exposure.unitAmount, let rate, !isOpen {
        let weight = scoring.weight(ofMaximum: amount * rate)
        range = Risk.Range(low: max(range.low, weight), high: max(range.high, weight))
      } else if sanction.rule != .noneSet {
        range.high = Scoring.mostExposureWeight
      }
    }
    return range
  }
}

extension Risk.Readiness {
  /// `outcomes` tells what can come of a finding: nothing (`none`) where it is not looked at, nil where it does not count yet.
  init(_ duties: [Duty], _ outcomes: (Finding) -> Outcomes??) {
    var stakes: [Stake] = []
    upcoming = []
    for duty in duties {
      var parts: [(part: Duty.Part, outcomes: Outcomes)] = []
      for part in duty.findings {
        guard let counted = outcomes(part.finding) else { continue }
        if let counted { parts.append((part, counted)) } else { upcoming.append(part.id) }
      }
      if !parts.isEmpty { stakes.append(Stake(duty, parts)) }
    }
    met = stakes.count { !$0.outcomes.contains(.gap) && $0.outcomes.contains(.satisfied) }
    gaps = stakes.count { $0.outcomes == .gap }
    undetermined = stakes.count { $0.outcomes.contains(.gap) && $0.outcomes != .gap }
    applicable = met + gaps + undetermined
    share = Self.share(stakes) { _ in Risk.Range(low: 1, high: 1) }
    weighted = Self.share(stakes, \.duty.weight)
    categories = Harm.Category.allCases.enumerated().map { Risk.Category($1, at: $0, stakes) }
    self.duties = stakes.filter { $0.outcomes != .notApplicable }.map {
      Risk.DutyCounted(
        duty: $0.duty.id, outcomes: $0.outcomes, weight: $0.duty.weight, findings: $0.count)
    }
  }

  /// Each duty goes the way that makes the quotient smallest, then largest: a gap or nothing, met or nothing; and so do its
  /// weights.
  private static func share(_ stakes: [Stake], _ weight: (Stake) -> Risk.Range) -> Risk.Share {
    var worst = Risk.Quotient(met: 0, of: 0)
    var best = Risk.Quotient(met: 0, of: 0)
    for stake in stakes {
      let weight = weight(stake)
      if stake.outcomes.contains(.gap) {
        worst.of += weight.high
      } else if stake.outcomes == .satisfied {
        worst = Risk.Quotient(met: worst.met + weight.low, of: worst.of + weight.low)
      }
      if stake.outcomes.contains(.satisfied) {
        best = Risk.Quotient(met: best.met + weight.high, of: best.of + weight.high)
      } else if stake.outcomes == .gap {
        best.of += weight.low
      }
    }
    return Risk.Share(worst: worst, best: best)
  }
}

extension Risk.Category {
  /// `place` is that of the category among all; `stakes` are in the order of their ids.
  fileprivate init(_ category: Harm.Category, at place: Int, _ stakes: [Stake]) {
    self.category = category
    let weighed = stakes.filter { $0.duty.points[place] > 0 && $0.inherent.high > 0 }.map { stake in
      (
        stake: stake,
        row: Risk.Contribution(
          duty: stake.duty.id, finding: stake.worst, points: stake.duty.points[place],
          factor: stake.duty.factors[place], weighted: stake.duty.weighted[place], remaining: stake.remaining,
          inherent: stake.inherent)
      )
    }.sorted { a, b in
      let ranks = (a.row.rank, b.row.rank)
      return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : a.row.duty < b.row.duty
    }
    contributions = weighed.map(\.row)
    score = Risk.score(contributions, \.remaining)
    inherent = Risk.score(contributions, \.inherent)
    points = Risk.sum(contributions, \.remaining)
    inherentPoints = Risk.sum(contributions, \.inherent)
    low = Risk.Level(score: score.low)
    high = Risk.Level(score: score.high)
    inherentLow = Risk.Level(score: inherent.low)
    inherentHigh = Risk.Level(score: inherent.high)
    gaps = weighed.filter { $0.stake.outcomes == .gap }.map(\.row.finding)
    undetermined = weighed.filter { $0.stake.outcomes != .gap && $0.stake.outcomes.contains(.gap) }
      .map(\.row.finding)
  }
}

extension Risk.Contribution {
  /// Worst first: what remains, then what there was.
  fileprivate var rank: Double {
    weighted * (remaining.high + remaining.low) * 1000 + weighted * inherent.high
  }
}
