extension Decimal {
  package func adding(_ other: Decimal) -> Decimal? {
    let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
    let shift = upper.exponent - lower.exponent
    // Both numbers and their sum fit 128 bits when the scaled one keeps to 38 digits.
    guard shift == 0 || upper.coefficient.digits + shift <= 38 else { return upper.addingFar(lower, shift) }
    let scaled = shift == 0 ? upper.coefficient : upper.coefficient * powerOfTen(shift)
    if upper.isNegative == lower.isNegative {
      return Decimal(
        rounding: scaled + lower.coefficient, exponent: lower.exponent, negative: upper.isNegative)
    }
    let (digits, negative) =
      scaled >= lower.coefficient
      ? (scaled - lower.coefficient, upper.isNegative) : (lower.coefficient - scaled, lower.isNegative)
    return Decimal(rounding: digits, exponent: lower.exponent, negative: negative)
  }

  package func subtracting(_ other: Decimal) -> Decimal? { adding(other.negated) }

  /// The sum with a number whose exponent is lower by `shift`, too much for 128 bits.
  private func addingFar(_ lower: Decimal, _ shift: Int) -> Decimal? {
    if isZero { return lower }
    var (shift, addend) = (shift, lower.coefficient)
    if coefficient.digits + shift > 72 {
      // The addend is below the last of 38 digits; all that matters is that it is there.
      shift = 38 - coefficient.digits
      addend = min(addend, 1)
    }
    let first = min(shift, 38 - coefficient.digits)
    let scaled = Wide(coefficient * powerOfTen(first), times: powerOfTen(shift - first))
    let sum = isNegative == lower.isNegative ? scaled &+ Wide(low: addend) : scaled &- Wide(low: addend)
    return Decimal(rounding: sum, exponent: exponent - shift, negative: isNegative)
  }

  package func multiplied(by other: Decimal) -> Decimal? {
    let exponent = exponent + other.exponent
    let negative = isNegative != other.isNegative
    if (coefficient | other.coefficient) >> 64 == 0 {
      return Decimal(rounding: coefficient &* other.coefficient, exponent: exponent, negative: negative)
    }
    return Decimal(
      rounding: Wide(coefficient, times: other.coefficient), exponent: exponent, negative: negative)
  }

  /// nil for a zero divisor.
  package func divided(by other: Decimal) -> Decimal? {
    if other.isZero { return nil }
    let ideal = exponent - other.exponent
    let negative = isNegative != other.isNegative
    let (whole, rest) = coefficient.quotientAndRemainder(dividingBy: other.coefficient)
    if rest == 0 { return Decimal(rounding: whole, exponent: ideal, negative: negative) }
    // Enough zeros for a quotient of 35 or 36 digits.
    let shift = Self.precision + 1 + other.coefficient.digits - coefficient.digits
    let first = min(shift, 38 - coefficient.digits)
    let dividend = Wide(coefficient * powerOfTen(first), times: powerOfTen(shift - first))
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: other.coefficient)
    if remainder != 0 {
      return Decimal(rounding: quotient, exponent: ideal - shift, negative: negative, inexact: true)
    }
    // An exact quotient drops the zeros again, and only then is rounded into the range of exponents.
    let exact = Decimal(negative: negative, digits: quotient, exponent: ideal - shift)
      .trimmed(toExponent: ideal)
    return Decimal(rounding: exact.coefficient, exponent: exact.exponent, negative: negative)
  }

  /// self - divisor * floor(self / divisor), computed without rounding the quotient; nil for a zero divisor.
  package func modulo(_ divisor: Decimal) -> Decimal? {
    if divisor.isZero { return nil }
    let rest = remainder(divisor)
    return rest.isZero || rest.isNegative == divisor.isNegative ? rest : rest.adding(divisor)
  }

  /// The remainder of the division truncated to an integer; it has the sign of the dividend.
  private func remainder(_ divisor: Decimal) -> Decimal {
    if isZero || compareMagnitude(divisor) < 0 { return self }
    let shift = exponent - divisor.exponent
    if shift < 0 {
      // Not smaller than the divisor, so the divisor written at this exponent has no more digits than self.
      let rest = coefficient % (divisor.coefficient * powerOfTen(-shift))
      return Decimal(negative: isNegative, digits: rest, exponent: exponent)
    }
    var rest = coefficient % divisor.coefficient
    var left = shift
    while left > 0, rest != 0 {
      let step = min(left, 38)
      let scaled = Wide(rest, times: powerOfTen(step))
      rest = scaled.quotientAndRemainder(dividingBy: divisor.coefficient).remainder
      left -= step
    }
    return Decimal(negative: isNegative, digits: rest, exponent: divisor.exponent)
  }
}
