/// How far forecasts were from what came.
package enum Accuracy {
  /// Mean absolute error over that of the seasonal naive forecast, one period ahead, within the values before (MASE, Hyndman and
  /// Koehler 2006). nil where those never change from period to period.
  package static func mase(_ forecast: [Double], _ actual: [Double], before: [Double?], period: Int)
    -> Double?
  {
    let scale = scale(before, period: period)
    guard scale > 0, !forecast.isEmpty else { return nil }
    return zip(forecast, actual).map { abs($0 - $1) }.mean / scale
  }

  /// The mean absolute difference of one period.
  static func scale(_ values: [Double?], period: Int) -> Double {
    SeasonalNaive.differences(values, period: period).map { abs($0) }.mean
  }

  /// Symmetric mean absolute percentage error, in the form from 0 to 200; 0 from 0 is no error.
  package static func smape(_ forecast: [Double], _ actual: [Double]) -> Double {
    200
      * zip(forecast, actual).map { forecast, actual in
        let size = abs(forecast) + abs(actual)
        return size > 0 ? abs(forecast - actual) / size : 0
      }.mean
  }
}
