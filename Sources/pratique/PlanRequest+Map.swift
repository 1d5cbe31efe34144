import Engine
import FEEL
import Facts
import Plans
import Reports
import Rules

extension MapBase {
  private static let file = "rules/world.csv"

  /// Read only where a map is wanted. nil: the library has no outlines, as those of earlier versions.
  init?(_ plan: Plan, _ rulebook: Rulebook, library: Library) throws {
    guard library.has(MapBase.file) else { return nil }
    let geography = rulebook.geography
    let atlas = try Atlas(library.source(MapBase.file), geography: geography)
    let facts = PlanFacts(plan: plan, vocabulary: rulebook.vocabulary)
    let homes =
      facts.texts("mainEstablishment", of: "organization", row: 0)
      + facts.texts("establishedIn", of: "organization", row: 0)
    let stores = facts.rows("store").flatMap { row, id in
      let stated = facts.texts("statedCountry", of: "store", row: row)
      let regions = facts.texts("region", of: "store", row: row)
      return (stated.isEmpty ? regions.compactMap(geography.country(ofRegion:)) : stated).map {
        Site(name: id, country: $0)
      }
    }
    let recipients = facts.rows("recipient").flatMap { row, id in
      let name = facts.texts("name", of: "recipient", row: row).first ?? id
      var countries: [String] = []
      for country in facts.texts("country", of: "recipient", row: row)
        + facts.texts("processesIn", of: "recipient", row: row) where !countries.contains(country)
      {
        countries.append(country)
      }
      return countries.map { Site(name: name, country: $0) }
    }
    self.init(atlas: atlas, homes: homes, stores: stores, recipients: recipients)
  }
}

/// What the plan states, by the names of facts; nothing where the vocabulary has no such fact.
private struct PlanFacts {
  let plan: Plan
  let vocabulary: Vocabulary

  func rows(_ kind: String) -> [(row: Int, id: String)] {
    guard let kind = vocabulary.kind(named: kind) else { return [] }
    return plan.rows[kind].enumerated().map { ($0, $1.id) }
  }

  /// A text or a list of texts.
  func texts(_ fact: String, of kind: String, row: Int) -> [String] {
    guard let kind = vocabulary.kind(named: kind), plan.rows[kind].indices.contains(row),
      let fact = vocabulary.kinds[kind].fact(named: fact)
    else { return [] }
    switch plan.rows[kind][row].statements[fact]?.value {
    case .string(let text)?: return [text]
    case .list(let list)?:
      return list.items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    default: return []
    }
  }
}
