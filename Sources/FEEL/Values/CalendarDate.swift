/// A day of the proleptic Gregorian calendar, years -999999999 to 999999999.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  private static let years = -999_999_999...999_999_999

  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), 1...12 ~= month, day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2025-03-01`; a year beyond 9999 has no leading zeros, one before year 0 a minus.
  package init?(_ text: String) {
    var scanner = TemporalScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }

  /// The day `dayNumber` days after 1970-01-01.
  package init?(dayNumber: Int) {
    // No valid day is this far, and nothing below overflows.
    guard dayNumber.magnitude < 1 << 40 else { return nil }
    // Years that start in March put the leap day last; 400 of them are an era of 146097 days.
    let (era, dayOfEra) = (dayNumber + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    self.init(year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int { (dayNumber + 3).flooredDivision(by: 7).remainder + 1 }

  package var dayOfYear: Int {
    let daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    return daysBefore[month - 1] + day + (month > 2 && Self.isLeap(year) ? 1 : 0)
  }

  /// The week as ISO 8601 counts it: week 1 is the one with the year's first Thursday.
  package var weekOfYear: Int {
    // The week belongs to the year of its Thursday, which may be the one before or after.
    var thursday = dayOfYear + 4 - weekday
    if thursday < 1 {
      thursday += Self.isLeap(year - 1) ? 366 : 365
    } else if thursday > (Self.isLeap(year) ? 366 : 365) {
      return 1
    }
    return (thursday - 1) / 7 + 1
  }

  package func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// The same day of another month, or the last day of that month if it is shorter.
  package func adding(months: Int) -> CalendarDate? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let (year, month) = sum.flooredDivision(by: 12)
    return CalendarDate(year: year, month: month + 1, day: min(day, Self.length(of: month + 1, in: year)))
  }

  package func adding(_ duration: YearMonthDuration) -> CalendarDate? { adding(months: duration.totalMonths) }

  /// The day that the duration leads to from the day's midnight: the day before for `-PT1H`.
  package func adding(_ duration: DayTimeDuration) -> CalendarDate? {
    DateTime(date: self, time: .midnight(in: .local)).adding(duration)?.date
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  package var description: String {
    "\(year < 0 ? "-" : "")\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension BinaryInteger {
  /// The quotient rounded down, so that the remainder is never negative.
  func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
