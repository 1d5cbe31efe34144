package import FEEL
import Rules

/// One success metric of the expansion: what is known of its value, by market and over all, against the target of the day.
package struct SuccessMetric: Sendable {
  package enum Metric: String, Sendable, CaseIterable {
    case readiness, obligations, efficiency, satisfaction
  }
  package enum Verdict: String, Sendable { case met, missed, unknown }

  /// What the value can be; nil at an end that nothing bounds.
  package struct Bounds: Sendable, Hashable {
    package var low: Double?
    package var high: Double?
    package init(low: Double?, high: Double?) {
      self.low = low
      self.high = high
    }
    package init(_ value: Double?) { self.init(low: value, high: value) }
    package static let unknown = Bounds(nil)
  }
  package struct Market: Sendable {
    package var country: String
    package var name: String
    package var value: Bounds
    package var verdict: Verdict
  }

  package var metric: Metric
  package var title: String
  package var target: Double
  package var unit: String
  package var source: String
  /// How the value of the whole follows from those of the markets.
  package var formula: String
  package var value: Bounds
  package var verdict: Verdict
  package var markets: [Market]
  /// The share of obligations met once the schedule is carried out; for `obligations` alone.
  package var projected: Bounds?
  /// Facts of the plan that would settle it.
  package var missing: [String]
}

extension SuccessMetric {
  /// The metrics that have a target on the day, in the order of the table. `law`: the risk of what law asks alone, for a missed target of
  /// a standard breaks no law; `standards`: ids of the packs that are none.
  package static func all(
    _ targets: Targets, measured: Measured, checklist: Checklist, risk: Risk, law: Risk,
    standards: Set<String>,
    asOf: CalendarDate
  ) -> [SuccessMetric] {
    targets.targets.filter { $0.period.contains(asOf) }.map { target in
      switch target.metric {
      case .readiness: readiness(target, checklist, risk)
      case .obligations: obligations(target, checklist, law, standards)
      case .efficiency: efficiency(target, measured)
      case .satisfaction: satisfaction(target, measured)
      }
    }
  }

  /// Calendar days from the start to the last task of each market, on average. Open questions may turn into tasks, so they leave
  /// the value without an upper end; a gap without remedy leaves it without a lower one that is worth stating: it is missed.
  private static func readiness(_ target: Targets.Target, _ list: Checklist, _ risk: Risk) -> SuccessMetric {
    let open = Dictionary(
      risk.markets.map { ($0.market ?? "", $0.undetermined > 0) }, uniquingKeysWith: { a, b in a || b })
    var metric = SuccessMetric(
      target, formula: "average over the markets of (last task to close a gap − start), in calendar days")
    var isStuck = false
    metric.markets = list.markets.map { market in
      let days = Double((market.ready ?? list.start).dayNumber - list.start.dayNumber)
      let hasNoWay = !market.blockedBy.isEmpty
      isStuck = isStuck || hasNoWay
      let value = Bounds(low: days, high: hasNoWay || open[market.country] == true ? nil : days)
      return metric.market(
        market.country, market.name, value, hasNoWay ? .missed : metric.verdict(atMost: value))
    }
    metric.value = average(metric.markets.map(\.value))
    metric.verdict = isStuck ? .missed : metric.verdict(atMost: metric.value)
    if metric.verdict == .unknown { metric.missing = ["the facts that `pratique questions` asks for"] }
    return metric
  }

  /// Met ÷ applicable as the readiness scores have it, the worst market first in the whole; and what remains when every task is done.
  private static func obligations(
    _ target: Targets.Target, _ list: Checklist, _ risk: Risk, _ standards: Set<String>
  ) -> SuccessMetric {
    var metric = SuccessMetric(
      target, formula: "applicable obligations of law met ÷ applicable, least and most over the unknown facts"
    )
    let names = Dictionary(list.markets.map { ($0.country, $0.name) }, uniquingKeysWith: { a, _ in a })
    metric.markets = risk.markets.map { readiness in
      let country = readiness.market ?? ""
      let value = Bounds(low: readiness.percent.low, high: readiness.percent.high)
      return metric.market(country, names[country] ?? country, value, metric.verdict(atLeast: value))
    }
    let total = risk.total
    metric.value = Bounds(low: total.percent.low, high: total.percent.high)
    metric.verdict = metric.verdict(atLeast: metric.value)
    let stuck = min(
      list.withoutRemedy.count { !standards.contains(String($0.prefix { $0 != "/" })) }, total.gaps)
    if total.applicable > 0 {
      let applicable = Double(total.applicable)
      let closed = Double(total.met + total.gaps - stuck)
      metric.projected = Bounds(
        low: closed / applicable * 100, high: (closed + Double(total.undetermined)) / applicable * 100)
    }
    if metric.verdict == .unknown { metric.missing = ["the facts that `pratique questions` asks for"] }
    return metric
  }

