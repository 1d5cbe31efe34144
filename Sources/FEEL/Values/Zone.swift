/// Where a time is told: nowhere in particular, at an offset from UTC, or in a named zone.
package enum Zone: Sendable, Hashable {
  case local
  /// Seconds east of UTC.
  case offset(Int)
  indirect case named(NamedZone)

  /// Seconds east of UTC when the clocks of the zone show `wallClock`, seconds after 1970-01-01T00:00:00.
  ///
  /// nil for a local time; `wallClock` is nil for a time without a date, of which nothing is known in a zone
  /// that changes.
  package static func offset(of zone: Zone, at wallClock: Int?) -> Int? {
    switch zone {
    case .local: nil
    case .offset(let seconds): seconds
    case .named(let zone):
      if let wallClock {
        switch zone.reading(of: wallClock) {
        case .once(let offset), .twice(let offset, _), .never(let offset, _): offset
        }
      } else {
        zone.fixedOffset
      }
    }
  }

  /// Whether the text has the form of a zone's name, `America/Argentina/Buenos_Aires` or `Etc/GMT+5`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7a else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5a, 0x61...0x7a, 0x30...0x39: true
      default: "_+-/".utf8.contains(byte)
      }
    }
  }

  /// As it stands after a time.
  var suffix: String {
    switch self {
    case .local: return ""
    case .offset(0): return "Z"
    case .offset(let seconds):
      let (minutes, second) = abs(seconds).quotientAndRemainder(dividingBy: 60)
      let hours = "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
      return second == 0 ? hours : "\(hours):\(padded(second, 2))"
    case .named(let zone): return "@" + zone.name
    }
  }
}
