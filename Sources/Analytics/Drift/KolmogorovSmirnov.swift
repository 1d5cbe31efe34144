internal import Glibc

/// The greatest distance of two empirical distributions, and how often chance alone gives as much (Kolmogorov and Smirnov).
package struct KolmogorovSmirnov: Sendable {
  package var distance: Double
  /// Asymptotic, with the correction of Stephens (1970) for small samples; too high where values are tied.
  package var chance: Double

  /// Both must have values.
  package init(_ first: [Double], _ second: [Double]) {
    precondition(!first.isEmpty && !second.isEmpty)
    let (a, b) = (first.sorted(), second.sorted())
    var (i, j, most) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      let value = min(a[i], b[j])
      while i < a.count, a[i] <= value { i += 1 }
      while j < b.count, b[j] <= value { j += 1 }
      most = max(most, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    distance = most
    let size = (Double(a.count) * Double(b.count) / Double(a.count + b.count)).squareRoot()
    chance = Self.tail((size + 0.12 + 0.11 / size) * most)
  }

  /// 2 Σ (−1)^(j−1) e^(−2 j² λ²).
  package static func tail(_ lambda: Double) -> Double {
    // Below, the sum alternates for long and is 1 to all digits.
    guard lambda > 0.2 else { return 1 }
    var sum = 0.0
    for term in 1...100 {
      let part = exp(-2 * Double(term * term) * lambda * lambda)
      sum += term.isMultiple(of: 2) ? -part : part
      if part < 1e-17 { break }
    }
    return max(0, min(1, 2 * sum))
  }
}
