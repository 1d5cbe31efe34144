import Optimizer

/// A part as a program of zeros and ones: one variable per measure, one per option that has several measures.
struct RemedyProgram {
  private let instance: RemedyInstance
  private let rows: [RemedyReduction.Row]
  /// Places of the measures, in order: variable 0, 1 …
  private let places: [Int]
  private let variables: [Int: Int]
  private var constraints: [BinaryProgram.Row] = []
  private var count: Int

  /// The best set found, and what the first level of the price cannot undercut.
  struct Answer {
    var set: PlaceSet
    var bound: Int
  }

  init(_ instance: RemedyInstance, _ rows: [RemedyReduction.Row]) {
    self.instance = instance
    self.rows = rows
    var union = PlaceSet(count: instance.measures.count)
    for row in rows { for option in row { union.formUnion(option) } }
    places = union.places
    variables = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    count = places.count
    var known: [PlaceSet: Int] = [:]
    for row in rows {
      let terms = row.map { option in
        let members = option.places.compactMap { variables[$0] }
        if members.count == 1 { return members[0] }
        if let variable = known[option] { return variable }
        let variable = count
        count += 1
        known[option] = variable
        for member in members {
          constraints.append(.init([(member, 1), (variable, -1)], atLeast: 0))
        }
        return variable
      }
      constraints.append(.init(terms.map { ($0, 1) }, atLeast: 1))
    }
  }

  /// Level by level of the price, each held while the next is minimised; then the set whose first differing measure comes first.
  /// When the nodes run out the best set so far stands. `levels`: how many of them matter; with fewer than all, one set of several
  /// that are equal by them.
  func solve(nodes: inout Int, levels: Int = RemedyPrice.levels) -> Answer {
    let isFull = levels == RemedyPrice.levels
    var best = RemedyGreed.set(instance, rows)
    var bound = leastPrice
    var held: [BinaryProgram.Row] = []
    for level in 0..<levels {
      switch minimise(costs(level), held, &nodes) {
      case .infeasible: return Answer(set: best, bound: bound)
      case .open(let found):
        if level == 0 { bound = max(bound, found ?? bound) }
        return Answer(set: best, bound: bound)
      case .found(let solution):
        let set = set(solution)
        if level == 0 { bound = max(bound, solution.bound) }
        if instance.price(set)[level] <= instance.price(best)[level] { best = set }
        guard solution.isProven else { return Answer(set: best, bound: bound) }
        held.append(.init(terms(level), atMost: solution.cost))
        // Mostly the first level decides: then nothing else keeps it.
        guard isFull, level == 0 || level == levels - 1 else { continue }
        if case .infeasible = minimise(costs(1), held + [different(from: best)], &nodes) {
          return Answer(set: best, bound: bound)
        }
      }
    }
    guard isFull else { return Answer(set: RemedyGreed.thinned(best, instance, rows), bound: bound) }
    return Answer(set: firstOfEquals(best, held, &nodes), bound: bound)
  }

  /// Of sets of the same price the one whose first differing measure comes first: sixteen measures at a time, by weights.
  private func firstOfEquals(_ found: PlaceSet, _ held: [BinaryProgram.Row], _ nodes: inout Int) -> PlaceSet {
    var best = found
    var held = held
    for start in stride(from: 0, to: places.count, by: 16) {
      let block = start..<min(start + 16, places.count)
      var costs = [Int](repeating: 0, count: count)
      for variable in block { costs[variable] = -(1 << (block.upperBound - 1 - variable)) }
      guard case .found(let solution) = minimise(costs, held, &nodes), solution.isProven else { return best }
      best = set(solution)
      for variable in block {
        let value = best.contains(places[variable]) ? 1 : 0
        held.append(.init([(variable, 1)], atLeast: value, atMost: value))
      }
    }
    return best
  }

  private func minimise(_ costs: [Int], _ held: [BinaryProgram.Row], _ nodes: inout Int)
    -> BinaryProgram.Outcome
  {
    BinaryProgram(costs: costs, rows: constraints + held).solve(nodes: &nodes)
  }

  private func costs(_ level: Int) -> [Int] {
    places.map { instance.prices[$0][level] } + [Int](repeating: 0, count: count - places.count)
  }

  private func terms(_ level: Int) -> [(variable: Int, coefficient: Int)] {
    places.enumerated().compactMap { variable, place in
      let cost = instance.prices[place][level]
      return cost == 0 ? nil : (variable, cost)
    }
  }

  /// Costs are never negative: a set as good as this one that is another one lacks one of its measures.
  private func different(from set: PlaceSet) -> BinaryProgram.Row {
    let terms = places.indices.filter { set.contains(places[$0]) }.map { (variable: $0, coefficient: 1) }
    return .init(terms, atMost: terms.count - 1)
  }

  private func set(_ solution: BinaryProgram.Solution) -> PlaceSet {
    var set = PlaceSet(count: instance.measures.count)
    for variable in places.indices where solution.values[variable] { set.insert(places[variable]) }
    return set
  }

  /// The dearest of the gaps, each closed by its cheapest option: at least that much it takes.
  private var leastPrice: Int {
    rows.map { row in row.map { instance.price($0)[0] }.min() ?? 0 }.max() ?? 0
  }
}
