import Rules
import FEEL

/// Gaps drawn by lot, to measure how the time of a checklist grows with them: choice, alternatives, timetable, bound, likelihood,
/// and the variants that may shorten it.
package struct ChecklistTrial: Sendable {
  private var problem: RemedyProblem
  private let roles: [String: Int]
  private let markets: [[String]]

  /// Every remedy draws on one to three of as many controls as there are gaps, of which a third have prerequisites; two remedies of
  /// five change the plan besides, one of twenty gives up business.
  package init(gaps: Int, remedies: Int, markets count: Int, seed: UInt64 = 1) {
    var lot = Lot(seed: seed)
    var measures: [RemedyProblem.Measure] = []
    for place in 0..<gaps {
      measures.append(
        RemedyProblem.Measure(
          id: "control-\(place)",
          requires: lot.upTo(3) == 0 && place > 0 ? ["control-\(lot.upTo(place))"] : [],
          effort: Double(1 + lot.upTo(20)), cost: Double(500 * lot.upTo(20)), days: Double(5 + lot.upTo(60))))
    }
    var demands = (0..<gaps).map { RemedyProblem.Demand(id: "gap-\($0)", options: []) }
    for number in 0..<remedies {
      let controls = (0..<(1 + lot.upTo(3))).map { _ in "control-\(lot.upTo(gaps))" }
      var option = RemedyProblem.Option(title: "remedy \(number)", measures: Set(controls).sorted())
      if lot.upTo(5) < 2 {
        option.last = "change-\(number)"
        measures.append(
          RemedyProblem.Measure(
            id: "change-\(number)", effort: Double(1 + lot.upTo(10)), cost: Double(500 * lot.upTo(10)),
            days: Double(1 + lot.upTo(30))))
      }
      if lot.upTo(20) == 0 { option.standing = .surrenders }
      demands[number < gaps ? number : lot.upTo(gaps)].options.append(option)
    }
    problem = RemedyProblem(measures: measures, demands: demands)
    roles = Dictionary(uniqueKeysWithValues: measures.map { ($0.id, lot.upTo(5)) })
    markets = (0..<count).map { _ in measures.map(\.id).filter { _ in lot.upTo(3) == 0 } }
  }

  /// What came of it.
  package struct Result: Sendable {
    package var choice: RemedyChoice
    package var alternatives: Int
    /// The least days of the choice and of what was tried out beside it.
    package var days: Int
  }

  package func plan(_ objective: Preferences.Objective) -> Result {
    var problem = problem
    problem.preferences.objective = objective
    let choice = problem.choice
    let swaps = problem.swaps(of: choice)
    let planning = Planning(project(choice))
    _ = planning.bound
    let ready = markets.map { ids in
      choice.measures.indices.filter { place in ids.contains(choice.measures[place]) }
    }
    _ = planning.simulate(draws: 10_000, seed: 1, ready: ready)
    var least = planning.times.makespan
    for other in variants(swaps, problem) {
      least = min(least, Planning(project(other.choice)).times.makespan)
    }
    return Result(choice: choice, alternatives: swaps.count, days: least - project(choice).start)
  }

  private func variants(_ swaps: [RemedyProblem.Swap], _ problem: RemedyProblem) -> [RemedyProblem] {
    var quickest = problem
    quickest.preferences.objective = .time
    let others = swaps.filter { $0.standing == .proven && !$0.drops.isEmpty }
    return [quickest]
      + others.prefix(Checklist.Variant.most).map { swap in
        var other = problem
        other.preferences.ruledOut.formUnion(swap.drops)
        return other
      }
  }

  private func project(_ choice: RemedyChoice) -> Project {
    let days = WorkingDays([WorkCalendar.fallback])
    let places = Dictionary(uniqueKeysWithValues: choice.measures.enumerated().map { ($1, $0) })
    let measures = Dictionary(problem.measures.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var project = Project(start: 20_000, tasks: [], capacity: (0..<5).map { 1000 * (1 + $0 % 2) })
    for id in choice.measures {
      let likely = max(1, Int(measures[id]?.days ?? 1) * 5 / 7)
      var task = Project.Task(
        id: id, lanes: [days], owner: days,
        length: .init(min: max(1, likely / 2), likely: likely, max: likely * 2))
      task.role = roles[id]
      task.demand = min(1000, max(50, Int(measures[id]?.effort ?? 1) * 1000 / likely))
      task.requires = (measures[id]?.requires ?? []).compactMap { places[$0] }
      project.tasks.append(task)
    }
    return project
  }
}
