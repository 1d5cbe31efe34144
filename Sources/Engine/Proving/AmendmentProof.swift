import Diagnostics
import FEEL
import Rules

/// Mutants of what amendments changed: of the law before them, and of their days.
struct AmendmentProof {
  struct Survivor {
    let kind: MutationKind
    let location: Location
    let words: String
  }
  /// The same mistake in the same part is one, wherever that part stands in the file.
  private struct Key: Hashable {
    let provision: String?
    let words: String
    /// The same mistake may be made twice in one part.
    var number = 0
  }

  /// In the order of the laws; one that stands in several is one, and found if a case of any of them finds it.
  private var all: [(survivor: Survivor, isKilled: Bool)] = []
  private var places: [Key: Int] = [:]
  var mutants: Int { all.count }
  var survivors: [Survivor] { all.filter { !$0.isKilled }.map(\.survivor) }
  /// Those of the law after all amendments.
  private let keys: [Key]
  private let known: Set<Key>
  private let provisions: Set<String>

  /// `now`: the mutants of the pack.
  init(_ now: [Mutant], of pack: CompiledPack) {
    keys = AmendmentProof.keys(now, pack)
    known = Set(keys)
    provisions = Set(pack.provisions.map(\.rule.id))
  }

  private static func keys(_ mutants: [Mutant], _ pack: CompiledPack) -> [Key] {
    var counts: [Key: Int] = [:]
    return mutants.map { mutant in
      var key = Key(provision: mutant.provision.map { pack.provisions[$0].rule.id }, words: mutant.words)
      counts[key, default: 0] += 1
      key.number = counts[key, default: 0]
      return key
    }
  }

  /// A mistake in what no amendment changed may be found by a case of earlier law; the other mistakes of that law are counted. The
  /// days of what was moved are left out: it mostly moved before they came. `alive`: of the mutants of the pack, by place.
  mutating func take(_ law: Docked, _ alive: inout Set<Int>) {
    let own = law.pack.mutants(law.rulebook.vocabulary)
    let shared = Dictionary(
      zip(AmendmentProof.keys(own, law.pack), own), uniquingKeysWith: { first, _ in first })
    for place in alive.sorted() {
      if let same = shared[keys[place]], law.killer(of: same) != nil { alive.remove(place) }
    }
    for (key, mutant) in zip(AmendmentProof.keys(own, law.pack), own) where !known.contains(key) {
      if mutant.kind == .period, key.provision.map(provisions.contains) ?? true { continue }
      if let place = places[key] {
        all[place].isKilled = all[place].isKilled || law.killer(of: mutant) != nil
        continue
      }
      places[key] = all.count
      let survivor = Survivor(kind: mutant.kind, location: mutant.location, words: mutant.words)
      all.append((survivor, law.killer(of: mutant) != nil))
    }
  }

  /// The day of the amendments between two states of the law, a day later and a day earlier: found if a case of that day does
  /// not hold under the other law.
  mutating func take(daysBetween before: Docked, _ after: Docked, _ files: [CaseFile]) {
    let pack = after.pack.pack
    guard let day = pack.enacted.from, let eve = day.adding(days: -1) else { return }
    let acts = pack.amendments.filter { $0.from == day }
    let names = acts.map { "`\($0.id)`" }.joined(separator: " and ")
    for (law, moved, tested) in [(before, day.adding(days: 1), day), (after, eve, eve)] {
      guard let moved else { continue }
      var changed = law.pack
      changed.pack.enacted = Period(from: tested, until: tested)
      let docked = Docked(changed, of: law.rulebook, files)
      let misses = docked.exhibits.flatMap(\.expectations).contains { expected in
        expected.places.isEmpty && !expected.expectation.isMet(by: [])
      }
      let survivor = Survivor(
        kind: .period, location: Location(file: pack.file, line: acts.first?.line ?? 1),
        words: "the amendment \(names), from \(day) becomes \(moved)")
      all.append((survivor, misses || !docked.failures.isEmpty))
    }
  }
}
