/// Between which numbers a value lies, both of them possible; the upper end is infinite where it is open.
package struct Bounds: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) { (self.low, self.high) = (low, high) }
  package init(_ value: Double) { self.init(low: value, high: value) }

  /// Of something that is not stated and not below 0.
  package static let unknown = Bounds(low: 0, high: .infinity)

  package var isPoint: Bool { low == high }
  package var isOpen: Bool { high == .infinity }
  package var width: Double { high - low }
  package var middle: Double { (low + high) / 2 }

  static func + (a: Bounds, b: Bounds) -> Bounds { Bounds(low: a.low + b.low, high: a.high + b.high) }

  /// By a factor that is not below 0; nothing of something open is nothing.
  static func * (a: Bounds, factor: Double) -> Bounds {
    factor == 0 ? Bounds(0) : Bounds(low: a.low * factor, high: a.high * factor)
  }
}

extension Bounds {
  /// `3.75`, `1 to 5`, `from 36,000`; with thousands apart.
  package var text: String {
    if isPoint { return Self.text(low) }
    return isOpen ? "from \(Self.text(low))" : "\(Self.text(low)) to \(Self.text(high))"
  }

  /// In whole units of money.
  package var moneyText: String {
    Bounds(low: low.rounded(), high: high.rounded()).text
  }

  /// At most four digits after the point, thousands apart.
  package static func text(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return "more than 10^15" }
    var digits = Array(fixed(value, abs(value) < 1e9 ? 4 : 0).utf8)
    while digits.contains(UInt8(ascii: ".")), digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    let start = digits.first == UInt8(ascii: "-") ? 1 : 0
    var place = (digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count) - 3
    while place > start {
      digits.insert(UInt8(ascii: ","), at: place)
      place -= 3
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
