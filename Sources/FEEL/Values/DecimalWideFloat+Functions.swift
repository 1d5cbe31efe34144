extension WideFloat {
  /// e^self, for numbers below 2^16 or so.
  var exponential: WideFloat {
    // e^x = 2^k * (e^(r / 2^8))^(2^8) with x = k * ln 2 + r: r / 2^8 is below 0.0014, and 25 terms are
    // enough.
    let k = (self * WideFloat.logarithmOf2.reciprocal).nearestInteger
    var multiple = WideFloat(UInt128(k.magnitude)) * .logarithmOf2
    multiple.isNegative = k < 0
    var rest = self - multiple
    rest.exponent -= 8
    var (sum, term, count) = (WideFloat.one, WideFloat.one, 1)
    while !term.isZero, term.exponent > -260 {
      term = term * rest / count
      sum = sum + term
      count += 1
    }
    for _ in 0..<8 { sum = sum * sum }
    sum.exponent += k
    return sum
  }

  /// ln(1 + self), for numbers from -1/3 to 1/3; as precise for the smallest.
  var logarithmOf1Plus: WideFloat {
    // ln((1 + t) / (1 - t)) = 2 (t + t^3 / 3 + t^5 / 5 ...)
    let t = self * (WideFloat(2) + self).reciprocal
    let square = t * t
    var (sum, power, count) = (t, t, 1)
    while !power.isZero, power.exponent > t.exponent - 260 {
      power = power * square
      count += 2
      sum = sum + power / count
    }
    sum.exponent += 1
    return sum
  }

  /// ln(self), for a positive number that is not next to 1.
  var logarithm: WideFloat {
    // self = m * 2^k with m from 2/3 to 4/3.
    var (m, k) = (self, exponent)
    m.exponent = 0
    if m.mantissa.high < 0xaaaa_aaaa_aaaa_aaaa_aaaa_aaaa_aaaa_aaaa {
      m.exponent = 1
      k -= 1
    }
    var multiple = WideFloat(UInt128(k.magnitude)) * .logarithmOf2
    multiple.isNegative = k < 0
    return multiple + (m - .one).logarithmOf1Plus
  }

  /// For numbers that fit.
  private var nearestInteger: Int {
    let (doubled, rest) = (exponent + 1, mantissa.high)
    guard doubled > 0 else { return 0 }
    let half = Int(rest >> (128 - doubled))
    return isNegative ? -((half + 1) >> 1) : (half + 1) >> 1
  }
}
