/// A count of events, or of minutes with parts of them, in millionths: in binary fractions exactly 99.9 % could fall below 99.9 %.
package struct Count: Sendable, Hashable, Comparable {
  package let millionths: Int128

  package init(millionths: Int128) { self.millionths = millionths }

  package static let zero = Count(millionths: 0)

  /// `43200` or `43198.2`, from 0 to 1,000,000,000,000 and with at most six digits after the point.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, 1...13 ~= whole.count, parts.count == 1 || 1...6 ~= parts[1].count,
      parts.allSatisfy({ $0.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return nil }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    var value: Int128 = 0
    for digit in Array(whole) + fraction + [UInt8](repeating: 0x30, count: 6 - fraction.count) {
      value = value * 10 + Int128(digit - 0x30)
    }
    guard value <= 1_000_000_000_000_000_000 else { return nil }
    millionths = value
  }

  /// The minutes of so many seconds; a rest of a millionth is rounded up.
  package init(minutesIn seconds: Int) { millionths = (Int128(seconds) * 1_000_000 + 59) / 60 }

  package var value: Double { Double(millionths) / 1e6 }

  /// `43198.2`.
  package var text: String {
    let (whole, part) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    guard part != 0 else { return "\(whole)" }
    var digits = "\(part)"
    digits = String(repeating: "0", count: 6 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  package static func + (a: Count, b: Count) -> Count { Count(millionths: a.millionths + b.millionths) }
  package static func - (a: Count, b: Count) -> Count { Count(millionths: a.millionths - b.millionths) }
  package static func += (a: inout Count, b: Count) { a = a + b }
  package static func < (a: Count, b: Count) -> Bool { a.millionths < b.millionths }
}
