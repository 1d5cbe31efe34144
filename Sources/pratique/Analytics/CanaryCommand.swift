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
    let form = try CanaryFormat(named: format)
    let reader = try figures.reader()
    let alarm = try reader.value("canaryFalseAlarm", or: falseAlarm, "false-alarm", in: 1e-6...0.5)
    let missed = try reader.value("canaryMiss", or: miss, "miss", in: 1e-6...0.5)
    guard alarm + missed < 1 else { throw Problem("`--false-alarm` and `--miss` are 1 or more together") }
    let rates = (try checkedShare(usual, "usual"), try checkedShare(harmful, "harmful"))
    guard rates.0 < rates.1, rates.0 >= 1e-9 else {
      throw Problem("`--harmful \(harmful)` is not above `--usual \(usual)`, which is at least 1e-9")
    }
    let test = SequentialTest(usual: rates.0, harmful: rates.1, falseAlarm: alarm, miss: missed)
    let (table, source) = try measurements(outcomes)
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
