import Analytics
import ArgumentParser
import Diagnostics
import JSON

struct CanaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canary",
    abstract: "Whether a canary proceeds, is held or rolled back, tested after every outcome.",
    discussion: """
      EXAMPLES
        pratique canary outcomes.csv --usual 0.01 --harmful 0.03
        pratique canary outcomes.csv --usual 0.01 --harmful 0.03 --false-alarm 0.01 --format json

      outcomes.csv has the columns `arm` and `success` (1 or 0), in the order in which the outcomes came. The test (Wald 1945) may be
      looked at as often as one likes; both of its error rates are stated with the result.
      Exit status: 0 proceed, 1 roll back, 3 hold or no answer, 2 for a table or option that cannot be used.
      """)

  @Argument(help: "The outcomes: CSV; `-` reads standard input.")
  var outcomes: String
  @Option(help: ArgumentHelp("The share of failures that is usual.", valueName: "share"))
  var usual: Double
  @Option(help: ArgumentHelp("The share of failures that is harmful.", valueName: "share"))
  var harmful: Double
  @Option(help: ArgumentHelp("The chance that a canary as good as usual is rolled back.", valueName: "share"))
  var falseAlarm: Double?
  @Option(help: ArgumentHelp("The chance that a harmful canary proceeds.", valueName: "share"))
  var miss: Double?
  @Option(help: ArgumentHelp("The arm that is tested.", valueName: "name"))
  var arm = "canary"
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = CanaryFormat.text.rawValue
  @OptionGroup var output: OutputOptions

  func run() throws {
    var complaints = Complaints()
    let form = try complaints.value { try CanaryFormat(named: format) }
    let reader = try figures.reader()
    let alarm = try complaints.value {
      try reader.value("canaryFalseAlarm", or: falseAlarm, "false-alarm", in: 1e-6...0.5)
    }
    let missed = try complaints.value { try reader.value("canaryMiss", or: miss, "miss", in: 1e-6...0.5) }
    if let alarm, let missed {
      complaints.expect(alarm + missed < 1, "`--false-alarm` and `--miss` are 1 or more together")
    }
    let low = try complaints.value { try checkedShare(usual, "usual") }
    let high = try complaints.value { try checkedShare(harmful, "harmful") }
    if let low, let high {
      complaints.expect(
        low < high && low >= 1e-9,
        "`--harmful \(harmful)` is not above `--usual \(usual)`, which is at least 1e-9")
    }
    let measured = try complaints.value { try measurements(outcomes) }
    try complaints.tell()
    guard let form, let alarm, let missed, let low, let high, let (table, source) = measured else { return }
    let test = SequentialTest(usual: low, harmful: high, falseAlarm: alarm, miss: missed)
    let canary = try withExcerpts(of: source) { () throws(Mistakes) in
      try Canary(table, canary: arm, test)
    }
    switch form {
    case .text: try output.give(canary.text(file: outcomes))
    case .json: try output.give(canary.json.text() + "\n")
    }
    switch canary.state.decision {
    case .proceed: return
    case .rollBack: throw Status.findings
    case .hold, .inconclusive: throw Status.unknownFacts
    }
  }
}

/// The forms in which a decision on a canary can be had.
enum CanaryFormat: String, CaseIterable { case text, json }

extension Canary {
  fileprivate var json: JSONValue {
    .object([
      ("decision", .string(state.decision.rawValue)), ("failures", .number(state.failures)),
      ("outcomes", .number(state.count)), ("logLikelihoodRatio", .number(state.ratio)),
      ("proceedAt", .number(test.lower)), ("rollBackAt", .number(test.upper)), ("usual", .number(test.usual)),
      ("harmful", .number(test.harmful)), ("falseAlarm", .number(test.falseAlarm)),
      ("miss", .number(test.miss)),
      ("meanLengthIfUsual", .number(test.meanIfUsual)), ("meanLengthIfHarmful", .number(test.meanIfHarmful)),
      ("limit", .number(test.limit)), ("notes", .texts(notes)),
    ])
  }
}
