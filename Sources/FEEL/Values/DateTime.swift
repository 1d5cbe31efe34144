/// A date and a time of day on it; equal only when written alike, while `compare` goes by the instant.
package struct DateTime: Sendable, Hashable, CustomStringConvertible {
  package let date: CalendarDate
  package let time: TimeOfDay

  package init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// `2025-03-01T10:30:00` with or without a zone; a date alone is its midnight, `24:00:00` the next one.
  package init?(_ text: String) {
    var scanner = TemporalScanner(text)
    guard let date = scanner.date() else { return nil }
    if scanner.isAtEnd {
      self.init(date: date, time: .midnight(in: .local))
      return
    }
    guard scanner.take("T"), let (time, endsDay) = scanner.time(), scanner.isAtEnd,
      let day = endsDay ? date.adding(days: 1) : date
    else { return nil }
    self.init(date: day, time: time)
  }

  private init?(wallClock nanoseconds: Int128, zone: Zone) {
    let (day, nanosecond) = nanoseconds.flooredDivision(by: nanosecondsPerDay)
    guard let number = Int(exactly: day), let date = CalendarDate(dayNumber: number) else { return nil }
    self.init(date: date, time: TimeOfDay(nanoseconds: Int(nanosecond), zone: zone))
  }

  /// Seconds east of UTC; nil for a local value and for a zone whose offset is not known.
  package var offset: Int? {
    Zone.offset(of: time.zone, at: date.dayNumber * 86_400 + time.secondOfDay)
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z; nil where there is no offset.
  package var instant: Int128? { offset.map { wallClock - Int128($0) * 1_000_000_000 } }

  /// Moves the clock on the wall: in a named zone nothing is known yet of the hours it skips or repeats.
  package func adding(_ duration: DayTimeDuration) -> DateTime? {
    DateTime(wallClock: wallClock + duration.nanoseconds, zone: time.zone)
  }

  /// The same time on the same day of another month, or on its last day.
  package func adding(_ duration: YearMonthDuration) -> DateTime? {
    date.adding(duration).map { DateTime(date: $0, time: time) }
  }

  /// nil for a local value beside a zoned one, and for zones whose offsets are not known.
  package func subtracting(_ other: DateTime) -> DayTimeDuration? {
    if self == other { return .zero }
    if time.zone == .local, other.time.zone == .local {
      return DayTimeDuration(nanoseconds: wallClock - other.wallClock)
    }
    guard let mine = instant, let theirs = other.instant else { return nil }
    return DayTimeDuration(nanoseconds: mine - theirs)
  }

  /// -1, 0 or 1; nil where the values do not subtract.
  package func compare(_ other: DateTime) -> Int? { subtracting(other).map { Int($0.nanoseconds.signum()) } }

  package var description: String { "\(date)T\(time)" }

  /// Nanoseconds after 1970-01-01T00:00:00 as the clocks of the zone show them.
  private var wallClock: Int128 { Int128(date.dayNumber) * nanosecondsPerDay + Int128(time.nanosecondOfDay) }
}
