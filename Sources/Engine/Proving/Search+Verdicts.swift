import FEEL
import Rules

extension Search {
  /// For every provision a plan for each verdict that it can have: from a case, else from the search.
  mutating func verdicts() -> [ProvisionVerdicts] {
    var seen: Set<String> = []
    var result: [ProvisionVerdicts] = []
    for place in docked.pack.provisions.indices {
      let provision = docked.pack.provisions[place]
      guard seen.insert(provision.rule.id).inserted else { continue }
      let wanted: [Verdict] =
        provision.rule.modality == .permission
        ? [.allowed, .notAllowed, .undetermined] : [.satisfied, .gap, .notApplicable, .undetermined]
      result.append(
        ProvisionVerdicts(
          provision: provision.rule.id, location: provision.provision.location,
          verdicts: wanted.map { ($0.rawValue, witness($0, place)) }))
    }
    return result
  }

  private mutating func witness(_ verdict: Verdict, _ place: Int) -> ProvisionVerdicts.Witness {
    for index in docked.expecting[place] {
      for expected in docked.exhibits[index].expectations
      where expected.places.contains(place) && expected.expectation.verdict == verdict.rawValue {
        return .expected(docked.exhibits[index].each.name, expected.expectation.location)
      }
    }
    let corpus = corpus(of: place)
    for item in corpus.items where item.verdicts.contains(where: { $0.verdict == verdict && !$0.isToCome }) {
      if let found = proposed(item, place, nil), found.verdict == verdict.rawValue { return .found(found) }
    }
    return .notFound(tried: corpus.tried, reason: reason(verdict, docked.pack.provisions[place]))
  }

  /// Why there can be none, where that shows.
  private func reason(_ verdict: Verdict, _ provision: CompiledProvision) -> String {
    let isUnlimited =
      provision.applies == nil && provision.exceptions.isEmpty && docked.pack.scopes[provision.kind] == nil
    if verdict == .notApplicable, isUnlimited { return "it has no scope, <applies> or exception" }
    return "no plan that was tried gives it"
  }
}
