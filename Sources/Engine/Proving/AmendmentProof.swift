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
  private struct Key: Hashable {
    let location: Location
    let words: String
    init(_ mutant: Mutant) { (location, words) = (mutant.location, mutant.words) }
  }

  private(set) var mutants = 0
  private(set) var survivors: [Survivor] = []
  /// Those of the law after all amendments.
  private let known: Set<Key>
  private let places: Set<Location>

  init(_ now: [Mutant]) {
    known = Set(now.map { Key($0) })
    places = Set(now.map(\.location))
  }

  /// A mistake in what no amendment touched may be found by a case of earlier law; other mistakes of that law are counted. The
  /// days of what was moved are left out: it mostly moved before they came.
  mutating func take(_ law: Docked, _ alive: inout [Mutant]) {
    let own = law.pack.mutants(law.rulebook.vocabulary)
    let shared = Dictionary(own.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    alive.removeAll { mutant in shared[Key(mutant)].map { law.killer(of: $0) != nil } ?? false }
    for mutant in own where !known.contains(Key(mutant)) {
      if mutant.kind == .period, places.contains(mutant.location) { continue }
      mutants += 1
      if law.killer(of: mutant) != nil { continue }
      survivors.append(Survivor(kind: mutant.kind, location: mutant.location, words: mutant.words))
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
      mutants += 1
      var changed = law.pack
      changed.pack.enacted = Period(from: tested, until: tested)
      if !Docked(changed, of: law.rulebook, files).failures.isEmpty { continue }
      survivors.append(
        Survivor(
          kind: .period, location: Location(file: pack.file, line: acts.first?.line ?? 1),
          words: "the amendment \(names), from \(day) becomes \(moved)"))
    }
  }
}
