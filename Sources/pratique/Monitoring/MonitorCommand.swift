import ArgumentParser
import Engine
import FEEL
import JSON
import Ledger
import Reports
import Rules

struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Judge a plan again, compare with the time before, and write it into a ledger.",
    discussion: """
      For cron and CI: exit status 1 if a gap or an open question is new or worse than at the last entry for this plan, which is found \
      by the `name` of the plan, else by its path. A ledger that is not there is made.

      EXAMPLES
        pratique monitor plan.yaml --ledger compliance.ledger
        pratique monitor plan.yaml --ledger compliance.ledger --fail-on high --format json
      """)

  @OptionGroup var options: PlanOptions
  @Option(help: ArgumentHelp("The ledger: what was found before, and is written now.", valueName: "file"))
  var ledger: String
  @OptionGroup var regression: RegressionOptions
  @Option(help: "text or json.")
  var format = DiffCommand.Form.text
  @OptionGroup var output: OutputOptions

  func run() throws {
    let threshold = try regression.threshold()
    try output.check(besides: [ledger, options.plan])
    let judged = try Judged(options.request)
    let (watch, difference) = try recorded(judged)
    try output.give(
      format == .json
        ? watch.json : watch.text(style: TextStyle(color: Output.hasColor, width: Output.width)))
    guard let threshold else { leave(.clean) }
    let isWorse = difference.map { !$0.regressions(from: threshold).isEmpty } ?? false
    leave(isWorse || watch.hasWaiverFindings ? .findings : .clean)
  }

  /// What there is to tell, once it is on the disk. The ledger is closed when it returns, so that its one file holds everything.
  private func recorded(_ judged: Judged) throws -> (Watch, ResultDifference?) {
    let opened = try Ledger(opening: ledger, mode: .create)
    let before = try opened.lastAssessments()[judged.name]
    let difference = try before.map { ResultDifference(try opened.snapshot(of: $0), judged.snapshot) }
    let time = try moment()
    var drafts = [judged.draft(at: time)]
    drafts += try unrecorded(judged.others(at: time), in: opened)
    let entries = try opened.append(drafts)
    let watch = Watch(
      snapshot: judged.snapshot, difference: difference, recordedAs: entries[0].number, hash: entries[0].hash,
      comparedWith: before?.number,
      signOffs: try opened.signOffs(on: judged.name, outcomes: judged.outcomes).map {
        Watch.SignOff(role: $0.role, time: $0.entry.time, entry: $0.entry.number, holds: $0.holds)
      }, waivers: judged.report.assessment.waivers.filter(\.isFinding).map(\.line))
    return (watch, difference)
  }

  /// Evidence and waivers that the ledger does not hold yet, word for word.
  private func unrecorded(_ drafts: [Draft], in ledger: Ledger) throws -> [Draft] {
    guard !drafts.isEmpty else { return [] }
    var known: Set<String> = []
    try ledger.forEach { entry in
      if entry.kind == .evidence || entry.kind == .waiver { known.insert(entry.body.compactText) }
    }
    return drafts.filter { known.insert($0.body.compactText).inserted }
  }
}
