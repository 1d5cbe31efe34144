/// Two changes of the clock that come every year, as the last line of a file of RFC 8536 tells them.
package struct ZoneRule: Sendable {
  /// A day of every year, and the second of that day as the clocks show it.
  package struct Day: Sendable {
    package enum Count: Sendable {
      /// 1...365, never 29 February.
      case ofYearWithoutLeapDay(Int)
      /// 0...365
      case ofYear(Int)
      /// Weekday 0 (Sunday) to 6 of week 1 to 5 of the month; 5 is the last.
      case ofMonth(Int, week: Int, weekday: Int)
    }
    package let count: Count
    package let second: Int
    package init(_ count: Count, second: Int) {
      self.count = count
      self.second = second
    }
  }

  private let standard: Int
  /// The offset between the two days.
  private let summer: Int
  private let start: Day
  private let end: Day

  package init(standard: Int, summer: Int, from start: Day, to end: Day) {
    self.standard = standard
    self.summer = summer
    self.start = start
    self.end = end
  }

  func offset(at instant: Int) -> Int {
    let day = (instant + standard).flooredDivision(by: 86_400).quotient
    guard let year = CalendarDate(dayNumber: day)?.year,
      let begins = start.instant(in: year, offset: standard),
      let ends = end.instant(in: year, offset: summer)
    else { return standard }
    let isSummer =
      begins < ends ? instant >= begins && instant < ends : instant >= begins || instant < ends
    return isSummer ? summer : standard
  }
}

extension ZoneRule.Day {
  fileprivate func instant(in year: Int, offset: Int) -> Int? {
    dayNumber(in: year).map { $0 * 86_400 + second - offset }
  }

  private func dayNumber(in year: Int) -> Int? {
    guard let first = CalendarDate(year: year, month: 1, day: 1)?.dayNumber else { return nil }
    switch count {
    case .ofYear(let day): return first + day
    case .ofYearWithoutLeapDay(let day):
      let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
      return first + day - (isLeap && day >= 60 ? 0 : 1)
    case .ofMonth(let month, let week, let weekday):
      guard let start = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let shift = (weekday - start.weekday % 7 + 7) % 7
      let day = start.dayNumber + shift + (week - 1) * 7
      let next = start.adding(months: 1)?.dayNumber ?? .max
      return day < next ? day : day - 7
    }
  }
}
