/// A time of day with its zone.
package struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let nanosecond: Int
  package let zone: Zone
  package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone = .local) { fatalError() }
  package init?(_ text: String) { fatalError() }
  /// Wraps around midnight.
  package func adding(_ duration: DayTimeDuration) -> TimeOfDay { fatalError() }
  /// nil unless both are UTC-related or both local.
  package func subtracting(_ other: TimeOfDay) -> DayTimeDuration? { fatalError() }
  /// -1, 0 or 1; nil for a local time beside a zoned one, or a zone whose offset is not known.
  package func compare(_ other: TimeOfDay) -> Int? { fatalError() }
  package var description: String { fatalError() }
}
/// Where a time is told: nowhere in particular, at an offset from UTC, or in a named zone.
package enum Zone: Sendable, Hashable {
  case local
  case offset(Int)
  case named(String)
  /// Seconds east of UTC; nil for a local time and for a zone that is not known.
  package static func offset(of zone: Zone, at date: CalendarDate?) -> Int? { fatalError() }
}
