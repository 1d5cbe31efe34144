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
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let day = try #require(CalendarDate("2026-11-21"))
    let docket = Docket(rulebook, asOf: day)
    for example in ["hiring-saas", "consumer-app", "payments-india", "hiring-saas"] {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: "examples/\(example)/plan.yaml")))
      let plan = try Plan(
        reading: bytes, named: "plan.yaml", vocabulary: rulebook.vocabulary, geography: rulebook.geography)
      let (fast, plain) = (docket.assess(plan), rulebook.assess(plan, asOf: day))
      #expect(fast.findings.count == plain.findings.count && !fast.findings.isEmpty)
      for (a, b) in zip(fast.findings, plain.findings) {
        #expect(a.id == b.id && a.outcomes == b.outcomes && a.verdict == b.verdict, "\(example): \(b.id)")
        #expect(a.controls == b.controls && a.otherReadings.map(\.verdict) == b.otherReadings.map(\.verdict))
      }
      #expect(fast.questions.map(\.fact) == plain.questions.map(\.fact))
    }
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
