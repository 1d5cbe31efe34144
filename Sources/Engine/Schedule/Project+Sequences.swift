/// The sequences among which the best timetable is chosen. They are made from the whole project as it was at the beginning, for
/// roles of a fixed size, so that neither what is done nor how many people there are changes the set.
struct Sequences: Sendable {
  let all: [[Int]]

  /// How many sequences are drawn by lot beside those of the rules.
  static let drawn = 24
  /// Sizes of a role, in thousandths of people, for which each rule is tried.
  static let sizes = [1000, 500, 2000]

  init(_ project: Project) {
    var all: [[Int]] = []
    func add(_ order: [Int]) { if !all.contains(order) { all.append(order) } }
    let basis = Ranking(project)
    let sized = Self.sizes.map { size -> Project in
      var sized = project
      sized.capacity = project.capacity.map { _ in size }
      return sized
    }
    for rank in basis.rules { add(basis.order(by: rank)) }
    for project in sized {
      let levelling = Levelling(project)
      for rank in basis.rules { add(levelling.sideBySide(by: rank, basis.lengths)) }
    }
    if let first = sized.first {
      let levelling = Levelling(first)
      for number in 0..<Self.drawn {
        let rank = basis.drawn(number)
        add(number.isMultiple(of: 2) ? levelling.sideBySide(by: rank, basis.lengths) : basis.order(by: rank))
      }
    }
    self.all = all
  }
}

/// Orders of importance by one rule each: the smaller the number, the sooner a task gets its turn.
private struct Ranking {
  let project: Project
  let lengths: Project.Lengths
  let rules: [[Int]]
  private let latest: [Int]
  private let span: Int

  init(_ project: Project) {
    self.project = project
    let lengths = project.lengths(\.likely)
    let inOrder = project.inOrder
    self.lengths = lengths
    var free = project
    free.capacity = project.capacity.map { _ in nil }
    let levelling = Levelling(free)
    let early = levelling.place(inOrder, lengths)
    let room = levelling.room(of: early, lengths)
    latest = room.start
    span = max(1, early.makespan - project.start)
    let work = project.tasks.indices.map { lengths.own[$0] * project.tasks[$0].demand }
    var dues = project.tasks.map { $0.due ?? .max }
    var followers = project.tasks.map { _ in 0 }
    for place in inOrder.reversed() {
      for before in project.tasks[place].requires {
        dues[before] = min(dues[before], dues[place])
        followers[before] += followers[place] + 1
        // No count matters beyond this, and none overflows.
        followers[before] = min(followers[before], 1 << 40)
      }
    }
    rules = [
      early.start, room.start, room.finish, zip(room.start, early.start).map { $0 - $1 }, dues,
      followers.map { -$0 }, work.map { -$0 }, work, lengths.own.map { -$0 },
    ]
  }

  /// A latest start, moved by lot.
  func drawn(_ number: Int) -> [Int] {
    var lot = Lot(seed: UInt64(number))
    return latest.map { $0 + lot.upTo(span) / 2 }
  }

  /// The task of least rank among those whose prerequisites have had their turn, then the next.
  func order(by rank: [Int]) -> [Int] {
    var waiting = project.tasks.map(\.requires.count)
    var next: [[Int]] = project.tasks.map { _ in [] }
    for (place, task) in project.tasks.enumerated() { for each in task.requires { next[each].append(place) } }
    var ready = project.tasks.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    while let index = ready.indices.min(by: { (rank[ready[$0]], ready[$0]) < (rank[ready[$1]], ready[$1]) }) {
      let place = ready.remove(at: index)
      order.append(place)
      for follower in next[place] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
    }
    return order
  }
}

extension Levelling {
  /// The order in which tasks begin if on every day those of least rank begin that can.
  fileprivate func sideBySide(by rank: [Int], _ lengths: Project.Lengths) -> [Int] {
    let tasks = project.tasks
    var waiting = tasks.map(\.requires.count)
    var next: [[Int]] = tasks.map { _ in [] }
    for (place, task) in tasks.enumerated() { for each in task.requires { next[each].append(place) } }
    /// Not begun; the day on which its prerequisites are finished.
    var ready = tasks.indices.filter { waiting[$0] == 0 }.map {
      (place: $0, from: max(project.start, tasks[$0].release ?? project.start))
    }
    var running: [(last: Int, amount: Int, role: Int)] = []
    var used = project.capacity.map { _ in 0 }
    var order: [Int] = []
    var finish = tasks.map { _ in 0 }
    var day = project.start
    while !ready.isEmpty {
      for each in running where each.last < day { used[each.role] -= each.amount }
      running.removeAll { $0.last < day }
      ready.sort { (rank[$0.place], $0.place) < (rank[$1.place], $1.place) }
      var freed: [Int] = []
      ready.removeAll { place, from in
        let task = tasks[place]
        let amount = demand[place]
        let capacity = task.role.flatMap { project.capacity[$0] } ?? .max
        guard from <= day, amount == 0 || used[task.role ?? 0] + amount <= capacity else { return false }
        order.append(place)
        let length = own(place, lengths)
        let end =
          length == 0 ? day - 1 : task.lanes.reduce(day) { max($0, $1.finish(from: day, length: length)) }
        if amount > 0, length > 0, let role = task.role {
          used[role] += amount
          running.append((end, amount, role))
        }
        finish[place] = self.finish(place, end: end, lengths)
        freed.append(place)
        return true
      }
      for place in freed {
        for follower in next[place] {
          waiting[follower] -= 1
          if waiting[follower] == 0 {
            let from = tasks[follower].requires.reduce(tasks[follower].release ?? project.start) {
              max($0, finish[$1] + 1)
            }
            ready.append((follower, max(from, project.start)))
          }
        }
      }
      // On to the next day on which something can begin.
      let events = running.map { $0.last + 1 } + ready.map(\.from)
      day = events.filter { $0 > day }.min() ?? day + 1
    }
    return order
  }
}

/// Numbers drawn by lot, the same on every machine (SplitMix64).
struct Lot: Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// 0 to `bound` - 1; `bound` is small against 2^64, so that all are as likely.
  mutating func upTo(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// FNV-1a of an id.
  static func key(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
