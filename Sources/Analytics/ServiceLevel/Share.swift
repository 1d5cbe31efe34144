/// A share of 1 in billionths, so that a bound such as 0.999 is met exactly and not a little more or less.
package struct Share: Sendable, Hashable, Comparable {
  package let billionths: Int

  package init(billionths: Int) { self.billionths = billionths }

  /// `0.999`, or `99.9 %`, from 0 to 1 and with at most nine digits after the point.
  package init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    var digits = Array(text.utf8)
    if isPercent { digits.removeLast() }
    while digits.last == 0x20 { digits.removeLast() }
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let places = isPercent ? 7 : 9
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 3,
      (parts.last?.count ?? 0) <= places || parts.count == 1,
      digits.allSatisfy({ 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }),
      parts.count == 1 || !parts[1].isEmpty && !parts[1].contains(UInt8(ascii: "."))
    else { return nil }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    var value = 0
    for digit in Array(whole) + fraction + [UInt8](repeating: 0x30, count: places - fraction.count) {
      value = value * 10 + Int(digit - 0x30)
    }
    guard value <= 1_000_000_000 else { return nil }
    billionths = value
  }

  package var value: Double { Double(billionths) / 1e9 }

  /// Whether `good` of `total` is less than this share, exactly.
  package func exceeds(_ good: Count, of total: Count) -> Bool {
    good.millionths * 1_000_000_000 < Int128(billionths) * total.millionths
  }

  /// `99.95 %`.
  package var text: String {
    var text = fixed(value * 100, 7)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return "\(text) %"
  }

  package static func < (a: Share, b: Share) -> Bool { a.billionths < b.billionths }
}
