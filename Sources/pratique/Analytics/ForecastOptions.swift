import Analytics
import ArgumentParser
import Diagnostics
import FEEL

/// How far and by what a demand is forecast.
struct ForecastOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many values a season has. Default: a week of them (7 for days, 168 for hours).", valueName: "n"))
  var period: Int?

  @Option(help: ArgumentHelp("How many steps ahead. Default: two seasons.", valueName: "n"))
  var horizon: Int?

  @Option(help: ArgumentHelp("To the step on or before this day (YYYY-MM-DD) instead.", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "additive, multiplicative or seasonal-naive. Default: what the back-test finds best.",
      valueName: "name"))
  var method: String?

  /// One forecast for each region of the table.
  func forecasts(_ path: String, levels: [Double]) throws -> [Forecast] {
    let method = try method.map(Self.method)
    if let horizon, !(1...Forecast.longestHorizon).contains(horizon) {
      throw Problem("`--horizon \(horizon)` is not a number from 1 to \(Forecast.longestHorizon)")
    }
    if let period, !(2...Series.most).contains(period) {
      throw Problem("`--period \(period)` is not a number from 2 to \(Series.most)")
    }
    let last = try until.map { try day($0) }
    let (table, source) = try measurements(path)
    return try withExcerpts(of: source) { () throws(Mistakes) in
      var found: [Forecast] = []
      var mistakes: [Diagnostic] = []
      for series in try Series.all(table) {
        do throws(Mistakes) {
          let steps = try steps(of: series, until: last, file: source.name)
          let options = Forecast.Options(period: period, horizon: steps, levels: levels, method: method)
          found.append(try Forecast(series, options, file: source.name))
        } catch {
          mistakes += error.all
        }
      }
      guard mistakes.isEmpty else { throw Mistakes(mistakes) }
      return found
    }
  }

  private static func method(named name: String) throws -> Method {
    if let method = Method(rawValue: name) { return method }
    let hint = didYouMean(name, among: Method.allCases.map(\.rawValue)).map { "; \($0)" } ?? ""
    throw Problem("`\(name)` is no method of forecasts\(hint)")
  }

  private func steps(of series: Series, until day: CalendarDate?, file: String) throws(Mistakes) -> Int {
    guard let day else { return horizon ?? 2 * max(1, period ?? series.week ?? 1) }
    let end = series.moment(series.values.count - 1)
    let steps = (Moment(day).seconds + 86_399 - end.seconds) / series.step
    guard (1...Forecast.longestHorizon).contains(steps) else {
      throw Mistakes([
        Diagnostic(
          Diagnostic.Code(rawValue: "series.until"), at: Location(file: file, line: 1),
          "\(day) is \(steps) steps after the last value, \(end)",
          suggestion: "a forecast has 1 to \(Forecast.longestHorizon) steps")
      ])
    }
    return steps
  }
}
