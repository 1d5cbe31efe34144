/// A date and a time of day on it; equal only when written alike, while `compare` goes by the instant.
package struct DateTime: Sendable, Hashable, CustomStringConvertible {
  package let date: CalendarDate
  package let time: TimeOfDay
  /// When the clocks of the zone go back and show this a second time, that is meant.
  private let isSecond: Bool

  /// A time that the clocks of the zone leave out moves on by as much as they do.
  package init(date: CalendarDate, time: TimeOfDay) {
    if case .named(let zone) = time.zone,
      case .never(_, let skipped) = zone.reading(of: date.dayNumber * 86_400 + time.secondOfDay),
      let moved = DateTime(
        wallClock: DateTime.wallClock(date, time) + Int128(skipped) * 1_000_000_000, zone: time.zone)
    {
      self = moved
      return
    }
    self.init(date: date, time: time, isSecond: false)
  }

  private init(date: CalendarDate, time: TimeOfDay, isSecond: Bool) {
    self.date = date
    self.time = time
    self.isSecond = isSecond
  }

  /// `2025-03-01T10:30:00` with or without a zone; a date alone is its midnight, `24:00:00` the next one.
  package init?(_ text: String, zones: Zones = .none) {
    var scanner = TemporalScanner(text, zones: zones)
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

  private init?(wallClock nanoseconds: Int128, zone: Zone, isSecond: Bool = false) {
    let (day, nanosecond) = nanoseconds.flooredDivision(by: nanosecondsPerDay)
    guard let number = Int(exactly: day), let date = CalendarDate(dayNumber: number) else { return nil }
    self.init(date: date, time: TimeOfDay(nanoseconds: Int(nanosecond), zone: zone), isSecond: isSecond)
  }

  /// What the clocks of the zone show at an instant.
  private init?(instant nanoseconds: Int128, zone: NamedZone) {
    guard let instant = Int(exactly: nanoseconds.flooredDivision(by: 1_000_000_000).quotient) else {
      return nil
    }
    // Beyond all years: nothing to look up.
    guard instant.magnitude < 1 << 56 else { return nil }
    let offset = zone.offset(at: instant)
    var isSecond = false
    if case .twice(_, offset) = zone.reading(of: instant + offset) { isSecond = true }
    self.init(
      wallClock: nanoseconds + Int128(offset) * 1_000_000_000, zone: .named(zone), isSecond: isSecond)
  }

  /// Seconds east of UTC; nil for a local value.
  package var offset: Int? {
    let wallClock = date.dayNumber * 86_400 + time.secondOfDay
    if isSecond, case .named(let zone) = time.zone, case .twice(_, let second) = zone.reading(of: wallClock) {
      return second
    }
    return Zone.offset(of: time.zone, at: wallClock)
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z; nil where there is no offset.
  package var instant: Int128? { offset.map { wallClock - Int128($0) * 1_000_000_000 } }

  /// In a named zone the time that passes, whatever the clocks do.
  package func adding(_ duration: DayTimeDuration) -> DateTime? {
    if case .named(let zone) = time.zone, let instant {
      return DateTime(instant: instant + duration.nanoseconds, zone: zone)
    }
    return DateTime(wallClock: wallClock + duration.nanoseconds, zone: time.zone)
  }

  /// The same time on the same day of another month, or on its last day.
  package func adding(_ duration: YearMonthDuration) -> DateTime? {
    date.adding(duration).map { DateTime(date: $0, time: time) }
  }

  /// nil for a local value beside a zoned one.
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

  /// Without the fraction of the second.
  var wholeSeconds: DateTime { DateTime(date: date, time: time.wholeSeconds, isSecond: isSecond) }

  func inZone(_ zone: Zone) -> DateTime { DateTime(date: date, time: time.inZone(zone)) }

  package var description: String { "\(date)T\(time)" }

  /// Nanoseconds after 1970-01-01T00:00:00 as the clocks of the zone show them.
  private var wallClock: Int128 { DateTime.wallClock(date, time) }

  private static func wallClock(_ date: CalendarDate, _ time: TimeOfDay) -> Int128 {
    Int128(date.dayNumber) * nanosecondsPerDay + Int128(time.nanosecondOfDay)
  }
}
