package import FEEL
import Facts
package import Plans
package import Rules

/// A rulebook made ready to judge many plans under the law of one day: what conditions share is worked out once, and the
/// memory is kept from plan to plan. Its assessments are those of the rulebook, made faster. A class, because it is its
/// memory that is worth keeping; it is for one thread.
package final class Docket {
  private let rulebook: Rulebook
  private let day: CalendarDate
  private let table: FactTable
  /// By pack of the rulebook.
  private let benches: [Bench]
  let used: [Assessment.PackUsed]

  /// One pack with the machine that answers its conditions.
  private final class Bench {
    var machine: Machine
    init(_ machine: consuming Machine) { self.machine = machine }
  }

  package init(_ rulebook: Rulebook, asOf day: CalendarDate) {
    let rulebook = rulebook.enacted(on: day)
    self.rulebook = rulebook
    self.day = day
    var lexicon = Lexicon()
    let programs = rulebook.packs.map { pack in
      Program(
        pack.conditions.map { Program.Condition($0.expression, kind: $0.kind) },
        in: Program.World(pack, of: rulebook, on: day), &lexicon)
    }
    table = FactTable(rulebook.vocabulary.environment, lexicon)
    used = rulebook.packs.map(\.used)
    benches = programs.map { Bench(Machine($0)) }
  }

  /// Holds the plan against every pack.
  package func assess(_ plan: Plan, options: Rulebook.Options = Rulebook.Options()) -> Assessment {
    rulebook.assess(plan, asOf: day, options: options, on: self)
  }

  /// Takes in the facts of a plan, with the rows that the engine added to it.
  func open(_ world: Plan) { table.fill(from: world) }

  /// Answers the conditions of one pack for the plan at hand and lets a court judge from the answers, which hold only
  /// meanwhile.
  func hear(pack place: Int, _ plain: PlainCourt, _ body: (ColumnCourt) -> Void) {
    let bench = benches[place]
    var hearing = Hearing(plain.scenes.scene(on: day), plain.pack)
    hearing.isNoting = false
    bench.machine.run(on: table, host: &hearing)
    bench.machine.withAnswers { answers in
      body(ColumnCourt(Columns(answers, hearing.controls), day, otherwise: plain))
    }
  }
}
