import Diagnostics
import Engine
import FEEL
import Facts
import Glibc
import Plans
import Reports
import Rules
import Signing
import TimeZones

/// Which plan to judge, under which law.
struct PlanRequest {
  var plan: String
  var asOf: String?
  var only: String?
  var scenario: String?
  var packs: String?
  var trust: String?
  var lock: String?
  var waivers = WaiverChoice.besidePlan
  /// The moment at which waivers end with the day of their own zone, in seconds after 1970-01-01T00:00:00Z; nil: the clock, or where a day
  /// was named that day in every zone.
  var instant: Int?
  /// The bytes of the plan, if they were read already: standard input can be read once.
  var content: [UInt8]?
  /// A market that is added to the plan.
  var entering: String?
  /// Standards that it is taken to follow besides those that it names.
  var following: [String] = []
  /// Ids or files of profiles, after those that the plan names.
  var profiles: [String] = []
  /// Files that these are, by path, if they were read already.
  var profileFiles: [(path: String, bytes: [UInt8])] = []
  var choice = ChoiceRequest()
  /// The last day of the window, a file of progress, and people by role (`DPO=2`) over those of the plan.
  var by: String?
  var done: String?
  var people: [String] = []
  /// Whether bound, likelihood and levers are wanted too.
  var isDetailed = false
  /// How the likely loss is drawn; nil: it is left out.
  var loss: Loss.Terms?
  /// Whether to work out what would lower the risk most, and the risk register.
  var wantsReduction = false
  var wantsRegister = false
  /// Whether the report is to hold a map.
  var wantsMap = false
}

/// Which gaps are accepted for a time.
enum WaiverChoice {
  /// Those of waivers.yaml or waivers.json beside the plan, if there is one.
  case besidePlan
  case file(String)
  /// A file that was read already, with its name.
  case given(String, [UInt8])
  case none
}

extension PlanRequest {
  /// Reads packs and plan and judges; nothing is written before both are sound.
  func assessed(commandLine: [String] = CommandLine.arguments) throws -> (
    report: Report, rulebook: Rulebook, plan: Plan
  ) {
    let day = try day(asOf)
    return try assessed(by: contents(on: day), on: day, commandLine: commandLine)
  }

  /// Which packs are judged.
  var judging: Rulebook.Options {
    Rulebook.Options(only: only?.split(separator: ",").map(String.init) ?? [])
  }

  var admission: Admission { Admission(trust: trust, lock: lock, plan: plan) }

  /// The library under which the plan may be judged on a day.
  func contents(on day: CalendarDate) throws -> LibraryContents {
    try admission.admit(Library.find(packs)) { day }.contents()
  }

  /// The library with the profiles that were read already.
  func library(_ library: Library) throws -> Library {
    guard !profileFiles.isEmpty else { return library }
    var library = library
    library.isSealed = true
    library.held = try library.allFiles().merging(profileFiles.map { ($0.path, $0.bytes) }) { $1 }
    return library
  }

  /// The same by a library that was read already: that of `contents`.
  func assessed(
    by contents: LibraryContents, on day: CalendarDate, commandLine: [String] = CommandLine.arguments
  ) throws -> (report: Report, rulebook: Rulebook, plan: Plan) {
    let library = try library(contents.library)
    var rulebook = contents.rulebook
    for id in judging.only
    where !rulebook.packs.contains(where: { $0.pack.id == id || $0.pack.id.hasPrefix(id + ".") }) {
      let hint = didYouMean(id, among: rulebook.packs.map(\.pack.id)).map { "; \($0)" } ?? ""
      throw Problem("no pack has the id or prefix `\(id)`\(hint)")
    }
    let plan = try plan(rulebook, day)
    let unknown = rulebook.unknownFrameworks(in: plan) + rulebook.evidenceMistakes(in: plan, on: day)
    guard unknown.isEmpty else { throw Mistakes(unknown) }
    let names =
      plan.profiles.map { ProfileLoader.Name(text: $0.id, location: $0.location) }
      + profiles.map { ProfileLoader.Name(text: $0) }
    if let tailoring = try library.tailoring(names, of: rulebook) {
      rulebook = rulebook.tailored(by: tailoring)
    }
    rulebook = rulebook.enacted(on: day)
    let options = judging
    var assessment = rulebook.assess(plan, asOf: day, options: options)
    assessment.waive(try waiverList()) { localDay(in: $0) ?? day }
    let (checklist, levers, taken) = try schedule(
      assessment, rulebook, plan, try contents.calendar(), day, options)
    var firm = Firm(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography)
    firm.reference = (try ExchangeRates(library.source("rules/rates.csv")), day)
    let scoring = try Scoring(library.source("rules/risk.csv"), asOf: day)
      .tailored(by: rulebook.tailoring, of: rulebook)
    let sizes = try SizeClasses(library.source("rules/size.csv"))
    let risk = Risk(
      findings: assessment.scored, markets: assessment.markets, firm: firm, sizes: sizes, scoring: scoring,
      asOf: day)
    let standards = Set(rulebook.packs.filter { $0.pack.kind == .standard }.map(\.pack.id))
    let legal = assessment.scored.filter { !standards.contains($0.pack) }
    let law =
      legal.count == assessment.scored.count
      ? risk
      : Risk(
        findings: legal, markets: assessment.markets, firm: firm, sizes: sizes, scoring: scoring, asOf: day)
    let metrics = SuccessMetric.all(
      try Targets(library.source("rules/targets.csv")),
      measured: try Measured(plan, markets: assessment.markets, vocabulary: rulebook.vocabulary),
      checklist: checklist, risk: risk, law: law, standards: standards, asOf: day)
    var report = Report(
      assessment: assessment, checklist: checklist, risk: risk, metrics: metrics,
      commandLine: (["pratique"] + commandLine.dropFirst()).joined(separator: " "),
      packsFrom: library.reason,
      controlTitles: Dictionary(
        rulebook.catalogue.controls.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a }),
      likelihood: isDetailed ? checklist.likelihood() : nil, levers: levers,
      reduction: wantsReduction
        ? Rescoring(rulebook, plan, sizes: sizes, scoring: scoring, asOf: day, options: options)
          .reduction(of: assessment) : nil,
      register: wantsRegister
        ? register(risk, assessment, rulebook, taken, day) : nil,
      digest: sha256Bytes)
    if assessment.findings.contains(where: { $0.verdict == .waived }) {
      report.accepting = Risk(
        findings: assessment.scored.filter { $0.verdict != .waived }, markets: assessment.markets, firm: firm,
        sizes: sizes, scoring: scoring, asOf: day)
    }
    if wantsMap { report.map = try MapBase(plan, rulebook, library: library) }
    if let loss {
      let jurisdictions = assessment.packs.map { ($0.id, $0.jurisdiction) }
      report.loss = Loss(
        findings: assessment.scored,
        jurisdictions: Dictionary(jurisdictions, uniquingKeysWith: { first, _ in first }), firm: firm,
        sizes: sizes, table: try LossTable(library.source("rules/loss.csv")), asOf: day, terms: loss)
    }
    return (report, rulebook, plan)
  }
}

