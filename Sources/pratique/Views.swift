import ArgumentParser
import Diagnostics
import Engine
import Reports
import Rules

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write every report, the checklist and the result into a folder.")

  @OptionGroup var options: PlanOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var loss: LossOptions
  @OptionGroup var fail: FailOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var outputDir = "pratique-report"

  func run() throws {
    let (report, _, _) = try options.assessed(
      choice, schedule, loss: loss.terms(), treatsRisk: true, wantsMap: true)
    let status = try fail.status(of: report.assessment)
    var files = Format.allCases.filter { !$0.isExport }.map { ($0.fileName, $0.render(report)) }
    files += ChecklistFormat.allCases.map { ($0.fileName, $0.render(report)) }
    files += RiskFormat.allCases.filter(\.isRegister).map { ($0.fileName, $0.render(report)) }
    try Output.write(files, into: outputDir)
    Output.say(text(report, style: TextStyle(color: Output.hasColor, width: Output.width)))
    Output.say("Files in \(outputDir): \(files.map(\.0).joined(separator: ", "))")
    if status != .clean { throw status }
  }
}

struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "The tasks that close the gaps, in order, and whether they fit in 90 days.",
    discussion: """
      EXAMPLES
        pratique checklist plan.yaml
        pratique checklist plan.yaml --format jira --output tasks.csv

      docs/checklist.md says what every column means and how to import it.
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var schedule: ScheduleOptions

  @Option(
    help: ArgumentHelp(
      "\(ChecklistFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format = ChecklistFormat.text.rawValue

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try ChecklistFormat(named: format)
    let made = form.render(try options.assessed(choice, schedule).report)
    try output.give(made)
  }
}

struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract:
      "Risk by category as ranges, readiness by market and AI system, statutory maxima, likely loss, what lowers it most.",
    discussion: """
      EXAMPLES
        pratique risk plan.yaml
        pratique risk plan.yaml --reduce
        pratique risk plan.yaml --format register-csv --output risks.csv

      docs/risk.md has every formula, with an example worked by hand.
      """)
  @OptionGroup var options: PlanOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var loss: LossOptions

  @Flag(
    help:
      "Show what would lower the risk most: remedies by person day and by calendar day, and unknown facts.")
  var reduce = false

  @Option(help: "How many lines of each list of --reduce to show.")
  var limit = 10

  @Option(
    help: ArgumentHelp(
      "text; json (the result file); or the risk register: register-csv, oscal-json.", valueName: "format"))
  var format = RiskFormat.text.rawValue

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try RiskFormat(named: format)
    guard limit > 0 else { throw Problem("--limit must be above 0") }
    var request = options.request
    request.choice = choice.request
    request.loss = try loss.terms(isUsual: true)
    request.wantsReduction = reduce
    request.wantsRegister = form.isRegister
    let made = form.render(try request.assessed().report, most: limit)
    try output.give(made)
  }
}

struct Questions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The unknown facts that would settle most verdicts, ready to paste.")
  @OptionGroup var options: PlanOptions

  @Option(help: "How many to show.")
  var limit = 40

  func run() throws {
    var (report, _, _) = try options.assessed()
    report.assessment.questions.removeLast(max(0, report.assessment.questions.count - limit))
    Output.say(questionsText(report))
  }
}

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Why a finding came out as it did, and what would turn it.",
    discussion:
      "A finding is named as in the reports: eu.gdpr/art-27@organization. A provision alone explains all its findings."
  )
  @OptionGroup var options: PlanOptions

  @Argument(help: "Finding or provision.")
  var finding: String

  func run() throws {
    let request = options.request
    let day = try day(request.asOf)
    let contents = try request.contents(on: day)
    let (report, rulebook, _) = try request.assessed(by: contents, on: day)
    let all = report.assessment.findings + report.assessment.tailoredOut
    var wanted = findings(named: finding, among: all)
    if wanted.isEmpty {
      let names = rulebook.successors(of: finding)
      wanted = names.flatMap { findings(named: $0, among: all) }
      if !wanted.isEmpty {
        Output.complain("`\(finding)` is now \(names.map { "`\($0)`" }.joined(separator: ", "))")
      }
    }
    guard !wanted.isEmpty else {
      let hint = didYouMean(finding, among: all.map(\.id)).map { "; \($0)" } ?? ""
      throw Problem("there is no finding `\(finding)`\(hint)")
    }
    let style = TextStyle(color: Output.hasColor, width: Output.width)
    let told = try wanted.compactMap { finding in
      let file = rulebook.packs.first { $0.pack.id == finding.pack }?.pack.file
      return Reports.explain(
        report, finding: finding.id, style: style, pins: try file.flatMap(contents.library.pins(beside:)))
    }
    Output.say(told.joined(separator: "\n\n"))
  }

  private func findings(named name: String, among all: [Finding]) -> [Finding] {
    all.filter { $0.id == name || "\($0.pack)/\($0.provision)" == name || $0.provision == name }
  }
}
