package import FEEL
package import Plans

extension FactTable {
  /// Takes over what a plan states, with the rows that the engine added to it.
  package func fill(from plan: Plan) {
    reset()
    for (kind, rows) in plan.rows.enumerated() {
      setExtent(of: kind, CollectionExtent(plan.collections[kind].extent))
      for row in rows {
        let statements = row.statements
        appendRow(of: kind) { statements[$0]?.value }
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
