import ArgumentParser
import Engine
import FEEL
import Glibc
import Plans
import Rules

/// Measures the engine on one plan, or the language without one: for `make bench`, not for users.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time reading and judging a plan.", shouldDisplay: false)

  @OptionGroup var library: LibraryOptions
  @Argument(help: "Path of the plan; without it expressions of each kind are timed.")
  var plan: String?
  @Option(help: ArgumentHelp("The date whose law applies.", valueName: "date"))
  var asOf = "2026-11-21"
  @Option(help: "How often each is done; the median of 9 rounds is told.")
  var times = 20

  @Option(help: "Only measures whose name begins so; for profiles.")
  var only = ""

  func run() throws {
    guard let plan else { return try BenchExpressions.run() }
    let rulebook = try library.find().rulebook()
    let day = try day(asOf)
    let bytes = try read(plan)
    func parsed() throws -> Plan {
      try Plan(
        reading: bytes, named: plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day
      )
    }
    let docket = Docket(rulebook, asOf: day)
    let stated = try parsed()
    let count = docket.assess(stated).findings.count
    let provisions = rulebook.packs.reduce(0) { $0 + $1.provisions.count }
    Output.say("\(bytes.count) bytes, \(provisions) provisions, \(count) findings")
    try tell("read the plan") { _ = try parsed() }
    try tell("judge, columns (many plans)") { _ = docket.assess(stated) }
    try tell("judge, reference (one plan)") { _ = rulebook.assess(stated, asOf: day) }
    try tell("judge, columns, and explain every finding") {
      for finding in docket.assess(stated).findings { _ = finding.explanation }
    }
    try tell("read and judge, columns") { _ = docket.assess(try parsed()) }
  }

  /// Processor time of one go, the median of nine rounds.
  private func tell(_ what: String, _ body: () throws -> Void) throws {
    guard what.hasPrefix(only) else { return }
    var rounds: [Double] = []
    for _ in 0..<9 {
      let start = clock()
      for _ in 0..<times { try body() }
      rounds.append(Double(clock() - start) / Double(times))
    }
    rounds.sort()
    let tenths = Int((rounds[4] * 10).rounded())
    Output.say("\(tenths / 10).\(tenths % 10) µs  \(what)")
  }
}
