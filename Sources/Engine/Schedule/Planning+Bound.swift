/// What no timetable of a project can undercut, and why.
struct LowerBound: Sendable {
  enum Reason: Sendable {
    /// The chain of tasks, were hands no limit.
    case chain([Int])
    /// A role's tasks, from a day on, and the thousandths of people times working days that they take.
    case hands(role: Int, tasks: [Int], from: Int, work: Int)
  }
  var finish: Int
  var reason: Reason
}

extension Planning {
  /// The larger of two: the chain of tasks with hands no limit; and for every role and each set of its tasks that cannot begin
  /// before a day nor end the project sooner than so long after their own end, the work divided by the people.
  var bound: LowerBound {
    let early = Levelling(project, countsHands: false).place(times.sequence, lengths)
    let last = early.lastPlace(project)
    var best = LowerBound(finish: early.makespan, reason: .chain(early.chain(endingAt: last)))
    for (role, capacity) in project.capacity.enumerated() {
      guard let capacity else { continue }
      let members = project.tasks.indices.filter {
        project.tasks[$0].role == role && levelling.demand[$0] > 0 && !project.tasks[$0].isDone
          && levelling.own($0, lengths) > 0
      }
      let tails = tails(members)
      let heads = Set(members.map { early.start[$0] }).sorted()
      // Some of very many are enough: each gives a bound.
      let step = 1 + heads.count / Self.heads
      for head in stride(from: 0, to: heads.count, by: step).map({ heads[$0] }) {
        var chosen: [Int] = []
        var work = 0
        // Those with the longest tails first, so that every set has the shortest tail of its last member.
        for index in members.indices.sorted(by: { (-tails[$0], $0) < (-tails[$1], $1) })
        where early.start[members[index]] >= head {
          let place = members[index]
          chosen.append(place)
          work += levelling.own(place, lengths) * levelling.demand[place]
          let days = (work + capacity - 1) / capacity
          // Those at work on one day share the working days of their role.
          let end = project.tasks[place].owner.finish(from: head, length: days)
          // Most sets prove nothing: seen at the first member that lets the project end no later, mostly the last one.
          var finish = Int.max
          for place in chosen.reversed() where finish > best.finish {
            finish = min(finish, self.end(ifOwnWorkOf: place, ends: end))
          }
          guard finish > best.finish else { continue }
          best = LowerBound(
            finish: finish, reason: .hands(role: role, tasks: chosen.sorted(), from: head, work: work))
        }
      }
    }
    return best
  }

  private static let heads = 32

  /// Days from the end of own work to the end of all that follows, roughly: to put the tasks in order.
  private func tails(_ places: [Int]) -> [Int] {
    places.map { end(ifOwnWorkOf: $0, ends: project.start) - project.start }
  }

  /// The end of all that follows if the own work of this task ends on that day, with hands no limit.
  private func end(ifOwnWorkOf place: Int, ends day: Int) -> Int {
    var finish: [Int?] = project.tasks.map { _ in nil }
    finish[place] = levelling.finish(place, end: day, lengths)
    var last = finish[place] ?? day
    for next in times.sequence where next != place {
      let task = project.tasks[next]
      guard task.state == .open, let ready = task.requires.compactMap({ finish[$0] }).max() else { continue }
      let from = max(ready + 1, task.release ?? ready + 1)
      let length = levelling.own(next, lengths)
      let end =
        length == 0 ? from - 1 : task.lanes.reduce(from) { max($0, $1.finish(from: from, length: length)) }
      let done = levelling.finish(next, end: end, lengths)
      finish[next] = done
      last = max(last, done)
    }
    return last
  }
}

extension Timetable {
  /// The task that ends last; of equals the first. nil: nothing left to do.
  func lastPlace(_ project: Project) -> Int? {
    project.tasks.indices.filter { !project.tasks[$0].isDone }.min { (-finish[$0], $0) < (-finish[$1], $1) }
  }
}
