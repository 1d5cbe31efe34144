import FEEL

extension Zones {
  /// Zones by rule, so that a test does not depend on the machine.
  static let sample = Zones { name in
    switch name {
    case "Europe/Paris", "Europe/Berlin": NamedZone(name, offset: 3_600, rule: europe)
    case "Australia/Melbourne", "Australia/Sydney": NamedZone(name, offset: 36_000, rule: australia)
    case "Asia/Dhaka": NamedZone(name, offset: 21_600)
    case "Etc/GMT+5": NamedZone(name, offset: -18_000)
    case "America/Argentina/Buenos_Aires": NamedZone(name, offset: -10_800)
    default: nil
    }
  }

  /// The last Sundays of March and October, at 01:00 UTC.
  private static let europe = ZoneRule(
    standard: 3_600, summer: 7_200, from: .init(.ofMonth(3, week: 5, weekday: 0), second: 7_200),
    to: .init(.ofMonth(10, week: 5, weekday: 0), second: 10_800))

  /// The first Sundays of October and April.
  private static let australia = ZoneRule(
    standard: 36_000, summer: 39_600, from: .init(.ofMonth(10, week: 1, weekday: 0), second: 7_200),
    to: .init(.ofMonth(4, week: 1, weekday: 0), second: 10_800))
}
