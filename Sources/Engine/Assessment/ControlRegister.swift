package import FEEL
import Facts
package import Plans
package import Rules

/// How a control stands for one subject.
struct ControlJudgement {
  var assurance: ControlState.Assurance
  /// The fact that would settle it.
  var unknown: Unknown?
  var facts: [Cell] = []

  var isInPlace: Ternary {
    switch assurance {
    case .asserted, .evidenced, .stale: .yes
    case .missing, .planned, .partial: .no
    case .unknown: .unknown
    }
  }
}

/// What a plan says of controls, for any subject on one day. A class, so that all hearings of a day share it.
final class ControlRegister: Sendable {
  let rulebook: Rulebook
  let world: Plan
  let day: CalendarDate
  private let kind: Int?
  private let columns: ControlColumns?
  private let evidenceReader: EvidenceReader?
  /// Rows of the plan's controls by their place in the catalogue; none for most.
  private let rows: [Int: [Int]]

  init(rulebook: Rulebook, world: Plan, day: CalendarDate) {
    self.rulebook = rulebook
    self.world = world
    self.day = day
    kind = rulebook.vocabulary.kinds.firstIndex { $0.name == "control" }
    columns = kind.map { ControlColumns(rulebook.vocabulary.kinds[$0]) }
    evidenceReader = EvidenceReader(rulebook.vocabulary, world, on: day)
    var rows: [Int: [Int]] = [:]
    if let kind {
      for (row, content) in world.rows[kind].enumerated() {
        if let place = rulebook.catalogue.place(of: content.id) { rows[place, default: []].append(row) }
      }
    }
    self.rows = rows
  }

  /// The best state among the plan's statements of this control that cover the subject.
  func judge(control id: String, for subject: Entity) -> ControlJudgement {
    judge(rulebook.catalogue.place(of: id), for: subject)
  }

  /// The same by the place in the catalogue; all that counts for the outcome.
  func isInPlace(_ place: Int?, for subject: Entity) -> Ternary {
    isInPlaceForAll(place) ?? judge(place, for: subject).isInPlace
  }

  /// Whether it is in place, where that is the same for every subject: the plan does not mention it.
  func isInPlaceForAll(_ place: Int?) -> Ternary? {
    guard let kind, let place else { return .no }
    if rows[place] != nil { return nil }
    return world.collections[kind].extent == .closed ? .no : .unknown
  }

  private func judge(_ place: Int?, for subject: Entity) -> ControlJudgement {
    guard let kind, let columns, let place else { return ControlJudgement(assurance: .missing) }
    var best: ControlJudgement?
    if let stated = rows[place] {
      let names = namesCovering(subject)
      for row in stated {
        guard covers(kind, row, columns, names, subject) else { continue }
        let judgement = state(
          kind, row, columns, freshDays: rulebook.catalogue.controls[place].freshDays)
        if best.map({ judgement.rank > $0.rank }) ?? true { best = judgement }
      }
    }
    if let best { return best }
    // Row -1 of the kind with the control's place in the catalogue: "whether this control is there is not stated".
    let itself = Cell(kind: kind, row: -1, fact: place)
    if world.collections[kind].extent == .closed {
      return ControlJudgement(assurance: .missing, facts: [itself])
    }
    return ControlJudgement(assurance: .unknown, unknown: Unknown(itself), facts: [itself])
  }

  private func state(_ kind: Int, _ row: Int, _ columns: ControlColumns, freshDays: Int?) -> ControlJudgement
  {
    let cell = Cell(kind: kind, row: row, fact: columns.status)
    let value = world.value(cell)
    guard case .string(let status) = value else {
      return ControlJudgement(assurance: .unknown, unknown: Unknown(cell), facts: [cell])
    }
    switch status {
    case "planned": return ControlJudgement(assurance: .planned, facts: [cell])
    case "partial": return ControlJudgement(assurance: .partial, facts: [cell])
    case "inPlace": break
    default: return ControlJudgement(assurance: .missing, facts: [cell])
    }
    if case .date(let since) = world.value(Cell(kind: kind, row: row, fact: columns.since)), since > day {
      return ControlJudgement(assurance: .planned, facts: [cell])
    }
    return ControlJudgement(assurance: evidence(kind, row, columns, freshDays), facts: [cell])
  }

