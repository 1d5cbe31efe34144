extension Forecast {
  /// Places whose remainder, after a decomposition by medians, is more than five robust standard deviations (1.4826 times the median
  /// distance) from 0: one wild value moves neither trend nor season.
  package static func outliers(_ values: [Double?], period: Int) -> [Int] {
    let levels = levels(values, period: period)
    guard levels.count == values.count else { return [] }
    var byPhase = [[Double]](repeating: [], count: period)
    for (index, value) in values.enumerated() {
      if let value { byPhase[index % period].append(value - levels[index]) }
    }
    let seasons = byPhase.map { $0.isEmpty ? 0 : $0.median }
    var rests: [(index: Int, rest: Double)] = []
    for (index, value) in values.enumerated() {
      if let value { rests.append((index, value - levels[index] - seasons[index % period])) }
    }
    let spread = 1.4826 * rests.map { abs($0.rest) }.median
    return rests.filter { abs($0.rest) > 5 * spread && spread > 0 }.map(\.index)
  }

  /// The median of one period around each place; at both ends it goes on as it went over the period beside. Empty without two periods.
  private static func levels(_ values: [Double?], period: Int) -> [Double] {
    let half = period / 2
    guard values.count >= 2 * period + 1 else { return [] }
    let inner = half..<values.count - half
    var last = 0.0
    let medians = inner.map { index in
      let stated = values[index - half...index + half].compactMap { $0 }
      if !stated.isEmpty { last = stated.median }
      return last
    }
    let reach = min(period, medians.count - 1)
    guard reach > 0, let first = medians.first, let end = medians.last else { return [] }
    let (slope, slopeAtEnd) = (
      (medians[reach] - first) / Double(reach), (end - medians[medians.count - 1 - reach]) / Double(reach)
    )
    return values.indices.map { index in
      if index < inner.lowerBound { return first - slope * Double(inner.lowerBound - index) }
      if index >= inner.upperBound { return end + slopeAtEnd * Double(index - inner.upperBound + 1) }
      return medians[index - inner.lowerBound]
    }
  }
}
