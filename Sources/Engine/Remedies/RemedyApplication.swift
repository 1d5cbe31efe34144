import Diagnostics
package import FEEL
import Facts
package import Plans
package import Rules

extension Plan {
  /// The plan after these remedies: their controls in place for their subjects, with evidence of the day, and their facts set.
  /// Where two of them set one fact, the later one counts.
  package func applying(
    _ remedies: [(remedy: Remedy, subject: Subject)], rulebook: Rulebook, asOf: CalendarDate
  ) -> Plan {
    var application = RemedyApplication(to: self, rulebook, on: asOf)
    for (remedy, subject) in remedies { application.apply(remedy, for: subject) }
    return application.plan
  }
}

/// Carries out remedies on a plan.
struct RemedyApplication {
  var plan: Plan
  /// What the remedies really changed: facts that were otherwise before, controls that were not in place.
  var changes = 0
  let rulebook: Rulebook
  private let day: CalendarDate
  /// With the lanes of data, which are subjects that no plan states.
  let world: Plan
  private let controls: ControlRegister
  /// Rows of records by the cell in which they are written, by kind: made when it is first needed.
  var records: [Int: [Cell: Int]] = [:]

  var vocabulary: Vocabulary { rulebook.vocabulary }

  init(to plan: Plan, _ rulebook: Rulebook, on day: CalendarDate, world: Plan? = nil) {
    self.plan = plan
    self.rulebook = rulebook
    self.day = day
    let world =
      world
      ?? World(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, on: day).plan
    self.world = world
    controls = ControlRegister(rulebook: rulebook, world: world, day: day)
  }

  mutating func apply(_ remedy: Remedy, for subject: Subject) {
    guard let entity = entity(of: subject) else { return }
    for control in remedy.controls { putInPlace(control, for: entity) }
    for edit in remedy.edits { make(edit, for: entity) }
  }

  private func entity(of subject: Subject) -> Entity? {
    guard let kind = vocabulary.kind(named: subject.kind) else { return nil }
    if vocabulary.kinds[kind].isSingleton { return Entity(kind: kind, row: 0) }
    return world.rows[kind].firstIndex { $0.id == subject.id }.map { Entity(kind: kind, row: $0) }
  }

  private mutating func putInPlace(_ id: String, for subject: Entity) {
    guard let kind = vocabulary.kind(named: "control"), rulebook.catalogue[id] != nil else { return }
    if controls.judge(control: id, for: subject).isInPlace != .yes { changes += 1 }
    let declared = vocabulary.kinds[kind]
    let location = plan.collections[kind].location ?? plan.rows[subject.kind].first?.location
    let row = plan.rows[kind].count
    var statements = [Plan.Statement?](repeating: nil, count: declared.facts.count)
    func state(_ name: String, _ value: Value) {
      guard let fact = declared.fact(named: name) else { return }
      statements[fact] = Plan.Statement(value: value, location: location ?? .init(file: plan.file, line: 1))
    }
    state("id", .string(id))
    state("status", .string("inPlace"))
    // A control of the organization covers everything; any other this subject alone.
    if !vocabulary.kinds[subject.kind].isSingleton {
      state("covers", .list(List([.string(world.rows[subject.kind][subject.row].id)])))
    }
    if let fact = declared.fact(named: "evidence"), let item = declared.facts[fact].type.entityKind {
      let evidence = collected(in: Cell(kind: kind, row: row, fact: fact), item, location)
      state("evidence", .list(List([.entity(evidence)])))
    }
    plan.rows[kind].append(
      Plan.Row(id: id, statements: statements, location: location ?? .init(file: plan.file, line: 1)))
    if plan.collections[kind].extent == .unstated { plan.collections[kind].extent = .open }
  }

  /// A piece of evidence of the day: the least that counts as one.
  private mutating func collected(in cell: Cell, _ kind: Int, _ location: Location?) -> Entity {
    let location = location ?? Location(file: plan.file, line: 1)
    var statements = [Plan.Statement?](repeating: nil, count: vocabulary.kinds[kind].facts.count)
    let facts: [(String, Value)] = [
      ("statement", .string("It is in place.")), ("role", .string("owner of the control")),
      ("collected", .date(day)),
    ]
    for (name, value) in facts {
      guard let fact = vocabulary.kinds[kind].fact(named: name) else { continue }
      statements[fact] = Plan.Statement(value: value, location: location)
    }
    plan.rows[kind].append(Plan.Row(id: "", parent: cell, statements: statements, location: location))
    return Entity(kind: kind, row: plan.rows[kind].count - 1)
  }
}
