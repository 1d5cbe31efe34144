import Diagnostics
import FEEL
import Plans
package import Rules

/// An attempt to disprove what a mapping claims: a plan in which one provision is met and the other, which the claim says is then
/// met as well, is not.
package struct MappingAttack: Sendable {
  package struct Counterexample: Sendable {
    package let met: MappingPaths.Place
    package let unmet: MappingPaths.Place
    package let subject: String
    /// The case that the plan starts from, and what it changes, as a case of the pack of the provision that is met.
    package let file: String
    package let yaml: String
  }

  package enum Outcome: Sendable {
    /// `intersects` promises nothing.
    case notAttacked
    /// Plans judged under both; in how many both were met or not met, so that the claim was put to a test.
    case stands(tried: Int, tested: Int)
    case disproved(Counterexample, tried: Int)
  }

  package let link: Mapping.Link
  package let outcome: Outcome

  /// Plans tried for one claim, from the cases of each side.
  static let limit = 1_500

  /// `files`: the cases of both packs, from which the search starts.
  package init(_ link: Mapping.Link, of mapping: Mapping, _ rulebook: Rulebook, _ files: [CaseFile]) {
    self.link = link
    guard link.relation != .intersects, let from = Side(mapping.from, link.from, rulebook, files),
      let to = Side(mapping.to, link.to, rulebook, files)
    else {
      outcome = .notAttacked
      return
    }
    var duel = Duel(from, to, link.relation)
    outcome = duel.outcome()
  }
}

/// One provision with its pack and cases.
private struct Side {
  let place: MappingPaths.Place
  let docked: Docked
  let bench: Bench
  let alphabet: Alphabet
  /// All versions of the provision.
  let places: [Int]
  let kind: Int

  init?(_ pack: String, _ id: String, _ rulebook: Rulebook, _ files: [CaseFile]) {
    guard let compiled = rulebook.packs.first(where: { $0.pack.id == pack }) else { return nil }
    places = compiled.provisions.indices.filter { compiled.provisions[$0].rule.id == id }
    guard let first = places.first else { return nil }
    place = MappingPaths.Place(pack, id)
    docked = Docked(compiled, of: rulebook, files)
    bench = Bench(docked)
    alphabet = Alphabet(bench.reach.values(of: first))
    kind = compiled.provisions[first].kind
  }
}

/// The search over plans, first from the cases of one side, then from those of the other.
private struct Duel {
  let from: Side
  let to: Side
  let relation: SetRelation
  private var tried = 0
  private var tested = 0

  init(_ from: Side, _ to: Side, _ relation: SetRelation) {
    self.from = from
    self.to = to
    self.relation = relation
  }

  mutating func outcome() -> MappingAttack.Outcome {
    for (base, other) in [(from, to), (to, from)] {
      if let found = search(base, other) { return .disproved(found, tried: tried) }
    }
    return .stands(tried: tried, tested: tested)
  }

  private mutating func search(_ base: Side, _ other: Side) -> MappingAttack.Counterexample? {
    var queue = base.docked.seeds(of: base.places[0]).map { Variation(seed: $0) }
    var known: Set<Variation> = []
    var seen: Set<Way> = []
    var next = 0
    let limit = tried + MappingAttack.limit / 2
    while next < queue.count, tried < limit {
      let variation = queue[next]
      next += 1
      guard known.insert(variation).inserted else { continue }
      tried += 1
      let seed = base.docked.exhibits[variation.seed]
      let exhibit = Exhibit(
        seed.each, variation.plan(seed, base.bench.vocabulary), on: variation.day(seed), base.docked.rulebook)
      let (mine, myAnswers) = base.bench.verdicts(exhibit, base.places)
      let (theirs, theirAnswers) = other.bench.verdicts(exhibit, other.places)
      if let found = contradiction(variation, seed, exhibit, base, mine, other, theirs) { return found }
      guard
        seen.insert(Way(verdicts: (mine + theirs).map(\.verdict), answers: myAnswers + theirAnswers))
          .inserted,
        variation.edits.count < 4, queue.count < 8_000
      else { continue }
      queue += base.bench.neighbours(of: variation, exhibit, base.places[0], base.alphabet)
      for cell in other.bench.asked(exhibit, other.places[0]) {
        queue += other.bench.edits(cell, exhibit.plan, other.alphabet).map { variation.with($0) }
      }
    }
    return nil
  }

  private struct Way: Hashable {
    let verdicts: [Verdict]
    let answers: [Observer.Answers]
  }

  private mutating func contradiction(
    _ variation: Variation, _ seed: Exhibit, _ exhibit: Exhibit, _ base: Side, _ mine: [Corpus.Outcome],
    _ other: Side, _ theirs: [Corpus.Outcome]
  ) -> MappingAttack.Counterexample? {
    let (first, second) = base.place == from.place ? (mine, theirs) : (theirs, mine)
    for (subject, a, b) in pairs(first, second) {
      guard let a = a.isMet, let b = b.isMet else { continue }
      tested += 1
      let promises = relation.promises
      let isBroken = (promises.firstMeansSecond && a && !b) || (promises.secondMeansFirst && b && !a)
      guard isBroken else { continue }
      let (met, unmet) = a ? (from.place, to.place) : (to.place, from.place)
      var writer = CaseWriter(seed, base.docked.rulebook)
      for edit in variation.edits { writer.apply(edit, exhibit.plan) }
      // Of the pack whose case the plan starts from.
      let expectation = CaseFile.Expectation(
        provision: base.place.provision, subject: from.kind == to.kind ? subject : nil,
        verdict: ((base.place == met) ? Verdict.satisfied : .gap).rawValue, location: seed.each.location)
      return MappingAttack.Counterexample(
        met: met, unmet: unmet, subject: subject, file: seed.each.location.file,
        yaml: writer.text(expectation, on: exhibit.day))
    }
    return nil
  }

  /// The verdicts on one subject; where the two are judged for different kinds, on all subjects together.
  private func pairs(
    _ first: [Corpus.Outcome], _ second: [Corpus.Outcome]
  ) -> [(subject: String, Verdict, Verdict)] {
    let (first, second) = (first.filter { !$0.isToCome }, second.filter { !$0.isToCome })
    guard from.kind == to.kind else {
      guard let a = together(first), let b = together(second) else { return [] }
      return [("organization", a, b)]
    }
    return first.compactMap { mine in
      second.first { $0.subject == mine.subject }.map { (mine.subject, mine.verdict, $0.verdict) }
    }
  }

  /// Met if met wherever it applies; unmet if unmet anywhere.
  private func together(_ outcomes: [Corpus.Outcome]) -> Verdict? {
    let applicable = outcomes.map(\.verdict).filter { $0 != .notApplicable }
    return applicable.first { $0.isMet == false } ?? applicable.first { $0.isMet == nil } ?? applicable.first
  }
}

extension Verdict {
  /// nil: neither.
  fileprivate var isMet: Bool? {
    switch self {
    case .satisfied, .allowed: true
    case .gap, .notAllowed: false
    default: nil
    }
  }
}
