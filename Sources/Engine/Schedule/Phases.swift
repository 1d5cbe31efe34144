import Facts

extension Checklist.Phase: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

extension Catalogue {
  /// The phase of every control, from the catalogue alone, so that it is the same in every plan:
  ///
  /// - stream `operations`, needed by no control of another stream: run;
  /// - stream `infrastructure`, or operations that others build on: build;
  /// - the rest (governance, mapping, documents): prepare, but build if somebody outside takes part
  ///   (contracts,
  ///   registrations) or if two or more prerequisites stand in a row before it;
  /// - never earlier than the phase of a prerequisite.
  var phases: [String: Checklist.Phase] {
    let byId = Dictionary(controls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isBuiltOn: Set<String> = []
    for control in controls where control.stream != "operations" { isBuiltOn.formUnion(control.requires) }
    var result: [String: (depth: Int, phase: Checklist.Phase)] = [:]
    var open: Set<String> = []

    func place(_ control: Control) -> (depth: Int, phase: Checklist.Phase) {
      if let known = result[control.id] { return known }
      guard open.insert(control.id).inserted else { return (0, .prepare) }
      let before = control.requires.compactMap { byId[$0] }.map(place)
      let depth = (before.map(\.depth).max() ?? -1) + 1
      let own = phase(of: control, depth: depth, isBuiltOn: isBuiltOn.contains(control.id))
      let placed = (depth: depth, phase: max(own, before.map(\.phase).max() ?? own))
      result[control.id] = placed
      return placed
    }
    for control in controls { _ = place(control) }
    return result.mapValues(\.phase)
  }

  private func phase(of control: Control, depth: Int, isBuiltOn: Bool) -> Checklist.Phase {
    switch control.stream {
    case "operations": isBuiltOn ? .build : .run
    case "infrastructure": .build
    default: control.external != nil || depth >= 2 ? .build : .prepare
    }
  }
}
