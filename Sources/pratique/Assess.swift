import ArgumentParser
import Engine
import Reports

struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Judge a plan and show what is missing.",
    discussion: """
      EXAMPLES
        pratique assess plan.yaml
        pratique assess plan.yaml --as-of 2027-12-02 --format json --output result.json
        pratique assess plan.yaml --format text,json,html --output-dir out
        pratique assess plan.yaml --format sarif --output findings.sarif

      docs/exports.md says what each format for other programs holds.
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var loss: LossOptions
  @OptionGroup var fail: FailOptions

  @Option(
    help: ArgumentHelp(
      "\(Format.allCases.map(\.rawValue).joined(separator: ", ")); several separated by commas.",
      valueName: "formats"))
  var format = "text"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write every format but text into this folder.", valueName: "folder"))
  var outputDir: String?

  @Flag(name: .shortAndLong, help: "Show every finding.")
  var verbose = false

  func run() throws {
    let formats = try Format.list(format)
    if let output { try Output.check(output, besides: [options.plan]) }
    if output != nil, formats.count > 1 {
      throw Problem("--output takes one format; use --output-dir for several")
    }
    if formats.count > 1, outputDir == nil { throw Problem("several formats need --output-dir") }
    let (report, _, _) = try options.assessed(
      choice, loss: loss.terms(), wantsMap: formats.contains(.html))
    let status = try fail.status(of: report.assessment)
    let files = formats.filter { $0 != .text }.map { ($0.fileName, $0.render(report)) }
    if let outputDir {
      try Output.write(files, into: outputDir)
    } else if let output, let format = formats.first {
      try Output.write(
        format == .text ? Format.plainText(report, verbose: verbose) : format.render(report), to: output)
    } else if let file = files.first {
      Output.say(file.1)
    }
    if formats.contains(.text), output == nil { Assess.say(report, verbose: verbose) }
    // The process ends here: to give back every value one by one first would only take time.
    withExtendedLifetime(report) { leave(status) }
  }

  fileprivate static func say(_ report: Report, verbose: Bool) {
    Output.say(text(report, style: TextStyle(color: Output.hasColor, width: Output.width, verbose: verbose)))
  }
}

/// `assess PLAN`, with `--as-of` and `--packs` or without: the usual call, recognized without the parser of arguments, which looks at
/// its types as they run and takes longer than reading the plan.
struct PlainAssess {
  private var request: PlanRequest

  /// nil for any other call.
  init?(_ arguments: [String]) {
    guard arguments.first == "assess" else { return nil }
    request = PlanRequest(plan: "")
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--as-of" || argument == "--packs" {
        guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
        if argument == "--as-of" { request.asOf = value } else { request.packs = value }
      } else {
        guard !argument.isEmpty, argument == "-" || !argument.hasPrefix("-"), request.plan.isEmpty else {
          return nil
        }
        request.plan = argument
      }
    }
    if request.plan.isEmpty { return nil }
  }

  func run() throws {
    let report = try request.assessed().report
    let status = try FailOptions.status(of: report.assessment, from: FailOptions.usual)
    Assess.say(report, verbose: false)
    withExtendedLifetime(report) { leave(status) }
  }
}
