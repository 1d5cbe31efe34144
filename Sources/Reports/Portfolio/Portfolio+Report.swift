import Engine
import FEEL
import Rules

extension Portfolio.Entry {
  /// What the overview takes from the report of one plan: nothing is worked out again.
  package init(_ report: Report) {
    let assessment = report.assessment
    self.init(
      name: report.about, file: assessment.planFile,
      packs: assessment.packs.map { "\($0.id) \($0.sha256)" }.sorted(),
      profiles: assessment.tailoring?.profiles.map(\.id) ?? [],
      rows: report.decisions.map { Portfolio.Row($0, report) })
  }
}

extension Portfolio.Row {
  init(_ each: MarketDecision, _ report: Report) {
    let market = each.market?.country
    let scored = report.risk.exposures.filter { exposure in
      guard let market else { return true }
      return report.finding(exposure.finding)?.concerns(market) ?? false
    }
    self.init(
      plan: 0, market: market, marketName: each.name, decision: each.decision, because: each.because,
      blockers: each.blockers.map(\.id), unknown: each.unknown.count, isCovered: each.isCovered,
      met: each.readiness?.met ?? 0, applicable: each.readiness?.applicable ?? 0,
      readiness: each.readiness?.percent ?? Risk.Range(low: 0, high: 100),
      scores: (each.readiness?.categories ?? []).map { Portfolio.Score($0, report) },
      ceilings: scored.largest, openCeilings: scored.open, entry: each.market?.entry,
      ready: .init(each, report))
  }
}

extension Portfolio.Closing {
  fileprivate init(_ each: MarketDecision, _ report: Report) {
    let list = report.checklist
    // A plan without markets is ready when its checklist ends.
    let whole = each.market == nil && !list.tasks.isEmpty ? list.finish : nil
    self.init(
      date: each.date?.ready ?? whole, isInTime: each.date?.isInTime, blocked: each.date?.blockedBy.count ?? 0
    )
  }
}

extension Portfolio.Score {
  fileprivate init(_ category: Risk.Category, _ report: Report) {
    let limit = report.assessment.tailoring?.appetite.limits.first { $0.harm == category.category }
    var breach: Portfolio.Breach?
    if let limit, case let state = report.state(of: limit, category), state != .kept {
      breach = Portfolio.Breach(limit: limit.level.rawValue, isCertain: state == .exceeded)
    }
    self.init(
      category: category.category, score: category.score, low: category.low, high: category.high,
      points: category.points, breach: breach)
  }
}

extension Report {
  /// A finding that scores count, by its id.
  fileprivate func finding(_ id: String) -> Finding? {
    assessment.findings.first { $0.id == id } ?? assessment.tailoredOut.first { $0.id == id }
  }
}
