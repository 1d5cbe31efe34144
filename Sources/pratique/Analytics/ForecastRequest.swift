import Analytics
import Diagnostics
import Engine
import FEEL
import JSON

/// How far and by what each region of a table is forecast.
struct ForecastRequest {
  var period: Int?
  var horizon: Int?
  var until: CalendarDate?
  var levels: [Double]
  var method: Method?
  /// The markets of a plan, to whose entry it is forecast.
  var entries: (file: String, markets: [Assessment.Market])?
  var beyond = 0

  /// One forecast for each region of the table for which there can be one.
  func demand(_ path: String) throws -> Demand {
    let (table, source) = try measurements(path)
    let found = try withExcerpts(of: source) { () throws(Mistakes) in try Series.all(table) }
    if let entries, !table.columns.contains("region") {
      throw Problem(
        "`\(path)` has no column `region`, where the countries of the markets of `\(entries.file)` stand")
    }
    var demand = Demand()
    for name in found.alone { demand.refused.append((name, "one value is no series")) }
    for series in found.series {
      do throws(Mistakes) {
        let (steps, aim) = try steps(of: series, file: source.name)
        let options = Forecast.Options(period: period, horizon: steps, levels: levels, method: method)
        var forecast = try Forecast(series, options, file: source.name)
        if let aim { forecast.notes.insert(aim, at: 0) }
        demand.forecasts.append(forecast)
        demand.aims.append(aim)
      } catch {
        let reasons = error.all.map { $0.message + ($0.suggestion.map { "; \($0)" } ?? "") }
        demand.refused.append((series.region, reasons.joined(separator: "; ")))
      }
    }
    let measured = found.alone + found.series.compactMap(\.region)
    for market in entries?.markets ?? [] where !measured.contains(market.country) {
      demand.refused.append((market.country, "a market of the plan, of which the table has no value"))
    }
    demand.refused.sort { ($0.region ?? "") < ($1.region ?? "") }
    guard !demand.forecasts.isEmpty else {
      throw Mistakes(
        demand.refused.map { region, reason in
          let whose = region.map { "region `\($0)`: " } ?? ""
          return Diagnostic(.series, at: Location(file: source.name, line: 1), whose + reason)
        })
    }
    return demand
  }

  /// How many steps ahead, and what they lead to if that is an entry.
  private func steps(of series: Series, file: String) throws(Mistakes) -> (Int, aim: String?) {
    func refusal(_ message: String, _ suggestion: String? = nil) -> Mistakes {
      Mistakes([
        Diagnostic(.series, at: Location(file: file, line: 1), message, suggestion: suggestion)
      ])
    }
    let end = series.moment(series.values.count - 1)
    func steps(to day: CalendarDate) -> Int { (Moment(day).seconds + 86_399 - end.seconds) / series.step }
    let few = "a forecast has 1 to \(Forecast.longestHorizon) steps"
    guard let entries else {
      guard let until else { return (horizon ?? 2 * max(1, period ?? series.week ?? 1), nil) }
      let count = steps(to: until)
      guard 1...Forecast.longestHorizon ~= count else {
        throw refusal("\(until) is \(count) steps after the last value, \(end)", few)
      }
      return (count, nil)
    }
    let region = series.region ?? ""
    guard let market = entries.markets.first(where: { $0.country == region }) else {
      // Of codes of two letters nearly every other is near.
      let code = region.uppercased()
      let isNear = entries.markets.contains { $0.country == code }
      throw refusal("no market of `\(entries.file)`", isNear ? "did you mean `\(code)`?" : nil)
    }
    guard let entry = market.entry else {
      throw refusal("`\(entries.file)` states no date on which this market is entered")
    }
    guard let day = entry.adding(days: beyond), case let count = steps(to: day), count >= 1 else {
      throw refusal(
        "the last value, \(end), is not before the entry on \(entry)\(beyondText)",
        beyond == 0 ? "--beyond goes on after it" : nil)
    }
    guard count <= Forecast.longestHorizon else {
      throw refusal("the entry on \(entry)\(beyondText) is \(count) steps after the last value, \(end)", few)
    }
    return (count, "to the entry on \(entry)\(beyondText)")
  }

  private var beyondText: String {
    beyond > 0 ? " and \(beyond) day\(beyond == 1 ? "" : "s") beyond" : ""
  }
}

/// The forecasts of a table, and the regions for which there is none.
struct Demand {
  var forecasts: [Forecast] = []
  /// What each leads to; nil: a number of steps, or a day.
  var aims: [String?] = []
  var refused: [(region: String?, reason: String)] = []

  /// Behind the texts of the others.
  var refusedText: [String] {
    guard !refused.isEmpty else { return [] }
    return ["Not forecast:\n" + refused.map { "  \($0.region ?? "all"): \($0.reason)\n" }.joined()]
  }

  /// Beside those of the others.
  var refusedJSON: [JSONValue] {
    refused.map {
      .object([
        ("region", $0.region.map(JSONValue.string) ?? .literal("null")), ("notForecast", .string($0.reason)),
        ("steps", .array([])),
      ])
    }
  }

  /// What is not forecast is unknown. Where the rows cannot say so, it stands on standard error.
  func end(_ form: FigureFormat) throws {
    guard !refused.isEmpty else { return }
    if form == .csv {
      for (region, reason) in refused {
        Output.complain(printable("note: region `\(region ?? "all")` is not forecast: \(reason)"))
      }
    }
    throw Status.unknownFacts
  }
}
