import FEEL
import Facts
import Plans
import Rules

/// Looks for plans: those that tell a mutant from its pack, and those that give a provision each of its verdicts. Starts from the
/// cases, goes on in a fixed order, ends at a limit: the same pack always gives the same answer.
struct Search {
  let docked: Docked
  let bench: Bench
  let limits: Proof.Limits
  private var corpora: [Int: Corpus] = [:]

  init(_ docked: Docked, _ limits: Proof.Limits) {
    self.docked = docked
    self.limits = limits
    bench = Bench(docked)
  }

  mutating func corpus(of place: Int) -> Corpus {
    let first = docked.pack.provisions.firstIndex {
      $0.rule.id == docked.pack.provisions[place].rule.id
    }
    let key = first ?? place
    if let known = corpora[key] { return known }
    let corpus = Corpus(place, docked, bench, limit: limits.plansPerProvision)
    // Enough for neighbours in the file; all of them would take too much memory.
    if corpora.count >= 40 { corpora.removeAll() }
    corpora[key] = corpus
    return corpus
  }

  /// A case that tells the mutant from the pack.
  mutating func killer(of mutant: Mutant) -> Proof.Killer {
    let rulebook = docked.with(mutant.applied(to: docked.pack))
    var tried = 0
    if let found = asItStands(mutant, rulebook, &tried) { return .proposed(found) }
    for place in targets(of: mutant) {
      let corpus = corpus(of: place)
      for item in corpus.items where !item.variation.edits.isEmpty {
        tried += 1
        if let found = difference(item, corpus.places, rulebook) { return .proposed(found) }
      }
      if mutant.hints.isEmpty, mutant.days.isEmpty { continue }
      if let found = nearHints(mutant, place, corpus, rulebook, &tried) { return .proposed(found) }
    }
    return .notFound(tried: tried)
  }

  /// The provisions to look at: where it stands, else the first that hang on it.
  private func targets(of mutant: Mutant) -> [Int] {
    let users = mutant.affected.filter { $0 != mutant.provision }
    let own = mutant.provision.map { [$0] } ?? []
    return Array((own + users.sorted { docked.expecting[$0].count > docked.expecting[$1].count }).prefix(4))
  }

  /// A plan of a case may do, with one more expectation.
  private func asItStands(_ mutant: Mutant, _ rulebook: Rulebook, _ tried: inout Int) -> ProposedCase? {
    let places = targets(of: mutant)
    for index in docked.exhibits.indices {
      tried += 1
      let exhibit = docked.exhibits[index]
      let before = bench.outcomes(exhibit, places, docked.rulebook)
      let item = Corpus.Item(variation: Variation(seed: index), exhibit: exhibit, verdicts: before)
      if let found = difference(item, places, rulebook) { return found }
    }
    return nil
  }

  private func difference(_ item: Corpus.Item, _ places: [Int], _ rulebook: Rulebook) -> ProposedCase? {
    let changed = bench.outcomes(item.exhibit, places, rulebook)
    if changed == item.verdicts { return nil }
    for place in places {
      if let found = proposed(item, place, rulebook) { return found }
    }
    return nil
  }

  /// States near the values that the mutant moves.
  private func nearHints(
    _ mutant: Mutant, _ place: Int, _ corpus: Corpus, _ rulebook: Rulebook, _ tried: inout Int
  ) -> ProposedCase? {
    let alphabet = Alphabet(mutant.hints)
    let limit = tried + limits.plansPerMutant
    for item in corpus.items {
      let seed = docked.exhibits[item.variation.seed]
      let variations = variations(near: mutant, item, place, alphabet)
      for variation in variations {
        if tried >= limit { return nil }
        tried += 1
        let exhibit = Exhibit(
          seed.each, variation.plan(seed, bench.vocabulary), on: variation.day(seed), docked.rulebook)
        let before = bench.outcomes(exhibit, corpus.places, docked.rulebook)
        let near = Corpus.Item(variation: variation, exhibit: exhibit, verdicts: before)
        if let found = difference(near, corpus.places, rulebook) { return found }
      }
    }
    return nil
  }
}

extension Search {
  /// A word of the mutant, a number of it, a day of it; then two or three of them at once.
  private func variations(near mutant: Mutant, _ item: Corpus.Item, _ place: Int, _ alphabet: Alphabet)
    -> [Variation]
  {
    let edits = bench.asked(item.exhibit, place).flatMap { cell in
      bench.edits(cell, item.exhibit.plan, alphabet).filter { $0.isStated(by: mutant.hints) }
    }
    let numbers = edits.filter(\.isNumber)
    let words = edits.filter { !$0.isNumber }
    var result = edits.map { item.variation.with($0) }
    result += mutant.days.map { item.variation.with(.day($0)) }
    for word in words { result += numbers.map { item.variation.with(word).with($0) } }
    for edit in edits { result += mutant.days.map { item.variation.with(edit).with(.day($0)) } }
    return result
  }
}

extension Variation.Edit {
  fileprivate var isNumber: Bool {
    if case .fact(_, .number?) = self { true } else { false }
  }

  /// Does it state one of these values, or a number near it.
  fileprivate func isStated(by hints: [Value]) -> Bool {
    guard case .fact(_, let value?) = self else { return false }
    switch value {
    case .number, .date, .context: return true
    case .list(let list): return list.items.contains { hints.contains($0) }
    default: return hints.contains(value)
    }
  }
}
