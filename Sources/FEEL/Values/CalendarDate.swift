/// A day of the proleptic Gregorian calendar, years -999999999 to 999999999.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int
  package init?(year: Int, month: Int, day: Int) { fatalError() }
  package init?(_ text: String) { fatalError() }
  /// Days since 1970-01-01.
  package init?(dayNumber: Int) { fatalError() }
  package var dayNumber: Int { fatalError() }
  /// 1 is Monday, 7 Sunday.
  package var weekday: Int { fatalError() }
  package var dayOfYear: Int { fatalError() }
  /// The week as ISO 8601 counts it.
  package var weekOfYear: Int { fatalError() }
  package func adding(days: Int) -> CalendarDate? { fatalError() }
  package func adding(months: Int) -> CalendarDate? { fatalError() }
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
  package var description: String { fatalError() }
}
