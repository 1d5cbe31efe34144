import FEEL
import Facts
import Plans
import Rules

extension RemedyApplication {
  func matches(_ row: Entity, _ filters: [FactPath.Filter]) -> Bool {
    filters.allSatisfy { self.value($0.fact, of: row) == $0.value }
  }

  /// As the plan states it; a country also by the cloud region.
  private func value(_ fact: Int, of row: Entity) -> Value? {
    guard plan.rows[row.kind].indices.contains(row.row) else { return nil }
    let statements = plan.rows[row.kind][row.row].statements
    if let stated = statements[fact]?.value { return stated }
    let kind = vocabulary.kinds[row.kind]
    guard kind.facts[fact].planKey == "country", let regions = vocabulary.enumeration(named: "region"),
      let region = kind.facts.firstIndex(where: { $0.type == .enumeration(regions) }),
      case .string(let text)? = statements[region]?.value
    else { return nil }
    return rulebook.geography.country(ofRegion: text).map { .string($0) }
  }

  /// A list of rows after a change to it: members that are described come in or go.
  mutating func members(after edit: Remedy.Edit, _ old: Value?, _ kind: Int, _ cell: Cell) -> Value? {
    guard case .list(let change) = edit.value else { return nil }
    var list: List
    switch (edit.operation, old) {
    case (.set, _): list = List([])
    case (_, .list(let known)?): list = known
    case (.add, .null?): list = List([])
    // What else is in it is as unknown as before.
    case (.add, nil), (.add, .unknown?): list = List([], open: Unknown(cell))
    default: return nil
    }
    for case .context(let description) in change.items {
      let filters = description.entries.compactMap { entry in
        vocabulary.kinds[kind].fact(named: entry.name).map { FactPath.Filter(fact: $0, value: entry.value) }
      }
      let others = list.items.filter { item in
        if case .entity(let row) = item { !matches(row, filters) } else { true }
      }
      if edit.operation == .remove {
        list.items = others
      } else if others.count == list.items.count {
        list.items.append(.entity(newRow(of: kind, in: cell, filters)))
      }
    }
    return .list(list)
  }

  /// A row that the plan does not have yet, of which no more is known than what the remedy says.
  private mutating func newRow(of kind: Int, in cell: Cell, _ facts: [FactPath.Filter]) -> Entity {
    let declared = vocabulary.kinds[kind]
    let location = plan.rows[cell.kind][cell.row].location
    let isInline = declared.collection == nil
    let row = plan.appendRow(
      of: kind, id: isInline ? "" : freshId(declared.name, kind), at: location, parent: isInline ? cell : nil,
      vocabulary)
    for fact in facts {
      plan.rows[kind][row].statements[fact.fact] = Plan.Statement(value: fact.value, location: location)
    }
    if !isInline, plan.collections[kind].extent == .unstated { plan.collections[kind].extent = .open }
    return Entity(kind: kind, row: row)
  }

  /// `new-store`, then `new-store-2`.
  private func freshId(_ name: String, _ kind: Int) -> String {
    let ids = Set(plan.rows[kind].map(\.id))
    var id = "new-\(name)"
    var number = 2
    while ids.contains(id) {
      id = "new-\(name)-\(number)"
      number += 1
    }
    return id
  }
}
