import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Glibc
import Plans
import Rules

/// Measures the engine on plans, or the language without one: for `make bench`, not for users.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time reading and judging plans.", shouldDisplay: false)

  @OptionGroup var library: LibraryOptions
  @Argument(help: "Paths of plans; without one expressions of each kind are timed.")
  var plans: [String] = []
  @Option(help: ArgumentHelp("The date whose law applies.", valueName: "date"))
  var asOf = "2026-11-21"
  @Option(help: "How often each is done; the median of 9 rounds is told.")
  var times = 20
  @Option(help: "Judge so many plans instead, derived from those named by varying their facts.")
  var many = 0
  @Flag(
    help:
      "Plan schedules drawn by lot instead: of 150 tasks over 8 markets, and of two and four times as many.")
  var schedules = false
  @Flag(
    help:
      "Make whole checklists of gaps drawn by lot instead: 60 gaps with 150 remedies, and two and four times as many."
  )
  var checklists = false
  @Option(help: "Only measures whose name begins so; for profiles.")
  var only = ""

  func run() throws {
    if schedules { return benchSchedules() }
    if checklists { return benchChecklists() }
    guard !plans.isEmpty else { return try BenchExpressions.run() }
    let rulebook = try library.find().rulebook()
    let bench = Bench(rulebook: rulebook, day: try day(asOf), times: times, only: only)
    if many > 0 {
      try bench.many(plans.map { (path: $0, bytes: try read($0)) }, many)
    } else {
      for path in plans { try bench.one(try read(path), path) }
    }
  }
}

/// The measures of `pratique bench`.
private struct Bench {
  let rulebook: Rulebook
  let day: CalendarDate
  let times: Int
  let only: String

  private func plan(_ bytes: [UInt8], _ path: String) throws -> Plan {
    try Plan(
      reading: bytes, named: path, vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
  }

  /// One plan over and over, then how the time grows.
  func one(_ bytes: [UInt8], _ path: String) throws {
    let docket = Docket(rulebook, asOf: day)
    let stated = try plan(bytes, path)
    let count = docket.assess(stated).findings.count
    Output.say("\(bytes.count) bytes, \(provisions(rulebook)) provisions, \(count) findings")
    try tell("read the plan") { _ = try plan(bytes, path) }
    try tell("judge, columns (many plans)") { _ = docket.assess(stated) }
    try tell("judge, reference (one plan)") { _ = rulebook.assess(stated, asOf: day) }
    try tell("judge, columns, and explain every finding") {
      for finding in docket.assess(stated).findings { _ = finding.explanation }
    }
    try tell("read and judge, columns") { _ = docket.assess(try plan(bytes, path)) }
    for share in [8, 4, 2] {
      var part = rulebook
      part.packs = rulebook.packs.indices.filter { $0 % share == 0 }.map { rulebook.packs[$0] }
      let docket = Docket(part, asOf: day)
      try tell("judge, columns, \(provisions(part)) provisions") { _ = docket.assess(stated) }
    }
    let node = try Node(reading: bytes, named: path, vocabulary: rulebook.vocabulary)
    for size in [4, 16] {
      let path = "\(path).json"
      let bytes = Array(node.repeating("activities", size).json.utf8)
      let larger = try plan(bytes, path)
      let count = docket.assess(larger).findings.count
      try tell("read the plan with its activities \(size) times, \(bytes.count) bytes") {
        _ = try plan(bytes, path)
      }
      try tell("judge it, columns, \(count) findings") { _ = docket.assess(larger) }
    }
  }

  private func provisions(_ rulebook: Rulebook) -> Int {
    rulebook.packs.reduce(0) { $0 + $1.provisions.count }
  }

  /// Many plans, each another, as JSON texts, in batches: reading them all, then judging them all.
  func many(_ originals: [(path: String, bytes: [UInt8])], _ wanted: Int) throws {
    let nodes = try originals.map {
      try Node(reading: $0.bytes, named: $0.path, vocabulary: rulebook.vocabulary)
    }
    let docket = Docket(rulebook, asOf: day)
    var variations = PlanVariations(seed: 2026)
    var (done, refused, bytes, findings) = (0, 0, 0, 0)
    var (reading, judging) = (0, 0)
    while done < wanted {
      let texts = (0..<min(100, wanted - done)).map { place in
        Array(variations.variation(of: nodes[(done + place) % nodes.count]).json.utf8)
      }
      var start = clock()
      let plans = texts.compactMap { try? plan($0, "plan.json") }
      reading += clock() - start
      refused += texts.count - plans.count
      bytes += texts.reduce(0) { $0 + $1.count }
      start = clock()
      for plan in plans { findings += docket.assess(plan).findings.count }
      judging += clock() - start
      done += texts.count
    }
    let judged = max(done - refused, 1)
    Output.say(
      "\(done) plans of \(bytes / done) bytes, \(refused) of them break a rule of plans; "
        + "\(findings / judged) findings each")
    Output.say("\(microseconds(Double(reading) / Double(done))) µs  read a plan")
    Output.say("\(microseconds(Double(judging) / Double(judged))) µs  judge it, columns")
    let rate = Double(judged) * Double(CLOCKS_PER_SEC) / Double(max(reading + judging, 1))
    Output.say("\(Int(rate)) plans a second, from text to verdicts")
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
    Output.say("\(microseconds(rounds[4])) µs  \(what)")
  }

  private func microseconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
