import FEEL

extension Checklist {
  /// What the figures on demand are computed from.
  struct Basis: Sendable {
    let scheduled: Scheduled
    let roles: [String]
    /// By market: places of the tasks that close what binds at its entry.
    let markets: [[Int]]
  }

  /// What no order of the tasks can undercut; nil: nothing to do.
  package func lowerBound() -> Bound? {
    guard let basis, !tasks.isEmpty, tasks.contains(where: { !$0.isDone }) else { return nil }
    let bound = basis.scheduled.planning.bound
    let project = basis.scheduled.project
    let reason: String
    switch bound.reason {
    case .chain(let chain):
      reason =
        "the chain \(chain.map { project.tasks[$0].id }.joined(separator: " > ")) takes that long with any number of people"
    case .hands(let role, let tasks, let from, let work):
      let capacity = project.capacity[role] ?? 0
      reason =
        "\(tasks.count) tasks of \(basis.roles[role]) take \(Staffing.people(work)) person days, none can begin before "
        + "\(CalendarDate(day: from)), and \(Staffing.people(capacity)) of that role are there"
    }
    return Bound(finish: CalendarDate(day: bound.finish), reason: reason)
  }

  /// How likely the dates are kept, in so many draws from the three-point figures; nil: nothing to do. The same seed draws the same.
  package func likelihood(draws: Int = 10_000, seed: UInt64 = 1) -> Likelihood? {
    guard let basis, !tasks.isEmpty else { return nil }
    let simulation = basis.scheduled.planning.simulate(draws: draws, seed: seed, ready: basis.markets)
    return Likelihood(
      draws: simulation.draws, seed: seed,
      inTime: simulation.finishes.count { $0 <= deadline.dayNumber },
      quantiles: simulation.quantiles([10, 50, 80, 90]).map { ($0.percent, CalendarDate(day: $0.day)) },
      markets: zip(markets, simulation.ready).map { market, ready in
        (market.country, market.entry.map { entry in ready.count { $0 < entry.dayNumber } })
      })
  }
}

extension Checklist.Task {
  package var isDone: Bool { if case .done = progress { true } else { false } }
}
