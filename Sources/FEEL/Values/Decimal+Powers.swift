extension Decimal {
  /// The square root, rounded once; nil for a negative number.
  package func squareRoot() -> Decimal? {
    if isNegative { return nil }
    let half = exponent >> 1
    if isZero { return Decimal(negative: false, digits: 0, exponent: half) }
    // An even exponent and 69 or 70 digits: the root has 35, one more than are kept.
    var shift = 69 - coefficient.digits
    if (exponent - shift) & 1 == 1 { shift += 1 }
    let first = min(shift, 38 - coefficient.digits)
    let radicand = Wide(coefficient * powerOfTen(first), times: powerOfTen(shift - first))
    let root = radicand.squareRoot
    let exact = Wide(root, times: root) == radicand
    if !exact {
      return Decimal(rounding: root, exponent: (exponent - shift) / 2, negative: false, inexact: true)
    }
    return Decimal(negative: false, digits: root, exponent: (exponent - shift) / 2).trimmed(toExponent: half)
  }

  /// e to the power of the number; nil when too large.
  package func exponential() -> Decimal? {
    isZero ? .one : Decimal(exponentialOf: WideFloat(self), negative: false, mayBeExact: false)
  }

  /// nil unless the number is positive.
  package func naturalLogarithm() -> Decimal? {
    if isNegative || isZero { return nil }
    return self == .one ? .zero : Decimal(rounding: wideLogarithm, mayBeExact: false)
  }

  /// nil for a negative base with a fractional exponent, for zero with a negative exponent, and when too
  /// large.
  ///
  /// Anything to the power of 0 is 1.
  package func power(_ exponent: Decimal) -> Decimal? {
    if exponent.isZero { return .one }
    if isZero { return exponent.isNegative ? nil : .zero }
    let negative = isNegative && exponent.isOdd
    if isNegative && !exponent.isInteger { return nil }
    if let whole = exponent.int, whole.magnitude < 1 << 32 {
      return integerPower(whole, negative: negative)
    }
    if magnitude == .one { return negative ? Decimal(-1) : .one }
    let power = WideFloat(exponent) * magnitude.wideLogarithm
    return Decimal(exponentialOf: power, negative: negative, mayBeExact: true)
  }

  private func integerPower(_ power: Int, negative: Bool) -> Decimal? {
    let base = trimmed()
    if power > 0, let digits = base.coefficient.power(power) {
      return Decimal(rounding: digits, exponent: base.exponent * power, negative: negative)?
        .padded(toExponent: exponent * power)
    }
    var result = WideFloat(base.magnitude).power(power.magnitude)
    if power < 0 { result = result.reciprocal }
    result.isNegative = negative
    return Decimal(rounding: result, mayBeExact: true)
  }

  /// True of odd integers.
  private var isOdd: Bool {
    guard isInteger, exponent <= 0 else { return false }
    return coefficient / powerOfTen(-exponent) & 1 == 1
  }

  /// The same number with zeros appended as far as `target`, if 34 digits allow.
  private func padded(toExponent target: Int) -> Decimal {
    let zeros = exponent - target
    guard zeros > 0, coefficient.digits + zeros <= Self.precision else { return self }
    return Decimal(negative: isNegative, digits: coefficient * powerOfTen(zeros), exponent: target)
  }

  /// The logarithm of a positive number.
  private var wideLogarithm: WideFloat {
    // Near 1 the difference from 1 is exact in decimal, and carries all the digits of the logarithm.
    if let distance = subtracting(.one), distance.adjustedExponent < -1 {
      return WideFloat(distance).logarithmOf1Plus
    }
    return WideFloat(self).logarithm
  }

  private init?(exponentialOf power: WideFloat, negative: Bool, mayBeExact: Bool) {
    // Beyond 2^14 the result is out of range either way.
    guard power.exponent <= 14 else {
      if !power.isNegative { return nil }
      self.init(negative: false, digits: 0, exponent: Self.minExponent)
      return
    }
    var result = power.exponential
    result.isNegative = negative
    self.init(rounding: result, mayBeExact: mayBeExact)
  }

  /// Rounds to 34 digits.
  ///
  /// `mayBeExact`: what agrees with a number of 36 digits in 68 is that number, so that 4 ** 0.5 is 2 and
  /// ties are ties. Logarithms never are one: ln(1 - 1E-33) only looks like it for 66 digits.
  private init?(rounding value: WideFloat, mayBeExact: Bool) {
    if value.isZero {
      self = .zero
      return
    }
    // Far beyond the range either way, and beyond what the next step can estimate.
    guard value.exponent.magnitude < 30_000 else {
      if value.exponent > 0 { return nil }
      self.init(negative: false, digits: 0, exponent: Self.minExponent)
      return
    }
    // From the bit length to 36 or 37 digits, which are 117 to 123 bits: 78913 / 2^18 is log10(2).
    let shift = 36 - ((value.exponent * 78913) >> 18)
    let power = WideFloat(10).power(shift.magnitude)
    let scaled = shift < 0 ? value * power.reciprocal : value * power
    let integer = scaled.mantissa >> (256 - scaled.exponent)
    let fraction = (scaled.mantissa << scaled.exponent).high >> 20
    let belowNext = fraction == (1 << 108) - 1
    guard mayBeExact, fraction == 0 || belowNext else {
      self.init(rounding: integer.low, exponent: -shift, negative: value.isNegative, inexact: true)
      return
    }
    let exact = Decimal(negative: false, digits: integer.low + (belowNext ? 1 : 0), exponent: -shift)
      .trimmed()
    self.init(rounding: exact.coefficient, exponent: exact.exponent, negative: value.isNegative)
  }
}

extension UInt128 {
  /// nil beyond 76 digits.
  fileprivate func power(_ exponent: Int) -> Wide? {
    if self == 1 { return Wide(low: 1) }
    var result = Wide(low: 1)
    // Any other number is too large before the 256th power.
    guard exponent < 256 else { return nil }
    for _ in 0..<exponent {
      guard let product = result.multiplied(by: self), product.high.digits <= 38 else { return nil }
      result = product
    }
    return result
  }
}

extension Wide {
  /// The root rounded down, for numbers of 69 or 70 digits.
  fileprivate var squareRoot: UInt128 {
    // Newton's iteration from above falls until it has arrived.
    var root: UInt128 = 1 << ((257 - leadingZeroBitCount) / 2)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient) / 2
      if next >= root { return root }
      root = next
    }
  }
}
