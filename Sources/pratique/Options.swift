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

  @OptionGroup var law: LawOptions

  @Option(help: ArgumentHelp("Judge the plan as one of its scenarios changes it.", valueName: "name"))
  var scenario: String?

  @OptionGroup var waivers: WaiverOptions

  var request: PlanRequest {
    var request = law.request(plan)
    (request.scenario, request.waivers) = (scenario, waivers.choice)
    return request
  }

  func assessed(
    _ choice: ChoiceOptions? = nil, _ schedule: ScheduleOptions? = nil, loss: Loss.Terms? = nil,
    treatsRisk: Bool = false, wantsMap: Bool = false
  ) throws -> (report: Report, rulebook: Rulebook, plan: Plan) {
    var request = schedule?.applied(to: request) ?? request
    if let choice { request.choice = choice.request }
    request.loss = loss
    (request.wantsReduction, request.wantsRegister) = (treatsRisk, treatsRisk)
    request.wantsMap = wantsMap
    return try request.assessed()
  }
}

/// Which gaps count as accepted.
struct WaiverOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Gaps that are accepted for a time. Default: waivers.yaml or waivers.json beside the plan.",
      valueName: "file"))
  var waivers: String?

  var choice: WaiverChoice { waivers.map(WaiverChoice.file) ?? .besidePlan }
}

/// Under which law plans are judged.
struct LawOptions: ParsableArguments {
  @Option(help: "Apply the law of this day (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.")
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "Only packs with these ids or prefixes, separated by commas (eu, in.data-localization).",
      valueName: "ids"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Tailor the packs by this profile, after those that the plan names; several times, a later one counts before an earlier one.",
      valueName: "id|file"))
  var profile: [String] = []

  @OptionGroup var library: LibraryOptions

  func request(_ plan: String) -> PlanRequest {
    PlanRequest(
      plan: plan, asOf: asOf, only: only, packs: library.packs, trust: library.trust, lock: library.lock,
      profiles: profile)
  }
}

/// Where one result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  /// Before anything is done: what cannot be written, or is one of the files that are read, is refused.
  func check(besides inputs: [String]) throws {
    guard let output else { return }
    try Output.check(output, besides: inputs)
  }

  /// The bytes as they are: a calendar must not get another line end.
  func give(_ made: String) throws {
    if let output { try Output.write(made, to: output) } else { Output.say(made) }
  }
}

/// What a schedule is made for.
struct ScheduleOptions: ParsableArguments {
  @Option(help: "The last day of the window (YYYY-MM-DD). Default: 90 days after the first day of work.")
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Plan anew after what this file (YAML or JSON) says is done or under way.", valueName: "file"))
  var done: String?

  @Option(
    help: ArgumentHelp(
      "So many people of a role work on the entry at the same time, over the plan's `team`; several times.",
      valueName: "role=n"))
  var people: [String] = []

  func applied(to request: PlanRequest) -> PlanRequest {
    var request = request
    (request.by, request.done, request.people, request.isDetailed) = (by, done, people, true)
    return request
  }
}

/// Whether and how the likely loss is worked out.
struct LossOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Likely loss from fines, a rough model (docs/loss.md). Default: on in `risk`, else off.")
  var loss: Bool?

  @Option(help: ArgumentHelp("How many years are drawn for the likely loss.", valueName: "n"))
  var draws = Loss.Terms.usual.draws

  @Option(help: ArgumentHelp("Where its random numbers begin.", valueName: "n"))
  var seed = Loss.Terms.usual.seed

  func terms(isUsual: Bool = false) throws -> Loss.Terms? {
    guard (1...Loss.Terms.most).contains(draws) else {
      throw Problem("`--draws \(draws)` is not a number from 1 to \(Loss.Terms.most)")
    }
    return loss ?? isUsual ? Loss.Terms(draws: draws, seed: seed) : nil
  }
}

struct LibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with rules and jurisdictions; or an archive of packs, or a folder of archives; or a folder with packs of your own, used beside the others.",
      valueName: "path"))
  var packs: String?

  @Option(
    help: ArgumentHelp(
      "Use only packs signed by a key in this file. Default: PRATIQUE_TRUST, else trust.yaml or trust.json beside the plan.",
      valueName: "file"))
  var trust: String?

  @Option(
    help: ArgumentHelp(
      "Use only the packs that this file locks. Default: pratique.lock beside the plan.", valueName: "file"))
  var lock: String?

  /// Signatures count on the day of SOURCE_DATE_EPOCH, else today, where no plan is judged under the law of a day.
  func find() throws -> Library {
    try Admission(trust: trust, lock: lock).admit(Library.find(packs)) { try day(nil) }
  }
}

/// When the exit status is 1 or 3.
struct FailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit 1 for gaps, 3 for open questions, from this severity on: low, medium, high, critical, never; or ids of provisions.",
      valueName: "levels"))
  var failOn = FailOptions.usual

  static let usual = "high"

  func status(of assessment: Assessment) throws -> Status {
    try FailOptions.status(of: assessment, from: failOn)
  }

  static func status(of assessment: Assessment, from levels: String) throws -> Status {
    let findings = assessment.findings
    let words = levels.split(separator: ",").map { String($0) }
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
    // A waiver that is over, or for nothing, is a finding of its own.
    if threshold != nil, assessment.waivers.contains(where: \.isFinding) { return .findings }
    return counted.contains { $0.verdict == .undetermined } ? .unknownFacts : .clean
  }
}
