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
  init(_ report: Report) {
    let list = report.checklist
    self.init(
      start: list.start.description, deadline: list.deadline.description, finish: list.finish.description,
      latestFinish: list.latestFinish.description, fits: list.fits, fitsAtWorst: list.fitsAtWorst,
      tasks: list.tasks.map(ResultFile.Task.init),
      criticalPath: list.criticalPath, withoutRemedy: list.withoutRemedy,
      legalDates: list.legalDates.map {
        .init(date: $0.date.description, title: $0.title, findings: $0.findings)
      }, markets: list.markets.map(ResultFile.MarketDate.init),
      workloads: list.workloads.map(ResultFile.Workload.init), assumptions: list.assumptions,
      choice: list.choice.map(ScheduleFile.Choice.init), bound: list.bound.map(ScheduleFile.Bound.init),
      clocks: list.clocks.map(ScheduleFile.Clock.init),
      likelihood: report.likelihood.map(ScheduleFile.Likelihood.init),
      levers: report.levers.map(ScheduleFile.Lever.init))
  }
}

extension ResultFile.Workload {
  init(_ each: Checklist.Workload) {
    self.init(
      owner: each.owner, tasks: each.tasks, effortDays: tenth(each.effortDays), workingDays: each.workingDays,
      people: each.people.map(tenth), peak: tenth(each.peak))
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
      effortDays: tenth(task.effortDays), requires: task.requires,
      earliestStart: task.earliestStart.description, earliestFinish: task.earliestFinish.description,
      latestStart: task.latestStart.description, latestFinish: task.latestFinish.description,
      slack: task.slack,
      isCritical: task.isCritical, closes: task.closes, evidence: task.evidence, isPlanned: task.isPlanned,
      worstFinish: task.worstFinish.description, calendars: task.calendars, start: task.start.description,
      finish: task.finish.description, due: task.due?.description, isLate: task.isLate,
      doneWhen: task.doneWhen,
      waits: task.waits.map(ScheduleFile.Wait.init), markets: task.markets, provisions: task.provisions,
      people: tenth(task.people), cost: tenth(task.cost), progress: .init(task),
      baseline: task.baseline.map(ScheduleFile.Span.init), pushes: task.pushes)
  }
}

extension ResultFile.Risk {
  init(_ risk: Risk, _ reduction: Reduction?) {
    self.init(
      formula: risk.formula, total: .init(risk.total), markets: risk.markets.map(ResultFile.Readiness.init),
      exposures: risk.exposures.map {
        .init(
          finding: $0.finding, sanction: $0.sanction, citation: $0.citation, formula: $0.formula,
          maximum: $0.maximum, amount: $0.amount, unit: $0.unit, unitAmount: $0.unitAmount,
          currency: $0.currency, sizeRule: $0.sizeRule,
          consequences: $0.consequences, missing: $0.missing)
      }, model: .init(risk.scoring),
      parameters: risk.scoring.parameters.map {
        .init(name: $0.name, value: $0.value, from: $0.from.description, source: $0.source)
      }, systems: risk.systems.map(ResultFile.Readiness.init),
      reduction: reduction.map(RiskFile.Reduction.init))
  }
}

extension ResultFile.Readiness {
  init(_ readiness: Risk.Readiness) {
    self.init(
      market: readiness.market, met: readiness.met, gaps: readiness.gaps,
      undetermined: readiness.undetermined,
      applicable: readiness.applicable, percent: .init(readiness.percent),
      categories: readiness.categories.map(ResultFile.Category.init), upcoming: readiness.upcoming,
      system: readiness.system.map { .init(id: $0.id, title: $0.title) }, share: .init(readiness.share),
      weighted: .init(readiness.weighted),
      duties: readiness.duties.map {
        .init(
          duty: $0.duty, outcomes: $0.outcomes.names, weight: .init(exactly: $0.weight), findings: $0.findings
        )
      })
  }
}

extension ResultFile.Category {
  init(_ each: Risk.Category) {
    self.init(
      category: each.category.rawValue, score: .init(each.score), low: each.low.rawValue,
      high: each.high.rawValue, gaps: each.gaps, undetermined: each.undetermined,
      contributions: each.contributions.map {
        .init(
          finding: $0.finding, points: $0.points, remaining: .init(exactly: $0.remaining), duty: $0.duty,
          factor: exact($0.factor), weighted: exact($0.weighted), inherent: .init(exactly: $0.inherent))
      }, inherent: .init(each.inherent), inherentLow: each.inherentLow.rawValue,
      inherentHigh: each.inherentHigh.rawValue, points: .init(exactly: each.points),
      inherentPoints: .init(exactly: each.inherentPoints))
  }
}

extension ResultFile.Bounds {
  init(_ range: Risk.Range) { self.init(low: tenth(range.low), high: tenth(range.high)) }
}
