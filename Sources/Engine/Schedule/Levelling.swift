/// Places the tasks of a project in one sequence under the capacity of its roles.
///
/// The sequence fixes, for each role, the order in which its tasks begin: none overtakes another. A task begins on the first day on
/// which (1) its prerequisites are finished, (2) the task before it in its role has begun and (3) the people it takes are free.
/// After (2) the people in use only become fewer, so that (3) is "the first day on which enough of those before have ended".
/// By induction over the sequence every start and finish is a composition of maxima, order statistics and calendar steps, none of
/// which falls when one of its arguments rises. Hence, in the same sequence, no task at all ends later when
/// - a task or a wait gets shorter: its own end falls, and all that wait for it;
/// - a task is done: it leaves the maxima and the sums, and its finish is a day before everything that is not finished;
/// - a role gets more people: the sum that leaves room rises. A task that wants more people than there are takes all of them and
///   so much longer; nobody works beside it, and with one person more it is shorter and still fits where it fitted.
/// The best of a set of sequences that does not depend on any of the three can only fall, too: of monotone functions, the least.
/// List scheduling that lets tasks overtake lacks (2), and so the anomalies of Graham (1969) arise.
struct Levelling: Sendable {
  let project: Project
  /// Thousandths of people that each task takes; 0: no hands are counted.
  let demand: [Int]
  /// Own work grows by this ratio of what it wants to what there is, where it wants more.
  private let stretch: [(wanted: Int, given: Int)?]
  private let firstWait: [Int]
  /// Whether tasks wait for hands at all.
  private let countsHands: Bool

  /// `countsHands`: false to take as long as the people there are take, but beside any number of other tasks.
  init(_ project: Project, countsHands: Bool = true) {
    self.countsHands = countsHands
    self.project = project
    var demand: [Int] = []
    var stretch: [(wanted: Int, given: Int)?] = []
    var firstWait: [Int] = []
    var waits = 0
    for task in project.tasks {
      let capacity = task.role.flatMap { project.capacity[$0] }
      demand.append(capacity.map { min($0, task.demand) } ?? 0)
      stretch.append(capacity.flatMap { $0 < task.demand ? (task.demand, $0) : nil })
      firstWait.append(waits)
      waits += task.waits.count
    }
    self.demand = demand
    self.stretch = stretch
    self.firstWait = firstWait
  }

  /// Days that own work takes with the people there are.
  func own(_ place: Int, _ lengths: Project.Lengths) -> Int {
    let length = lengths.own[place]
    guard let ratio = stretch[place] else { return length }
    return min(Project.longest, (length * ratio.wanted + ratio.given - 1) / ratio.given)
  }

  /// The last day of a task whose own work ends on `end`, after its waits.
  func finish(_ place: Int, end: Int, _ lengths: Project.Lengths) -> Int {
    var day = end
    for (index, wait) in project.tasks[place].waits.enumerated() {
      day = Self.finish(wait, after: day, length: lengths.waits[firstWait[place] + index])
    }
    return day
  }

  static func finish(_ wait: Project.Wait, after day: Int, length: Int) -> Int {
    guard length > 0 else { return day }
    guard !wait.lanes.isEmpty else { return day + length }
    return wait.lanes.reduce(day) { max($0, $1.finish(from: day + 1, length: length)) }
  }

  /// The waits of a task whose own work ends on `end`: first and last day of each.
  func waits(_ place: Int, end: Int, _ lengths: Project.Lengths) -> [(first: Int, last: Int)] {
    var day = end
    return project.tasks[place].waits.enumerated().map { index, wait in
      let first = day + 1
      day = Self.finish(wait, after: day, length: lengths.waits[firstWait[place] + index])
      return (first, day)
    }
  }

  /// `sequence`: all places, prerequisites first.
  func place(_ sequence: [Int], _ lengths: Project.Lengths) -> Timetable {
    var times = Timetable(sequence: sequence, tasks: project.tasks.count)
    var roles = project.capacity.map { _ in Hands() }
    place(&times, lengths, &roles)
    return times
  }

