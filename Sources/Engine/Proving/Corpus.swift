import FEEL
import Facts
import Plans
import Rules

/// Plans for one provision, each of which takes another way through its conditions.
struct Corpus: Sendable {
  struct Item: Sendable {
    let variation: Variation
    let exhibit: Exhibit
    /// By subject, in their order.
    let verdicts: [Outcome]
  }

  struct Outcome: Sendable, Hashable {
    let subject: String
    let verdict: Verdict
    /// Of a version that is to replace one in force.
    let isToCome: Bool
  }

  /// All versions of the provision.
  let places: [Int]
  private(set) var items: [Item] = []
  private(set) var tried = 0
}

extension Corpus {
  /// Searches from the cases: each fact that the provision asked is stated otherwise; what takes a new way is searched further.
  init(_ place: Int, _ docked: Docked, _ bench: Bench, limit: Int) {
    let id = docked.pack.provisions[place].rule.id
    places = docked.pack.provisions.indices.filter { docked.pack.provisions[$0].rule.id == id }
    let alphabet = Alphabet(bench.reach.values(of: place))
    var seen: Set<Way> = []
    var known: Set<Variation> = []
    var queue = docked.seeds(of: place).map { Variation(seed: $0) }
    var next = 0
    while next < queue.count, tried < limit {
      let variation = queue[next]
      next += 1
      guard known.insert(variation).inserted else { continue }
      tried += 1
      let seed = docked.exhibits[variation.seed]
      let exhibit =
        variation.edits.isEmpty
        ? seed
        : Exhibit(
          seed.each, variation.plan(seed, bench.vocabulary), on: variation.day(seed), docked.rulebook)
      let (verdicts, answers) = bench.verdicts(exhibit, places)
      guard seen.insert(Way(verdicts: verdicts.map(\.verdict), answers: answers)).inserted else { continue }
      items.append(Item(variation: variation, exhibit: exhibit, verdicts: verdicts))
      guard variation.edits.count < Corpus.depthLimit, queue.count < Corpus.queueLimit else { continue }
      queue += bench.neighbours(of: variation, exhibit, place, alphabet)
    }
  }

  /// Edits of one plan.
  private static let depthLimit = 3
  private static let queueLimit = 4_000

  /// What the conditions came to on the way to the verdicts.
  private struct Way: Hashable {
    let verdicts: [Verdict]
    let answers: [Observer.Answers]
  }
}

extension Docked {
  /// Cases to start from: those that expect something of the provision, one for each verdict first, then others.
  func seeds(of place: Int) -> [Int] {
    let own = expecting[place]
    var verdicts: Set<String> = []
    var first: [Int] = []
    var rest: [Int] = []
    for index in own {
      let expected = exhibits[index].expectations.filter { $0.places.contains(place) }
      let isNew = expected.contains { verdicts.insert($0.expectation.verdict).inserted }
      if isNew { first.append(index) } else { rest.append(index) }
    }
    let seeds = first + rest
    if seeds.count >= 4 { return Array(seeds.prefix(8)) }
    return seeds + exhibits.indices.filter { !seeds.contains($0) }.prefix(4 - seeds.count)
  }
}
