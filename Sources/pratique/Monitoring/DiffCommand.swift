import ArgumentParser
import Diagnostics
import Reports
import Rules

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what changed between two results, and why.",
    discussion: """
      OLD and NEW are results (result.json) or bundles of evidence. Exit status 1 if a gap or an open question is new or worse.

      EXAMPLES
        pratique diff last-month/result.json report/result.json
        pratique diff old.zip new.zip --format json
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "The earlier result.")
  var old: String
  @Argument(help: "The later result.")
  var new: String
  @Option(help: "text or json.")
  var format = Form.text
  @OptionGroup var regression: RegressionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let threshold = try regression.threshold()
    try output.check(besides: [old, new])
    let difference = ResultDifference(
      Snapshot(try ResultFile(at: old)), Snapshot(try ResultFile(at: new)))
    try output.give(
      format == .json
        ? difference.json
        : difference.text(style: TextStyle(color: Output.hasColor, width: Output.width)))
    leave(threshold.map { difference.regressions(from: $0).isEmpty } ?? true ? .clean : .findings)
  }
}

/// From which severity on something that got worse decides.
struct RegressionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit 1 for what is new or worse from this severity on: low, medium, high, critical, never.",
      valueName: "level"))
  var failOn = Severity.low.rawValue

  /// nil: never.
  func threshold() throws -> Severity? {
    if failOn == "never" { return nil }
    guard let severity = Severity(rawValue: failOn) else {
      let hint = didYouMean(failOn, among: Severity.allCases.map(\.rawValue) + ["never"]).map { "; \($0)" }
      throw Problem("`\(failOn)` is no severity\(hint ?? "")")
    }
    return severity
  }
}
