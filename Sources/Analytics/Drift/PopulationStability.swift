internal import Glibc

/// The population stability index: how far shares of bins have moved from those of a reference.
package struct PopulationStability: Sendable {
  package var index: Double
  /// What the index exceeds by chance alone in the stated share of cases, if nothing has moved: χ² with one degree of freedom less
  /// than bins, times 1/N + 1/M (Yurdakul and Naranjo 2020).
  package var critical: Double

  /// Σ (q − p) ln (q ÷ p), where half a count is added to each bin: without it an empty bin makes the index infinite, and what is put
  /// in its place decides the verdict.
  package static func index(_ reference: [Int], _ current: [Int]) -> Double {
    index(shares: smoothed(reference), smoothed(current))
  }

  package static func index(shares reference: [Double], _ current: [Double]) -> Double {
    zip(reference, current).reduce(0) { sum, pair in sum + (pair.1 - pair.0) * log(pair.1 / pair.0) }
  }

  private static func smoothed(_ counts: [Int]) -> [Double] {
    let sum = Double(counts.reduce(0, +)) + 0.5 * Double(counts.count)
    return counts.map { (Double($0) + 0.5) / sum }
  }

  package static func critical(bins: Int, reference: Int, current: Int, significance: Double) -> Double {
    guard bins > 1, reference > 0, current > 0 else { return 0 }
    return Distribution.chiSquarePoint(1 - significance, degrees: bins - 1)
      * (1 / Double(reference) + 1 / Double(current))
  }

  package init(_ reference: [Int], _ current: [Int], significance: Double) {
    index = Self.index(reference, current)
    critical = Self.critical(
      bins: reference.count, reference: reference.reduce(0, +), current: current.reduce(0, +),
      significance: significance)
  }
}
