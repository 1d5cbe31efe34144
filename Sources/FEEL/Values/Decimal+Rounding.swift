extension Decimal {
  /// How `rounded(scale:_:)` treats the digits it drops; the halves differ only on an exact tie.
  package enum RoundingMode: Sendable, Hashable, CaseIterable {
    case halfEven, halfUp, halfDown, up, down, ceiling, floor
  }

  /// The number with exactly `scale` digits after the point, if they fit; -2 rounds to hundreds.
  ///
  /// nil for a scale outside -6111...6176.
  package func rounded(scale: Int, _ mode: RoundingMode) -> Decimal? {
    guard (-Self.maxExponent ... -Self.minExponent).contains(scale) else { return nil }
    let drop = -scale - exponent
    if drop <= 0 {
      guard isZero || coefficient.digits - drop <= Self.precision else { return self }
      let digits = isZero ? 0 : coefficient * powerOfTen(-drop)
      return Decimal(negative: isNegative, digits: digits, exponent: -scale)
    }
    let digits = coefficient.dropping(drop, mode, negative: isNegative)
    return Decimal(negative: isNegative, digits: digits, exponent: -scale)
  }

  /// Rounds to 34 digits and the exponents of decimal128; nil if the number is too large.
  ///
  /// `inexact` says that something smaller than one unit was cut off: then there must be more than 34 digits.
  init?(rounding digits: UInt128, exponent: Int, negative: Bool, inexact: Bool = false) {
    if digits < Self.limit, Self.minExponent <= exponent, exponent <= Self.maxExponent {
      self.init(negative: negative, digits: digits, exponent: exponent)
      return
    }
    var (digits, exponent) = (digits, exponent)
    let drop = max(digits.digits - Self.precision, Self.minExponent - exponent)
    if drop > 0 {
      digits = digits.dropping(drop, .halfEven, negative: negative, inexact: inexact)
      exponent += drop
      if digits == Self.limit {
        digits = Self.limit / 10
        exponent += 1
      }
    }
    if exponent > Self.maxExponent {
      let padding = exponent - Self.maxExponent
      if digits != 0 {
        guard digits.digits + padding <= Self.precision else { return nil }
        digits *= powerOfTen(padding)
      }
      exponent = Self.maxExponent
    }
    self.init(negative: negative, digits: digits, exponent: exponent)
  }

  /// Rounds a number of up to 77 digits.
  init?(rounding digits: Wide, exponent: Int, negative: Bool) {
    // high < 10^drop: the quotient fits, and keeps the more than 34 digits that `inexact` asks for.
    let drop = digits.high.digits
    let (kept, cut) =
      digits.high == 0 ? (digits.low, 0) : digits.quotientAndRemainder(dividingBy: powerOfTen(drop))
    self.init(rounding: kept, exponent: exponent + drop, negative: negative, inexact: cut != 0)
  }
}

extension UInt128 {
  /// The number of decimal digits; 0 has none.
  var digits: Int {
    // 1233 / 4096 is log10(2), closely enough for 128 bits.
    let guess = ((UInt128.bitWidth - leadingZeroBitCount) * 1233) >> 12
    return self < powerOfTen(guess) ? guess : guess + 1
  }

  /// The number without its last `count` digits, rounded; `inexact` adds less than a unit to what is cut.
  func dropping(
    _ count: Int, _ mode: Decimal.RoundingMode, negative: Bool, inexact: Bool = false
  ) -> UInt128 {
    var (kept, cut, half): (UInt128, UInt128, UInt128) = (0, self, .max)
    if count <= 38 {
      half = powerOfTen(count) / 2
      (kept, cut) = quotientAndRemainder(dividingBy: powerOfTen(count))
    }
    if cut == 0 && !inexact { return kept }
    let (above, tie) = (cut > half || cut == half && inexact, cut == half && !inexact)
    let away =
      switch mode {
      case .halfEven: above || tie && kept & 1 == 1
      case .halfUp: above || tie
      case .halfDown: above
      case .up: true
      case .down: false
      case .ceiling: !negative
      case .floor: negative
      }
    return away ? kept + 1 : kept
  }
}

/// 10^`exponent` for 0...38, all that 128 bits hold.
func powerOfTen(_ exponent: Int) -> UInt128 { powersOfTen[exponent] }

private let powersOfTen: [UInt128] = {
  var powers: [UInt128] = [1]
  for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
  return powers
}()
