package import FEEL
package import Plans

extension FactTable {
  /// Takes over what a plan states, with the rows that the engine added to it.
  package func fill(from plan: Plan) {
    reset()
    for (kind, rows) in plan.rows.enumerated() {
      setExtent(of: kind, CollectionExtent(plan.collections[kind].extent))
      for _ in rows { _ = appendRow(of: kind) }
    }
    for (kind, rows) in plan.rows.enumerated() {
      for (row, content) in rows.enumerated() {
        for (fact, statement) in content.statements.enumerated() {
          if let statement { set(fact, of: row, kind, to: statement.value) }
        }
      }
    }
  }
}

extension CollectionExtent {
  fileprivate init(_ extent: Plan.Extent) {
    switch extent {
    case .unstated: self = .unstated
    case .open: self = .open
    case .closed: self = .closed
    }
  }
}
