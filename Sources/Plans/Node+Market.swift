package import Diagnostics
package import Facts

extension Node {
  /// Countries of the plan's markets, as written.
  package var marketCountries: [String] {
    guard case .list(let rows, _) = self["markets"] else { return [] }
    return rows.compactMap { $0["country"]?.text }
  }

  /// The plan with one more market, without a date of entry. Facts that list where people or markets are reached (`reach` of the
  /// vocabulary) take it in wherever they have one of the plan's markets: what is offered there is taken to be offered here too.
  package func entering(_ country: String, vocabulary: Vocabulary) -> Node {
    let markets = Set(marketCountries)
    guard case .map(var entries, let location) = self else { return self }
    for place in entries.indices {
      guard let kind = vocabulary.kind(ofCollection: entries[place].key),
        case .list(let rows, let start) = entries[place].value
      else { continue }
      let reached = vocabulary.kinds[kind].facts.filter(\.isReach).map(\.planKey)
      entries[place].value = .list(rows.map { $0.reaching(country, beside: markets, reached) }, start)
    }
    let changed = Node.map(entries, location)
    let row = Node.map(
      [Entry("country", at: location, .scalar(Scalar(country, isText: true, at: location)))], location)
    return changed.merged(with: .map([Entry("markets", at: location, .list([row], location))], location))
  }

  /// A row whose facts of these names list `country` where they list one of the markets.
  private func reaching(_ country: String, beside markets: Set<String>, _ facts: [String]) -> Node {
    guard case .map(var entries, let location) = self else { return self }
    for place in entries.indices where facts.contains(entries[place].key) {
      entries[place].value = entries[place].value.adding(country, beside: markets)
    }
    return .map(entries, location)
  }

  private func adding(_ country: String, beside markets: Set<String>) -> Node {
    switch self {
    case .list(let items, let location):
      let stated = items.compactMap(\.text)
      guard !stated.contains(country), !markets.isDisjoint(with: stated) else { return self }
      return .list(items + [.scalar(Scalar(country, isText: true, at: location))], location)
    case .map(var entries, let location):
      // A list with its origin, or one that says whether it is complete.
      guard let place = entries.firstIndex(where: { $0.key == "values" || $0.key == "value" }) else {
        return self
      }
      entries[place].value = entries[place].value.adding(country, beside: markets)
      return .map(entries, location)
    case .scalar: return self
    }
  }
}
