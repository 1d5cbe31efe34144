import Diagnostics
import FEEL
import Facts
import Plans

extension Plan {
  /// Adds a row that states nothing but its key and the records it consists of.
  @discardableResult
  mutating func appendRow(
    of kind: Int, id: String, at location: Location, parent: Cell? = nil, _ vocabulary: Vocabulary
  ) -> Int {
    let facts = vocabulary.kinds[kind].facts
    let row = rows[kind].count
    rows[kind].append(
      Plan.Row(
        id: id, parent: parent, statements: [Plan.Statement?](repeating: nil, count: facts.count),
        location: location))
    for (index, fact) in facts.enumerated() {
      if case .record(let record) = fact.type {
        let cell = Cell(kind: kind, row: row, fact: index)
        let child = appendRow(of: record, id: "", at: location, parent: cell, vocabulary)
        rows[kind][row].statements[index] = Plan.Statement(
          value: .entity(Entity(kind: record, row: child)), location: location)
      } else if fact.name == vocabulary.kinds[kind].key, id != World.placeholder {
        rows[kind][row].statements[index] = Plan.Statement(value: .string(id), location: location)
      }
    }
    return row
  }
}
