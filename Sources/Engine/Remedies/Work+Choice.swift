package import Facts
package import FEEL
package import Rules

extension Work {
  /// How the remedies were chosen, without the alternatives.
  var choice: Checklist.Choice {
    Checklist.Choice(
      objective: problem.preferences.objective.rawValue, effortDays: chosen.effort, cost: chosen.cost,
      value: chosen.value, bound: chosen.bound, isProven: chosen.isProven, gaps: chosen.options.count,
      measures: chosen.measures.count, ruledOut: chosen.ruledOut)
  }

  /// What could be done instead, the cheapest first, with its price.
  var alternatives: [Checklist.Alternative] {
    problem.swaps(of: chosen).map { swap in
      Checklist.Alternative(
        gaps: swap.demands, instead: swap.instead.joined(separator: "; "),
        use: swap.use.joined(separator: "; "), drops: swap.drops, adds: swap.adds, effortDays: swap.effort,
        cost: swap.cost, days: swap.days)
    }
  }
}

extension Checklist.Choice {
  /// The second-best alternatives to what was chosen for these findings, each with its price, and how each gap is closed: worked out
  /// only when asked for, because every alternative is a choice anew.
  package static func details(
    closing findings: [Finding], catalogue: Catalogue, status: @escaping (String) -> ControlState.Assurance,
    horizon: CalendarDate, estimates: Estimates = Estimates(), preferences: Preferences = Preferences()
  ) -> (alternatives: [Checklist.Alternative], taken: [(finding: Finding, remedy: Remedy)]) {
    let work = Work(
      closing: findings.filter { preferences.counts($0, on: horizon) }, controls: catalogue, status: status,
      estimates: estimates, preferences: preferences)
    return (work.alternatives, work.taken)
  }
}

extension Preferences {
  /// Whether the plan of work must close it.
  func counts(_ finding: Finding, on horizon: CalendarDate) -> Bool {
    finding.severity >= severity && finding.isOpen(on: horizon)
  }

  /// What the choice leaves out, in words.
  func assumptions(_ findings: [Finding], on horizon: CalendarDate) -> [String] {
    guard severity > .low else { return [] }
    let count = findings.count { $0.isOpen(on: horizon) && $0.severity < severity }
    return count == 0 ? [] : ["Gaps below \(severity.rawValue) are not planned: \(count)."]
  }
}
