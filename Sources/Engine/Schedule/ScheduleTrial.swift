/// A schedule drawn by lot, to measure how planning time grows with the number of tasks.
package struct ScheduleTrial: Sendable {
  private let project: Project
  private let markets: [[Int]]

  /// Tasks of 1 to 20 days over five roles of one or two people, each after a few of the 30 before it; every fourth waits for an
  /// authority.
  package init(tasks count: Int, markets: Int, seed: UInt64 = 1) {
    var lot = Lot(seed: seed)
    let days = WorkingDays([WorkCalendar.fallback])
    var project = Project(
      start: 20_000, tasks: [], capacity: (0..<5).map { _ in 1000 * (1 + lot.upTo(2)) })
    for place in 0..<count {
      let likely = 1 + lot.upTo(20)
      var task = Project.Task(
        id: "task-\(place)", lanes: [days], owner: days,
        length: .init(min: max(1, likely / 2), likely: likely, max: likely * 2))
      task.role = lot.upTo(5)
      task.demand = 200 * (1 + lot.upTo(5))
      task.requires = (max(0, place - 30)..<place).filter { _ in lot.upTo(100) < 5 }
      if lot.upTo(4) == 0 { task.waits = [.init(lanes: [days], length: .init(min: 5, likely: 20, max: 60))] }
      project.tasks.append(task)
    }
    self.project = project
    self.markets = (0..<markets).map { _ in (0..<count).filter { _ in lot.upTo(3) == 0 } }
  }

  /// The last day, counted from the first, and that of the lower bound.
  package func plan() -> (finish: Int, bound: Int) {
    let planning = Planning(project)
    return (planning.times.makespan - project.start, planning.bound.finish - project.start)
  }

  /// The day that half of so many draws keep, counted from the first.
  package func draw(_ draws: Int) -> Int {
    let simulation = Planning(project, keeping: project.inOrder).simulate(
      draws: draws, seed: 1, ready: markets)
    return simulation.quantiles([50])[0].day - project.start
  }
}
