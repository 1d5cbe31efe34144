/// The working days shared by one or several countries, numbered one after the other, so that counting and placing take the same
/// short time however long the work: a table over the days with holidays, the plain week before and after.
package struct WorkingDays: Sendable {
  /// Working days of the week.
  package let weekdays: Int
  /// First day of the table.
  private let first: Int
  /// Working days of the table before its day n; one more than it has days.
  private let before: [Int32]
  /// The working days of the table, from its first day on.
  private let days: [Int32]
  /// Working days among the first n days of a week, Monday first.
  private let ahead: [Int]
  /// The weekday, 0 to 6, of the nth working day of a week.
  private let nth: [Int]

  /// `countries`: at least one, and they share a day of the week.
  init(_ countries: [WorkCalendar.Country]) {
    let week = (1...7).map { day in countries.allSatisfy { $0.weekdays.contains(day) } }
    nth = (0..<7).filter { week[$0] }
    ahead = (0...7).map { count in week[..<count].count { $0 } }
    weekdays = nth.count
    precondition(weekdays > 0, "a week has a working day")
    let special = countries.flatMap { [$0.holidays, $0.workingWeekends] }
    let first = special.compactMap { $0.min() }.min() ?? 0
    let length =
      special.isEmpty ? 0 : max(0, (special.compactMap { $0.max() }.max() ?? first - 1) - first + 1)
    // A day counts if every country works.
    var works = [Bool](repeating: true, count: length)
    for country in countries {
      var own = (0..<length).map { country.weekdays.contains(Self.weekday(first + $0) + 1) }
      for day in country.holidays { own[day - first] = false }
      for day in country.workingWeekends { own[day - first] = true }
      for place in works.indices where !own[place] { works[place] = false }
    }
    var before: [Int32] = [0]
    var days: [Int32] = []
    before.reserveCapacity(length + 1)
    days.reserveCapacity(length)
    for place in works.indices {
      if works[place] { days.append(Int32(truncatingIfNeeded: place)) }
      before.append(Int32(truncatingIfNeeded: days.count))
    }
    self.first = first
    self.before = before
    self.days = days
  }

  /// 0 is Monday. Day 0, 1970-01-01, was a Thursday.
  private static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  /// Working days of the plain week since a Monday long ago.
  private func plain(_ day: Int) -> Int {
    let weekday = Self.weekday(day)
    return (day + 3 - weekday) / 7 * weekdays + ahead[weekday]
  }

  /// The day whose `plain` number this is.
  private func plainDay(_ number: Int) -> Int {
    let rest = (number % weekdays + weekdays) % weekdays
    return (number - rest) / weekdays * 7 + nth[rest] - 3
  }

  /// The number of the first working day on or after `day`: 0 for that of the table.
  func number(_ day: Int) -> Int {
    let place = day - first
    if place < 0 { return plain(day) - plain(first) }
    if place < before.count { return Int(before[place]) }
    return days.count + plain(day) - plain(first + before.count - 1)
  }

  /// The working day with this number.
  func day(_ number: Int) -> Int {
    if number < 0 { return plainDay(plain(first) + number) }
    if number < days.count { return first + Int(days[number]) }
    return plainDay(plain(first + before.count - 1) + number - days.count)
  }

  package func contains(_ day: Int) -> Bool { number(day) < number(day + 1) }

  /// The first working day on or after `day`.
  package func first(from day: Int) -> Int { self.day(number(day)) }

  /// The last working day on or before `day`.
  package func last(until day: Int) -> Int { self.day(number(day + 1) - 1) }

  /// The last day of a piece of work of `length` working days (at least one) that may begin on `day`.
  package func finish(from day: Int, length: Int) -> Int { self.day(number(day) + max(length, 1) - 1) }

  /// The day on which a piece of work must begin to end on `day` at the latest.
  package func start(until day: Int, length: Int) -> Int { self.day(number(day + 1) - max(length, 1)) }

  /// Working days from `start` up to, not including, `end`.
  package func count(from start: Int, to end: Int) -> Int { start < end ? number(end) - number(start) : 0 }
}
