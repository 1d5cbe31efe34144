import Analytics
import ArgumentParser
import Diagnostics
import JSON

struct BiasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bias",
    abstract: "Rates of an outcome by group, with intervals, held against one group.",
    discussion: """
      EXAMPLES
        pratique bias decisions.csv
        pratique bias counts.csv --reference men --level 0.9

      decisions.csv has the columns `group` and `selected` (1 or 0), one row for each person; counts.csv has `group`, `selected` and
      `total`. The reference is the group with the highest rate. The ratio of 0.8 in rules/operations.csv comes from employment law of
      the United States; elsewhere it is a convention.
      Exit status: 1 for a gap, 3 if there is none and a group is too small or has no ratio because nobody in the reference had the
      outcome, 2 for a table that cannot be used.
      """)

  @Argument(help: "The decisions: CSV; `-` reads standard input.")
  var decisions: String
  @Option(help: ArgumentHelp("Hold the groups against this one.", valueName: "group"))
  var reference: String?
  @Option(help: ArgumentHelp("What share of cases an interval holds.", valueName: "share"))
  var level = 0.95
  @Option(help: ArgumentHelp("The ratio below which there is a gap.", valueName: "share"))
  var ratio: Double?
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format = FigureFormat.text.rawValue
  @OptionGroup var output: OutputOptions

  func run() throws {
    var complaints = Complaints()
    let form = try complaints.value { try FigureFormat(named: format) }
    let reader = try figures.reader()
    let least = try complaints.value {
      try reader.value("biasRatio", or: ratio, "ratio", in: 0.01...1)
    }
    let fewest = Int(try reader.value("biasMinimum", in: 1...1e9))
    let share = try complaints.value { try checkedShare(level, "level") }
    let counts = try complaints.value {
      let (table, source) = try measurements(decisions)
      return try withExcerpts(of: source) { () throws(Mistakes) in try Bias.counts(table) }
    }
    if let reference, let counts, !counts.contains(where: { $0.name == reference }) {
      let hint = didYouMean(reference, among: counts.map(\.name)).map { "; \($0)" } ?? ""
      complaints.expect(false, "no row of `\(decisions)` has the group `\(reference)`\(hint)")
    }
    try complaints.tell()
    guard let form, let least, let share, let counts else { return }
    let bias = Bias(counts, reference: reference, level: share, least: least, fewest: fewest)
    switch form {
    case .text: try output.give(bias.text(file: decisions))
    case .csv: try output.give(bias.csv)
    case .json: try output.give(bias.json.text() + "\n")
    }
    if bias.groups.contains(where: { $0.verdict == .gap }) { throw Status.findings }
    if bias.groups.contains(where: { [.undetermined, .noRatio].contains($0.verdict) }) {
      throw Status.unknownFacts
    }
  }
}

extension Bias {
  fileprivate var json: JSONValue {
    .object([
      ("reference", .string(reference)), ("level", .number(level)), ("ratioBelow", .number(least)),
      ("notes", .texts(note.map { [$0] } ?? [])),
      ("groups", .array(groups.map(json))),
    ])
  }

  private func json(_ group: Group) -> JSONValue {
    func measure(_ value: Double, _ range: ClosedRange<Double>) -> JSONValue {
      .object([
        ("value", .number(value)), ("low", .number(range.lowerBound)), ("high", .number(range.upperBound)),
      ])
    }
    return .object([
      ("name", .string(group.name)), ("selected", .number(group.selected.count)),
      ("total", .number(group.selected.total)), ("rate", measure(group.selected.rate, group.interval)),
      ("difference", measure(group.difference.value, group.difference.interval)),
      ("ratio", group.ratio.map { measure($0.value, $0.interval) } ?? .literal("null")),
      ("verdict", .string(group.verdict.rawValue)),
    ])
  }
}
