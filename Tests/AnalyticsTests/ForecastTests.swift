import Analytics
import Diagnostics
import Foundation
import Testing

/// Forecasts of series whose structure is known, and what is said of those that allow none.
@Suite struct ForecastTests {
  static func shipped(_ name: String) throws -> Series {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Series/\(name).csv")
    let source = Source(name: "\(name).csv", bytes: Array(try Data(contentsOf: file)))
    return try #require(try Series.all(try CSVTable(source)).series.first)
  }

  func series(_ values: [Double?]) -> Series {
    Series(start: Moment(seconds: 1_767_571_200), step: 86_400, values: values)
  }

  func forecast(_ values: [Double?], period: Int? = nil, method: Analytics.Method? = nil) throws -> Forecast {
    try Forecast(series(values), .init(period: period, horizon: 14, method: method), file: "d.csv")
  }

  /// Holt-Winters beats the seasonal naive forecast clearly where there is structure, and not by much where there is none.
  @Test(arguments: [
    ("trend-and-week", Analytics.Method.additive, 0.75), ("week-that-grows", .multiplicative, 0.65),
    ("nothing", nil, 1.1),
  ]) func `known structure`(_ name: String, _ method: Analytics.Method?, _ most: Double) throws {
    let made = try Forecast(try Self.shipped(name), .init(horizon: 28), file: name)
    if let method { #expect(made.method == method) }
    let naive = try #require(made.backtests.last)
    let best = try #require(made.backtest)
    #expect(naive.method == .seasonalNaive)
    #expect(best.meanError < most * naive.meanError)
    #expect(best.origins.count >= Backtest.enoughOrigins)
    #expect(try abs(#require(made.coverage)[1] - 0.95) < 0.08)
  }

  @Test(
    arguments: [
      (
        Array(repeating: 5.0, count: 13), nil,
        "13 values are fewer than two periods of 7: no season can be seen in less than 14"
      ),
      ([1, 2, nil, nil, 5, 6, nil, 8], 4, "3 of 8 values are missing, more than a fifth"),
      ([1, 2, 3, 4], 1, "a season of 1 is none"),
    ] as [([Double?], Int?, String)]) func `refused`(_ values: [Double?], _ period: Int?, _ complaint: String)
  {
    let found = #expect(throws: Mistakes.self) { _ = try forecast(values, period: period) }
    #expect(found?.all.first?.message == complaint)
  }

  @Test func `a multiplicative season of values that are not above 0 is refused`() {
    #expect(throws: Mistakes.self) {
      _ = try forecast([0, 1, 2, 3, 4, 5, 6, 7], period: 4, method: .multiplicative)
    }
  }

  @Test func `what never varies is no certainty`() throws {
    let made = try forecast(Array(repeating: 5, count: 40))
    #expect(made.method == .seasonalNaive)
    #expect(
      made.steps.allSatisfy { $0.value == 5 && $0.intervals.allSatisfy { $0.low == 5 && $0.high == 5 } })
    #expect(made.notes.contains { $0.hasPrefix("no variation seen") })
  }

  @Test func `a season that repeats exactly is left to the seasonal naive forecast`() throws {
    var lot = Lot(seed: 3)
    let week = (0..<7).map { _ in 100 * lot.share() }
    // A new level every week: what was last week is the best there is to say of the next.
    let made = try forecast((0..<70).map { week[$0 % 7] })
    #expect(made.method == .seasonalNaive)
    #expect(made.notes.contains { $0.contains("no better in the back-test") })
  }

  @Test func `a wild value and a missing one are named`() throws {
    var values: [Double?] = try Self.shipped("trend-and-week").values
    values[100] = 9000
    values[50] = nil
    let made = try forecast(values)
    #expect(made.outliers.map(\.description) == ["2026-04-15"])
    #expect(made.series.missing.map(\.description) == ["2026-02-24"])
  }

  @Test func `nothing below 0 is expected of what never was below it`() throws {
    let values = (0..<42).map { day in Double(max(0, 80 - 2 * day)) + Double(day % 7) }
    let made = try forecast(values, method: .additive)
    #expect(made.steps.allSatisfy { $0.value >= 0 && $0.intervals.allSatisfy { $0.low >= 0 } })
    #expect(made.notes.contains { $0.hasPrefix("a forecast below 0 is shown as 0") })
  }

  @Test func `the same values give the same forecast`() throws {
    let series = try Self.shipped("trend-and-week")
    let texts = try (0..<2).map { _ in try Forecast(series, .init(horizon: 28), file: "f").text(file: "f") }
    #expect(texts[0] == texts[1])
  }
}
