extension FactTable {
  /// States a fact. `.unknown` leaves it unstated.
  package func set(_ fact: Int, of row: Int, _ kind: Int, to value: Value) {
    let cell = cells.code(value, as: kinds[kind].facts[fact].type)
    cells.set(kind, fact, row, to: cell)
  }

  /// Adds a row with what it states.
  package func appendRow(of kind: Int, _ value: (_ fact: Int) -> Value?) {
    let facts = kinds[kind].facts
    cells.appendRow(of: kind, facts, value)
  }

  /// The value of a fact as it stands in the table.
  package func value(_ cell: Cell) -> Value {
    let code = cells.cell(cell.kind, cell.fact, cell.row)
    return cells.value(code, as: kinds[cell.kind].facts[cell.fact].type, of: Unknown(cell))
  }
}

extension Cells {
  fileprivate mutating func appendRow(
    of kind: Int, _ facts: [Type.Member], _ value: (_ fact: Int) -> Value?
  ) {
    let row = appendRow(of: kind)
    for fact in facts.indices {
      guard let value = value(fact) else { continue }
      let cell = code(value, as: facts[fact].type)
      set(kind, fact, row, to: cell)
    }
  }

  mutating func code(_ value: Value, as type: Type) -> Int64 {
    switch (value, type) {
    case (.unknown, _): return CellCode.unknown
    case (.null, _): return CellCode.null
    case (.boolean(let flag), .boolean): return flag ? 1 : 0
    case (.number(let number), .number): return CellCode.code(number) ?? other(value)
    case (.date(let date), .date): return CellCode.code(date)
    case (.string(let text), .string), (.string(let text), .enumeration): return Int64(texts.number(of: text))
    case (.entity(let entity), .entity(let kind)) where entity.kind == kind: return Int64(entity.row)
    case (.list(let list), .list(let item)) where list.items.count <= ListCode.largestCount:
      let codes = list.items.map { code($0, as: item) }
      let start = members.count
      for code in codes { members.append(code) }
      return ListCode(start: start, count: codes.count, isOpen: list.open != nil).code
    default: return other(value)
    }
  }

  /// `unknown` is what an unstated value is unknown because of.
  func value(_ code: Int64, as type: Type, of unknown: Unknown) -> Value {
    switch code {
    case CellCode.unknown: return .unknown(unknown)
    case CellCode.null: return .null
    case ..<CellCode.firstCoded: return others[Int(code - CellCode.firstOther)]
    default: break
    }
    switch type {
    case .boolean: return .boolean(code != 0)
    case .number: return .number(CellCode.number(code))
    case .date: return CellCode.date(code).map { .date($0) } ?? .null
    case .string, .enumeration: return .string(texts.text(Int(code)))
    case .entity(let kind): return .entity(Entity(kind: kind, row: Int(code)))
    case .list(let item):
      let list = ListCode(code: code)
      let items = (0..<list.count).map { value(members[list.start + $0], as: item, of: unknown) }
      return .list(List(items, open: list.isOpen ? unknown : nil))
    default: return .null
    }
  }
}

/// Answers from a table alone: stated facts, and no functions.
package struct TableHost: Host {
  let table: FactTable
  package init(_ table: FactTable) { self.table = table }
  package func value(of fact: Int, in entity: Entity) -> Value {
    table.value(Cell(kind: entity.kind, row: entity.row, fact: fact))
  }
  package func call(_ function: Int, _ arguments: [Value]) -> Value { .null }
}
