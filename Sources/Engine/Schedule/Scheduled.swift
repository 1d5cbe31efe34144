import FEEL

/// A project with the timetable as it was at the beginning and as it is now.
struct Scheduled: Sendable {
  let planning: Planning
  /// nil: nothing has been reported yet.
  let baseline: Timetable?

  /// `project` as it is at the beginning. What has been done keeps the sequence, so that no task ends later for it.
  init(_ project: Project, today: CalendarDate, _ progress: Checklist.ProgressReport?) {
    let atFirst = Planning(project)
    guard let progress else {
      planning = atFirst
      baseline = nil
      return
    }
    var now = project
    now.start = today.dayNumber
    let items = Dictionary(progress.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in now.tasks.indices {
      guard let item = items[now.tasks[place].id] else { continue }
      if let done = item.done {
        now.tasks[place].state = .done(since: item.started?.dayNumber, on: min(done, today).dayNumber)
      } else {
        let length = now.tasks[place].length.likely
        now.tasks[place].state = .underWay(
          since: min(item.started ?? today, today).dayNumber, remaining: item.remaining ?? length)
      }
    }
    planning = Planning(now, keeping: atFirst.times.sequence)
    baseline = atFirst.times
  }

  var project: Project { planning.project }

  /// The day by which a task must be finished, its windows included.
  func due(_ place: Int) -> Int? {
    let task = project.tasks[place]
    let ends = task.windows.map { window in
      let after = planning.times.finish[window.after]
      return window.days.map { $0.finish(from: after + 1, length: window.within) } ?? after + window.within
    }
    return (ends + [task.due].compactMap(\.self)).min()
  }

  /// The most people that these tasks take on one day.
  func peak(of places: [Int]) -> Double {
    var changes: [(day: Int, amount: Int)] = []
    for place in places where !project.tasks[place].isDone {
      let times = planning.times
      let amount = people(place)
      guard amount > 0, times.end[place] >= times.start[place] else { continue }
      changes += [(times.start[place], amount), (times.end[place] + 1, -amount)]
    }
    var used = 0
    var most = 0
    for change in changes.sorted(by: { ($0.day, $0.amount) < ($1.day, $1.amount) }) {
      used += change.amount
      most = max(most, used)
    }
    return Double(most) / 1000
  }

  /// Thousandths of people that a task takes.
  func people(_ place: Int) -> Int {
    let task = project.tasks[place]
    return min(task.demand, task.role.flatMap { project.capacity[$0] } ?? .max)
  }

  /// The tasks that begin later than in the baseline because this one ends later.
  func pushed(by late: Int) -> [Int] {
    guard let baseline, planning.times.finish[late] > baseline.finish[late] else { return [] }
    let times = planning.times
    return project.tasks.indices.filter { place in
      guard place != late, !project.tasks[place].isDone, times.start[place] > baseline.start[place] else {
        return false
      }
      var next = place
      while true {
        switch times.cause[next] {
        case .none: return false
        case .prerequisite(let before), .hands(let before): next = before
        }
        guard times.finish[next] > baseline.finish[next] else { return false }
        if next == late { return true }
      }
    }
  }
}
