import Analytics
import ArgumentParser
import JSON

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Expected demand from measurements, with intervals and how good it would have been.",
    discussion: """
      EXAMPLES
        pratique forecast demand.csv --horizon 28
        pratique forecast demand.csv --until 2027-03-31 --format csv --output forecast.csv
        pratique forecast hourly.csv --period 24 --level 0.9
        pratique forecast regions.csv --plan plan.yaml --beyond 28

      demand.csv has the columns `date` (or `timestamp`, UTC unless it says otherwise) and `value`, and perhaps `region`.
      Holt-Winters, additive or multiplicative, unless a back-test finds that a seasonal naive forecast does as well.
      With --plan the regions are countries, and each that is a market of the plan is forecast to its entry. A region that cannot be
      forecast, and a market without values, are named with the reason. docs/operations.md has the formulas.
      Exit status: 3 if a region could not be forecast, 2 for a table or option that cannot be used, or if no region could be forecast.
      """)

  @Argument(help: "The measurements: CSV; `-` reads standard input.")
  var measurements: String
  @OptionGroup var options: ForecastOptions

  @Option(
    help: ArgumentHelp(
      "What share of values an interval holds, several times. Default: 0.8 and 0.95.", valueName: "share"))
  var level: [Double] = []

  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format = FigureFormat.text.rawValue

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var complaints = Complaints()
    let form = try complaints.value { try FigureFormat(named: format) }
    complaints.expect(level.count <= 10, "more than 10 levels")
    let levels = try (level.isEmpty ? [0.8, 0.95] : level).compactMap { each in
      try complaints.value { try checkedShare(each, "level") }
    }
    let request = try options.request(levels: levels, &complaints) {
      try library.markets($0, on: day(nil))
    }
    try complaints.tell()
    guard let form else { return }
    let demand = try request.demand(measurements)
    switch form {
    case .text:
      let texts = demand.forecasts.map { $0.text(file: measurements) } + demand.refusedText
      try output.give(texts.joined(separator: "\n"))
    case .csv: try output.give(Forecast.csv(demand.forecasts))
    case .json:
      try output.give(JSONValue.array(demand.forecasts.map(\.json) + demand.refusedJSON).text() + "\n")
    }
    try demand.end(form)
  }
}

/// The forms in which numbers can be had.
enum FigureFormat: String, CaseIterable { case text, csv, json }