  /// The same into a timetable and hands that are there already: for thousands of draws.
  func place(_ times: inout Timetable, _ lengths: Project.Lengths, _ roles: inout [Hands]) {
    for index in roles.indices { roles[index].clear() }
    times.makespan = project.start
    // What is under way has its hands already.
    for place in times.sequence where project.tasks[place].isUnderWay { put(place, &times, lengths, &roles) }
    for place in times.sequence where !project.tasks[place].isUnderWay { put(place, &times, lengths, &roles) }
  }

  private func put(
    _ place: Int, _ times: inout Timetable, _ lengths: Project.Lengths, _ roles: inout [Hands]
  ) {
    let task = project.tasks[place]
    if case .done(let since, let day) = task.state {
      (times.start[place], times.end[place], times.finish[place]) = (min(since ?? day, day), day, day)
      times.cause[place] = .none
      return
    }
    var cause = Timetable.Cause.none
    var day = max(project.start, task.release ?? project.start)
    if !task.isUnderWay {
      for before in task.requires where times.finish[before] + 1 > day {
        (day, cause) = (times.finish[before] + 1, .prerequisite(before))
      }
    }
    let length = own(place, lengths)
    if countsHands, length > 0, demand[place] > 0, let role = task.role, let capacity = project.capacity[role]
    {
      roles[role].wait(&day, &cause, toTake: demand[place], of: capacity)
    }
    var start = Int.max
    var end = day - 1
    for lane in task.lanes {
      let number = lane.number(day)
      start = min(start, lane.day(number))
      if length > 0 { end = max(end, lane.day(number + length - 1)) }
    }
    if length == 0 { start = day }
    if countsHands, length > 0, demand[place] > 0, let role = task.role {
      roles[role].take(demand[place], place, from: start, to: end, cause)
    }
    times.start[place] = start
    times.end[place] = end
    // What is not finished is not finished before today, even if nothing is left of it.
    times.finish[place] = max(project.start, task.waits.isEmpty ? end : finish(place, end: end, lengths))
    times.cause[place] = cause
    times.makespan = max(times.makespan, times.finish[place])
  }
}

/// Who of a role is at work, while its tasks are placed one after the other.
struct Hands: Sendable {
  private var running: [(last: Int, amount: Int, place: Int)] = []
  private var used = 0
  /// When the last one began, and why not earlier.
  private var begun = Int.min
  private var cause = Timetable.Cause.none

  mutating func clear() {
    running.removeAll(keepingCapacity: true)
    used = 0
    begun = .min
    cause = .none
  }

  /// Moves `day` on until the one before has begun and enough people are free.
  mutating func wait(_ day: inout Int, _ cause: inout Timetable.Cause, toTake amount: Int, of capacity: Int) {
    if begun > day { (day, cause) = (begun, self.cause) }
    leave(before: day)
    while used + amount > capacity {
      // The one that ends first; of equals, the one placed first.
      guard let next = running.indices.min(by: { running[$0].last < running[$1].last }) else { return }
      (day, cause) = (running[next].last + 1, .hands(running[next].place))
      leave(before: day)
    }
  }

  private mutating func leave(before day: Int) {
    running.removeAll { each in
      guard each.last < day else { return false }
      used -= each.amount
      return true
    }
  }

  mutating func take(_ amount: Int, _ place: Int, from start: Int, to last: Int, _ cause: Timetable.Cause) {
    running.append((last, amount, place))
    used += amount
    (begun, self.cause) = (start, cause)
  }
}

extension Timetable {
  /// An empty one for a sequence.
  init(sequence: [Int], tasks count: Int) {
    start = Array(repeating: 0, count: count)
    (end, finish) = (start, start)
    cause = Array(repeating: .none, count: count)
    self.sequence = sequence
    makespan = 0
  }
}

extension Project.Task {
  var isUnderWay: Bool { if case .underWay = state { true } else { false } }
  var isDone: Bool { if case .done = state { true } else { false } }
}
