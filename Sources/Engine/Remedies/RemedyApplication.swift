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
  private(set) var plan: Plan
  /// What the remedies really changed: facts that were otherwise before, controls that were not in place.
  private(set) var changes = 0
  private let rulebook: Rulebook
  private let day: CalendarDate
  /// With the lanes of data, which are subjects that no plan states.
  private let world: Plan
  private let controls: ControlRegister
  /// Rows of records by the cell in which they are written, by kind: made when it is first needed.
  private var records: [Int: [Cell: Int]] = [:]

  private var vocabulary: Vocabulary { rulebook.vocabulary }

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

  // MARK: Controls

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

  /// A piece of evidence of the day.
  private mutating func collected(in cell: Cell, _ kind: Int, _ location: Location?) -> Entity {
    let location = location ?? Location(file: plan.file, line: 1)
    var statements = [Plan.Statement?](repeating: nil, count: vocabulary.kinds[kind].facts.count)
    if let fact = vocabulary.kinds[kind].fact(named: "collected") {
      statements[fact] = Plan.Statement(value: .date(day), location: location)
    }
    plan.rows[kind].append(Plan.Row(id: "", parent: cell, statements: statements, location: location))
    return Entity(kind: kind, row: plan.rows[kind].count - 1)
  }

  // MARK: Facts

  private mutating func make(_ edit: Remedy.Edit, for subject: Entity) {
    guard let path = try? FactPath(edit.fact, per: subject.kind, in: vocabulary) else { return }
    var places: [Entity] =
      switch path.root {
      case .subject: [subject]
      case .singleton: [Entity(kind: path.kind, row: 0)]
      case .rows: plan.rows[path.kind].indices.map { Entity(kind: path.kind, row: $0) }
      }
    for step in path.way {
      var seen: Set<Entity> = []
      var next: [Entity] = []
      for place in places {
        for member in members(of: place, step) where seen.insert(member).inserted { next.append(member) }
      }
      places = next
    }
    for place in places where plan.rows[place.kind].indices.contains(place.row) {
      state(Cell(kind: place.kind, row: place.row, fact: path.fact.fact), path.type, edit)
    }
  }

  private mutating func members(of place: Entity, _ step: FactPath.Step) -> [Entity] {
    let cell = Cell(kind: place.kind, row: place.row, fact: step.fact)
    // Lanes, and what stands for subjects that the plan does not state, are in the world alone.
    let isStated = plan.rows[place.kind].indices.contains(place.row)
    switch isStated ? plan.value(cell) : world.value(cell) {
    case .entity(let entity): return [entity]
    case .list(let list):
      return list.items.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
    default: break
    }
    guard isStated, case .record(let kind) = vocabulary.kinds[place.kind].facts[step.fact].type,
      let row = recordRow(of: kind, in: cell)
    else { return [] }
    // A record that the plan says is not there is there after the change.
    let record = Entity(kind: kind, row: row)
    let location = plan.rows[kind][row].location
    plan.rows[cell.kind][cell.row].statements[cell.fact] = Plan.Statement(
      value: .entity(record), location: location)
    return [record]
  }

  private mutating func recordRow(of kind: Int, in cell: Cell) -> Int? {
    if records[kind] == nil {
      var rows: [Cell: Int] = [:]
      for (row, content) in plan.rows[kind].enumerated() {
        if let parent = content.parent { rows[parent] = row }
      }
      records[kind] = rows
    }
    return records[kind]?[cell]
  }

  private mutating func state(_ cell: Cell, _ type: Vocabulary.FactType, _ edit: Remedy.Edit) {
    let old = plan.rows[cell.kind][cell.row].statements[cell.fact]
    guard let value = value(after: edit, old?.value, type, cell), value != old?.value else { return }
    changes += 1
    plan.rows[cell.kind][cell.row].statements[cell.fact] = Plan.Statement(
      value: value, location: old?.location ?? plan.rows[cell.kind][cell.row].location)
    keepPlaceConsistent(cell)
  }

  private func value(
    after edit: Remedy.Edit, _ old: Value?, _ type: Vocabulary.FactType, _ cell: Cell
  ) -> Value? {
    guard edit.operation != .set else { return edit.value }
    guard case .list(let change) = edit.value else { return nil }
    switch (edit.operation, old) {
    case (.add, .list(var list)?):
      list.items += change.items.filter { !list.items.contains($0) }
      return .list(list)
    // What else is in it is as unknown as before.
    case (.add, nil), (.add, .unknown?): return .list(List(change.items, open: Unknown(cell)))
    case (.add, _): return edit.value
    case (.remove, .list(var list)?):
      list.items.removeAll { item in change.items.contains { isSame(item, orNarrowerThan: $0, type) } }
      return .list(list)
    default: return nil
    }
  }

  private func isSame(_ value: Value, orNarrowerThan wider: Value, _ type: Vocabulary.FactType) -> Bool {
    guard case .list(.enumeration(let index)) = type, case .string(let value) = value,
      case .string(let wider) = wider
    else { return value == wider }
    return vocabulary.enumerations[index].isSame(value, orNarrowerThan: wider)
  }

  /// A country and a cloud region beside it must not contradict each other: the one just set counts.
  private mutating func keepPlaceConsistent(_ cell: Cell) {
    let kind = vocabulary.kinds[cell.kind]
    guard let regions = vocabulary.enumeration(named: "region"), let country = kind.fact(planKey: "country"),
      let region = kind.facts.firstIndex(where: { $0.type == .enumeration(regions) }),
      cell.fact == country || cell.fact == region
    else { return }
    let row = plan.rows[cell.kind][cell.row]
    guard case .string(let regionText)? = row.statements[region]?.value,
      case .string(let countryText)? = row.statements[country]?.value,
      rulebook.geography.country(ofRegion: regionText) != countryText
    else { return }
    plan.rows[cell.kind][cell.row].statements[cell.fact == country ? region : country] = nil
  }
}
