import Rules

extension RemedyInstance {
  /// What a choice is tried out with: no gap closed by just these measures, or every gap that they can close closed by them.
  enum Trial {
    case without(Set<String>)
    case with(Set<String>)
  }

  /// The best choice among the options that are left.
  func solved(
    _ trial: Trial? = nil, nodes limit: Int? = nil, levels: Int = RemedyPrice.levels
  ) -> RemedyChoice {
    let forced = forced
    let allowed = allowed(trial)
    let ruledOut = zip(demands, allowed).filter(\.1.isEmpty).map(\.0.id)
    let open = zip(demands, allowed).filter { !$0.1.isEmpty }
    // No choice can be done before the gap that takes longest on its quickest way.
    let least = open.map { $0.1.map(\.finish).min() ?? 0 }.max() ?? 0
    let within = open.map { demand, options in
      (demand, problem.preferences.objective == .time ? options.filter { $0.finish <= least } : options)
    }
    let start = limit ?? problem.nodes
    var nodes = start
    let (set, bound) = best(
      needed: forced, rows: within.map { $0.1.map(\.measures) }, nodes: &nodes, levels: levels)
    let chosen = within.compactMap { demand, options in
      option(of: options, within: set).map { (demand: demand.id, option: $0.stated, finish: $0.finish) }
    }
    let days = chosen.map(\.finish).max() ?? 0
    let price = price(set)
    let isByTime = problem.preferences.objective == .time
    let unit = problem.preferences.objective == .effort ? 100.0 : 1
    let effort = set.places.reduce(0) { $0 + Double(Self.whole(measures[$1].effort * 100)) } / 100
    let cost = set.places.reduce(0) { $0 + Double(Self.whole(measures[$1].cost)) }
    return RemedyChoice(
      options: chosen.map { ($0.demand, $0.option) }, measures: set.places.map { measures[$0].id },
      ruledOut: ruledOut, effort: effort, cost: cost, days: days,
      value: isByTime ? Double(days) : Double(price[0]) / unit,
      bound: isByTime ? Double(least) : Double(bound) / unit, nodes: start - nodes)
  }

  /// Measures that are taken already, and decided ones, with what they require; where that is ruled out, ruling out counts. A change is decided as the option that
  /// it belongs to, with its controls.
  private var forced: PlaceSet {
    var set = PlaceSet(count: measures.count)
    for place in problem.taken.compactMap({ place(of: $0) }) { set.formUnion(closure(of: place)) }
    guard !problem.preferences.decided.isEmpty else { return set }
    let changes = Set(problem.demands.flatMap { $0.options.compactMap(\.last) })
    for place in problem.preferences.decided.subtracting(changes).compactMap({ place(of: $0) }) {
      let closure = closure(of: place)
      if closure.isDisjoint(with: excluded) { set.formUnion(closure) }
    }
    return set
  }

  private var excluded: PlaceSet {
    var set = PlaceSet(count: measures.count)
    for place in problem.preferences.ruledOut.compactMap({ place(of: $0) }) { set.insert(place) }
    return set
  }

  /// By gap, what neither measure nor title rules out: of these those whose title or change is decided, if there are any, else
  /// those that stand best.
  private func allowed(_ trial: Trial?) -> [[Option]] {
    let excluded = excluded
    return demands.map { demand in
      let options = demand.options.filter { option in
        !problem.preferences.ruledOut.contains(option.stated.title)
          && option.measures.isDisjoint(with: excluded)
      }
      switch trial {
      case .with(let measures)?:
        let wanted = options.filter { Set($0.stated.all) == measures }
        return wanted.isEmpty ? willing(options) : wanted
      case .without(let measures)?: return willing(options.filter { Set($0.stated.all) != measures })
      case nil: return willing(options)
      }
    }
  }

  private func willing(_ options: [Option]) -> [Option] {
    let decided = options.filter { option in
      problem.preferences.decided.contains(option.stated.title)
        || option.stated.last.map(problem.preferences.decided.contains) ?? false
    }
    guard decided.isEmpty else { return decided }
    let best = options.map(\.stated.standing).min()
    return options.filter { $0.stated.standing == best }
  }

  /// The best set, and what the first level of its price cannot undercut.
  private func best(needed: PlaceSet, rows: [RemedyReduction.Row], nodes: inout Int, levels: Int) -> (
    PlaceSet, bound: Int
  ) {
    let reduction = RemedyReduction(self, needed: needed, rows: rows)
    var set = reduction.needed
    var bound = price(set)[0]
    for part in reduction.parts {
      if let found = RemedySearch.best(self, part, steps: problem.steps) {
        set.formUnion(found)
        bound += price(found)[0]
      } else {
        let answer = RemedyProgram(self, part).solve(nodes: &nodes, levels: levels)
        set.formUnion(answer.set)
        bound += answer.bound
      }
    }
    return (set, bound)
  }

  /// The option that a gap takes when these measures are taken: the one with the fewest, the earliest done, the first.
  private func option(of options: [Option], within set: PlaceSet) -> Option? {
    let possible = options.filter { $0.measures.isSubset(of: set) }
    return possible.indices.min { a, b in
      (possible[a].measures.count, possible[a].finish, a) < (
        possible[b].measures.count, possible[b].finish, b
      )
    }.map { possible[$0] }
  }
}
