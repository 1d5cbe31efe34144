package import Diagnostics
import FEEL
import Facts
import Plans
package import Rules

/// A provision that would be judged otherwise if the business were a fifth larger or smaller.
package struct Nearness: Sendable {
  /// A number of the plan that a threshold is compared with.
  package struct Figure: Sendable {
    /// In plan notation.
    package var fact: String
    package var value: Int
    /// A whole number between the value and a quarter more (a sixth less) from which on the verdict is another, by this number
    /// alone: the only one, unless there are several thresholds on the way. nil: only several numbers together change it.
    package var border: Int?
    package var location: Location?
  }

  package var pack: String
  package var provision: String
  package var title: String
  package var citations: [Citation]
  package var subject: Subject
  package var now: Verdict
  package var then: Verdict
  /// By growth; otherwise by shrinking.
  package var isAbove: Bool
  package var figures: [Figure]
}

extension Rulebook {
  /// What a fifth more or less of all growing numbers of the plan would change, in the order of packs and provisions; law
  /// that starts later is left out.
  func nearness(_ world: Plan, chosen: [Int], on day: CalendarDate) -> [Nearness] {
    let grown = growing(world)
    guard !grown.isEmpty else { return [] }
    let scene = Scene(self, world, on: day)
    return chosen.flatMap { place -> [Nearness] in
      let pack = packs[place]
      guard !pack.growing.isEmpty else { return [] }
      var trial = ThresholdTrial(scene, pack, grown)
      return [true, false].flatMap { trial.changes(isAbove: $0) }
    }
  }

  /// Numbers of the plan that grow with the business, where they are stated.
  private func growing(_ world: Plan) -> [Cell: Int] {
    var result: [Cell: Int] = [:]
    for (kind, declared) in vocabulary.kinds.enumerated() {
      for (fact, each) in declared.facts.enumerated() where each.grows && each.type == .number {
        for row in world.rows[kind].indices {
          let cell = Cell(kind: kind, row: row, fact: fact)
          if case .number(let number) = world.value(cell), let whole = number.int, whole > 0 {
            result[cell] = whole
          }
        }
      }
    }
    return result
  }
}

/// Judges provisions of one pack again with other numbers.
private struct ThresholdTrial {
  let scene: Scene
  let pack: CompiledPack
  let grown: [Cell: Int]
  private var base: Judge<Testimony>

  init(_ scene: Scene, _ pack: CompiledPack, _ grown: [Cell: Int]) {
    self.scene = scene
    self.pack = pack
    self.grown = grown
    base = Judge(Hearing(scene, pack), detail: .none)
  }

  mutating func changes(isAbove: Bool) -> [Nearness] {
    let scaled = grown.compactMapValues { ThresholdTrial.scaled($0, isAbove) }
    var other = judge(scaled)
    var result: [Nearness] = []
    for place in pack.growing {
      let provision = pack.provisions[place]
      guard provision.rule.period.contains(scene.day) else { continue }
      for row in scene.world.rows[provision.kind].indices {
        let subject = Entity(kind: provision.kind, row: row)
        let now = verdict(provision, subject, &base)
        guard now != .error, isJudged(subject) else { continue }
        let then = verdict(provision, subject, &other)
        // That it would be known, or not be known, is no threshold.
        let isTold = now == .notApplicable || then == .notApplicable
        let isOpen = now == .undetermined || then == .undetermined
        guard then != now, then != .error, isTold || !isOpen else { continue }
        let figures = figures(provision, subject, now, scaled)
        guard !figures.isEmpty else { continue }
        result.append(
          Nearness(
            pack: pack.pack.id, provision: provision.rule.id, title: provision.rule.provision.title,
            citations: provision.rule.provision.citations,
            subject: Subject(subject, in: scene.world, scene.rulebook.vocabulary), now: now, then: then,
            isAbove: isAbove, figures: figures))
      }
    }
    return result
  }

  private func isJudged(_ subject: Entity) -> Bool {
    let id = scene.world.rows[subject.kind][subject.row].id
    let kind = scene.rulebook.vocabulary.kinds[subject.kind]
    if kind.isSingleton { return true }
    if id == World.placeholder { return false }
    return kind.name != "market" || pack.covers(id, scene.rulebook.geography, scene.day)
  }

  private func judge(_ numbers: [Cell: Int]) -> Judge<Testimony> {
    Judge(Hearing(scene, pack, supposing: numbers.mapValues { .number(Decimal($0)) }), detail: .none)
  }

  private func verdict(
    _ provision: CompiledProvision, _ subject: Entity, _ judge: inout Judge<Testimony>
  ) -> Verdict {
    judge.witness.turn(to: subject)
    let outcomes = judge.outlook(of: provision, for: 1)[0]
    return Verdict(outcomes, provision.rule.modality, isUpcoming: false)
  }

  /// The numbers that change the verdict alone; if none does, all that the verdict rests on.
  private func figures(
    _ provision: CompiledProvision, _ subject: Entity, _ now: Verdict, _ scaled: [Cell: Int]
  ) -> [Nearness.Figure] {
    var asked = Judge(
      Hearing(scene, pack, supposing: scaled.mapValues { .number(Decimal($0)) }),
      detail: Testimony.Detail.reasons)
    let facts = asked.judgement(of: provision, for: subject).reasons.flatMap(\.answer.facts)
    var cells: [Cell] = []
    for cell in facts where grown[cell] != nil && !cells.contains(cell) { cells.append(cell) }
    let alone = cells.compactMap { cell -> Nearness.Figure? in
      guard let value = grown[cell], let far = scaled[cell] else { return nil }
      let changes = { (number: Int) in
        var judge = judge([cell: number])
        return verdict(provision, subject, &judge) != now
      }
      return changes(far) ? figure(cell, value, border: border(from: value, to: far, changes)) : nil
    }
    return alone.isEmpty
      ? cells.compactMap { cell in grown[cell].map { figure(cell, $0, border: nil) } } : alone
  }

  private func figure(_ cell: Cell, _ value: Int, border: Int?) -> Nearness.Figure {
    Nearness.Figure(
      fact: scene.rulebook.name(of: cell, in: scene.world), value: value, border: border,
      location: scene.world.rows[cell.kind][cell.row].statements[cell.fact]?.location)
  }

  /// Halves the way from a number where nothing changes to one where it does, down to neighbours.
  private func border(from value: Int, to far: Int, _ changes: (Int) -> Bool) -> Int {
    var (same, other) = (value, far)
    while abs(other - same) > 1 {
      let middle = same + (other - same) / 2
      if changes(middle) { other = middle } else { same = middle }
    }
    return other
  }

  /// A threshold of 100 is near from 80 on, and up to 120; nil: the number is too large.
  private static func scaled(_ number: Int, _ isAbove: Bool) -> Int? {
    let (five, isOverflow) = number.multipliedReportingOverflow(by: 5)
    guard !isOverflow else { return nil }
    return isAbove ? (five - 1) / 4 + 1 : five / 6
  }
}
