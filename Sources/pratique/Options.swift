import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Glibc
import Plans
import Reports
import Rules
import Signing

/// Options of every command that judges a plan.
struct PlanOptions: ParsableArguments {
  @Argument(help: "The plan: YAML, JSON or XML; `-` reads standard input.")
  var plan: String

  @Option(help: "Apply the law of this day (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Only packs with these ids or prefixes, separated by commas (eu, in.data-localization).",
      valueName: "ids"))
  var only: String?

  @Option(help: ArgumentHelp("Judge the plan as one of its scenarios changes it.", valueName: "name"))
  var scenario: String?

  @OptionGroup var library: LibraryOptions

  /// Reads packs and plan and judges; nothing is written before both are sound.
  func assessed(commandLine: [String] = CommandLine.arguments) throws -> (
    report: Report, rulebook: Rulebook, plan: Plan
  ) {
    let library = try library.find()
    let day = try day(asOf)
    let rulebook = try library.rulebook()
    let chosen = only?.split(separator: ",").map { String($0) } ?? []
    for id in chosen
    where !rulebook.packs.contains(where: { $0.pack.id == id || $0.pack.id.hasPrefix(id + ".") }) {
      let hint = didYouMean(id, among: rulebook.packs.map(\.pack.id)).map { "; \($0)" } ?? ""
      throw Problem("no pack has the id or prefix `\(id)`\(hint)")
    }
    let plan = try plan(rulebook, day)
    let assessment = rulebook.assess(plan, asOf: day, options: Rulebook.Options(only: chosen))
    let checklist = Checklist(
      closing: assessment.findings, catalogue: rulebook.catalogue,
      status: rulebook.assurances(in: plan, asOf: day), markets: assessment.markets,
      home: rulebook.home(of: plan), start: day, horizon: assessment.horizon, calendar: try library.calendar()
    )
    let risk = Risk(
      findings: assessment.findings, markets: assessment.markets,
      firm: Firm(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography),
      sizes: try SizeClasses(library.source("rules/size.csv")), asOf: day)
    let report = Report(
      assessment: assessment, checklist: checklist, risk: risk,
      commandLine: (["pratique"] + commandLine.dropFirst()).joined(separator: " "),
      packsFrom: library.reason,
      controlTitles: Dictionary(
        rulebook.catalogue.controls.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a }),
      digest: sha256Bytes)
    return (report, rulebook, plan)
  }
}

extension PlanOptions {
  /// The plan of the file, or of one of its scenarios.
  private func plan(_ rulebook: Rulebook, _ day: CalendarDate) throws -> Plan {
    let base = try Plan(
      reading: read(plan), named: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: day)
    guard let scenario else { return base }
    guard let chosen = base.scenarios.first(where: { $0.name == scenario }) else {
      let hint = didYouMean(scenario, among: base.scenarios.map(\.name)).map { "; \($0)" } ?? ""
      throw Problem("the plan has no scenario `\(scenario)`\(hint)")
    }
    return try Plan(
      chosen.plan, file: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
  }
}

struct LibraryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with rules and jurisdictions.", valueName: "folder"))
  var packs: String?

  func find() throws -> Library { try Library.find(packs) }
}

/// The as-of date: the option, else SOURCE_DATE_EPOCH, else today. The one place where a clock is read.
func day(_ option: String?) throws -> CalendarDate {
  if let option {
    guard let date = CalendarDate(option) else {
      throw Problem("`\(option)` is not a date; write YYYY-MM-DD")
    }
    return date
  }
  let epoch = environment("SOURCE_DATE_EPOCH").flatMap { Int($0) }
  let seconds = epoch ?? time(nil)
  guard let date = CalendarDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down))) else {
    throw Problem("SOURCE_DATE_EPOCH is out of range")
  }
  return date
}

/// When the exit status is 1 or 3.
struct FailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit 1 for gaps, 3 for open questions, from this severity on: low, medium, high, critical, never; or ids of provisions.",
      valueName: "levels"))
  var failOn = "high"

  func status(of findings: [Finding]) throws -> Status {
    let words = failOn.split(separator: ",").map { String($0) }
    var threshold: Severity?
    var rules: [String] = []
    for word in words where word != "never" {
      if let severity = Severity(rawValue: word) {
        threshold = severity
      } else if findings.contains(where: { "\($0.pack)/\($0.provision)" == word || $0.provision == word }) {
        rules.append(word)
      } else {
        let hint =
          didYouMean(word, among: Severity.allCases.map(\.rawValue) + ["never"]).map { "; \($0)" } ?? ""
        throw Problem("`\(word)` is neither a severity nor a provision that was judged\(hint)")
      }
    }
    let counted = findings.filter { finding in
      // What rests on uncertain law never decides alone.
      guard finding.modality != .permission, finding.confidence != .low else { return false }
      return (threshold.map { finding.severity >= $0 } ?? false)
        || rules.contains { $0 == finding.provision || $0 == "\(finding.pack)/\(finding.provision)" }
    }
    if counted.contains(where: { $0.verdict == .error }) { return .internalError }
    if counted.contains(where: { $0.verdict == .gap }) { return .findings }
    return counted.contains { $0.verdict == .undetermined } ? .unknownFacts : .clean
  }
}
