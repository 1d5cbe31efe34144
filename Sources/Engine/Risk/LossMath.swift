/// Logarithm, exponential and the normal distribution from the four operations and the square root alone: the same bits on every
/// machine, while the mathematical libraries of systems differ in the last ones.
package enum LossMath {
  static let logarithmOf2 = 0.693_147_180_559_945_309_417
  package static let logarithmOf10 = 2.302_585_092_994_045_684_018

  /// Natural logarithm of a number above 0.
  package static func logarithm(_ number: Double) -> Double {
    precondition(number > 0 && number.isFinite)
    var part = number.significand
    var exponent = Double(number.exponent)
    if part > 1.414_213_562_373_095_1 {
      part /= 2
      exponent += 1
    }
    // log m = 2 artanh((m − 1) ÷ (m + 1)), and the argument is at most 0.172.
    let ratio = (part - 1) / (part + 1)
    var sum = 0.0
    for power in stride(from: 23.0, through: 1, by: -2) { sum = sum * (ratio * ratio) + 1 / power }
    return exponent * logarithmOf2 + 2 * ratio * sum
  }

  /// e to the power; beyond ±700 as for ±700.
  static func exponential(_ power: Double) -> Double {
    let power = min(max(power, -700), 700)
    let doublings = (power / logarithmOf2).rounded()
    let rest = power - doublings * logarithmOf2
    var sum = 1.0
    for term in stride(from: 16.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(doublings), significand: sum)
  }

  /// 0 for what is not above 0.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    base > 0 && base.isFinite ? exponential(exponent * logarithm(base)) : 0
  }

  /// Share of a standard normal distribution up to `point`: 0.5 + φ(x) × (x + x³ ÷ 3 + x⁵ ÷ 15 + …), after Marsaglia (2004).
  static func normalShare(to point: Double) -> Double {
    guard abs(point) < 8 else { return point > 0 ? 1 : 0 }
    var term = point
    var sum = point
    for odd in stride(from: 3.0, through: 401, by: 2) {
      term *= point * point / odd
      sum += term
      if abs(term) < 1e-17 { break }
    }
    // 1 ÷ √(2 π)
    return 0.5 + 0.398_942_280_401_432_677_94 * exponential(-point * point / 2) * sum
  }

  /// The point of a standard normal distribution up to which `share` lies, which is above 0 and below 1: algorithm AS 241, Wichura (1988).
  static func normalPoint(_ share: Double) -> Double {
    precondition(share > 0 && share < 1)
    let offset = share - 0.5
    if abs(offset) <= 0.425 {
      let square = 0.180625 - offset * offset
      return offset * quotient(middle, at: square)
    }
    let root = (-logarithm(offset < 0 ? share : 1 - share)).squareRoot()
    let point = root <= 5 ? quotient(tail, at: root - 1.6) : quotient(farTail, at: root - 5)
    return offset < 0 ? -point : point
  }

  /// Coefficients from the highest power down, above and below the line.
  private typealias Coefficients = (above: [Double], below: [Double])

  private static func quotient(_ coefficients: Coefficients, at point: Double) -> Double {
    coefficients.above.reduce(0) { $0 * point + $1 } / coefficients.below.reduce(0) { $0 * point + $1 }
  }

  private static let middle: Coefficients = (
    [
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ],
    [
      5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ]
  )
  private static let tail: Coefficients = (
    [
      7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
      3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ],
    [
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
      0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
    ]
  )
  private static let farTail: Coefficients = (
    [
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
      0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
      6.6579046435011037772,
    ],
    [
      2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
      7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
    ]
  )
}
