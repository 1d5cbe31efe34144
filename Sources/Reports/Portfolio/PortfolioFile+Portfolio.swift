import Engine
import FEEL
import Rules

extension PortfolioFile {
  init(_ portfolio: Portfolio) {
    (asOf, engine, formula) = (portfolio.asOf.description, portfolio.engine, Portfolio.formula)
    plans = portfolio.plans.map { Plan(name: $0.name, file: $0.file, profiles: $0.profiles) }
    rows = portfolio.rows.map { Row($0, portfolio) }
    heatMap = portfolio.heat.flatMap { market in
      zip(Harm.Category.allCases, market.cells).map { category, cell in
        Cell(
          market: market.market, marketName: market.marketName, category: category.rawValue,
          worst: cell.map { Worst($0, portfolio) })
      }
    }
    guard !portfolio.earlier.isEmpty else { return }
    earlier = portfolio.earlier.map {
      Comparison(
        file: $0.file, plan: $0.name, planFile: $0.planFile, asOf: $0.asOf.description, engine: $0.engine,
        remarks: $0.remarks)
    }
    gone = portfolio.gone.map {
      Gone(
        plan: $0.name, file: $0.planFile, market: $0.row.market, marketName: $0.row.marketName,
        reason: $0.reason.rawValue, decision: $0.row.decision.rawValue, met: $0.row.met,
        applicable: $0.row.applicable, readiness: .init($0.row.readiness.range))
    }
  }
}

extension PortfolioFile.Row {
  fileprivate init(_ row: Portfolio.Row, _ portfolio: Portfolio) {
    let plan = portfolio.plans[row.plan]
    self.init(
      rank: row.place, plan: plan.name, file: plan.file, market: row.market, marketName: row.marketName,
      decision: row.decision.rawValue, because: row.because, blockers: row.blockers, unknown: row.unknown,
      isCovered: row.isCovered, met: row.met, applicable: row.applicable, readiness: .init(row.readiness),
      categories: row.scores.map(PortfolioFile.Score.init), points: .init(exactly: row.points),
      ceilings: row.ceilings.map {
        .init(
          finding: $0.finding, citation: $0.citation, amount: $0.amount, currency: $0.currency,
          maximum: $0.maximumText)
      }, ceilingsWithoutAmount: row.openCeilings, entry: row.entry?.description,
      ready: row.ready.date?.description, isInTime: row.ready.isInTime, blockedWithoutTask: row.ready.blocked,
      trend: row.trend.map(PortfolioFile.Trend.init))
  }
}

extension PortfolioFile.Score {
  fileprivate init(_ score: Portfolio.Score) {
    self.init(
      category: score.category.rawValue, score: .init(score.score), low: score.low.rawValue,
      high: score.high.rawValue, points: .init(exactly: score.points),
      aboveAppetite: score.breach.map { .init(limit: $0.limit, isCertain: $0.isCertain) })
  }
}

extension PortfolioFile.Worst {
  fileprivate init(_ cell: Portfolio.Cell, _ portfolio: Portfolio) {
    let row = portfolio.rows[cell.row]
    let plan = portfolio.plans[row.plan]
    self.init(
      rank: row.place, plan: plan.name, file: plan.file, of: cell.of, score: .init(cell.score.score),
      low: cell.score.low.rawValue, high: cell.score.high.rawValue)
  }
}

extension PortfolioFile.Trend {
  fileprivate init(_ trend: Portfolio.Trend) {
    switch trend {
    case .newPlan: self.init(state: "newPlan")
    case .newMarket: self.init(state: "newMarket")
    case .unclear: self.init(state: "unclear")
    case .notJudged: self.init(state: "notJudged")
    case .since(let change):
      self.init(
        state: "since", asOf: change.asOf.description, decision: change.decision.rawValue,
        readiness: .init(change.readiness),
        categories: zip(Harm.Category.allCases, change.categories).map {
          .init(category: $0.rawValue, shift: $1.map(PortfolioFile.Shift.init))
        })
    }
  }
}

extension PortfolioFile.Shift {
  fileprivate init(_ shift: Portfolio.Shift) {
    self.init(
      before: .init(shift.before.range),
      change: .init(Portfolio.Tenths(low: shift.low, high: shift.high).range))
  }
}
