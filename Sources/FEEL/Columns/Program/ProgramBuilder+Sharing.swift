extension ProgramBuilder {
  /// Derived boolean facts that have a form over columns without questions to the reference. Where conditions have such
  /// questions, these facts are worked out first, so that the reference need not do it again, row by row.
  mutating func derivedFacts(behind roots: [Int]) -> [(kind: Int, fact: Int, reference: NodeReference)] {
    guard areLate().contains(roots) else { return [] }
    var found: [(kind: Int, fact: Int, reference: NodeReference)] = []
    for (kind, derivations) in world.derivations.enumerated() {
      for (fact, derivation) in derivations.enumerated()
      where derivation?.expression != nil && world.environment.kinds[kind].facts[fact].type == .boolean {
        found.append((kind, fact, derived(kind, fact)))
      }
    }
    let late = areLate()
    return found.filter { !late[$0.reference.node] }
  }

  /// Nodes in which the reference or the host has a say.
  private func areLate() -> [Bool] {
    let columns = Schedule.areLate(columns)
    var late = [Bool](repeating: false, count: nodes.count)
    for node in nodes.indices { late[node] = nodes[node].isLate(columns, late) }
    return late
  }
}

extension [Bool] {
  /// Is it so for any of these.
  fileprivate func contains(_ places: [Int]) -> Bool { places.contains { self[$0] } }
}
