import Engine
import FEEL
import Rules

extension ResultFile.Transfer {
  init(_ transfer: Transfer) {
    self.init(
      id: transfer.id, activity: transfer.activity, origin: transfer.origin,
      originCountries: transfer.originCountries, destination: transfer.destination, via: transfer.via,
      recipient: transfer.recipient, store: transfer.store, mechanisms: transfer.mechanisms,
      findings: transfer.findings, laws: transfer.laws)
  }
}

extension ResultFile.Question {
  init(_ question: Question) {
    self.init(
      fact: question.fact, ask: question.ask, help: question.help, findings: question.findings,
      severity: question.severity.rawValue, paste: question.paste, values: question.values)
  }
}

extension ResultFile.Checklist {
  init(_ list: Checklist) {
    self.init(
      start: list.start.description, deadline: list.deadline.description, finish: list.finish.description,
      latestFinish: list.latestFinish.description, fits: list.fits, fitsAtWorst: list.fitsAtWorst,
      tasks: list.tasks.map(ResultFile.Task.init),
      criticalPath: list.criticalPath, withoutRemedy: list.withoutRemedy,
      legalDates: list.legalDates.map {
        .init(date: $0.date.description, title: $0.title, findings: $0.findings)
      }, markets: list.markets.map(ResultFile.MarketDate.init),
      workloads: list.workloads.map {
        .init(
          owner: $0.owner, tasks: $0.tasks, effortDays: rounded($0.effortDays), workingDays: $0.workingDays)
      }, assumptions: list.assumptions)
  }
}

extension ResultFile.MarketDate {
  init(_ market: Checklist.MarketDate) {
    self.init(
      country: market.country, name: market.name, entry: market.entry?.description,
      ready: market.ready?.description, worstReady: market.worstReady?.description,
      unblocked: market.unblocked?.description, blockedBy: market.blockedBy, isInTime: market.isInTime,
      chain: market.chain)
  }
}

extension ResultFile.Task {
  init(_ task: Checklist.Task) {
    self.init(
      id: task.id, title: task.title, description: task.description, owner: task.owner,
      external: task.external,
      stream: task.stream, phase: task.phase.rawValue,
      duration: .init(min: task.duration.min, likely: task.duration.likely, max: task.duration.max),
      effortDays: rounded(task.effortDays), requires: task.requires,
      earliestStart: task.earliestStart.description, earliestFinish: task.earliestFinish.description,
      latestStart: task.latestStart.description, latestFinish: task.latestFinish.description,
      slack: task.slack,
      isCritical: task.isCritical, closes: task.closes, evidence: task.evidence, isPlanned: task.isPlanned,
      worstFinish: task.worstFinish.description, calendars: task.calendars)
  }
}

extension ResultFile.Risk {
  init(_ risk: Risk) {
    self.init(
      formula: risk.formula, total: .init(risk.total), markets: risk.markets.map(ResultFile.Readiness.init),
      exposures: risk.exposures.map {
        .init(
          finding: $0.finding, sanction: $0.sanction, citation: $0.citation, formula: $0.formula,
          maximum: $0.maximum, amount: $0.amount, unit: $0.unit, unitAmount: $0.unitAmount,
          currency: $0.currency, sizeRule: $0.sizeRule,
          consequences: $0.consequences, missing: $0.missing)
      })
  }
}

extension ResultFile.Readiness {
  init(_ readiness: Risk.Readiness) {
    self.init(
      market: readiness.market, met: readiness.met, gaps: readiness.gaps,
      undetermined: readiness.undetermined,
      applicable: readiness.applicable, percent: .init(readiness.percent),
      categories: readiness.categories.map {
        .init(
          category: $0.category.rawValue, score: .init($0.score), low: $0.low.rawValue,
          high: $0.high.rawValue,
          gaps: $0.gaps, undetermined: $0.undetermined,
          contributions: $0.contributions.map {
            .init(finding: $0.finding, points: $0.points, remaining: .init($0.remaining))
          })
      }, upcoming: readiness.upcoming)
  }
}

extension ResultFile.Bounds {
  init(_ range: Risk.Range) { self.init(low: rounded(range.low), high: rounded(range.high)) }
}

/// To one decimal, as every other format shows it.
private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
