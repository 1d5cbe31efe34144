package import FEEL

/// A second on the calendar, as seconds since 1970; what is written without a zone is taken for UTC.
package struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package init(_ date: CalendarDate) { seconds = date.dayNumber * 86_400 }

  /// `2026-01-05`, `2026-01-05T10:30`, `2026-01-05 10:30:00Z`, `2026-01-05T10:30:00+05:30`, in the years 0000 to 9999.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) else {
      return nil
    }
    self.init(date)
    var rest = bytes[10...]
    guard let mark = rest.popFirst() else { return }
    guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "), let hour = Self.pair(&rest, below: 24),
      rest.popFirst() == UInt8(ascii: ":"), let minute = Self.pair(&rest, below: 60)
    else { return nil }
    seconds += hour * 3600 + minute * 60
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let second = Self.pair(&rest, below: 60) else { return nil }
      seconds += second
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst().drop { 0x30...0x39 ~= $0 }
      }
    }
    switch rest.popFirst() {
    case nil: return
    case UInt8(ascii: "Z"): break
    case let sign? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
      guard let hours = Self.pair(&rest, below: 15), rest.popFirst() == UInt8(ascii: ":"),
        let minutes = Self.pair(&rest, below: 60)
      else { return nil }
      seconds -= (sign == UInt8(ascii: "+") ? 1 : -1) * (hours * 3600 + minutes * 60)
    default: return nil
    }
    if !rest.isEmpty { return nil }
  }

  /// Two digits.
  private static func pair(_ rest: inout ArraySlice<UInt8>, below bound: Int) -> Int? {
    guard let high = rest.popFirst(), let low = rest.popFirst(), 0x30...0x39 ~= high, 0x30...0x39 ~= low
    else { return nil }
    let value = Int(high - 0x30) * 10 + Int(low - 0x30)
    return value < bound ? value : nil
  }

  package static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// The day it is in, in UTC.
  package var day: CalendarDate? {
    CalendarDate(dayNumber: seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400))
  }

  /// A date if it is midnight, else a time in UTC.
  package var description: String {
    let day = day
    let second = seconds - (day?.dayNumber ?? 0) * 86_400
    let text = day?.description ?? "\(seconds)"
    guard second != 0 else { return text }
    let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(text)T\(parts.joined(separator: ":"))Z"
  }
}
