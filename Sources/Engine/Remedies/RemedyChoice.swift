/// One option per gap, such that the measures taken together are the fewest in the sense of the objective.
package struct RemedyChoice: Sendable {
  /// By id of the gap; in order of ids.
  package var options: [(demand: String, option: RemedyProblem.Option)]
  /// Ids in order: the measures of the options with their prerequisites, and those decided in any case.
  package var measures: [String]
  /// Gaps without an option that is not ruled out, in order of ids.
  package var ruledOut: [String]
  /// Person days, EUR, and calendar days until the last gap can be closed.
  package var effort: Double
  package var cost: Double
  package var days: Int
  /// In units of the objective: what was chosen, and what no choice can undercut.
  package var value: Double
  package var bound: Double
  /// No choice is better in the sense of the objective.
  package var isProven: Bool { bound >= value }
  /// Branch-and-bound nodes that the solver took; none if it was not needed.
  package var nodes: Int
}

extension RemedyProblem {
  /// The best choice. It does not depend on the order of gaps, options and measures.
  package var choice: RemedyChoice { RemedyInstance(self).solved() }
}

extension RemedyChoice {
  /// With what was chosen afterwards for gaps that this choice opens. Whatever closes all of them closes the first: the bound stays.
  func followed(by next: Self) -> Self {
    var all = next
    all.options = options + next.options
    all.ruledOut = (ruledOut + next.ruledOut).sorted()
    all.days = max(days, next.days)
    all.value = max(value, next.value)
    all.bound = bound
    all.nodes += nodes
    return all
  }
}
