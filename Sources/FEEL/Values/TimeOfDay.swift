/// A time of day with its zone; equal only when written alike, while `compare` goes by the instant.
package struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let nanosecond: Int
  package let zone: Zone

  package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone = .local) {
    guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second, 0..<1_000_000_000 ~= nanosecond else {
      return nil
    }
    if case .offset(let seconds) = zone, seconds.magnitude > 18 * 3600 { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
    self.zone = zone
  }

  /// `10:30:00`, `10:30:00.5+05:30` or `10:30:00@Europe/Paris`.
  package init?(_ text: String, zones: Zones = .none) {
    var scanner = TemporalScanner(text, zones: zones)
    guard let (time, endsDay) = scanner.time(), scanner.isAtEnd, !endsDay else { return nil }
    self = time
  }

  /// `nanoseconds` after midnight, less than a day.
  init(nanoseconds: Int, zone: Zone) {
    let (seconds, nanosecond) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    hour = seconds / 3600
    minute = seconds / 60 % 60
    second = seconds % 60
    self.nanosecond = nanosecond
    self.zone = zone
  }

  package static func midnight(in zone: Zone) -> TimeOfDay { TimeOfDay(nanoseconds: 0, zone: zone) }

  /// Seconds east of UTC; nil for a local time, and for a name whose offset depends on the date.
  package var offset: Int? { Zone.offset(of: zone, at: nil) }

  /// Goes around at midnight.
  package func adding(_ duration: DayTimeDuration) -> TimeOfDay {
    let sum = (Int128(nanosecondOfDay) + duration.nanoseconds).flooredDivision(by: nanosecondsPerDay)
    return TimeOfDay(nanoseconds: Int(sum.remainder), zone: zone)
  }

  /// nil where the times do not compare.
  package func subtracting(_ other: TimeOfDay) -> DayTimeDuration? {
    guard let mine = position(beside: other), let theirs = other.position(beside: self) else { return nil }
    return DayTimeDuration(nanoseconds: Int128(mine - theirs))
  }

  /// -1, 0 or 1; nil for a local time beside a zoned one, and for zones whose offsets are not known.
  package func compare(_ other: TimeOfDay) -> Int? { subtracting(other).map { Int($0.nanoseconds.signum()) } }

  /// Without the fraction of the second.
  var wholeSeconds: TimeOfDay {
    nanosecond == 0 ? self : TimeOfDay(nanoseconds: secondOfDay * 1_000_000_000, zone: zone)
  }

  func inZone(_ zone: Zone) -> TimeOfDay { TimeOfDay(nanoseconds: nanosecondOfDay, zone: zone) }

  package var description: String {
    "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(fractionText(nanosecond))\(zone.suffix)"
  }

  var secondOfDay: Int { hour * 3600 + minute * 60 + second }

  var nanosecondOfDay: Int { secondOfDay * 1_000_000_000 + nanosecond }

  /// Nanoseconds from midnight of the zone if it is the other's too, else from midnight UTC.
  private func position(beside other: TimeOfDay) -> Int? {
    if zone == other.zone { return nanosecondOfDay }
    return offset.map { nanosecondOfDay - $0 * 1_000_000_000 }
  }
}

let nanosecondsPerDay: Int128 = 86_400_000_000_000
