import FEEL
import Facts
import Plans
import Rules

/// Judges plans with a watched pack, and says which facts of a plan could be otherwise.
struct Bench: Sendable {
  let docked: Docked
  let watch: Watch
  let watched: Rulebook
  let reach: Reach
  let dependence: Dependence
  var vocabulary: Vocabulary { docked.rulebook.vocabulary }

  init(_ docked: Docked) {
    self.docked = docked
    let sites = docked.pack.sites(docked.rulebook.vocabulary)
    watch = Watch(docked.pack, docked.rulebook.vocabulary)
    watched = watch.rulebook(docked.rulebook)
    reach = Reach(docked.pack, sites)
    dependence = Dependence(docked.pack, sites)
  }

  func verdicts(_ exhibit: Exhibit, _ places: [Int]) -> ([Corpus.Outcome], [Observer.Answers]) {
    watch.observer.forget()
    let outcomes = outcomes(exhibit, places, watched)
    return (outcomes, watch.observer.answers)
  }

  func outcomes(_ exhibit: Exhibit, _ places: [Int], _ rulebook: Rulebook) -> [Corpus.Outcome] {
    exhibit.findings(rulebook, of: places).map {
      Corpus.Outcome(subject: $0.subject.id, verdict: $0.verdict, isToCome: $0.isVersionToCome)
    }
  }

  /// Facts that the provision asks of the plan, in the order in which it asks; only those that a plan can state.
  func asked(_ exhibit: Exhibit, _ place: Int) -> [Cell] {
    let provision = docked.pack.provisions[place]
    let scene = Scene(docked.rulebook, exhibit.world.plan, on: exhibit.day)
    var judge = Judge(Hearing(scene, docked.pack), detail: .reasons)
    var cells: [Cell] = []
    var seen: Set<Cell> = []
    for row in exhibit.world.plan.rows[provision.kind].indices.prefix(4) {
      let judgement = judge.judgement(of: provision, for: Entity(kind: provision.kind, row: row))
      for cell in judgement.reasons.flatMap(\.answer.facts) where seen.insert(cell).inserted {
        cells.append(cell)
      }
    }
    if vocabulary.kinds[provision.kind].isDerived { cells += placeFacts(exhibit.plan, &seen) }
    return cells
  }

  /// What lanes of data are made of: where data come from, lie and go.
  private func placeFacts(_ plan: Plan, _ seen: inout Set<Cell>) -> [Cell] {
    let names: [(String, [String])] = [
      ("activity", ["collectedIn", "stores", "recipients", "processedIn", "remoteAccessFrom"]),
      ("store", ["statedCountry", "operator"]), ("recipient", ["country", "processesIn"]),
    ]
    var cells: [Cell] = []
    for (name, facts) in names {
      guard let kind = vocabulary.kind(named: name) else { continue }
      for row in plan.rows[kind].indices.prefix(3) {
        for fact in facts.compactMap({ vocabulary.kinds[kind].fact(named: $0) }) {
          let cell = Cell(kind: kind, row: row, fact: fact)
          if seen.insert(cell).inserted { cells.append(cell) }
        }
      }
    }
    return cells
  }

  /// Plans one edit away.
  func neighbours(of variation: Variation, _ exhibit: Exhibit, _ place: Int, _ alphabet: Alphabet)
    -> [Variation]
  {
    var result: [Variation] = []
    for cell in asked(exhibit, place) {
      result += edits(cell, exhibit.plan, alphabet).map { variation.with($0) }
    }
    let period = docked.pack.provisions[place].rule.period
    var days = alphabet.nearDays
    if let from = period.from { days += [from, from.adding(days: -1)].compactMap(\.self) }
    if let until = period.until { days += [until, until.adding(days: 1)].compactMap(\.self) }
    return result + days.filter { $0 != exhibit.day }.map { variation.with(.day($0)) }
  }

  func edits(_ cell: Cell, _ plan: Plan, _ alphabet: Alphabet) -> [Variation.Edit] {
    let kind = vocabulary.kinds[cell.kind]
    if kind.repeats {
      let id =
        cell.row < 0
        ? docked.rulebook.catalogue.controls[cell.fact].id
        : plan.rows[cell.kind].indices.contains(cell.row) ? plan.rows[cell.kind][cell.row].id : nil
      guard let id else { return [] }
      return ["inPlace", "absent", nil].map { .control(id, $0) }
    }
    guard cell.row >= 0, cell.fact >= 0, !kind.isDerived, plan.rows[cell.kind].indices.contains(cell.row),
      kind.facts[cell.fact].derivation == nil, kind.facts[cell.fact].name != kind.key
    else { return [] }
    let now = plan.rows[cell.kind][cell.row].statements[cell.fact]?.value
    return alphabet.values(
      of: kind.facts[cell.fact].type, now: now, plan, vocabulary, docked.rulebook.geography
    ).filter { $0 != now }.map { .fact(cell, $0) }
  }
}
