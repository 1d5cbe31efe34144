import Analytics
import Testing

/// Numbers worked out with numpy and statsmodels (docs/operations.md, Forecast).
@Suite struct HoltWintersTests {
  static let values: [Double] = [30, 21, 29, 31, 34, 24, 34, 36, 38, 28, 39, 42]

  func model(_ form: HoltWinters.Form) throws -> HoltWinters {
    let start = try #require(HoltWinters.State(classical: Self.values, period: 4, form: form))
    return HoltWinters(
      form: form, parameters: .init(alpha: 0.5, beta: 0.3, gamma: 0.2), start: start, offset: 4)
  }

  @Test func `the textbook's start`() throws {
    let start = try model(.additive).start
    #expect(start.level == 27.75)
    #expect(start.trend == 1.0625)
    #expect(start.seasons == [2.25, -6.75, 1.25, 3.25])
    let shares = try model(.multiplicative).start.seasons
    #expect(areClose(shares, [1.081081, 0.756757, 1.045045, 1.117117]))
  }

  @Test func `additive errors, states and forecasts`() throws {
    let model = try model(.additive)
    let pass = try #require(model.pass(over: Self.values))
    #expect(areClose(Array(pass.fitted.prefix(4)), [31.0625, 25.034375, 33.865156, 37.300773]))
    #expect(areClose(Array(pass.stated.prefix(4)), [2.9375, -1.034375, 0.134844, -1.300773]))
    #expect(isClose(pass.stated.last, 0.584587))
    #expect(isClose(pass.state.level, 38.717861))
    #expect(isClose(pass.state.trend, 1.337391))
    #expect(isClose(pass.state.seasons[3], 3.106763))
    #expect(isClose(pass.squares, 14.670153))
    let variance = model.variance(of: pass, chosen: 0)
    #expect(isClose(variance, 1.833769))
    let outlook = model.outlook(after: pass, horizon: 8, variance: variance)
    #expect(
      areClose(
        outlook.map(\.value),
        [43.010559, 34.201260, 44.225869, 47.174187, 48.360122, 39.550823, 49.575432, 52.523751]))
    #expect(
      areClose(
        [0, 1, 3, 4, 7].map { outlook[$0].deviation }, [1.354167, 1.615096, 2.331764, 2.921677, 4.404688]))
    let reach = Distribution.normalReach(0.95)
    #expect(isClose(outlook[0].value - reach * outlook[0].deviation, 40.356440))
    #expect(isClose(outlook[7].value + reach * outlook[7].deviation, 61.156781))
  }

  @Test func `multiplicative forecasts`() throws {
    let model = try model(.multiplicative)
    let pass = try #require(model.pass(over: Self.values))
    #expect(isClose(pass.squares, 15.510597))
    #expect(isClose(pass.state.level, 38.437770))
    #expect(isClose(pass.state.trend, 1.195681))
    #expect(
      areClose(
        model.outlook(after: pass, horizon: 8, variance: 0).map(\.value),
        [43.684007, 31.172147, 43.728978, 47.524288, 48.955528, 34.823652, 48.705648, 52.783265]))
  }

  /// The variance of the multiplicative form has no worked number: it is held against 20,000 simulated futures of the model itself.
  @Test func `multiplicative variances are those of simulated futures`() throws {
    let model = try model(.multiplicative)
    let pass = try #require(model.pass(over: Self.values))
    let deviation = 0.03
    let stated = model.outlook(after: pass, horizon: 6, variance: deviation * deviation)
    var lot = Lot(seed: 7)
    var squares = [Double](repeating: 0, count: 6)
    for _ in 0..<20_000 {
      var state = pass.state
      for step in 0..<6 {
        let (base, phase) = (state.level + state.trend, (pass.count + step) % 4)
        let error = deviation * lot.normal()
        let value = base * state.seasons[phase] * (1 + error)
        squares[step] += (value - stated[step].value) * (value - stated[step].value)
        state.trend += 0.5 * 0.3 * base * error
        state.level = base * (1 + 0.5 * error)
        state.seasons[phase] *= 1 + 0.2 * error
      }
    }
    for step in 0..<6 {
      #expect(isClose((squares[step] / 20_000).squareRoot() / stated[step].deviation, 1, within: 0.02))
    }
  }

  @Test func `a value that is missing moves the level by the trend alone`() throws {
    var values: [Double?] = Self.values
    values[11] = nil
    let pass = try #require(model(.additive).pass(over: values))
    let before = try #require(model(.additive).pass(over: Array(values[..<11])))
    #expect(pass.state.level == before.state.level + before.state.trend)
    #expect(pass.state.trend == before.state.trend)
    #expect(pass.stated.count == 7)
  }

  @Test func `the points of the normal distribution`() {
    #expect(isClose(Distribution.normalReach(0.8), 1.281552))
    #expect(isClose(Distribution.normalReach(0.95), 1.959964))
  }

  @Test func `seasonal naive, MASE and sMAPE`() throws {
    let (train, test) = (Array(Self.values.prefix(8)), Array(Self.values.suffix(4)))
    let naive = try #require(SeasonalNaive(train, period: 4))
    let forecast = naive.outlook(horizon: 4).map(\.value)
    #expect(forecast == [34, 24, 34, 36])
    #expect(isClose(naive.deviation, 4.330127))
    #expect(isClose(Accuracy.mase(forecast, test, before: train, period: 4), 1.117647))
    #expect(isClose(Accuracy.smape(forecast, test), 13.894743))
    #expect(isClose(Accuracy.mase([37, 27, 38, 41], test, before: train, period: 4), 0.235294))
    #expect(isClose(Accuracy.smape([37, 27, 38, 41], test), 2.827518))
    #expect(Accuracy.mase([1], [2], before: [5, 5, 5, 5, 5], period: 4) == nil)
  }

  @Test func `the strength of a season`() throws {
    let parts = try #require(Decomposition(Self.values, period: 4, form: .additive))
    #expect(isClose(parts.seasonalStrength, 0.994927))
  }
}
