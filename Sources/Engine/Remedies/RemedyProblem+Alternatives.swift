import Rules

extension RemedyProblem {
  /// Another choice, with its price against the best one.
  package struct Swap: Sendable {
    /// Gaps that are closed another way.
    package var demands: [String]
    /// Titles of the remedies taken instead of, and those used.
    package var instead: [String]
    package var use: [String]
    /// The worst of the remedies used.
    package var standing: Standing
    /// Ids of measures.
    package var drops: [String]
    package var adds: [String]
    /// Differences; positive: dearer, later.
    package var effort: Double
    package var cost: Double
    package var days: Int
  }

  /// Swaps at most.
  static let mostSwaps = 20
  /// Nodes per swap: its price is one of a real choice, not proven to be the least if they do not suffice.
  private static let nodesPerSwap = 50

  /// For every option of the choice that its gaps can do without, the best choice in which no gap is closed by just these measures;
  /// and for every option that was not weighed because others stand better, the best choice with it. The cheapest first, in the
  /// sense of the objective, each once.
  package func swaps(of choice: RemedyChoice) -> [Swap] {
    let instance = RemedyInstance(self)
    var results: [(key: Key, swap: Swap)] = []
    var places: [Key: Int] = [:]
    for trial in instance.trials(of: choice) {
      // Effort and money tell the price; which of several equal ways it is does not matter here.
      let other = instance.solved(trial, nodes: min(nodes, Self.nodesPerSwap), levels: 2)
      // Some gap has no other way.
      guard other.ruledOut == choice.ruledOut else { continue }
      let swap = Self.swap(choice, other, trial)
      guard !swap.demands.isEmpty else { continue }
      let key = Key(drops: swap.drops, adds: swap.adds)
      if let place = places[key] {
        results[place].swap.merge(swap)
      } else {
        places[key] = results.count
        results.append((key, swap))
      }
    }
    return results.map(\.swap).sorted(by: isCheaper).prefix(Self.mostSwaps).map(\.self)
  }

  private struct Key: Hashable {
    var drops: [String]
    var adds: [String]
  }

  private static func swap(_ choice: RemedyChoice, _ other: RemedyChoice, _ trial: RemedyInstance.Trial)
    -> Swap
  {
    let changed = zip(choice.options, other.options).filter { $0.option != $1.option }
    // What else changes on the way is a part of the swap, but it stands for what was left out or taken.
    let own = changed.filter { before, after in
      switch trial {
      case .without(let measures): Set(before.option.all) == measures
      case .with(let measures): Set(after.option.all) == measures
      }
    }
    let before = Set(choice.measures)
    let after = Set(other.measures)
    return Swap(
      demands: own.map(\.0.demand), instead: Set(own.map(\.0.option.title)).sorted(),
      use: Set(own.map(\.1.option.title)).sorted(),
      standing: own.map(\.1.option.standing).max() ?? .proven,
      drops: choice.measures.filter { !after.contains($0) },
      adds: other.measures.filter { !before.contains($0) },
      effort: other.effort - choice.effort, cost: other.cost - choice.cost, days: other.days - choice.days)
  }

  private func isCheaper(_ a: Swap, _ b: Swap) -> Bool {
    let prices = [a, b].map { swap in
      switch preferences.objective {
      case .effort: [swap.effort, swap.cost, Double(swap.days)]
      case .time: [Double(swap.days), swap.effort, swap.cost]
      case .money: [swap.cost, swap.effort, Double(swap.days)]
      }
    }
    if prices[0] != prices[1] { return prices[0].lexicographicallyPrecedes(prices[1]) }
    return a.demands.lexicographicallyPrecedes(b.demands)
  }
}

extension RemedyProblem.Swap {
  /// The same measures come and go: one swap for the gaps of both.
  fileprivate mutating func merge(_ other: Self) {
    demands = Set(demands + other.demands).sorted()
    instead = Set(instead + other.instead).sorted()
    use = Set(use + other.use).sorted()
    standing = max(standing, other.standing)
  }
}

extension RemedyInstance {
  /// What is tried out beside the choice, each once, in order of gaps.
  fileprivate func trials(of choice: RemedyChoice) -> [Trial] {
    let taken = Dictionary(choice.options.map { ($0.demand, $0.option) }, uniquingKeysWith: { a, _ in a })
    var left: Set<Set<String>> = []
    var tried: Set<Set<String>> = []
    var without: [Trial] = []
    var with: [Trial] = []
    for demand in demands {
      guard let option = taken[demand.id] else { continue }
      if left.insert(Set(option.all)).inserted { without.append(.without(Set(option.all))) }
      for other in demand.options where other.stated.standing > option.standing {
        if tried.insert(Set(other.stated.all)).inserted { with.append(.with(Set(other.stated.all))) }
      }
    }
    return without + with
  }
}