  /// Cost of a unit at home ÷ cost of a unit in the market; the whole is the least of the markets.
  private static func efficiency(_ target: Targets.Target, _ measured: Measured) -> SuccessMetric {
    var metric = SuccessMetric(
      target, formula: "cost of a unit at home ÷ cost of a unit in the market; the least of the markets")
    metric.ofMarkets(measured.markets) { market in
      guard let home = measured.domesticUnitCost else { return nil }
      return market.unitCost.flatMap { home.divided(by: $0) }
    }
    if measured.domesticUnitCost == nil { metric.missing.append("organization.domesticUnitCost") }
    metric.missing += measured.markets.filter { $0.unitCost == nil }.map { "markets[\($0.country)].unitCost" }
    return metric
  }

  /// The share of satisfied customers, where enough answered; the whole is the least of the markets.
  private static func satisfaction(_ target: Targets.Target, _ measured: Measured) -> SuccessMetric {
    let least = target.minimumAnswers
    var metric = SuccessMetric(
      target, formula: "share of satisfied customers among those who answered; the least of the markets")
    metric.ofMarkets(measured.markets) { market in
      if let least, market.satisfactionAnswers.map({ $0 < least }) ?? true { return nil }
      return market.satisfaction
    }
    for market in measured.markets {
      if market.satisfaction == nil { metric.missing.append("markets[\(market.country)].satisfaction") }
      if let least, market.satisfactionAnswers.map({ $0 < least }) ?? true {
        metric.missing.append("markets[\(market.country)].satisfactionAnswers (at least \(least))")
      }
    }
    return metric
  }

  private init(_ target: Targets.Target, formula: String) {
    self.init(
      metric: target.metric, title: target.title, target: target.value.double, unit: target.unit,
      source: target.source, formula: formula, value: .unknown, verdict: .unknown, markets: [], missing: [])
  }

  /// Shares by market; one that is not known leaves the least of them without a lower end.
  private mutating func ofMarkets(_ measured: [Measured.Market], _ share: (Measured.Market) -> Decimal?) {
    markets = measured.map { each in
      let value = Bounds(share(each).flatMap { $0.multiplied(by: Decimal(100)) }?.double)
      return market(each.country, each.name, value, verdict(atLeast: value))
    }
    let known = markets.compactMap(\.value.low)
    value = Bounds(low: known.count == markets.count ? known.min() : nil, high: known.min())
    verdict = markets.isEmpty ? .unknown : verdict(atLeast: value)
  }

  private func market(_ country: String, _ name: String, _ value: Bounds, _ verdict: Verdict) -> Market {
    Market(country: country, name: name, value: value, verdict: verdict)
  }

  private func verdict(atLeast value: Bounds) -> Verdict {
    if let low = value.low, low >= target { return .met }
    if let high = value.high, high < target { return .missed }
    return .unknown
  }

  private func verdict(atMost value: Bounds) -> Verdict {
    if let high = value.high, high <= target { return .met }
    if let low = value.low, low > target { return .missed }
    return .unknown
  }

  private static func average(_ values: [Bounds]) -> Bounds {
    func mean(_ ends: [Double?]) -> Double? {
      let known = ends.compactMap(\.self)
      return known.isEmpty || known.count < ends.count ? nil : known.reduce(0, +) / Double(known.count)
    }
    return Bounds(low: mean(values.map(\.low)), high: mean(values.map(\.high)))
  }
}
