/// A date and a time of day on it.
package struct DateTime: Sendable, Hashable, CustomStringConvertible {
  package let date: CalendarDate
  package let time: TimeOfDay
  package init(date: CalendarDate, time: TimeOfDay) { fatalError() }
  package init?(_ text: String) { fatalError() }
  package func adding(_ duration: DayTimeDuration) -> DateTime? { fatalError() }
  package func adding(_ duration: YearMonthDuration) -> DateTime? { fatalError() }
  /// nil for a local value beside a zoned one, or a zone whose offset is not known.
  package func subtracting(_ other: DateTime) -> DayTimeDuration? { fatalError() }
  package func compare(_ other: DateTime) -> Int? { fatalError() }
  package var description: String { fatalError() }
}
