/// Work to be placed in time, without the law behind it: tasks with what they take, what they follow and who does them.
struct Project: Sendable {
  /// Minimum, likely and maximum number of days.
  struct Days: Sendable, Hashable {
    var min: Int
    var likely: Int
    var max: Int
  }

  /// Days in which somebody outside has the work; it takes no hands.
  struct Wait: Sendable {
    /// The days that count, one lane per outside party; none: every day of the calendar counts.
    var lanes: [WorkingDays] = []
    var length: Days
  }

  /// Another task after whose finish this one must be finished within so many days.
  struct Window: Sendable {
    var after: Int
    var within: Int
    /// The working days in which it is counted; nil: days of the calendar.
    var days: WorkingDays?
  }

  enum State: Sendable, Hashable {
    case open
    /// Since when, and working days of own work still to do.
    case underWay(since: Int, remaining: Int)
    case done(since: Int?, on: Int)
  }

  struct Task: Sendable {
    var id: String
    /// The days on which own work goes on, by lane; at least one lane. It begins with the first and ends with the last.
    var lanes: [WorkingDays]
    /// The days of those who do it: every lane's days are among them.
    var owner: WorkingDays
    /// Own work in working days, before what follows.
    var length: Days
    var waits: [Wait] = []
    /// Place of its role; nil: nobody's hands.
    var role: Int?
    /// Thousandths of people that it takes while own work lasts, if there are that many.
    var demand = 0
    /// Places of the tasks that come first.
    var requires: [Int] = []
    /// It cannot begin before.
    var release: Int?
    /// It must be finished by then.
    var due: Int?
    var windows: [Window] = []
    var state = State.open
  }

  /// How much is left of every task and wait, in days.
  struct Lengths: Sendable {
    var own: [Int]
    /// The waits of all tasks one after the other.
    var waits: [Int]
  }

  /// Nothing that is not finished happens before.
  var start: Int
  var tasks: [Task]
  /// Thousandths of people by role; nil: hands are no limit.
  var capacity: [Int?] = []

  /// No piece of work is longer, so that sums of lengths stay within the years of the calendar.
  static let longest = 20_000
}

extension Project {
  /// The lengths of one case: those that are likely, the shortest or the longest.
  func lengths(_ figure: (Days) -> Int) -> Lengths {
    Lengths(
      own: tasks.map { task in
        guard case .underWay(_, let remaining) = task.state else { return figure(task.length) }
        return Self.scaled(remaining, figure(task.length), to: task.length.likely)
      }, waits: tasks.flatMap { $0.waits.map { figure($0.length) } })
  }

  /// What is left grows with the whole, rounded up.
  static func scaled(_ remaining: Int, _ length: Int, to likely: Int) -> Int {
    likely == 0 || length == likely ? remaining : (remaining * length + likely - 1) / likely
  }

  /// Places in an order in which prerequisites come first; otherwise in that of the tasks.
  var inOrder: [Int] {
    var waiting = tasks.map(\.requires.count)
    var next: [[Int]] = tasks.map { _ in [] }
    for (place, task) in tasks.enumerated() { for each in task.requires { next[each].append(place) } }
    var order = tasks.indices.filter { waiting[$0] == 0 }
    order.reserveCapacity(tasks.count)
    var index = 0
    while index < order.count {
      for place in next[order[index]] {
        waiting[place] -= 1
        if waiting[place] == 0 { order.append(place) }
      }
      index += 1
    }
    precondition(order.count == tasks.count, "prerequisites form no circle")
    return order
  }

  /// The same as it was before anything was done, from its own first day.
  func asNew(from day: Int) -> Project {
    var project = self
    project.start = day
    for place in tasks.indices { project.tasks[place].state = .open }
    return project
  }
}
