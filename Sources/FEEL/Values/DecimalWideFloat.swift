/// A binary number of 256 bits, 77 digits: what `exp` and `log` are computed in before the one rounding
/// to 34.
///
/// Operations truncate; each is good to a few units of the last bit, and the exponent has no bounds that
/// matter.
struct WideFloat {
  var isNegative = false
  /// The first bit is set, except in zero.
  var mantissa: Wide
  /// The value is `mantissa` * 2^(`exponent` - 256): the mantissa is a fraction from 1/2 to 1.
  var exponent: Int

  static let one = WideFloat(1)
  static let logarithmOf2 = WideFloat(
    mantissa: Wide(
      high: 0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af, low: 0x40f3_4326_7298_b62d_8a0d_175b_8baa_fa2c),
    exponent: 0)

  init(isNegative: Bool = false, mantissa: Wide, exponent: Int) {
    let shift = mantissa.leadingZeroBitCount
    self.isNegative = isNegative
    self.mantissa = mantissa << shift
    self.exponent = exponent - shift
  }

  init(_ value: UInt128) { self.init(mantissa: Wide(low: value), exponent: 256) }

  init(_ value: Decimal) {
    self = WideFloat(value.coefficient)
    let scale = WideFloat(10).power(value.exponent.magnitude)
    self = value.exponent < 0 ? self * scale.reciprocal : self * scale
    isNegative = value.isNegative
  }

  var isZero: Bool { mantissa.high == 0 }

  var negated: WideFloat {
    var result = self
    result.isNegative.toggle()
    return result
  }

  static func * (a: WideFloat, b: WideFloat) -> WideFloat {
    var (product, below) = a.mantissa.multipliedHigh(by: b.mantissa)
    var exponent = a.exponent + b.exponent
    if product.high >> 127 == 0 {
      product = product << 1
      product.low |= below >> 127
      exponent -= 1
    }
    return WideFloat(isNegative: a.isNegative != b.isNegative, mantissa: product, exponent: exponent)
  }

  static func + (a: WideFloat, b: WideFloat) -> WideFloat {
    if a.isZero { return b }
    if b.isZero { return a }
    let aIsLarger = a.exponent == b.exponent ? a.mantissa > b.mantissa : a.exponent > b.exponent
    let (large, small) = aIsLarger ? (a, b) : (b, a)
    let distance = large.exponent - small.exponent
    if distance > 256 { return large }
    let addend = small.mantissa >> distance
    var result = large
    if a.isNegative != b.isNegative {
      return WideFloat(
        isNegative: large.isNegative, mantissa: large.mantissa &- addend, exponent: large.exponent)
    }
    let (sum, overflow) = large.mantissa.addingReportingOverflow(addend)
    result.mantissa = sum
    if overflow {
      result.mantissa = sum >> 1
      result.mantissa.high |= 1 << 127
      result.exponent += 1
    }
    return result
  }

  static func - (a: WideFloat, b: WideFloat) -> WideFloat { a + b.negated }

  static func / (a: WideFloat, divisor: Int) -> WideFloat {
    WideFloat(isNegative: a.isNegative, mantissa: a.mantissa / UInt128(divisor), exponent: a.exponent)
  }

  /// 1 / self, by Newton's iteration from the first 63 bits.
  var reciprocal: WideFloat {
    var result = WideFloat(UInt128.max / (mantissa.high >> 64))
    result.exponent -= 64 + exponent
    for _ in 0..<3 { result = result * (WideFloat(2) - magnitude * result) }
    result.isNegative = isNegative
    return result
  }

  var magnitude: WideFloat {
    var result = self
    result.isNegative = false
    return result
  }

  func power(_ exponent: UInt) -> WideFloat {
    var (result, base, left) = (WideFloat.one, self, exponent)
    while left > 0 {
      if left & 1 == 1 { result = result * base }
      left >>= 1
      if left > 0 { base = base * base }
    }
    return result
  }
}
