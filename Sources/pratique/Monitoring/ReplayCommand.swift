import ArgumentParser
import FEEL
import JSON
import Ledger
import Reports
import Rules

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Judge the plans of a ledger again, under the law of another day or other packs.",
    discussion: """
      The last entry of each plan is judged again with its own waivers and profiles, and compared with what was found then. Nothing is \
      written. Exit status 1 if a gap or an open question is new or worse.

      EXAMPLES
        pratique replay compliance.ledger --as-of 2027-12-02
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: "The law of this day (YYYY-MM-DD).")
  var asOf: String
  @Option(help: ArgumentHelp("Only this plan, as the ledger names it.", valueName: "name"))
  var plan: String?
  @Flag(help: "Every stored assessment, not only the last of each plan.")
  var all = false
  @OptionGroup var library: LibraryOptions
  @OptionGroup var regression: RegressionOptions
  @Option(help: "text or json.")
  var format = DiffCommand.Form.text
  @OptionGroup var output: OutputOptions

  func run() throws {
    let threshold = try regression.threshold()
    try output.check(besides: [ledger.file])
    let day = try day(asOf)
    let opened = try Ledger(opening: ledger.file, mode: .readOnly)
    let entries = try chosen(in: opened)
    // One library for all of them, read once.
    let found = try library.find()
    let contents = try found.contents()
    var replays: [Replay] = []
    for entry in entries {
      let before = try opened.snapshot(of: entry)
      let judged = try Judged(request(entry, in: opened), by: contents, on: day)
      replays.append(
        Replay(
          plan: judged.name, entry: entry.number, time: entry.time,
          difference: ResultDifference(before, judged.snapshot), before: before.summary,
          after: judged.snapshot.summary))
    }
    try output.give(
      format == .json
        ? Replay.json(replays)
        : Replay.text(replays, style: TextStyle(color: Output.hasColor, width: Output.width)))
    let isWorse = threshold.map { level in
      replays.contains { !$0.difference.regressions(from: level).isEmpty }
    }
    leave(isWorse == true ? .findings : .clean)
  }

  private func chosen(in ledger: Ledger) throws -> [Entry] {
    var entries: [Entry] = []
    if all {
      try ledger.forEach(.assessment) { entries.append($0) }
    } else {
      entries = try ledger.lastAssessments().values.sorted { $0.number < $1.number }
    }
    if let plan { entries = entries.filter { $0.body["summary"]?["plan"]?.string == plan } }
    guard !entries.isEmpty else {
      throw Problem("the ledger `\(ledger.path)` holds no assessment\(plan.map { " of `\($0)`" } ?? "")")
    }
    return entries
  }

  private func request(_ entry: Entry, in ledger: Ledger) throws -> PlanRequest {
    guard let plan = try ledger.file("plan", of: entry) else {
      throw Problem("the entry \(entry.number) of the ledger `\(ledger.path)` has no plan")
    }
    var request = PlanRequest(plan: plan.name, asOf: asOf)
    request.content = plan.bytes
    // On the same day the moment counts too, at which waivers ended.
    if entry.body["summary"]?["asOf"]?.string == asOf { request.instant = entry.body["instant"]?.number }
    request.waivers = try ledger.file("waivers", of: entry).map { .given($0.name, $0.bytes) } ?? .none
    request.only = entry.body["only"]?.string
    request.scenario = entry.body["scenario"]?.string
    request.profiles = (entry.body["profiles"]?.items ?? []).compactMap(\.string)
    request.profileFiles = try (entry.body["profileFiles"]?.items ?? []).map {
      let file = try ledger.file($0, of: entry)
      return (file.name, file.bytes)
    }
    return request
  }
}
