/// An unsigned integer of 256 bits, for the products and quotients between two roundings.
struct Wide: Comparable {
  var high: UInt128
  var low: UInt128

  init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ a: UInt128, times b: UInt128) {
    (high, low) = a.multipliedFullWidth(by: b)
  }

  var leadingZeroBitCount: Int {
    high == 0 ? 128 + low.leadingZeroBitCount : high.leadingZeroBitCount
  }

  static func < (a: Wide, b: Wide) -> Bool { a.high == b.high ? a.low < b.low : a.high < b.high }

  func addingReportingOverflow(_ other: Wide) -> (partialValue: Wide, overflow: Bool) {
    let low = low.addingReportingOverflow(other.low)
    let high = high.addingReportingOverflow(other.high)
    let carried = high.partialValue.addingReportingOverflow(low.overflow ? 1 : 0)
    return (Wide(high: carried.partialValue, low: low.partialValue), high.overflow || carried.overflow)
  }

  static func &+ (a: Wide, b: Wide) -> Wide { a.addingReportingOverflow(b).partialValue }

  static func &- (a: Wide, b: Wide) -> Wide {
    let low = a.low.subtractingReportingOverflow(b.low)
    return Wide(high: a.high &- b.high &- (low.overflow ? 1 : 0), low: low.partialValue)
  }

  // A negative count shifts the other way, so the part that crosses the middle needs no case of its own.

  static func << (a: Wide, count: Int) -> Wide {
    Wide(high: a.high << count | a.low >> (128 - count), low: a.low << count)
  }

  static func >> (a: Wide, count: Int) -> Wide {
    Wide(high: a.high >> count, low: a.low >> count | a.high << (128 - count))
  }

  /// The upper half of the product of 512 bits, at most 2 too small, and the 128 bits below it.
  func multipliedHigh(by other: Wide) -> (high: Wide, below: UInt128) {
    let (upper, lower) = (Wide(high, times: other.low), Wide(low, times: other.high))
    let middle = upper.low.addingReportingOverflow(lower.low)
    var product = Wide(high, times: other.high)
    product = product &+ Wide(low: upper.high) &+ Wide(low: lower.high)
    if middle.overflow { product = product &+ Wide(low: 1) }
    return (product, middle.partialValue)
  }

  /// The product with a small number, nil beyond 256 bits.
  func multiplied(by factor: UInt128) -> Wide? {
    let upper = high.multipliedReportingOverflow(by: factor)
    let sum = Wide(low, times: factor).addingReportingOverflow(Wide(high: upper.partialValue, low: 0))
    return upper.overflow || sum.overflow ? nil : sum.partialValue
  }

  /// For a quotient of 128 bits: `high` must be below the divisor.
  func quotientAndRemainder(dividingBy divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
    divisor.dividingFullWidth((high, low))
  }

  /// The quotient of 256 bits.
  static func / (a: Wide, divisor: UInt128) -> Wide {
    let (high, rest) = a.high.quotientAndRemainder(dividingBy: divisor)
    return Wide(high: high, low: divisor.dividingFullWidth((rest, a.low)).quotient)
  }
}
