/// The ends of a project when every length is drawn by lot between its minimum and its maximum.
struct Simulation: Sendable {
  let draws: Int
  /// Last days of the whole, by draw.
  private(set) var finishes: [Int] = []
  /// The same of each set of tasks that was asked for; the first day of the project for an empty one.
  private(set) var ready: [[Int]] = []

  /// The most draws: more say nothing new.
  static let most = 100_000
}

extension Planning {
  /// Draws every task and wait from the triangle of its three figures, in the sequence chosen; a day begun is a whole one.
  ///
  /// What is drawn for a task depends on the seed, its id and the number of the draw alone, not on the other tasks.
  func simulate(draws wanted: Int, seed: UInt64, ready sets: [[Int]]) -> Simulation {
    var result = Simulation(draws: min(max(1, wanted), Simulation.most))
    let own = project.tasks.map { Triangle($0.length) }
    let waits = project.tasks.flatMap { $0.waits.map { Triangle($0.length) } }
    let keys = project.tasks.map { Lot.mixed(seed ^ Lot.key($0.id)) }
    let waitKeys = project.tasks.indices.flatMap { place in
      project.tasks[place].waits.indices.map { Lot.mixed(keys[place] &+ UInt64($0) &+ 1) }
    }
    var lengths = self.lengths
    var times = self.times
    var hands = project.capacity.map { _ in Hands() }
    let sets = sets.map { set in set.filter { !project.tasks[$0].isDone } }
    result.reserve(sets.count)
    for draw in 0..<result.draws {
      let number = UInt64(draw) &* 0x9E37_79B9_7F4A_7C15
      for place in own.indices where !own[place].isFixed {
        let length = own[place].value(Lot.mixed(keys[place] &+ number))
        if case .underWay(_, let remaining) = project.tasks[place].state {
          lengths.own[place] = Project.scaled(remaining, length, to: project.tasks[place].length.likely)
        } else {
          lengths.own[place] = length
        }
      }
      for place in waits.indices where !waits[place].isFixed {
        lengths.waits[place] = waits[place].value(Lot.mixed(waitKeys[place] &+ number))
      }
      levelling.place(&times, lengths, &hands)
      result.add(times, sets, project.start)
    }
    return result
  }
}

extension Simulation {
  fileprivate init(draws: Int) { self.draws = draws }

  fileprivate mutating func reserve(_ sets: Int) {
    finishes.reserveCapacity(draws)
    ready = Array(repeating: [], count: sets)
    for index in ready.indices { ready[index].reserveCapacity(draws) }
  }

  fileprivate mutating func add(_ times: Timetable, _ sets: [[Int]], _ start: Int) {
    finishes.append(times.makespan)
    for (index, set) in sets.enumerated() {
      var last = start
      for place in set { last = max(last, times.finish[place]) }
      ready[index].append(last)
    }
  }

  /// The days that so many of a hundred draws keep.
  func quantiles(_ percents: [Int]) -> [(percent: Int, day: Int)] {
    let sorted = finishes.sorted()
    return percents.map { ($0, sorted[max(0, (sorted.count * $0 + 99) / 100 - 1)]) }
  }
}

/// A triangular distribution, by the inverse of its distribution function: only roots, so that every machine draws the same.
private struct Triangle {
  private let days: Project.Days
  private let low: Double
  private let share: Double
  private let rise: Double
  private let fall: Double

  init(_ days: Project.Days) {
    self.days = days
    let (min, likely, max) = (Double(days.min), Double(days.likely), Double(days.max))
    low = min
    share = max > min ? (likely - min) / (max - min) : 0
    rise = (max - min) * (likely - min)
    fall = (max - min) * (max - likely)
  }

  var isFixed: Bool { days.max <= days.min }

  /// Rounded up to whole days.
  func value(_ bits: UInt64) -> Int {
    // Above 0 and at most 1, in steps of 2^-53.
    let part = Double((bits >> 11) + 1) * 0x1p-53
    let drawn =
      part <= share ? low + (part * rise).squareRoot() : Double(days.max) - ((1 - part) * fall).squareRoot()
    return min(days.max, max(days.min, Int(drawn.rounded(.up))))
  }
}
