/// What is expected of one series, by the method that the back-test found best, with what there is to know about it.
package struct Forecast: Sendable {
  package struct Interval: Sendable, Hashable {
    package var level: Double
    package var low: Double
    package var high: Double
  }

  package struct Step: Sendable {
    package var moment: Moment
    package var value: Double
    /// Standard deviation of its error.
    package var deviation: Double
    /// In the order of the levels asked for.
    package var intervals: [Interval]
  }

  package struct Options: Sendable {
    package var period: Int?
    /// Steps ahead.
    package var horizon: Int
    package var levels: [Double]
    /// nil leaves the choice to the back-test.
    package var method: Method?
    package init(period: Int? = nil, horizon: Int, levels: [Double] = [0.8, 0.95], method: Method? = nil) {
      (self.period, self.horizon, self.levels, self.method) = (period, horizon, levels, method)
    }
  }

  package static let longestHorizon = 2000

  package var series: Series
  package var period: Int
  package var method: Method
  /// nil for the seasonal naive forecast.
  package var model: HoltWinters?
  package var steps: [Step]
  /// Of every method that was tried, the seasonal naive one last.
  package var backtests: [Backtest]
  /// What the intervals of the back-test covered, by level, before any widening; nil without one.
  package var coverage: [Double]?
  /// How many standard deviations an interval reaches to each side, by level.
  package var reaches: [Double]
  /// Whether those come from the back-test instead of the normal distribution.
  package var isEmpirical: Bool
  package var seasonalStrength: Double?
  package var outliers: [Moment]
  /// What the reader must know, one sentence each.
  package var notes: [String]

  package var backtest: Backtest? { backtests.first { $0.method == method } }
}