  /// asserted without evidence that could be checked; stale if every such piece is too old or no longer valid.
  private func evidence(_ kind: Int, _ row: Int, _ columns: ControlColumns, _ freshDays: Int?)
    -> ControlState.Assurance
  {
    var result = ControlState.Assurance.asserted
    for item in items(kind, row, columns, freshDays) {
      switch item.state {
      case .counts: return .evidenced
      case .stale: result = .stale
      case .incomplete, .notYet: break
      }
    }
    return result
  }

  private func items(_ kind: Int, _ row: Int, _ columns: ControlColumns, _ freshDays: Int?) -> [EvidenceItem]
  {
    evidenceReader?.items(
      world.value(Cell(kind: kind, row: row, fact: columns.evidence)), freshDays: freshDays) ?? []
  }

  /// The statements that name evidence, in the order of the plan.
  func evidence() -> [ControlEvidence] {
    guard let kind, let columns else { return [] }
    return world.rows[kind].indices.compactMap { row in
      let content = world.rows[kind][row]
      guard let place = rulebook.catalogue.place(of: content.id) else { return nil }
      let freshDays = rulebook.catalogue.controls[place].freshDays
      let items = items(kind, row, columns, freshDays)
      guard !items.isEmpty else { return nil }
      var since: CalendarDate?
      if case .date(let date) = world.value(Cell(kind: kind, row: row, fact: columns.since)) { since = date }
      return ControlEvidence(
        control: content.id, covers: names(kind, row, columns),
        assurance: state(kind, row, columns, freshDays: freshDays).assurance, items: items,
        uncovered: ControlEvidence.uncovered(items, since: since, until: day, freshDays: freshDays),
        location: content.location)
    }
  }

  /// What the plan limits a statement to; nil: nothing.
  private func names(_ kind: Int, _ row: Int, _ columns: ControlColumns) -> [String]? {
    guard case .list(let covered) = world.value(Cell(kind: kind, row: row, fact: columns.covers)) else {
      return nil
    }
    return covered.items.compactMap { if case .string(let id) = $0 { id } else { nil } }
  }

  /// Ids by which a plan can say that a control covers this subject.
  private func namesCovering(_ subject: Entity) -> [String] {
    let kind = rulebook.vocabulary.kinds[subject.kind]
    var names = [world.rows[subject.kind][subject.row].id]
    // What a lane or an incident belongs to: their references.
    guard kind.isDerived || kind.name == "incident" else { return names }
    for (index, fact) in kind.facts.enumerated() {
      switch (fact.type, world.value(Cell(kind: subject.kind, row: subject.row, fact: index))) {
      case (.reference, .entity(let entity)): names.append(world.rows[entity.kind][entity.row].id)
      case (.enumeration, .string(let value)): names.append(value)
      default: break
      }
    }
    return names
  }

  private func covers(
    _ kind: Int, _ row: Int, _ columns: ControlColumns, _ names: [String], _ subject: Entity
  ) -> Bool {
    guard let ids = self.names(kind, row, columns) else { return true }
    if rulebook.vocabulary.kinds[subject.kind].isSingleton {
      // The organization is covered unless the control is for single activities, systems, stores or recipients, or for nothing.
      return !ids.isEmpty && ids.allSatisfy { id in rulebook.geography.countries.contains { $0.code == id } }
    }
    return ids.contains(where: names.contains)
  }
}

extension Rulebook {
  /// How each control stands for the organization as a whole.
  package func assurances(in plan: Plan, asOf: CalendarDate) -> (String) -> ControlState.Assurance {
    let organization = Entity(kind: vocabulary.kinds.firstIndex(where: \.isSingleton) ?? 0, row: 0)
    let register = ControlRegister(rulebook: self, world: plan, day: asOf)
    return { register.judge(control: $0, for: organization).assurance }
  }
}

extension ControlJudgement {
  /// The best of several statements counts; an unknown one goes before a state known to be insufficient.
  fileprivate var rank: Int {
    switch assurance {
    case .evidenced: 6
    case .asserted: 5
    case .stale: 4
    case .unknown: 3
    case .planned: 2
    case .partial: 1
    case .missing: 0
    }
  }
}

/// Where the facts of a control statement are.
private struct ControlColumns {
  let status: Int
  let covers: Int
  let since: Int
  let evidence: Int

  init(_ kind: Vocabulary.Kind) {
    func index(_ name: String) -> Int {
      guard let index = kind.facts.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("the vocabulary's kind `control` has no fact `\(name)`")
      }
      return index
    }
    status = index("status")
    covers = index("covers")
    since = index("since")
    evidence = index("evidence")
  }
}
