/// When every task of a project happens: the days of own work, then those of its waits.
struct Timetable: Sendable {
  /// Why a task begins no earlier.
  enum Cause: Sendable, Hashable {
    /// Nothing before it: the first day, or its release.
    case none
    case prerequisite(Int)
    /// The hands that this task gave back.
    case hands(Int)
  }

  /// By place: first day, last day of own work, last day of all.
  var start: [Int]
  var end: [Int]
  var finish: [Int]
  var cause: [Cause]
  /// The order in which the tasks were placed, each role's without overtaking.
  var sequence: [Int]
  /// The last day of the last task; the first day of the project if there is none.
  var makespan: Int
}

extension Timetable {
  /// The chain that determines when a task ends, back through prerequisites and hands, in order.
  func chain(endingAt last: Int?) -> [Int] {
    var chain: [Int] = []
    var next = last
    while let place = next {
      chain.append(place)
      switch cause[place] {
      case .none: next = nil
      case .prerequisite(let before), .hands(let before): next = before
      }
    }
    return chain.reversed()
  }
}
