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

      demand.csv has the columns `date` (or `timestamp`, UTC unless it says otherwise) and `value`, and perhaps `region`.
      Holt-Winters, additive or multiplicative, unless a back-test finds that a seasonal naive forecast does as well.
      docs/operations.md has the formulas. Exit status: 2 for a table that cannot be used.
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

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try FigureFormat(named: format)
    guard level.count <= 10 else { throw Problem("more than 10 levels") }
    let levels = try level.isEmpty ? [0.8, 0.95] : level.map { try checkedShare($0, "level") }
    let forecasts = try options.forecasts(measurements, levels: levels)
    switch form {
    case .text: try output.give(forecasts.map { $0.text(file: measurements) }.joined(separator: "\n"))
    case .csv: try output.give(Forecast.csv(forecasts))
    case .json: try output.give(JSONValue.array(forecasts.map(\.json)).text() + "\n")
    }
  }
}

/// The forms in which numbers can be had.
enum FigureFormat: String, CaseIterable { case text, csv, json }