extension PlanRequest {
  /// The risks with the remedies that are chosen against them.
  private func register(
    _ risk: Risk, _ assessment: Assessment, _ rulebook: Rulebook, _ taken: RemedySelection.Taken,
    _ day: CalendarDate
  ) -> RiskRegister {
    let external = rulebook.catalogue.controls.filter { $0.external != nil }.map(\.id)
    return RiskRegister(
      risk, findings: assessment.scored,
      treatments: RiskRegister.Treatments(taken: taken, external: Set(external)),
      limits: assessment.tailoring?.appetite.limits ?? [], asOf: day)
  }

  /// The plan of the file, or of one of its scenarios.
  func plan(_ rulebook: Rulebook, _ day: CalendarDate) throws -> Plan {
    let bytes = try content ?? read(plan)
    let base = try Plan(
      reading: bytes, named: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: day)
    guard scenario != nil || entering != nil || !following.isEmpty else { return base }
    var node: Node
    if let scenario {
      guard let chosen = base.scenarios.first(where: { $0.name == scenario }) else {
        let hint = didYouMean(scenario, among: base.scenarios.map(\.name)).map { "; \($0)" } ?? ""
        throw Problem("the plan has no scenario `\(scenario)`\(hint)")
      }
      node = chosen.plan
    } else {
      node = try Node(reading: bytes, named: plan, vocabulary: rulebook.vocabulary)
    }
    if let entering { node = node.entering(entering, vocabulary: rulebook.vocabulary) }
    return try Plan(
      node.following(following), file: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: day)
  }
}

extension PlanRequest {
  /// The waivers that the assessment takes in.
  private func waiverList() throws -> [Waiver] {
    guard let (path, bytes) = try waiverFile() else { return [] }
    return try Waiver.list(reading: Node(reading: bytes, named: path), zones: .system())
  }

  /// The file of waivers; nil: there is none.
  func waiverFile() throws -> (path: String, bytes: [UInt8])? {
    switch waivers {
    case .none: nil
    case .given(let path, let bytes): (path, bytes)
    case .file(let path): (path, try read(path))
    case .besidePlan: try waiversBesidePlan().map { ($0, try read($0)) }
    }
  }

  private func waiversBesidePlan() throws -> String? {
    guard let folder = folder(ofPlan: plan) else { return nil }
    let found = ["waivers.yaml", "waivers.json"].map { folder + $0 }.filter(exists)
    guard found.count < 2 else {
      throw Problem("there are \(found.joined(separator: " and ")); keep one, or name it with --waivers")
    }
    return found.first
  }

  /// The day on the clocks of a zone; nil where a day was named, which is then meant everywhere.
  private func localDay(in zone: String) -> CalendarDate? {
    guard let instant = instant ?? (asOf == nil ? now() : nil) else { return nil }
    return Zones.system()[zone]?.date(at: instant)
  }
}

/// The folder of a plan, with its slash; nil if there is no plan, or none in a file.
func folder(ofPlan plan: String?) -> String? {
  guard let plan, plan != "-" else { return nil }
  guard let slash = plan.lastIndex(of: "/") else { return "" }
  return String(plan[...slash])
}

/// The as-of date: the option, else SOURCE_DATE_EPOCH, else today.
func day(_ option: String?) throws -> CalendarDate {
  if let option {
    guard let date = CalendarDate(option) else {
      throw Problem("`\(option)` is not a date; write YYYY-MM-DD")
    }
    return date
  }
  guard let date = CalendarDate(dayNumber: Int((Double(now()) / 86_400).rounded(.down))) else {
    throw Problem("SOURCE_DATE_EPOCH is out of range")
  }
  return date
}

/// Seconds after 1970-01-01T00:00:00Z: SOURCE_DATE_EPOCH, else the clock, which is read here alone.
func now() -> Int { environment("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? time(nil) }
