import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Reports
import Rules

struct GuardrailsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guardrails",
    abstract: "Where the law lets data lie, as policies that a cloud enforces.",
    discussion: """
      EXAMPLES
        pratique guardrails plan.yaml --cloud aws
        pratique guardrails plan.yaml --cloud gcp --output-dir guardrails

      Without --output-dir it prints what each activity may do where, and by which provision. docs/guardrails.md says what the files do.
      Exit status: 1 where laws leave no place or the cloud has no region, 3 where a market's law may restrict and facts are missing.
      """)

  @OptionGroup var options: PlanOptions

  @Option(
    help: ArgumentHelp(
      "\(GuardrailCloud.all.map(\.prefix).joined(separator: ", ")).", valueName: "cloud"))
  var cloud: String

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = GuardrailFormat.text.rawValue

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the policies into this folder.", valueName: "folder"))
  var outputDir: String?

  func run() throws {
    let form = try GuardrailFormat(named: format)
    guard let target = GuardrailCloud.all.first(where: { $0.prefix == cloud }) else {
      let hint = didYouMean(cloud, among: GuardrailCloud.all.map(\.prefix)).map { "; \($0)" } ?? ""
      throw Problem("`\(cloud)` is not a cloud that guardrails are written for\(hint)")
    }
    let (report, rulebook, plan) = try options.assessed()
    let set = GuardrailSet(
      rulebook.guardrails(report.assessment, of: plan), target, for: report, rulebook.geography)
    let made = set.files()
    if let outputDir {
      try Output.write(made.files.map { ($0.name, $0.text) }, into: outputDir)
    }
    Output.say(form.render(set))
    if let outputDir, form == .text {
      Output.say("Files in \(outputDir): \(made.files.map(\.name).joined(separator: ", "))")
    }
    guard made.complaints.isEmpty else {
      for complaint in made.complaints { Output.complain("refused: \(complaint)") }
      throw Status.findings
    }
    if set.isUndecided { throw Status.unknownFacts }
  }
}

/// The forms in which the overview can be had.
enum GuardrailFormat: String, CaseIterable {
  case text, json

  func render(_ set: GuardrailSet) -> String {
    switch self {
    case .text: guardrailsText(set)
    case .json: guardrailsJSON(set, engine: engineVersion)
    }
  }
}
