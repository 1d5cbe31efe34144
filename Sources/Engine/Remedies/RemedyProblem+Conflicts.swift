extension RemedyProblem {
  /// What is to be used although something that it needs is ruled out.
  package struct Conflict: Sendable, Hashable {
    package var decided: String
    package var ruledOut: String
  }

  /// Decisions that cannot be kept, in order of names.
  package var conflicts: [Conflict] {
    let names = preferences.decided.sorted()
    guard !names.isEmpty, !preferences.ruledOut.isEmpty else { return [] }
    let instance = RemedyInstance(self)
    return names.compactMap { name in
      instance.obstacle(to: name).map { Conflict(decided: name, ruledOut: $0) }
    }
  }

  /// By gap for which no way is left, the decisions that rule its ways out; in order of ids.
  package var dead: [(demand: String, by: [String])] {
    guard !preferences.ruledOut.isEmpty else { return [] }
    let instance = RemedyInstance(self)
    return instance.demands.compactMap { demand in
      let obstacles = demand.options.map { instance.obstacles(to: $0) }
      guard !obstacles.isEmpty, !obstacles.contains(where: \.isEmpty) else { return nil }
      return (demand.id, Set(obstacles.joined()).sorted())
    }
  }
}

extension RemedyInstance {
  /// What rules this option out: its title, or measures that it needs.
  fileprivate func obstacles(to option: Option) -> [String] {
    let ruledOut = problem.preferences.ruledOut
    return (ruledOut.contains(option.stated.title) ? [option.stated.title] : [])
      + option.measures.places.map { measures[$0].id }.filter(ruledOut.contains)
  }

  /// What keeps a decided control, remedy or change from being used; nil: nothing, or no gap asks for it.
  fileprivate func obstacle(to name: String) -> String? {
    let options = demands.flatMap(\.options).filter { $0.stated.title == name || $0.stated.last == name }
    if !options.isEmpty {
      let all = options.map { obstacles(to: $0) }
      return all.contains(where: \.isEmpty) ? nil : all[0].first
    }
    guard let place = place(of: name) else { return nil }
    return closure(of: place).places.map { measures[$0].id }.first(
      where: problem.preferences.ruledOut.contains)
  }
}
