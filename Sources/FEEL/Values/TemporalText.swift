/// A cursor over the text of a date, a time or a duration; each part is taken whole or the text is no
/// such thing.
struct TemporalScanner {
  private var rest: Substring.UTF8View
  private let zones: Zones

  init(_ text: String, zones: Zones = .none) {
    rest = text.utf8[...]
    self.zones = zones
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A run of digits: its value and its length; nil if there is none, or if it is beyond 18 digits.
  mutating func digits() -> (value: Int, count: Int)? {
    var (value, count) = (0, 0)
    while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
      guard count < 18 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? (value, count) : nil
  }

  private mutating func twoDigits() -> Int? {
    guard let (value, count) = digits(), count == 2 else { return nil }
    return value
  }

  /// Up to nine digits after the point, in nanoseconds.
  mutating func fraction() -> Int? {
    guard let (value, count) = digits(), count <= 9 else { return nil }
    return (count..<9).reduce(value) { scaled, _ in scaled * 10 }
  }

  mutating func date() -> CalendarDate? {
    let negative = take("-")
    guard let (year, count) = digits(), count == 4 || count > 4 && year >= 10_000, !(negative && year == 0),
      take("-"), let month = twoDigits(), take("-"), let day = twoDigits()
    else { return nil }
    return CalendarDate(year: negative ? -year : year, month: month, day: day)
  }

  /// A time with its zone; `endsDay` is true of `24:00:00`, which comes back as midnight.
  mutating func time() -> (time: TimeOfDay, endsDay: Bool)? {
    guard let hour = twoDigits(), take(":"), let minute = twoDigits(), take(":"), let second = twoDigits()
    else { return nil }
    var nanosecond = 0
    if take(".") {
      guard let fraction = fraction() else { return nil }
      nanosecond = fraction
    }
    let endsDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    guard let zone = zone(),
      let time = TimeOfDay(
        hour: endsDay ? 0 : hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
    else { return nil }
    return (time, endsDay)
  }

  /// A number and its unit, `12M`; nothing is taken when another unit follows.
  mutating func count(of unit: Unicode.Scalar) -> Int? {
    var ahead = self
    guard let (value, _) = ahead.digits(), ahead.take(unit) else { return nil }
    self = ahead
    return value
  }

  /// `4S`, `4.25S` or `4.S`, in nanoseconds.
  mutating func seconds() -> Int128? {
    guard let (whole, _) = digits() else { return nil }
    let nanoseconds = Int128(whole) * 1_000_000_000
    if take(".") {
      if take("S") { return nanoseconds }
      guard let fraction = fraction(), take("S") else { return nil }
      return nanoseconds + Int128(fraction)
    }
    return take("S") ? nanoseconds : nil
  }

  /// `Z`, `+05:30`, `@Europe/Paris` or nothing.
  private mutating func zone() -> Zone? {
    if isAtEnd { return .local }
    if take("Z") { return .offset(0) }
    if take("@") {
      let name = String(Substring(rest))
      rest = rest.suffix(0)
      return Zone.isName(name) ? zones[name].map(Zone.named) : nil
    }
    let negative = take("-")
    guard negative || take("+"), let hours = twoDigits(), take(":"), let minutes = twoDigits(), minutes < 60
    else { return nil }
    var seconds = hours * 3600 + minutes * 60
    if take(":") {
      guard let extra = twoDigits(), extra < 60 else { return nil }
      seconds += extra
    }
    return .offset(negative ? -seconds : seconds)
  }
}

/// A number that is not negative, with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// `.5` for half a second; nothing for none.
func fractionText(_ nanosecond: Int) -> String {
  if nanosecond == 0 { return "" }
  var digits = Substring(padded(nanosecond, 9))
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}
