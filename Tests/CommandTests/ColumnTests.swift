import Diagnostics
import FEEL
import Foundation
import Plans
import Rules
import Testing

@testable import Engine
@testable import pratique

/// Every condition of every pack over the example plans: columns say what the reference says.
@Suite struct ColumnTests {
  @Test(arguments: ["consumer-app", "hiring-saas", "payments-india"])
  func `columns and the reference agree on the packs`(_ example: String) throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: "examples/\(example)/plan.yaml")))
    let plan = try Plan(
      reading: bytes, named: "plan.yaml", vocabulary: rulebook.vocabulary, geography: rulebook.geography)
    let day = try #require(CalendarDate("2026-11-21"))
    let world = World(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, on: day)
    var count = (conditions: 0, withFallback: 0, pairs: 0)
    for pack in rulebook.packs {
      let differences = compare(rulebook, pack, world.plan, day, &count)
      #expect(differences.isEmpty, "\(pack.pack.id): \(differences.prefix(3))")
    }
    #expect(count.pairs > 500)
    // What has no form over columns is the exception.
    #expect(count.withFallback * 10 < count.conditions)
  }

  @Test func `a docket gives the assessments of its rulebook, plan after plan`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let day = try #require(CalendarDate("2026-11-21"))
    let docket = Docket(rulebook, asOf: day)
    for example in ["hiring-saas", "consumer-app", "payments-india", "hiring-saas"] {
      let plan = try plan(node(example))
      try compare(docket.assess(plan), rulebook.assess(plan, asOf: day), example)
    }
  }

  @Test(arguments: [("2026-11-21", 1), ("2025-02-01", 2), ("2027-09-01", 3)])
  func `a docket gives the assessments of its rulebook on plans with facts turned or left out`(
    _ asOf: String, _ seed: UInt64
  ) throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let day = try #require(CalendarDate(asOf))
    let docket = Docket(rulebook, asOf: day)
    let nodes = try ["hiring-saas", "consumer-app", "payments-india"].map { try node($0) }
    var variations = PlanVariations(seed: seed)
    var judged = 0
    for place in 0..<12 {
      let node = variations.variation(of: nodes[place % nodes.count])
      guard let plan = try? plan(node) else { continue }
      judged += 1
      try compare(docket.assess(plan), rulebook.assess(plan, asOf: day), "variation \(place) of \(seed)")
    }
    #expect(judged > 6)
  }

  @Test func `a docket gives the assessments of its rulebook on more than 64 subjects`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let day = try #require(CalendarDate("2026-11-21"))
    let docket = Docket(rulebook, asOf: day)
    var variations = PlanVariations(seed: 64)
    let plan = try plan(variations.variation(of: node("consumer-app").repeating("activities", 40)))
    #expect(plan.rows.contains { $0.count > 64 })
    try compare(docket.assess(plan), rulebook.assess(plan, asOf: day), "many activities")
  }

  private func node(_ example: String) throws -> Node {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: "examples/\(example)/plan.yaml")))
    let vocabulary = try KnowledgeTests.rulebook.get().vocabulary
    return try Node(reading: bytes, named: "plan.yaml", vocabulary: vocabulary)
  }

  /// As read from its text in JSON.
  private func plan(_ node: Node) throws -> Plan {
    let rulebook = try KnowledgeTests.rulebook.get()
    return try Plan(
      reading: Array(node.json.utf8), named: "plan.json", vocabulary: rulebook.vocabulary,
      geography: rulebook.geography)
  }

  private func compare(_ fast: Assessment, _ plain: Assessment, _ name: String) throws {
    #expect(fast.findings.count == plain.findings.count && !fast.findings.isEmpty, "\(name)")
    for (a, b) in zip(fast.findings, plain.findings) {
      let isSame =
        a.id == b.id && a.outcomes == b.outcomes && a.verdict == b.verdict && a.controls == b.controls
        && a.otherReadings.map(\.verdict) == b.otherReadings.map(\.verdict)
      if !isSame { Issue.record("\(name): \(a.id) \(a.verdict), reference \(b.id) \(b.verdict)") }
      if !isSame { return }
    }
    #expect(fast.questions.map(\.fact) == plain.questions.map(\.fact), "\(name)")
    #expect(fast.later.map(\.provision) == plain.later.map(\.provision), "\(name)")
  }

  private func compare(
    _ rulebook: Rulebook, _ pack: CompiledPack, _ plan: Plan, _ day: CalendarDate,
    _ count: inout (conditions: Int, withFallback: Int, pairs: Int)
  ) -> [String] {
    let conditions = pack.conditions.map { Program.Condition($0.expression, kind: $0.kind) }
    let world = Program.World(pack, of: rulebook, on: day)
    var lexicon = Lexicon()
    let program = Program(conditions, in: world, &lexicon)
    let table = FactTable(world.environment, lexicon)
    table.fill(from: plan)
    var hearing = Hearing(Scene(rulebook, plan, on: day), pack)
    hearing.isNoting = false
    var machine = Machine(program)
    machine.run(on: table, host: &hearing)
    count.conditions += program.conditionCount
    count.withFallback += program.statistics.conditionsWithFallback
    var reference = Hearing(Scene(rulebook, plan, on: day), pack)
    var differences: [String] = []
    for (number, condition) in conditions.enumerated() {
      guard let kind = condition.kind else { continue }
      for row in plan.rows[kind].indices {
        let subject = Entity(kind: kind, row: row)
        reference.turn(to: subject)
        var frame = reference.slotValues()
        frame[0] = .entity(subject)
        let expected = Program.Answer(condition.expression.outcome(frame, &reference))
        let answer = machine.answer(number, row: row)
        count.pairs += 1
        if answer != expected {
          let text = String(decoding: condition.expression.source.bytes, as: UTF8.self)
          differences.append("row \(row): \(text): \(answer), reference \(expected)")
        }
      }
    }
    return differences
  }
}
