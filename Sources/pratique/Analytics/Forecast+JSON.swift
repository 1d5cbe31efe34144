import Analytics
import JSON

extension JSONValue {
  /// A number; null if it is not finite.
  static func number(_ value: Double) -> JSONValue { .literal(value.isFinite ? "\(value)" : "null") }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension Forecast {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("region", series.region.map(JSONValue.string) ?? .literal("null")),
      ("start", .string(series.start.description)), ("stepSeconds", .number(series.step)),
      ("values", .number(series.stated.count)), ("missing", .texts(series.missing.map(\.description))),
      ("period", .number(period)), ("method", .string(method.rawValue)),
    ]
    if let parameters = model?.parameters {
      members.append(
        (
          "parameters",
          .object([
            ("alpha", .number(parameters.alpha)), ("betaStar", .number(parameters.beta)),
            ("gamma", .number(parameters.gamma)),
            ("convention", .string("FPP3: the season is updated from the level before")),
          ])
        ))
    }
    members += [
      ("intervals", .string(isEmpirical ? "empirical" : "normal")),
      ("seasonalStrength", seasonalStrength.map(JSONValue.number) ?? .literal("null")),
      ("outliers", .texts(outliers.map(\.description))), ("notes", .texts(notes)),
      ("backtests", .array(backtests.map(json))), ("steps", .array(steps.map(json))),
    ]
    return .object(members)
  }

  private func json(_ test: Backtest) -> JSONValue {
    .object([
      ("method", .string(test.method.rawValue)), ("origins", .number(test.origins.count)),
      ("horizon", .number(test.horizon)), ("points", .number(test.points)),
      ("meanAbsoluteError", .number(test.meanError)),
      ("mase", test.mase.map(JSONValue.number) ?? .literal("null")),
      ("smapeOf200", .number(test.smape)),
      (
        "coverage",
        .array(
          (steps.first?.intervals ?? []).map {
            .object([
              ("level", .number($0.level)),
              ("share", .number(test.coverage(reach: Distribution.normalReach($0.level)))),
            ])
          })
      ),
    ])
  }

  private func json(_ step: Step) -> JSONValue {
    .object([
      ("date", .string(step.moment.description)), ("value", .number(step.value)),
      ("deviation", .number(step.deviation)),
      (
        "intervals",
        .array(
          step.intervals.map {
            .object([("level", .number($0.level)), ("low", .number($0.low)), ("high", .number($0.high))])
          })
      ),
    ])
  }
}
