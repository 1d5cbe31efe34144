import Facts
import FEEL
import Rules

extension Work {
  /// How the remedies were chosen, without the alternatives.
  var choice: Checklist.Choice {
    Checklist.Choice(
      objective: preferences.objective.rawValue, effortDays: chosen.effort, cost: chosen.cost,
      value: chosen.value, bound: chosen.bound, isProven: chosen.isProven, gaps: chosen.options.count,
      measures: chosen.measures.count, ruledOut: chosen.ruledOut,
      obstacles: Set(rounds.flatMap { $0.problem.dead.flatMap(\.by) }).sorted(),
      conflicts: rounds.flatMap { $0.problem.conflicts })
  }

  /// What could be done instead, the cheapest first, with its price.
  var alternatives: [Checklist.Alternative] {
    rounds.flatMap { $0.problem.swaps(of: $0.choice) }.prefix(RemedyProblem.mostSwaps).map { swap in
      Checklist.Alternative(
        gaps: swap.demands, instead: swap.instead.joined(separator: "; "),
        use: swap.use.joined(separator: "; "), drops: swap.drops, adds: swap.adds, effortDays: swap.effort,
        cost: swap.cost, days: swap.days, standing: swap.standing)
    }
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
