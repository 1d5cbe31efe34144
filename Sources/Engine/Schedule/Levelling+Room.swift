/// How late everything may be without moving the end.
struct Room: Sendable {
  /// By place: the latest first day, and the latest last day.
  var start: [Int]
  var finish: [Int]
}

extension Levelling {
  /// Backward from the last day of `times`, through prerequisites and through the hands that tasks give on to others: whoever keeps
  /// to these days, in any way, has people enough and moves nothing beyond the end.
  func room(of times: Timetable, _ lengths: Project.Lengths) -> Room {
    let handed = handovers(times)
    var finish = project.tasks.map { _ in times.makespan }
    /// Own work must have ended, for the hands that go on.
    var end = finish
    var start = finish
    for place in times.sequence.reversed() {
      let task = project.tasks[place]
      if task.isDone {
        (start[place], finish[place]) = (times.start[place], times.finish[place])
        continue
      }
      var last = finish[place]
      for (wait, length) in zip(task.waits, waitLengths(place, lengths)).reversed() {
        last = Self.begin(wait, until: last, length: length)
      }
      last = min(last, end[place])
      let length = own(place, lengths)
      // In the lane with the least room the work must begin first.
      start[place] =
        length == 0
        ? last + 1 : task.lanes.reduce(Int.max) { min($0, $1.start(until: last, length: length)) }
      if task.waits.isEmpty, length > 0 {
        finish[place] = task.lanes.reduce(Int.min) { max($0, $1.last(until: last)) }
      }
      if !task.isUnderWay {
        for before in task.requires { finish[before] = min(finish[before], start[place] - 1) }
      }
      for before in handed[place] { end[before] = min(end[before], start[place] - 1) }
    }
    return Room(start: start, finish: finish)
  }

  private func waitLengths(_ place: Int, _ lengths: Project.Lengths) -> ArraySlice<Int> {
    let first = project.tasks[..<place].reduce(0) { $0 + $1.waits.count }
    return lengths.waits[first..<first + project.tasks[place].waits.count]
  }

  /// The last day before a wait that must end on `day`.
  private static func begin(_ wait: Project.Wait, until day: Int, length: Int) -> Int {
    guard length > 0 else { return day }
    guard !wait.lanes.isEmpty else { return day - length }
    return wait.lanes.reduce(Int.max) { min($0, $1.start(until: day, length: length) - 1) }
  }

  /// From whom each task takes its people over: those who end before it begins, the first to end first.
  private func handovers(_ times: Timetable) -> [[Int]] {
    var handed: [[Int]] = project.tasks.map { _ in [] }
    var free = project.capacity.map { $0 ?? 0 }
    var given: [[(last: Int, amount: Int, place: Int)]] = project.capacity.map { _ in [] }
    for isUnderWay in [true, false] {
      for place in times.sequence where project.tasks[place].isUnderWay == isUnderWay {
        let task = project.tasks[place]
        guard !task.isDone, demand[place] > 0, times.end[place] >= times.start[place], let role = task.role
        else {
          continue
        }
        var missing = demand[place]
        let fresh = min(free[role], missing)
        free[role] -= fresh
        missing -= fresh
        given[role].sort { ($0.last, $0.place) < ($1.last, $1.place) }
        for index in given[role].indices where missing > 0 && given[role][index].last < times.start[place] {
          let taken = min(given[role][index].amount, missing)
          guard taken > 0 else { continue }
          given[role][index].amount -= taken
          missing -= taken
          handed[place].append(given[role][index].place)
        }
        given[role].removeAll { $0.amount == 0 }
        given[role].append((times.end[place], demand[place], place))
      }
    }
    return handed
  }
}
