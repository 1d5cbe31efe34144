extension Forecast {
  /// For people: what was done, how good it was, what is expected.
  package func text(file: String) -> String {
    var lines = ["Forecast of \(file)" + (series.region.map { ", region \($0)" } ?? "")]
    let last = series.moment(series.values.count - 1)
    lines.append(
      "\(series.stated.count) values from \(series.start) to \(last), \(Series.words(series.step)) apart; a season of \(period)"
    )
    lines.append("Method: \(method.title)\(parameterText)")
    lines.append("Intervals: \(intervalText)")
    if let seasonalStrength {
      lines.append("Strength of the season: \(fixed(seasonalStrength, 2)) (0 none, 1 nothing else)")
    }
    for note in notes { lines.append("Note: \(note)") }
    if let test = backtests.last {
      lines.append("")
      lines.append(
        "Back-test: \(test.origins.count) forecasts of the past, up to \(test.horizon) steps ahead, \(test.points) values met"
      )
      lines.append(backtestText)
    }
    lines.append("")
    lines.append(columns([header] + steps.map { cells($0, by: shown) }))
    return lines.joined(separator: "\n") + "\n"
  }

  private var parameterText: String {
    guard let parameters = model?.parameters else { return "" }
    return
      "; α \(fixed(parameters.alpha, 3)), β* \(fixed(parameters.beta, 3)), γ \(fixed(parameters.gamma, 3)) (γ acts on the level before)"
  }

  private var intervalText: String {
    isEmpirical
      ? "the model's standard deviations, times what held the stated share in the back-test"
      : method == .seasonalNaive
        ? "normal, from the root mean square of the differences of one period"
        : "normal, from the variance of the model"
  }

  private var backtestText: String {
    let head = ["method", "mean error", "MASE", "sMAPE of 200"] + (steps.first.map(levelWords) ?? [])
    return columns(
      [head]
        + backtests.map { test in
          [
            test.method.title, shown(test.meanError), test.mase.map { fixed($0, 3) } ?? "-",
            fixed(test.smape, 2),
          ]
            + (steps.first?.intervals ?? []).map {
              percent(test.coverage(reach: Distribution.normalReach($0.level)))
            }
        })
  }

  private func levelWords(_ step: Step) -> [String] { step.intervals.map { "inside \(levelText($0.level))" } }

  private var header: [String] {
    ["date", "forecast"]
      + (steps.first?.intervals ?? []).flatMap { ["\(levelText($0.level)) from", "to"] }
  }

  private func cells(_ step: Step, by shown: (Double) -> String) -> [String] {
    [step.moment.description, shown(step.value)]
      + step.intervals.flatMap { [shown($0.low), shown($0.high)] }
  }

  /// For other programs: one row for each step of each region.
  package static func csv(_ forecasts: [Forecast]) -> String {
    let levels = forecasts.first?.steps.first?.intervals.map(\.level) ?? []
    var lines = [
      (["region", "date", "forecast", "deviation", "method"]
        + levels.flatMap { level in
          let name = levelText(level).filter { $0 != " " && $0 != "%" }
          return ["low\(name)", "high\(name)"]
        }).joined(separator: ",")
    ]
    for forecast in forecasts {
      for step in forecast.steps {
        let numbers = [step.value, step.deviation].map { fixed($0, 6) }
        let intervals = step.intervals.flatMap { [fixed($0.low, 6), fixed($0.high, 6)] }
        lines.append(
          ([csvCell(forecast.series.region ?? ""), step.moment.description] + numbers
            + [forecast.method.rawValue] + intervals).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }
}
