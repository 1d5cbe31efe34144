/// A length of time in days, hours, minutes and seconds.
package struct DayTimeDuration: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let nanoseconds: Int128
  package static let zero: DayTimeDuration = { fatalError() }()
  package init?(nanoseconds: Int128) { fatalError() }
  package init?(days: Int) { fatalError() }
  package init?(_ text: String) { fatalError() }
  /// Components, all of the sign of the duration; `seconds` is 0...59, `nanosecond` the rest.
  package var days: Int { fatalError() }
  package var hours: Int { fatalError() }
  package var minutes: Int { fatalError() }
  package var seconds: Int { fatalError() }
  package var nanosecond: Int { fatalError() }
  package func adding(_ other: DayTimeDuration) -> DayTimeDuration? { fatalError() }
  package func subtracting(_ other: DayTimeDuration) -> DayTimeDuration? { fatalError() }
  package func multiplied(by factor: Decimal) -> DayTimeDuration? { fatalError() }
  package func divided(by divisor: Decimal) -> DayTimeDuration? { fatalError() }
  package func divided(by divisor: DayTimeDuration) -> Decimal? { fatalError() }
  package var negated: DayTimeDuration { fatalError() }
  package var magnitude: DayTimeDuration { fatalError() }
  package static func < (a: DayTimeDuration, b: DayTimeDuration) -> Bool { fatalError() }
  package var description: String { fatalError() }
}
/// A length of time in years and months.
package struct YearMonthDuration: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let totalMonths: Int
  package static let zero: YearMonthDuration = { fatalError() }()
  package init(months: Int) { fatalError() }
  package init?(_ text: String) { fatalError() }
  package var years: Int { fatalError() }
  package var months: Int { fatalError() }
  package func adding(_ other: YearMonthDuration) -> YearMonthDuration? { fatalError() }
  package func subtracting(_ other: YearMonthDuration) -> YearMonthDuration? { fatalError() }
  package func multiplied(by factor: Decimal) -> YearMonthDuration? { fatalError() }
  package func divided(by divisor: Decimal) -> YearMonthDuration? { fatalError() }
  package func divided(by divisor: YearMonthDuration) -> Decimal? { fatalError() }
  package var negated: YearMonthDuration { fatalError() }
  package var magnitude: YearMonthDuration { fatalError() }
  package static func < (a: YearMonthDuration, b: YearMonthDuration) -> Bool { fatalError() }
  package var description: String { fatalError() }
}
