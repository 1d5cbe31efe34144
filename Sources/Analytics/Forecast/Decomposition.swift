/// A series taken apart by moving averages (FPP3, section 3.4): trend, seasons that repeat, and what is left.
package struct Decomposition: Sendable {
  /// By place in the period; they sum to 0, or to the period if they multiply.
  package var seasons: [Double]
  package var trend: [Double?]
  package var remainder: [Double?]
  /// The values with the gaps filled from their neighbours in the periods before and after.
  var filled: [Double]

  private let form: HoltWinters.Form

  /// nil without two whole periods, and for a multiplicative form unless all is above 0.
  package init?(_ values: [Double?], period: Int, form: HoltWinters.Form) {
    guard period > 1, values.count >= 2 * period, let filled = Self.filled(values, period: period) else {
      return nil
    }
    guard form == .additive || filled.allSatisfy({ $0 > 0 }) else { return nil }
    let trend = Self.averages(filled, period: period)
    var found = [[Double]](repeating: [], count: period)
    for (index, level) in trend.enumerated() {
      guard let level else { continue }
      found[index % period].append(form == .additive ? filled[index] - level : filled[index] / level)
    }
    let raw = found.map { $0.isEmpty ? (form == .additive ? 0 : 1) : $0.mean }
    let middle = raw.mean
    let seasons = raw.map { form == .additive ? $0 - middle : $0 / middle }
    self.form = form
    (self.filled, self.trend, self.seasons) = (filled, trend, seasons)
    remainder = trend.indices.map { index in
      trend[index].flatMap { level in
        guard values[index] != nil else { return nil }
        let season = seasons[index % period]
        return form == .additive ? filled[index] - level - season : filled[index] / (level * season) - 1
      }
    }
  }

  /// 0 without seasons, 1 with nothing else (FPP3, section 4.3); nil where nothing varies.
  package var seasonalStrength: Double? {
    let period = seasons.count
    var left: [Double] = []
    var both: [Double] = []
    for (index, rest) in remainder.enumerated() {
      guard let rest else { continue }
      left.append(rest)
      both.append(rest + seasons[index % period])
    }
    guard both.variance > 0 else { return nil }
    return max(0, 1 - left.variance / both.variance)
  }

  /// The mean of a whole period around each place; an even one takes half of both ends.
  private static func averages(_ values: [Double], period: Int) -> [Double?] {
    let half = period / 2
    var sums = [0.0]
    for value in values { sums.append((sums.last ?? 0) + value) }
    return values.indices.map { index in
      let low = index - half
      let high = index + half
      guard low >= 0, high < values.count else { return nil }
      let sum = sums[high + 1] - sums[low]
      return period.isMultiple(of: 2)
        ? (sum - (values[low] + values[high]) / 2) / Double(period) : sum / Double(period)
    }
  }

  /// A gap gets the mean of the nearest values at the same place of other periods, and if there are none of the nearest at all.
  static func filled(_ values: [Double?], period: Int) -> [Double]? {
    guard let any = values.lazy.compactMap({ $0 }).first else { return nil }
    var last = any
    return values.indices.map { index in
      if let value = values[index] {
        last = value
        return value
      }
      let before = stride(from: index - period, through: 0, by: -period).lazy.compactMap { values[$0] }.first
      let after = stride(from: index + period, to: values.count, by: period).lazy.compactMap { values[$0] }
        .first
      let found = [before, after].compactMap { $0 }
      return found.isEmpty ? last : found.mean
    }
  }
}

/// A straight line by least squares through values at 0, 1, 2 ….
struct Line {
  var intercept: Double
  var slope: Double

  init(through values: [Double]) {
    let middle = Double(values.count - 1) / 2
    let mean = values.mean
    var above = 0.0
    var below = 0.0
    for (index, value) in values.enumerated() {
      above += (Double(index) - middle) * (value - mean)
      below += (Double(index) - middle) * (Double(index) - middle)
    }
    slope = below > 0 ? above / below : 0
    intercept = mean - slope * middle
  }

  func value(at place: Double) -> Double { intercept + slope * place }
}
