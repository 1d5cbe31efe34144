@testable import Engine

/// Tells which rules a timetable breaks, day by day and from the rules alone: it shares no code with the scheduler.
struct LevellingChecker {
  let sample: LevellingSample
  let times: Timetable

  func broken() -> [String] {
    let tasks = sample.project.tasks
    var found: [String] = []
    var use: [[Int: Int]] = sample.project.capacity.map { _ in [:] }
    var last = sample.project.start
    for (place, task) in tasks.enumerated() {
      let (start, end, finish) = (times.start[place], times.end[place], times.finish[place])
      if case .done(_, let day) = task.state {
        if finish != day { found.append("\(task.id) is done on another day") }
        continue
      }
      var length = task.length.likely
      var isFree = true
      if case .underWay(_, let remaining) = task.state { (length, isFree) = (remaining, false) }
      if start < sample.project.start { found.append("\(task.id) starts before today") }
      if start < task.release ?? start { found.append("\(task.id) starts before its release") }
      if isFree {
        for before in task.requires where times.finish[before] >= start {
          found.append("\(task.id) starts before \(tasks[before].id) is finished")
        }
      }
      let role = sample.drawn[place].role
      var amount = task.demand
      if let capacity = sample.project.capacity[role], amount > capacity {
        // As many as there are, for as long as the work takes them.
        var days = 0
        while days * capacity < length * amount { days += 1 }
        (length, amount) = (days, capacity)
      }
      if let reason = wrongWork(place, start, end, length) { found.append("\(task.id) \(reason)") }
      if length > 0, start <= end { for day in start...end { use[role][day, default: 0] += amount } }
      let wanted = max(sample.project.start, waited(place, from: end))
      if finish != wanted { found.append("\(task.id) finishes on \(finish), not \(wanted)") }
      last = max(last, finish)
    }
    for (role, capacity) in sample.project.capacity.enumerated() {
      guard let capacity else { continue }
      if use[role].values.contains(where: { $0 > capacity }) {
        found.append("role \(role) has too few people")
      }
    }
    if last != times.makespan { found.append("the last task ends on \(last)") }
    return found
  }

  /// Own work has its number of days in the slowest lane, and begins with the first.
  private func wrongWork(_ place: Int, _ start: Int, _ end: Int, _ length: Int) -> String? {
    guard length > 0 else { return end < start ? nil : "takes time though nothing is left" }
    let drawn = sample.drawn[place]
    let lanes = drawn.away.isEmpty ? [[drawn.role]] : drawn.away.map { [drawn.role, $0] }
    var ends: [Int] = []
    for lane in lanes {
      var done = 0
      var day = start - 1
      while done < length {
        day += 1
        if lane.allSatisfy({ sample.countries[$0].works(day) }) { done += 1 }
      }
      ends.append(day)
    }
    if ends.max() != end { return "ends on \(end), not \(ends.max() ?? 0)" }
    let begins = lanes.contains { lane in lane.allSatisfy { sample.countries[$0].works(start) } }
    return begins ? nil : "starts on a free day"
  }

  func waited(_ place: Int, from end: Int) -> Int {
    sample.drawn[place].waits.reduce(end) { day, wait in
      guard let countries = wait.countries else { return day + wait.length }
      return countries.map { country in
        var left = wait.length
        var last = day
        while left > 0 {
          last += 1
          if sample.countries[country].works(last) { left -= 1 }
        }
        return last
      }.max() ?? day
    }
  }
}

/// The least possible last day, by trying every order and putting each task at the first place where it fits.
struct ExhaustiveSearch {
  let sample: LevellingSample
  private var best = Int.max
  private var use: [[Int]]
  private var finish: [Int]
  private var isPlaced: [Bool]

  init(_ sample: LevellingSample) {
    self.sample = sample
    use = sample.project.capacity.map { _ in Array(repeating: 0, count: 2000) }
    finish = sample.project.tasks.map { _ in 0 }
    isPlaced = sample.project.tasks.map { _ in false }
  }

  mutating func run() -> Int {
    place(0, until: sample.project.start)
    return best
  }

  private mutating func place(_ count: Int, until last: Int) {
    guard last < best else { return }
    guard count < isPlaced.count else { return best = last }
    for place in isPlaced.indices where !isPlaced[place] {
      let task = sample.project.tasks[place]
      guard task.requires.allSatisfy({ isPlaced[$0] }) else { continue }
      let role = sample.drawn[place].role
      let capacity = sample.project.capacity[role] ?? .max
      let amount = min(task.demand, capacity)
      let length =
        amount < task.demand
        ? (task.length.likely * task.demand + capacity - 1) / capacity : task.length.likely
      var start = max(sample.project.start, (task.requires.map { finish[$0] }.max() ?? 0) + 1)
      var end = start
      while true {
        while !sample.countries[role].works(start) { start += 1 }
        var left = length
        end = start - 1
        while left > 0 {
          end += 1
          if sample.countries[role].works(end) { left -= 1 }
        }
        guard
          let busy = (start...end).last(where: { use[role][$0 - sample.project.start] > capacity - amount })
        else { break }
        start = busy + 1
      }
      for day in start...end { use[role][day - sample.project.start] += amount }
      isPlaced[place] = true
      finish[place] = LevellingChecker(sample: sample, times: Timetable(sequence: [], tasks: 0))
        .waited(place, from: end)
      self.place(count + 1, until: max(last, finish[place]))
      isPlaced[place] = false
      for day in start...end { use[role][day - sample.project.start] -= amount }
    }
  }
}
