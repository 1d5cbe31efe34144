/// How a method would have done: forecasts from several days of the past, each made from the values before it alone, held against what
/// came (rolling origin; FPP3, section 5.10).
package struct Backtest: Sendable {
  package var method: Method
  /// From how many values each forecast was made.
  package var origins: [Int]
  /// How many steps ahead at most.
  package var horizon: Int
  /// How many forecasts met a measured value.
  package var points: Int
  /// Mean absolute error.
  package var meanError: Double
  /// nil where the values before never change from period to period.
  package var mase: Double?
  package var smape: Double
  /// Errors over the standard deviations that were stated for them, by size; infinite where that was 0.
  package var ratios: [Double]

  /// The share of points within so many standard deviations.
  package func coverage(reach: Double) -> Double {
    ratios.isEmpty ? .nan : Double(ratios.count { $0 <= reach }) / Double(ratios.count)
  }

  /// At most so many forecasts are made.
  package static let mostOrigins = 24
  /// With fewer, intervals are not widened by what the back-test saw.
  package static let enoughOrigins = 20

  /// Where forecasts begin, and how far they go. No origin without two periods before it, nor before a third of the values.
  static func plan(count: Int, period: Int, horizon: Int) -> (origins: [Int], horizon: Int) {
    let first = max(2 * period, count / 3)
    guard first < count else { return ([], 0) }
    let reach = max(1, min(horizon, max((count - first) / 2, 1)))
    let last = count - reach
    let step = max(1, (last - first + mostOrigins - 1) / max(1, mostOrigins - 1))
    return (Array(stride(from: last, through: first, by: -step).reversed()), reach)
  }

  /// nil if the method does not hold for some of the past.
  init?(_ method: Method, _ values: [Double?], period: Int, horizon: Int, near hint: HoltWinters.Parameters?)
  {
    let plan = Self.plan(count: values.count, period: period, horizon: horizon)
    var sizes: [Double] = []
    var scaled: [Double] = []
    var forecasts: [Double] = []
    var actuals: [Double] = []
    ratios = []
    for origin in plan.origins {
      let before = Array(values[..<origin])
      guard let fitted = method.fitted(to: before, period: period, near: hint) else { return nil }
      let scale = Accuracy.scale(before, period: period)
      for (expected, actual) in zip(fitted.outlook(horizon: plan.horizon), values[origin...]) {
        guard let actual else { continue }
        let error = abs(expected.value - actual)
        sizes.append(error)
        if scale > 0 { scaled.append(error / scale) }
        forecasts.append(expected.value)
        actuals.append(actual)
        ratios.append(error == 0 ? 0 : error / expected.deviation)
      }
    }
    guard !sizes.isEmpty, sizes.allSatisfy(\.isFinite) else { return nil }
    self.method = method
    (origins, self.horizon) = plan
    points = sizes.count
    meanError = sizes.mean
    mase = scaled.count == sizes.count ? scaled.mean : nil
    smape = Accuracy.smape(forecasts, actuals)
    ratios.sort()
  }
}
