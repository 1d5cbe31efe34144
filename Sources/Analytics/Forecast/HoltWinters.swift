/// Level, trend and season, each smoothed exponentially, in the notation of Hyndman and Athanasopoulos (FPP3, section 8.3): seasons
/// are updated from the level *before* the value, and β* is the share of a change of level that becomes trend.
package struct HoltWinters: Sendable {
  /// How the season acts on the level.
  package enum Form: String, Sendable, CaseIterable { case additive, multiplicative }

  package struct Parameters: Sendable, Hashable {
    package var alpha: Double
    /// β*; the β of state-space models is α times it.
    package var beta: Double
    package var gamma: Double
    package init(alpha: Double, beta: Double, gamma: Double) {
      (self.alpha, self.beta, self.gamma) = (alpha, beta, gamma)
    }

    /// For series too short to choose by.
    package static let fixed = Self(alpha: 0.3, beta: 0.1, gamma: 0.1)
  }

  /// What is known after a value; `seasons` begins with that of values 0, m, 2m ….
  package struct State: Sendable {
    package var level: Double
    package var trend: Double
    package var seasons: [Double]
    package init(level: Double, trend: Double, seasons: [Double]) {
      (self.level, self.trend, self.seasons) = (level, trend, seasons)
    }
  }

  package var form: Form
  package var parameters: Parameters
  /// Before the first value used.
  package var start: State
  /// How many values were passed over, because the start was taken from them.
  package var offset: Int

  package init(form: Form, parameters: Parameters, start: State, offset: Int = 0) {
    (self.form, self.parameters, self.start, self.offset) = (form, parameters, start, offset)
  }

  /// What one pass over the values left.
  package struct Pass: Sendable {
    package var state: State
    /// How many values there are.
    package var count: Int
    /// Differences from the forecast one step before; nil where nothing was measured.
    package var errors: [Double?]
    /// The forecasts one step before.
    package var fitted: [Double]

    package var stated: [Double] { errors.compactMap { $0 } }
    package var squares: Double { stated.reduce(0) { $0 + $1 * $1 } }
  }

  /// nil if a multiplicative level or season falls to 0 or below: the form does not hold then.
  package func pass(over values: [Double?]) -> Pass? {
    var state = start
    var errors: [Double?] = []
    var fitted: [Double] = []
    errors.reserveCapacity(values.count)
    fitted.reserveCapacity(values.count)
    let period = state.seasons.count
    let (alpha, beta, gamma) = (parameters.alpha, parameters.beta, parameters.gamma)
    let isAdditive = form == .additive
    for index in offset..<max(offset, values.count) {
      let phase = index % period
      let base = state.level + state.trend
      let season = state.seasons[phase]
      if !isAdditive, base <= 0 || season <= 0 { return nil }
      let forecast = isAdditive ? base + season : base * season
      fitted.append(forecast)
      guard let value = values[index] else {
        errors.append(nil)
        state.level = base
        continue
      }
      errors.append(value - forecast)
      let level = alpha * (isAdditive ? value - season : value / season) + (1 - alpha) * base
      state.trend = beta * (level - state.level) + (1 - beta) * state.trend
      state.level = level
      state.seasons[phase] = gamma * (isAdditive ? value - base : value / base) + (1 - gamma) * season
    }
    return Pass(state: state, count: values.count, errors: errors, fitted: fitted)
  }
}

extension HoltWinters.State {
  /// The start of textbooks: level and seasons from the first period, the trend from the first two. It stands after the first
  /// period. nil without two whole periods.
  package init?(classical values: [Double], period: Int, form: HoltWinters.Form) {
    guard period > 1, values.count >= 2 * period else { return nil }
    let first = values[..<period].reduce(0, +) / Double(period)
    let second = values[period..<2 * period].reduce(0, +) / Double(period)
    self.init(
      level: first, trend: (second - first) / Double(period),
      seasons: values[..<period].map { form == .additive ? $0 - first : $0 / first })
  }

  /// A better start, after Hyndman, Koehler, Ord and Snyder (2008, section 2.6.1): seasons from a decomposition of the first eight
  /// periods, level and trend from a straight line through what is left. It stands before the first value.
  init?(decomposing values: [Double?], period: Int, form: HoltWinters.Form) {
    let head = Array(values.prefix(8 * period))
    guard let parts = Decomposition(head, period: period, form: form) else { return nil }
    let adjusted = parts.filled.enumerated().map { index, value in
      form == .additive ? value - parts.seasons[index % period] : value / parts.seasons[index % period]
    }
    let line = Line(through: adjusted)
    self.init(level: line.value(at: -1), trend: line.slope, seasons: parts.seasons)
  }
}
