/// A problem by places instead of names, everything in order of ids.
struct RemedyInstance {
  struct Option {
    var stated: RemedyProblem.Option
    /// Its measures and all that they require.
    var measures: PlaceSet
    /// Calendar days until all are done, one after the other where one requires the other.
    var finish: Int
  }
  struct Demand {
    var id: String
    var options: [Option]
  }

  let problem: RemedyProblem
  let measures: [RemedyProblem.Measure]
  let prices: [RemedyPrice]
  /// All options, ruled out or not, each once, in order of title and measures.
  let demands: [Demand]
  private let places: [String: Int]
  private let requires: [[Int]]

  init(_ problem: RemedyProblem) {
    self.problem = problem
    var measures: [RemedyProblem.Measure] = []
    for measure in problem.measures.sorted(by: { ($0.id, $0.key) < ($1.id, $1.key) })
    where measures.last?.id != measure.id {
      measures.append(measure)
    }
    self.measures = measures
    let places = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.id, $0) })
    let requires = measures.map { $0.requires.compactMap { places[$0] } }
    self.places = places
    self.requires = requires
    let objective = problem.preferences.objective
    prices = measures.map { measure in
      RemedyPrice(
        effort: Self.whole(measure.effort * 100), money: Self.whole(measure.cost),
        days: Self.whole(measure.days), objective: objective)
    }
    let finish = RemedyFinish(measures, requires)
    var closures: [Int: PlaceSet] = [:]
    demands = problem.demands.sorted { ($0.id, $0.key) < ($1.id, $1.key) }.map { demand in
      var seen: Set<RemedyProblem.Option> = []
      let options = demand.options.map(\.inOrder).filter { seen.insert($0).inserted }.sorted()
      return Demand(
        id: demand.id,
        options: options.map { option in
          var all = PlaceSet(count: measures.count)
          for id in option.all {
            guard let place = places[id] else { continue }
            let closure = closures[place] ?? Self.closure(of: place, requires)
            closures[place] = closure
            all.formUnion(closure)
          }
          return Option(
            stated: option, measures: all,
            finish: finish.finish(
              option.measures.compactMap { places[$0] }, last: option.last.flatMap { places[$0] }))
        })
    }
  }

  /// A whole number of hundredths, EUR or days; what is no number or beyond a million million is cut.
  static func whole(_ value: Double) -> Int {
    value.isFinite ? Int(min(max(value, 0), 1e12).rounded()) : 1_000_000_000_000
  }

  func place(of id: String) -> Int? { places[id] }

  func price(_ set: PlaceSet) -> RemedyPrice {
    var sum = RemedyPrice.zero
    set.forEach { sum += prices[$0] }
    return sum
  }

  /// The measure and everything that it requires.
  func closure(of place: Int) -> PlaceSet { Self.closure(of: place, requires) }

  private static func closure(of place: Int, _ requires: [[Int]]) -> PlaceSet {
    var found = PlaceSet(count: requires.count)
    found.insert(place)
    var open = [place]
    while let next = open.popLast() {
      for before in requires[next] where !found.contains(before) {
        found.insert(before)
        open.append(before)
      }
    }
    return found
  }
}

extension RemedyProblem.Measure {
  /// Two statements of one measure are a mistake of the caller; which one counts must still not depend on the order.
  fileprivate var key: String { "\(effort) \(cost) \(days) \(requires)" }
}

extension RemedyProblem.Demand {
  fileprivate var key: String {
    options.map(\.inOrder).sorted().map { "\($0.title) \($0.all) \($0.standing)" }.joined()
  }
}

extension RemedyProblem.Option {
  /// The same with its measures in order of ids, each once.
  fileprivate var inOrder: Self {
    Self(title: title, measures: Set(measures).sorted(), last: last, standing: standing)
  }
}

extension RemedyProblem.Option: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    if a.title != b.title { return a.title < b.title }
    if a.measures != b.measures { return a.measures.lexicographicallyPrecedes(b.measures) }
    if a.last != b.last { return (a.last ?? "") < (b.last ?? "") }
    return a.standing < b.standing
  }
}
