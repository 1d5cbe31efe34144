import FEEL

/// Reads a rule such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX `TZ`, with the wider hours of RFC 8536).
struct RuleReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  /// Seconds east of UTC of standard time, and the rule if there is summer time; nil for anything else.
  mutating func rule() -> (standard: Int, rule: ZoneRule?)? {
    guard name(), let west = clock() else { return nil }
    if rest.isEmpty { return (-west, nil) }
    guard name() else { return nil }
    var summer = -west + 3_600
    if rest.first != UInt8(ascii: ",") {
      guard let west = clock() else { return nil }
      summer = -west
    }
    guard take(","), let start = day(), take(","), let end = day(), rest.isEmpty else { return nil }
    return (-west, ZoneRule(standard: -west, summer: summer, from: start, to: end))
  }

  /// Letters, or anything between `<` and `>`.
  private mutating func name() -> Bool {
    if take("<") {
      rest = rest.drop { $0 != UInt8(ascii: ">") }
      return take(">")
    }
    let before = rest.count
    rest = rest.drop { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return before - rest.count >= 3
  }

  /// `2`, `-2:30` or `+01:02:03`, in seconds.
  private mutating func clock() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(), hours <= 167 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where take(":") {
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `M3.5.0/2`, `J60/2` or `59`.
  private mutating func day() -> ZoneRule.Day? {
    let count: ZoneRule.Day.Count
    if take("M") {
      guard let month = number(), 1...12 ~= month, take("."), let week = number(), 1...5 ~= week, take("."),
        let weekday = number(), 0...6 ~= weekday
      else { return nil }
      count = .ofMonth(month, week: week, weekday: weekday)
    } else if take("J") {
      guard let day = number(), 1...365 ~= day else { return nil }
      count = .ofYearWithoutLeapDay(day)
    } else {
      guard let day = number(), day <= 365 else { return nil }
      count = .ofYear(day)
    }
    guard take("/") else { return ZoneRule.Day(count, second: 7_200) }
    return clock().map { ZoneRule.Day(count, second: $0) }
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
