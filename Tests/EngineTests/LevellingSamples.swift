@testable import Engine

/// A random project with the plain data it was made from, for a checker that shares no code with the scheduler.
struct LevellingSample {
  /// Weekdays (1 is Monday) and holidays of one country.
  struct Days {
    var weekdays: Set<Int>
    var holidays: Set<Int>
    /// Day 0 was a Thursday.
    func works(_ day: Int) -> Bool { weekdays.contains((day + 3) % 7 + 1) && !holidays.contains(day) }
  }

  /// A task as it was drawn: its countries by number, own first.
  struct Drawn {
    var role: Int
    /// Countries of the outside parties that take part in own work; each is a lane.
    var away: [Int] = []
    /// Length, and the countries whose days count; nil: days of the calendar.
    var waits: [(length: Int, countries: [Int]?)] = []
  }

  var countries: [Days] = []
  var drawn: [Drawn] = []
  var project = Project(start: 20_000, tasks: [])

  /// `size`: number of tasks; `density`: percent of the earlier tasks that each follows.
  init(_ dice: inout Dice, size: Int, density: Int, isPlain: Bool = false) {
    project.start = 20_000 + dice.roll(400)
    let calendars = (0..<4).map { _ -> WorkingDays in
      let days = Days(
        weekdays: Set(dice.pick([[1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4]])),
        holidays: Set((0..<15).map { _ in project.start + dice.roll(300) }))
      countries.append(days)
      var country = WorkCalendar.Country(weekdays: days.weekdays)
      country.holidays = days.holidays
      return WorkingDays([country])
    }
    func shared(_ first: Int, _ second: Int) -> WorkingDays {
      WorkingDays(
        [first, second].map { number in
          var country = WorkCalendar.Country(weekdays: countries[number].weekdays)
          country.holidays = countries[number].holidays
          return country
        })
    }
    let roles = 1 + dice.roll(3)
    project.capacity = (0..<roles).map { _ in dice.pick([300, 500, 1000, 1000, 1500, 2000, 3000, nil]) }
    for place in 0..<size {
      var each = Drawn(role: dice.roll(roles))
      let likely = 1 + dice.roll(isPlain ? 8 : 20)
      var task = Project.Task(
        id: "t\(place)", lanes: [calendars[each.role]], owner: calendars[each.role],
        length: .init(min: max(1, likely / 2), likely: likely, max: likely * (1 + dice.roll(3))))
      task.role = each.role
      task.demand = dice.pick([0, 200, 334, 500, 500, 1000, 1000, 2500])
      task.requires = (0..<place).filter { _ in dice.chance(density) }
      if !isPlain, dice.chance(20) {
        each.away = [dice.roll(4), dice.roll(4)]
        task.lanes = each.away.map { shared(each.role, $0) }
      }
      if dice.chance(25) {
        for _ in 0...dice.roll(2) {
          let length = dice.roll(15)
          let countries = dice.chance(50) ? nil : [dice.roll(4), dice.roll(4)]
          each.waits.append((length, countries))
          task.waits.append(
            Project.Wait(
              lanes: (countries ?? []).map { calendars[$0] },
              length: .init(min: length / 2, likely: length, max: length * 2)))
        }
      }
      if !isPlain, dice.chance(10) { task.release = project.start + dice.roll(60) }
      if dice.chance(30) { task.due = project.start + 20 + dice.roll(100) }
      if !isPlain, place > 0, dice.chance(10) {
        let after = dice.roll(place)
        if !task.requires.contains(after) { task.requires.append(after) }
        task.windows = [
          .init(after: after, within: 1 + dice.roll(20), days: dice.chance(50) ? task.owner : nil)
        ]
      }
      drawn.append(each)
      project.tasks.append(task)
    }
  }

  /// Random progress on a day: some done, some under way.
  mutating func work(_ dice: inout Dice, on today: Int) {
    project.start = today
    for place in project.tasks.indices {
      switch dice.roll(6) {
      case 0, 1: project.tasks[place].state = .done(since: nil, on: today - dice.roll(10))
      case 2:
        project.tasks[place].state = .underWay(
          since: today - dice.roll(10), remaining: dice.roll(project.tasks[place].length.likely + 1))
      default: break
      }
    }
  }
}
