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
  var phases: Phases {
    var isBuiltOn = [Bool](repeating: false, count: controls.count)
    for control in controls where control.stream != "operations" {
      for id in control.requires { if let place = place(of: id) { isBuiltOn[place] = true } }
    }
    var result = [(depth: Int, phase: Checklist.Phase)?](repeating: nil, count: controls.count)
    var isOpen = [Bool](repeating: false, count: controls.count)

    func find(_ index: Int) -> (depth: Int, phase: Checklist.Phase) {
      if let known = result[index] { return known }
      if isOpen[index] { return (0, .prepare) }
      isOpen[index] = true
      var depth = 0
      var before = Checklist.Phase.prepare
      for id in controls[index].requires {
        guard let place = place(of: id) else { continue }
        let first = find(place)
        depth = max(depth, first.depth + 1)
        before = max(before, first.phase)
      }
      let own = phase(of: controls[index], depth: depth, isBuiltOn: isBuiltOn[index])
      let found = (depth: depth, phase: max(own, before))
      result[index] = found
      return found
    }
    return Phases(catalogue: self, phases: controls.indices.map { find($0).phase })
  }

  private func phase(of control: Control, depth: Int, isBuiltOn: Bool) -> Checklist.Phase {
    switch control.stream {
    case "operations": isBuiltOn ? .build : .run
    case "infrastructure": .build
    default: control.external != nil || depth >= 2 ? .build : .prepare
    }
  }
}

/// The phase of every control of a catalogue.
struct Phases {
  fileprivate let catalogue: Catalogue
  fileprivate let phases: [Checklist.Phase]

  subscript(control: String) -> Checklist.Phase? { catalogue.place(of: control).map { phases[$0] } }
}
