import Analytics
import ArgumentParser
import Diagnostics
import Engine
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

  @Option(
    help: ArgumentHelp(
      "Instead, for each region that is a market of this plan, to its entry date.", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("With --plan: so many days beyond the entry. Default: 0.", valueName: "days"))
  var beyond: Int?

  /// The options as they are meant. `markets` reads those of a plan.
  func request(
    levels: [Double], _ complaints: inout Complaints, markets: (String) throws -> [Assessment.Market]
  ) throws -> ForecastRequest {
    let chosen = try complaints.value { try method.map { try Self.method(named: $0) } }
    if let horizon {
      complaints.expect(
        1...Forecast.longestHorizon ~= horizon,
        "`--horizon \(horizon)` is not a number from 1 to \(Forecast.longestHorizon)")
    }
    if let period {
      complaints.expect(
        2...Series.most ~= period, "`--period \(period)` is not a number from 2 to \(Series.most)")
    }
    let given = [horizon.map { _ in "--horizon" }, until.map { _ in "--until" }, plan.map { _ in "--plan" }]
      .compactMap { $0.map { "`\($0)`" } }
    complaints.expect(given.count < 2, "\(given.joined(separator: " and ")) say each how far; give one")
    if let beyond {
      complaints.expect(plan != nil, "`--beyond` needs `--plan`")
      complaints.expect(0...3660 ~= beyond, "`--beyond \(beyond)` is not a number from 0 to 3660")
    }
    let last = try complaints.value { try until.map { try day($0) } }
    let entries = try complaints.value { try plan.map { (file: $0, markets: try markets($0)) } }
    return ForecastRequest(
      period: period, horizon: horizon, until: last ?? nil, levels: levels, method: chosen ?? nil,
      entries: entries ?? nil, beyond: beyond ?? 0)
  }

  private static func method(named name: String) throws -> Method {
    if let method = Method(rawValue: name) { return method }
    let hint = didYouMean(name, among: Method.allCases.map(\.rawValue)).map { "; \($0)" } ?? ""
    throw Problem("`\(name)` is no method of forecasts\(hint)")
  }
}

extension LibraryOptions {
  /// The markets of a plan, each with its date of entry.
  func markets(_ plan: String, on day: CalendarDate) throws -> [Assessment.Market] {
    let request = PlanRequest(plan: plan, packs: packs, trust: trust, lock: lock)
    let rulebook = try request.contents(on: day).rulebook
    return rulebook.markets(of: try request.plan(rulebook, day), day)
  }
}
