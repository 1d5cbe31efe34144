/// A length of time in days, hours, minutes and seconds, to the nanosecond.
package struct DayTimeDuration: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// No more than 2^63 seconds, so that every component is an `Int`.
  package let nanoseconds: Int128

  package static let zero = DayTimeDuration(unchecked: 0)

  private init(unchecked nanoseconds: Int128) { self.nanoseconds = nanoseconds }

  package init?(nanoseconds: Int128) {
    guard nanoseconds.magnitude <= UInt128(Int.max) * 1_000_000_000 else { return nil }
    self.nanoseconds = nanoseconds
  }

  package init?(seconds: Int) { self.init(nanoseconds: Int128(seconds) * 1_000_000_000) }

  package init?(days: Int) { self.init(nanoseconds: Int128(days) * nanosecondsPerDay) }

  /// `P1DT2H3M4.5S`, any part of it but at least one; a minus stands before the P.
  package init?(_ text: String) {
    var scanner = TemporalScanner(text)
    let negative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    let days = scanner.count(of: "D")
    var clock: Int128?
    if scanner.take("T") {
      let (hours, minutes) = (scanner.count(of: "H"), scanner.count(of: "M"))
      let seconds = scanner.isAtEnd ? nil : scanner.seconds()
      guard hours != nil || minutes != nil || seconds != nil else { return nil }
      clock = (Int128(hours ?? 0) * 60 + Int128(minutes ?? 0)) * 60_000_000_000 + (seconds ?? 0)
    }
    guard scanner.isAtEnd, days != nil || clock != nil else { return nil }
    let total = Int128(days ?? 0) * nanosecondsPerDay + (clock ?? 0)
    self.init(nanoseconds: negative ? -total : total)
  }

  // Every component has the sign of the duration.

  package var days: Int { Int(nanoseconds / nanosecondsPerDay) }
  /// -23...23
  package var hours: Int { totalSeconds / 3600 % 24 }
  /// -59...59
  package var minutes: Int { totalSeconds / 60 % 60 }
  /// -59...59, without the fraction.
  package var seconds: Int { totalSeconds % 60 }
  /// The fraction of the second.
  package var nanosecond: Int { Int(nanoseconds % 1_000_000_000) }
  package var totalSeconds: Int { Int(nanoseconds / 1_000_000_000) }

  package func adding(_ other: DayTimeDuration) -> DayTimeDuration? {
    DayTimeDuration(nanoseconds: nanoseconds + other.nanoseconds)
  }

  package func subtracting(_ other: DayTimeDuration) -> DayTimeDuration? { adding(other.negated) }

  /// To the nearest nanosecond.
  package func multiplied(by factor: Decimal) -> DayTimeDuration? {
    DayTimeDuration(rounding: Decimal(nanoseconds: nanoseconds).multiplied(by: factor))
  }

  /// To the nearest nanosecond; nil for zero.
  package func divided(by divisor: Decimal) -> DayTimeDuration? {
    DayTimeDuration(rounding: Decimal(nanoseconds: nanoseconds).divided(by: divisor))
  }

  /// nil for a divisor of no length.
  package func divided(by divisor: DayTimeDuration) -> Decimal? {
    Decimal(nanoseconds: nanoseconds).divided(by: Decimal(nanoseconds: divisor.nanoseconds))
  }

  private init?(rounding nanoseconds: Decimal?) {
    guard let whole = nanoseconds?.rounded(scale: 0, .halfEven)?.int128 else { return nil }
    self.init(nanoseconds: whole)
  }

  package var negated: DayTimeDuration { DayTimeDuration(unchecked: -nanoseconds) }

  package var magnitude: DayTimeDuration { DayTimeDuration(unchecked: abs(nanoseconds)) }

  package static func < (a: DayTimeDuration, b: DayTimeDuration) -> Bool { a.nanoseconds < b.nanoseconds }

  package var description: String {
    let size = magnitude
    var text = nanoseconds < 0 ? "-P" : "P"
    if size.days > 0 { text += "\(size.days)D" }
    if size.nanoseconds % nanosecondsPerDay == 0, size.days > 0 { return text }
    text += "T"
    if size.hours > 0 { text += "\(size.hours)H" }
    if size.minutes > 0 { text += "\(size.minutes)M" }
    if size.nanoseconds % 60_000_000_000 == 0, text.utf8.last != UInt8(ascii: "T") { return text }
    return text + "\(size.seconds)\(fractionText(size.nanosecond))S"
  }
}

