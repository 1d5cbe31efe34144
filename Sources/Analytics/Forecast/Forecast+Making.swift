package import Diagnostics

extension Forecast {
  /// Tries the methods on the past and takes the best; `file` is where the series stands.
  package init(_ series: Series, _ options: Options, file: String) throws(Mistakes) {
    let period = try Self.checkedPeriod(series, options, file: file)
    let values = series.values
    let horizon = max(1, min(options.horizon, Self.longestHorizon))
    var notes: [String] = []
    let isPositive = series.stated.allSatisfy { $0 > 0 }
    if options.method == .multiplicative, !isPositive {
      throw Self.refusal(file, "a multiplicative season needs values above 0")
    }
    var tests: [Backtest] = []
    var fits: [Method: Fitted] = [:]
    for method in Method.allCases where method != .multiplicative || isPositive {
      guard method == .seasonalNaive || options.method == nil || options.method == method else { continue }
      guard let fitted = method.fitted(to: values, period: period) else { continue }
      fits[method] = fitted
      let test = Backtest(
        method, values, period: period, horizon: horizon, near: fitted.model?.parameters)
      if let test { tests.append(test) }
    }
    let method = Self.choice(tests, asked: options.method, fits: fits, &notes)
    guard let chosen = fits[method] else {
      throw Self.refusal(file, "no value has one a period before it")
    }
    let test = tests.first { $0.method == method }
    var reaches = options.levels.map(Distribution.normalReach)
    let isEmpirical =
      method == .multiplicative && (test?.origins.count ?? 0) >= Backtest.enoughOrigins
    if isEmpirical, let test {
      reaches = options.levels.map { level in
        let found = test.ratios.quantile(level)
        return found.isFinite ? found : Distribution.normalReach(level)
      }
    }
    self.init(
      series: series, period: period, method: method, model: chosen.model,
      steps: Self.steps(series, chosen.outlook(horizon: horizon), reaches, options.levels, &notes),
      backtests: tests,
      coverage: test.map { test in
        options.levels.map { test.coverage(reach: Distribution.normalReach($0)) }
      }, reaches: reaches, isEmpirical: isEmpirical,
      seasonalStrength: Decomposition(values, period: period, form: .additive)?.seasonalStrength,
      outliers: Self.outliers(values, period: period).map(series.moment), notes: notes)
    self.notes += dataNotes
  }

  private static func checkedPeriod(_ series: Series, _ options: Options, file: String) throws(Mistakes)
    -> Int
  {
    guard let period = options.period ?? series.week else {
      throw refusal(
        file, "a week is no number of steps of \(Series.words(series.step)); name the length of a season")
    }
    guard (2...Series.most).contains(period) else {
      throw refusal(file, "a season of \(period) is none")
    }
    guard series.values.count >= 2 * period else {
      throw refusal(
        file,
        "\(series.values.count) values are fewer than two periods of \(period): no season can be seen in less than \(2 * period)"
      )
    }
    let gaps = series.missing.count
    guard 5 * gaps <= series.values.count else {
      throw refusal(file, "\(gaps) of \(series.values.count) values are missing, more than a fifth")
    }
    return period
  }

  private static func refusal(_ file: String, _ message: String) -> Mistakes {
    Mistakes([Diagnostic(.series, at: Location(file: file, line: 1), message)])
  }

  /// The Holt-Winters form with the least error in the back-test, if that is less than that of the seasonal naive forecast.
  private static func choice(
    _ tests: [Backtest], asked: Method?, fits: [Method: Fitted], _ notes: inout [String]
  ) -> Method {
    if let asked, fits[asked] != nil {
      notes.append("the method was asked for; the back-test did not choose it")
      return asked
    }
    guard let naive = tests.first(where: { $0.method == .seasonalNaive }) else {
      notes.append(
        "too short for a back-test: this is the seasonal naive forecast, and how good it is nobody knows")
      return .seasonalNaive
    }
    let best = tests.filter { $0.method != .seasonalNaive }.min { $0.meanError < $1.meanError }
    guard let best, best.meanError < naive.meanError else {
      notes.append(
        best == nil
          ? "Holt-Winters does not hold for these values: this is the seasonal naive forecast"
          : "Holt-Winters did no better in the back-test: this is the seasonal naive forecast")
      return .seasonalNaive
    }
    return best.method
  }

  /// With intervals; nothing below 0 is expected of what was never below it.
  private static func steps(
    _ series: Series, _ outlook: [Outlook], _ reaches: [Double], _ levels: [Double], _ notes: inout [String]
  ) -> [Step] {
    let floor = series.stated.allSatisfy { $0 >= 0 } ? 0 : -Double.infinity
    if outlook.contains(where: { $0.value < floor }) {
      notes.append("a forecast below 0 is shown as 0, for no value measured was below it")
    }
    return outlook.enumerated().map { index, expected in
      Step(
        moment: series.moment(series.values.count + index), value: max(floor, expected.value),
        deviation: expected.deviation,
        intervals: zip(levels, reaches).map { level, reach in
          let half = expected.deviation == 0 ? 0 : reach * expected.deviation
          return Interval(
            level: level, low: max(floor, expected.value - half), high: max(floor, expected.value + half))
        })
    }
  }

  private var dataNotes: [String] {
    var notes: [String] = []
    let gaps = series.missing
    if !gaps.isEmpty {
      notes.append("\(gaps.count) of \(series.values.count) values are missing: \(Self.list(gaps))")
    }
    if !outliers.isEmpty {
      notes.append("far from what its season has, kept as it is: \(Self.list(outliers))")
    }
    if steps.allSatisfy({ $0.deviation == 0 }) {
      notes.append("no variation seen; that the intervals have no width is no certainty")
    }
    if series.values.count < 3 * period, model != nil {
      notes.append("less than three periods: α, β* and γ are fixed at 0.3, 0.1 and 0.1")
    }
    return notes
  }

  /// The first ten, and how many more.
  private static func list(_ moments: [Moment]) -> String {
    let more = moments.count > 10 ? " and \(moments.count - 10) more" : ""
    return moments.prefix(10).map(\.description).joined(separator: ", ") + more
  }
}
