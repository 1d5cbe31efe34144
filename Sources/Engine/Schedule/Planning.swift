/// A project with the timetable chosen for it, and the sequences among which it was chosen.
struct Planning: Sendable {
  let levelling: Levelling
  let times: Timetable
  let lengths: Project.Lengths
  var project: Project { levelling.project }

  /// The best timetable of a project as it is at the beginning: the one that ends first; of those, the one least late in all, then
  /// with the earliest ends in sum, then the first.
  init(_ project: Project, _ sequences: Sequences? = nil) {
    levelling = Levelling(project)
    lengths = project.lengths(\.likely)
    guard project.isLimited else {
      times = levelling.place(project.inOrder, lengths)
      return
    }
    var best: (times: Timetable, value: (Int, Int, Int))?
    for sequence in (sequences ?? Sequences(project)).all {
      let times = levelling.place(sequence, lengths)
      let value = (times.makespan, project.lateness(times), times.finish.reduce(0, +))
      if best.map({ value < $0.value }) ?? true { best = (times, value) }
    }
    times = best?.times ?? levelling.place(project.inOrder, lengths)
  }

  /// The same sequence with what has been done since, or with other people: then no task ends later for a task that is done.
  init(_ project: Project, keeping sequence: [Int]) {
    levelling = Levelling(project)
    lengths = project.lengths(\.likely)
    times = levelling.place(sequence, lengths)
  }

  /// Everything takes its longest.
  var worst: Timetable { levelling.place(times.sequence, project.lengths(\.max)) }

  /// With hands no limit.
  var earliest: Timetable {
    var free = project
    free.capacity = project.capacity.map { _ in nil }
    return Levelling(free).place(times.sequence, lengths)
  }
}

extension Project {
  /// Some role has a stated number of people.
  var isLimited: Bool {
    tasks.contains { task in task.demand > 0 && task.role.map { capacity[$0] != nil } ?? false }
  }

  /// Days late, over all tasks that have a day.
  func lateness(_ times: Timetable) -> Int {
    tasks.indices.reduce(0) { sum, place in sum + max(0, times.finish[place] - (tasks[place].due ?? .max)) }
  }
}
