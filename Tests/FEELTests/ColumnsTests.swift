import Diagnostics
import FEEL
import Testing

/// The evaluator over columns gives what the reference gives, for every condition and every row.
struct ColumnsTests {
  @Test(arguments: 0..<40)
  func `random conditions over random tables`(_ seed: Int) throws {
    var writer = ConditionWriter(random: Random(seed: UInt64(seed)))
    let conditions = (0..<60).map { _ in writer.condition() }
    try compare(conditions, seeds: 4, seed)
  }

  @Test func `every form that has columns, without the reference`() throws {
    let texts = [
      "thing.b1 and not(thing.b2) or thing.n1 > 3", "thing.s = \"red\"", "thing.s in [\"red\", \"blue\"]",
      "thing.n1 between 1 and 5", "thing.n1 in [1..5)", "thing.n1 in (1, 2, > 7)", "thing.d <= asOf",
      "thing.d > date(\"2024-02-29\")", "thing.n1 != null", "list contains(thing.tags, \"red\")",
      "thing.n1 < thing.n2", "thing.d = plan.d", "thing.friend.b1", "thing.friend.friend.n1 = 2",
      "some p in thing.parts satisfies p.b and p.n > 1", "every p in parts satisfies p.s = thing.s",
      "some p in parts satisfies p.owner = thing and p.b",
      "some p in parts satisfies list contains(thing.tags, p.s)",
      "some p in thing.parts satisfies p.d <= thing.d", "some t in thing.tags satisfies t = \"red\"",
      "some t in thing.tags satisfies t = thing.s", "thing.s in thing.tags",
      "every o in things satisfies some p in o.parts satisfies p.n > 2",
      "some o in things, p in parts satisfies p.owner = o", "count(things[b1]) > 1",
      "count(thing.parts[n > 1]) <= 1", "count(thing.parts) = 2", "some o in things[b1] satisfies o.n1 = 1",
      "list contains(thing.parts.s, \"red\")", "hasKind(thing.tags, \"warm\")", "isKind(thing.s, \"warm\")",
      "hasKind(thing.parts.s, \"warm\")", "stated(thing.n1)", "if thing.b1 then thing.b2 else thing.n1 = 1",
      "thing.derivedFlag", "thing.friend.derivedFlag", "(thing.b1 and thing.b2) = true", "thing.b1 = false",
      "some w in [\"red\", \"blue\"] satisfies list contains(thing.tags, w)", "plan.main.b1",
      "some n in thing.nums satisfies n > 2", "list contains(thing.nums, 2)", "ready and thing.b1",
      "some p in thing.friend.parts satisfies p.b", "thing.n1 > limit",
      "some e in table satisfies e.colour = thing.s and (e.scope = \"all\" or thing.b1)",
      "list contains([\"red\"], thing.s)",
    ]
    let fallbacks = try compare(texts, seeds: 40, 1_000)
    #expect(fallbacks == 0)
  }

  @Test func `more than 64 rows`() throws {
    var writer = ConditionWriter(random: Random(seed: 99))
    let conditions = (0..<150).map { _ in writer.condition() }
    try compare(conditions, seeds: 1, 7, rows: 60...140)
  }

  /// Returns how many parts of the conditions were left to the reference.
  @discardableResult
  private func compare(_ texts: [String], seeds: Int, _ seed: Int, rows: ClosedRange<Int> = 0...6) throws
    -> Int
  {
    var conditions: [(text: String, checked: CheckedExpression)] = []
    for text in texts {
      do throws(Mistakes) {
        conditions.append(
          (
            text,
            try CheckedExpression(Source(name: "c", text: text), in: Things.environment, expecting: .boolean)
          ))
      } catch {
        // A built-in function of constants, such as `modulo(1, 0)`, is found out at load.
        if error.all[0].code.rawValue != "feel.argument" { Issue.record("\(text): \(error.all[0].text)") }
      }
    }
    var lexicon = Lexicon()
    let program = Program(
      conditions.map { Program.Condition($0.checked, kind: 1) }, in: Things.world, &lexicon)
    let table = FactTable(Things.environment, lexicon)
    var machine = Machine(program)
    for round in 0..<seeds {
      var random = Random(seed: UInt64(seed * 1_000 + round))
      Things.fill(table, rows, &random)
      var host = ThingsHost(table: table)
      machine.run(on: table, host: &host)
      // The reference is to find out everything by itself.
      host = ThingsHost(table: table)
      for (index, condition) in conditions.enumerated() {
        for row in 0..<table.rowCount(of: 1) {
          let entity = Entity(kind: 1, row: row)
          host.turn(to: entity)
          var frame = host.slotValues()
          frame[0] = .entity(entity)
          let expected = Program.Answer(condition.checked.outcome(frame, &host))
          let answer = machine.answer(index, row: row)
          guard answer == expected else {
            Issue.record(
              "\(condition.text)\nrow \(row): \(answer), reference \(expected)\n\(host.describe(row))")
            return 0
          }
        }
      }
    }
    return program.statistics.fallbacks
  }
}
