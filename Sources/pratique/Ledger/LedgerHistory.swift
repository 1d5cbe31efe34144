import ArgumentParser
import JSON
import Ledger

struct LedgerHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "What happened when, and whether plans got better.",
    discussion: """
      The arrow compares an assessment with the one before of the same plan: ↗ better, ↘ worse, → the same. The first of these that \
      differs decides: critical gaps, gaps, unknown findings, readiness.
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("Only what concerns this plan.", valueName: "name"))
  var plan: String?

  func run() throws {
    let opened = try Ledger(opening: ledger.file, mode: .readOnly)
    var history = History(plan: plan)
    var number = 0
    while case let page = try opened.entries(after: number), let last = page.last {
      for entry in page { history.add(entry) }
      number = last.number
    }
    Output.say(history.text)
  }
}