/// A length of time in years and months.
package struct YearMonthDuration: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let totalMonths: Int

  package static let zero = YearMonthDuration(months: 0)

  package init(months: Int) {
    precondition(months != .min, "the duration has no negative")
    totalMonths = months
  }

  /// Whole months from one day to the other, the time between two dates as a calendar counts it.
  package init(from start: CalendarDate, to end: CalendarDate) {
    let months = (end.year - start.year) * 12 + end.month - start.month
    if months > 0, end.day < start.day {
      totalMonths = months - 1
    } else if months < 0, end.day > start.day {
      totalMonths = months + 1
    } else {
      totalMonths = months
    }
  }

  /// `P1Y2M`, `P1Y` or `P14M`; a minus stands before the P.
  package init?(_ text: String) {
    var scanner = TemporalScanner(text)
    let negative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    let (years, months) = (scanner.count(of: "Y"), scanner.count(of: "M"))
    guard scanner.isAtEnd, years != nil || months != nil else { return nil }
    let (total, overflow) = (years ?? 0).multipliedReportingOverflow(by: 12)
    if overflow { return nil }
    self.init(exactly: Int128(total) + Int128(months ?? 0), negative: negative)
  }

  private init?(exactly months: Int128, negative: Bool = false) {
    guard let months = Int(exactly: negative ? -months : months), months != .min else { return nil }
    totalMonths = months
  }

  // Every component has the sign of the duration.

  package var years: Int { totalMonths / 12 }
  /// -11...11
  package var months: Int { totalMonths % 12 }

  package func adding(_ other: YearMonthDuration) -> YearMonthDuration? {
    YearMonthDuration(exactly: Int128(totalMonths) + Int128(other.totalMonths))
  }

  package func subtracting(_ other: YearMonthDuration) -> YearMonthDuration? { adding(other.negated) }

  /// In whole months: a fraction is cut off.
  package func multiplied(by factor: Decimal) -> YearMonthDuration? {
    YearMonthDuration(truncating: Decimal(totalMonths).multiplied(by: factor))
  }

  /// In whole months: a fraction is cut off; nil for zero.
  package func divided(by divisor: Decimal) -> YearMonthDuration? {
    YearMonthDuration(truncating: Decimal(totalMonths).divided(by: divisor))
  }

  /// nil for a divisor of no length.
  package func divided(by divisor: YearMonthDuration) -> Decimal? {
    Decimal(totalMonths).divided(by: Decimal(divisor.totalMonths))
  }

  private init?(truncating months: Decimal?) {
    guard let whole = months?.rounded(scale: 0, .down)?.int128 else { return nil }
    self.init(exactly: whole)
  }

  package var negated: YearMonthDuration { YearMonthDuration(months: -totalMonths) }

  package var magnitude: YearMonthDuration { YearMonthDuration(months: abs(totalMonths)) }

  package static func < (a: YearMonthDuration, b: YearMonthDuration) -> Bool { a.totalMonths < b.totalMonths }

  package var description: String {
    let size = magnitude
    let sign = totalMonths < 0 ? "-P" : "P"
    switch (size.years, size.months) {
    case (0, let months): return "\(sign)\(months)M"
    case (let years, 0): return "\(sign)\(years)Y"
    case (let years, let months): return "\(sign)\(years)Y\(months)M"
    }
  }
}
