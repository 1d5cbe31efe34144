import Rules

@testable import Engine

/// Random problems with shared measures and prerequisites, and their solution by trying everything.
struct RemedySample {
  var problem: RemedyProblem

  init(_ dice: inout Dice, objective: Preferences.Objective = .effort, isRestricted: Bool = false) {
    let ids = (0..<(6 + dice.roll(18))).map { "m\($0)" }
    // Few different figures, so that there are many ties.
    let measures = ids.enumerated().map { place, id in
      RemedyProblem.Measure(
        id: id, requires: dice.some(of: Array(ids[..<place]), percent: 8), effort: Double(dice.roll(5)) / 2,
        cost: Double(dice.roll(3) * 500), days: Double(dice.roll(6) * 7))
    }
    let remedies = (0..<(2 + dice.roll(18))).map { number in
      RemedyProblem.Option(
        title: "r\(number % 15)", measures: (0...dice.roll(2)).map { _ in dice.pick(ids) },
        last: dice.chance(25) ? dice.pick(ids) : nil,
        standing: dice.chance(80) ? .proven : dice.chance(50) ? .inWords : .surrenders)
    }
    var product = 1
    let demands = (0..<(1 + dice.roll(12))).map { number in
      var options = (0...dice.roll(3)).map { _ in dice.pick(remedies) }
      if product * options.count > 4_000 { options = [options[0]] }
      product *= options.count
      return RemedyProblem.Demand(id: "g\(number)", options: options)
    }
    var preferences = Preferences(objective: objective)
    if isRestricted {
      preferences.ruledOut = Set((0..<dice.roll(3)).map { _ in dice.pick(ids + remedies.map(\.title)) })
      preferences.decided = Set((0..<dice.roll(3)).map { _ in dice.pick(ids + remedies.map(\.title)) })
        .subtracting(preferences.ruledOut)
    }
    problem = RemedyProblem(measures: measures, demands: demands, preferences: preferences)
  }
}

/// Every combination of options, one by one: written without a look at how the choice is found.
struct BruteForce {
  struct Best: Equatable {
    var measures: [String]
    var effort: Double
    var cost: Double
    /// Of the slowest gap, on the combination that is fastest.
    var days: Int
    var ruledOut: [String]
  }

  let problem: RemedyProblem
  private let places: [String: Int]
  /// Ids in order: bit 0, 1 …
  private let measures: [RemedyProblem.Measure]

  init(_ problem: RemedyProblem) {
    self.problem = problem
    measures = problem.measures.sorted { $0.id < $1.id }
    places = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.id, $0) })
  }

  private func closure(_ ids: [String]) -> UInt64 {
    ids.reduce(0) { set, id in
      guard let place = places[id] else { return set }
      return set | 1 << UInt64(place) | closure(measures[place].requires)
    }
  }

  private func finish(_ id: String) -> Int {
    guard let place = places[id] else { return 0 }
    return (measures[place].requires.map(finish).max() ?? 0) + Int(measures[place].days)
  }

  private func finish(_ option: RemedyProblem.Option) -> Int {
    let first = option.measures.map(finish).max() ?? 0
    guard let last = option.last, let place = places[last] else { return first }
    return max(first + Int(measures[place].days), finish(last))
  }

  /// `without`: measures that close no gap; `with`: measures that close every gap that they can close.
  func best(without banned: Set<String>? = nil, with wanted: Set<String>? = nil) -> Best {
    let preferences = problem.preferences
    var ruledOut: [String] = []
    var open: [[(set: UInt64, finish: Int)]] = []
    let excluded = preferences.ruledOut.compactMap { places[$0] }.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    for demand in problem.demands {
      var options = demand.options.filter { Set($0.measures + [$0.last].compactMap(\.self)) != banned }
      options.removeAll { preferences.ruledOut.contains($0.title) || closure($0.all) & excluded != 0 }
      let decided = options.filter { !preferences.decided.isDisjoint(with: [$0.title, $0.last ?? $0.title]) }
      let best = options.map(\.standing.rawValue).min()
      options = decided.isEmpty ? options.filter { $0.standing.rawValue == best } : decided
      let asked = demand.options.filter { option in
        Set(option.all) == wanted && !preferences.ruledOut.contains(option.title)
          && closure(option.all) & excluded == 0
      }
      if !asked.isEmpty { options = asked }
      if options.isEmpty {
        ruledOut.append(demand.id)
      } else {
        open.append(options.map { (closure($0.all), finish($0)) })
      }
    }
    let changes = Set(problem.demands.flatMap { $0.options.compactMap(\.last) })
    let forced = preferences.decided.subtracting(changes).map { closure([$0]) }.filter { $0 & excluded == 0 }
      .reduce(0, |)
    var combinations: [UInt64: Int] = [forced: 0]
    for options in open {
      var next: [UInt64: Int] = [:]
      for (set, days) in combinations {
        for option in options {
          next[set | option.set] = min(next[set | option.set] ?? .max, max(days, option.finish))
        }
      }
      combinations = next
    }
    let least = combinations.values.min() ?? 0
    if preferences.objective == .time { combinations = combinations.filter { $0.value <= least } }
    let found = combinations.min { a, b in isBetter(a.key, b.key) }
    let set = found?.key ?? 0
    let chosen = measures.indices.filter { set & 1 << UInt64($0) != 0 }.map { measures[$0] }
    return Best(
      measures: chosen.map(\.id), effort: chosen.map(\.effort).reduce(0, +),
      cost: chosen.map(\.cost).reduce(0, +), days: found?.value ?? 0, ruledOut: ruledOut.sorted())
  }

  private func isBetter(_ a: UInt64, _ b: UInt64) -> Bool {
    let sums = [a, b].map { set in
      let chosen = measures.indices.filter { set & 1 << UInt64($0) != 0 }.map { measures[$0] }
      let effort = chosen.map(\.effort).reduce(0, +)
      let cost = chosen.map(\.cost).reduce(0, +)
      let first = problem.preferences.objective == .money ? [cost, effort] : [effort, cost]
      return first + [chosen.map(\.days).reduce(0, +), Double(chosen.count)]
    }
    if sums[0] != sums[1] { return sums[0].lexicographicallyPrecedes(sums[1]) }
    let difference = a ^ b
    return difference != 0 && a & (difference & (~difference &+ 1)) != 0
  }
}
