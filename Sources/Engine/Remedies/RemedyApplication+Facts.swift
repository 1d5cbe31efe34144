import FEEL
import Facts
import Plans
import Rules

extension RemedyApplication {
  mutating func make(_ edit: Remedy.Edit, for subject: Entity) {
    guard let path = try? FactPath(edit.fact, per: subject.kind, in: vocabulary) else { return }
    var places: [Entity] =
      switch path.root {
      case .subject: [subject]
      case .singleton: [Entity(kind: path.kind, row: 0)]
      case .rows:
        plan.rows[path.kind].indices.map { Entity(kind: path.kind, row: $0) }.filter {
          matches($0, path.filters)
        }
      }
    for step in path.way {
      var seen: Set<Entity> = []
      var next: [Entity] = []
      for place in places {
        for member in members(of: place, step)
        where seen.insert(member).inserted && matches(member, step.filters) {
          next.append(member)
        }
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
    let value =
      if case .list(let member) = type, let kind = member.entityKind {
        members(after: edit, old?.value, kind, cell)
      } else {
        value(after: edit, old?.value, type, cell)
      }
    guard let value, value != old?.value else { return }
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
