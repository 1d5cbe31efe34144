internal import Glibc

/// So many of so many, with the interval of Wilson (1927), which holds at 0 and all too.
package struct Proportion: Sendable, Hashable {
  package var count: Int
  package var total: Int

  /// `total` is above 0 and `count` not above it.
  package init(_ count: Int, of total: Int) {
    precondition(total > 0 && 0...total ~= count)
    (self.count, self.total) = (count, total)
  }

  package var rate: Double { Double(count) / Double(total) }

  /// `reach` standard deviations to each side.
  package func interval(reach z: Double) -> ClosedRange<Double> {
    let (p, n) = (rate, Double(total))
    let scale = 1 + z * z / n
    let middle = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    // At the ends rounding may lead a little past 0 and 1, or past the rate.
    return max(0, min(p, middle - half))...min(1, max(p, middle + half))
  }

  /// The difference from another, with the hybrid score interval of Newcombe (1998, method 10).
  package func difference(from other: Proportion, reach z: Double) -> (
    value: Double, interval: ClosedRange<Double>
  ) {
    let value = rate - other.rate
    let (mine, its) = (interval(reach: z), other.interval(reach: z))
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let low = value - root(rate - mine.lowerBound, its.upperBound - other.rate)
    let high = value + root(mine.upperBound - rate, other.rate - its.lowerBound)
    return (value, low...high)
  }

  /// The ratio to another, with the interval of Katz and others (1978) on the logarithm; nil if either count is 0.
  package func ratio(to other: Proportion, reach z: Double) -> (value: Double, interval: ClosedRange<Double>)?
  {
    guard count > 0, other.count > 0 else { return nil }
    let value = rate / other.rate
    let variance =
      1 / Double(count) - 1 / Double(total) + 1 / Double(other.count) - 1 / Double(other.total)
    let factor = exp(z * max(0, variance).squareRoot())
    return (value, value / factor...value * factor)
  }
}
