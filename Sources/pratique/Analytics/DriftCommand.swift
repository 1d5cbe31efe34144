import Analytics
import ArgumentParser
import Diagnostics
import JSON

struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Whether the columns of a table are distributed as they were in a reference.",
    discussion: """
      EXAMPLES
        pratique drift training.csv today.csv
        pratique drift training.csv today.csv --column age --column income
        pratique drift training.csv today.csv --categorical postcode --format json

      Population stability index for every column, distance of Kolmogorov and Smirnov for numbers. Thresholds: rules/operations.csv.
      A column of which most values in the reference are numbers is numeric: what is no number there is refused, unless --categorical
      names the column. Missing are empty cells and, among numbers, NA, N/A, NaN, null and none, in capitals or not.
      Exit status: 1 if a column has shifted moderately or more, 3 if none has and one has too few values, 2 for a table that cannot
      be used.
      """)

  @Argument(help: "The reference: CSV, the first line names the columns.")
  var reference: String
  @Argument(help: "The table to judge.")
  var current: String
  @Option(
    help: ArgumentHelp("Judge this column, several times. Default: all that both have.", valueName: "name"))
  var column: [String] = []
  @Option(
    help: ArgumentHelp("Take the numbers of this column for categories, several times.", valueName: "name"))
  var categorical: [String] = []
  @Option(help: ArgumentHelp("The share of false alarms over all tests.", valueName: "share"))
  var significance: Double?
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format = FigureFormat.text.rawValue
  @OptionGroup var output: OutputOptions

  func run() throws {
    var complaints = Complaints()
    let form = try complaints.value { try FigureFormat(named: format) }
    let reader = try figures.reader()
    let usual = try reader.value("driftSignificance", in: 1e-6...0.5)
    let asked = try complaints.value {
      try significance.map { try checked($0, "significance", in: 1e-6...0.5) }
    }
    let terms = Drift.Terms(
      moderate: try reader.value("driftModerate", in: 0...100),
      large: try reader.value("driftLarge", in: 0...100),
      distance: try reader.value("driftDistance", in: 0...1), significance: (asked ?? nil) ?? usual,
      fewest: Int(try reader.value("driftMinimum", in: 2...1e9)))
    let before = try complaints.value { try measurements(reference) }
    let after = try complaints.value { try measurements(current) }
    let found = try complaints.value {
      try before.flatMap { before in
        try after.map { after in
          try withExcerpts(of: before.source, after.source) { () throws(Mistakes) in
            try Drift(
              before.table, after.table, columns: column, categorical: Set(categorical), terms: terms)
          }
        }
      }
    }
    try complaints.tell()
    guard let form, let drift = found ?? nil else { return }
    switch form {
    case .text: try output.give(drift.text(reference: reference, current: current))
    case .csv: try output.give(drift.csv)
    case .json: try output.give(drift.json.text() + "\n")
    }
    if drift.columns.contains(where: \.verdict.isFinding) { throw Status.findings }
    if drift.columns.contains(where: { $0.verdict == .undetermined }) { throw Status.unknownFacts }
  }
}

extension Drift {
  fileprivate var json: JSONValue {
    .object([
      ("significance", .number(terms.significance)), ("tests", .number(tests)),
      ("significanceOfOne", .number(significanceOfOne)), ("notes", .texts(notes)),
      ("columns", .array(columns.map(json))),
    ])
  }

  private func json(_ column: Column) -> JSONValue {
    .object([
      ("name", .string(column.name)), ("kind", .string(column.isNumeric ? "number" : "category")),
      ("current", .number(column.current)), ("reference", .number(column.reference)),
      ("psi", .number(column.stability.index)), ("psiCritical", .number(column.stability.critical)),
      ("ksDistance", column.distance.map { .number($0.distance) } ?? .literal("null")),
      ("ksChance", column.distance.map { .number($0.chance) } ?? .literal("null")),
      ("shift", .string(column.verdict.rawValue)),
      (
        "bins",
        .array(
          column.bins.map {
            .object([
              ("name", .string($0.name)), ("reference", .number($0.reference)),
              ("current", .number($0.current)),
            ])
          })
      ),
    ])
  }
}
