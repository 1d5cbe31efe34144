/// A decimal number of 34 digits, IEEE 754-2008 decimal128 with half-even rounding.
///
/// There is no NaN, no infinity and no negative zero: an operation without a result, or with one too
/// large, is nil. Digits are kept as written (1.10 is not 1.1), yet equality and order are numeric.
package struct Decimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Never true of zero.
  package let isNegative: Bool
  /// At most 34 digits; the value is `coefficient` * 10^`exponent`.
  let coefficient: UInt128
  let exponent: Int

  static let precision = 34
  /// The first number of 35 digits.
  static let limit: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000
  static let minExponent = -6176
  static let maxExponent = 6111

  package static let zero = Decimal(0)
  package static let one = Decimal(1)

  package init(_ value: Int) {
    self.init(negative: value < 0, digits: UInt128(value.magnitude), exponent: 0)
  }

  /// Exact up to 34 digits, and no duration is longer.
  init(nanoseconds: Int128) {
    self.init(negative: nanoseconds < 0, digits: nanoseconds.magnitude, exponent: 0)
  }

  /// For digits and an exponent known to be in range.
  init(negative: Bool, digits: UInt128, exponent: Int) {
    isNegative = negative && digits != 0
    coefficient = digits
    self.exponent = exponent
  }

  package var isZero: Bool { coefficient == 0 }

  package var negated: Decimal { Decimal(negative: !isNegative, digits: coefficient, exponent: exponent) }

  package var magnitude: Decimal { Decimal(negative: false, digits: coefficient, exponent: exponent) }

  package var isInteger: Bool {
    if exponent >= 0 || isZero { return true }
    return -exponent < Self.precision && coefficient % powerOfTen(-exponent) == 0
  }

  /// The exact value, if it is an integer that fits.
  package var int: Int? { int128.flatMap(Int.init(exactly:)) }

  var int128: Int128? {
    guard isInteger else { return nil }
    if isZero { return 0 }
    var magnitude = coefficient
    if exponent < 0 { magnitude /= powerOfTen(-exponent) }
    if exponent > 0 {
      guard coefficient.digits + exponent <= 38 else { return nil }
      magnitude *= powerOfTen(exponent)
    }
    return isNegative ? -Int128(magnitude) : Int128(magnitude)
  }

  /// The nearest binary number; infinite beyond the range of `Double`.
  package var double: Double {
    let text = "\(isNegative ? "-" : "")\(coefficient)e\(exponent)"
    return Double(text) ?? .nan
  }

  /// The exponent of the first digit: 2 for 123, -1 for 0.5.
  var adjustedExponent: Int { coefficient.digits - 1 + exponent }

  /// The same number without trailing zeros in its digits, as far as `limit` allows the exponent to grow.
  func trimmed(toExponent limit: Int = .max) -> Decimal {
    if isZero { return Decimal(negative: false, digits: 0, exponent: limit == .max ? 0 : exponent) }
    var (digits, exponent) = (coefficient, exponent)
    for step in [16, 8, 4, 2, 1] {
      while exponent + step <= limit, digits & 1 == 0 {
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: powerOfTen(step))
        if remainder != 0 { break }
        digits = quotient
        exponent += step
      }
    }
    return Decimal(negative: isNegative, digits: digits, exponent: exponent)
  }
}

extension Decimal {
  package static func == (a: Decimal, b: Decimal) -> Bool { a.compare(b) == 0 }

  package static func < (a: Decimal, b: Decimal) -> Bool { a.compare(b) < 0 }

  package func hash(into hasher: inout Hasher) {
    let canonical = trimmed()
    hasher.combine(canonical.isNegative)
    hasher.combine(canonical.coefficient)
    hasher.combine(canonical.exponent)
  }

  /// Negative, zero or positive as the number is below, equal to or above the other.
  func compare(_ other: Decimal) -> Int {
    guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
    let order = compareMagnitude(other)
    return isNegative ? -order : order
  }

  func compareMagnitude(_ other: Decimal) -> Int {
    var (a, b) = (coefficient, other.coefficient)
    if exponent != other.exponent {
      if a == 0 || b == 0 { return a == b ? 0 : a == 0 ? -1 : 1 }
      let (mine, theirs) = (adjustedExponent, other.adjustedExponent)
      guard mine == theirs else { return mine < theirs ? -1 : 1 }
      // With first digits aligned the longer exponent has the fewer digits: scaling it stays within 34.
      if exponent > other.exponent {
        a *= powerOfTen(exponent - other.exponent)
      } else {
        b *= powerOfTen(other.exponent - exponent)
      }
    }
    return a == b ? 0 : a < b ? -1 : 1
  }
}
