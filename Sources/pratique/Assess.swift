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
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var fail: FailOptions

  @Option(
    help: ArgumentHelp("text, json, markdown, csv, html; several separated by commas.", valueName: "formats"))
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
    if output != nil, formats.count > 1 {
      throw Problem("--output takes one format; use --output-dir for several")
    }
    if formats.count > 1, outputDir == nil { throw Problem("several formats need --output-dir") }
    let (report, _, _) = try options.assessed()
    let status = try fail.status(of: report.assessment.findings)
    let files = formats.filter { $0 != .text }.map { ($0.fileName, $0.render(report)) }
    if let outputDir {
      try Output.write(files, into: outputDir)
    } else if let output, let format = formats.first {
      try Output.write(
        format == .text ? Format.plainText(report, verbose: verbose) : format.render(report), to: output)
    } else if let file = files.first {
      Output.say(file.1)
    }
    if formats.contains(.text), output == nil {
      let style = TextStyle(color: Output.hasColor, width: Output.width, verbose: verbose)
      Output.say(text(report, style: style))
    }
    // The process ends here: to give back every value one by one first would only take time.
    withExtendedLifetime(report) { leave(status) }
  }
}
