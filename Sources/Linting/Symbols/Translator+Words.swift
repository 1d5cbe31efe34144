import Diagnostics
import FEEL
import Facts
import Rules

extension Translator {
  func enumeration(_ name: String) -> Int? { vocabulary.enumeration(named: name) }

  /// The words that a fact of this enumeration may have here: all, or of a long list those that stand for the others.
  func values(of enumeration: Int) -> [String] {
    samples[enumeration] ?? vocabulary.enumerations[enumeration].values.map(\.id)
  }

  mutating func domain(of enumeration: Int) -> Variable.Domain {
    let values = vocabulary.enumerations[enumeration]
    if values.isOpen { return .anyWord }
    return .words(self.values(of: enumeration).map { terms.code($0) })
  }

  /// Countries (cloud regions, languages) that no condition names, and that belong to the same groups on the same days, cannot be
  /// told apart: two of each such class stand for all.
  mutating func sampleCountries() {
    let mentioned = wordsOfPack()
    for (index, enumeration) in vocabulary.enumerations.enumerated()
    where enumeration.values.count > 60 && enumeration.values.allSatisfy({ $0.broader == nil }) {
      var classes: [String: Int] = [:]
      samples[index] = enumeration.values.map(\.id).filter { id in
        if mentioned.contains(id) { return true }
        let key = signature(of: id)
        classes[key, default: 0] += 1
        return classes[key, default: 0] <= 2
      }
    }
  }

  private func signature(of country: String) -> String {
    rulebook.geography.groups.flatMap { group in
      group.members.filter { $0.country == country }.map {
        "\(group.id) \($0.from?.description ?? "") \($0.until?.description ?? "")"
      }
    }.joined(separator: ";")
  }

  /// Every text between quotes, and every word of a parameter.
  private func wordsOfPack() -> Set<String> {
    var words: Set<String> = []
    for source in pack.allExpressions {
      let parts = String(decoding: source.bytes, as: UTF8.self).split(
        separator: "\"", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 1 { words.insert(String(part)) }
    }
    for entry in pack.parameters.flatMap(\.entries) { words.formUnion(entry.value.words) }
    return words
  }

  /// Is a country a member of a group on the day at hand.
  mutating func isMember(_ country: Term, of group: String) -> Term? {
    guard let group = rulebook.geography.groups.first(where: { $0.id == group }) else { return nil }
    let known = enumeration("country").map { Set(values(of: $0)) } ?? []
    var parts: [Term] = []
    for member in group.members where known.contains(member.country) {
      let code = terms.word(member.country)
      let inForce = isInForce(Period(from: member.from, until: member.until))
      parts.append(terms.and(terms.equal(country, code), inForce))
    }
    return terms.or(parts)
  }

  mutating func isInForce(_ period: Period) -> Term {
    var parts: [Term] = []
    if let from = period.from, from.dayNumber > days.lowerBound {
      parts.append(terms.not(terms.less(asOf, terms.whole(from.dayNumber))))
    }
    if let until = period.until {
      parts.append(terms.not(terms.less(terms.whole(until.dayNumber), asOf)))
    }
    return terms.and(parts)
  }
}

extension Value {
  var words: [String] {
    switch self {
    case .string(let text): [text]
    case .list(let list): list.items.flatMap(\.words)
    case .context(let context): context.entries.flatMap(\.value.words)
    default: []
    }
  }
}

extension Pack {
  /// All conditions, as written.
  var allExpressions: [Source] {
    var result: [Source] = definitions.flatMap(\.expressions)
    result += scopes.map(\.expression)
    result += provisions.flatMap(\.expressions)
    return result
  }
}

extension Provision {
  var expressions: [Source] {
    var result: [Source] = applies.map { [$0] } ?? []
    result += exceptions.map(\.expression)
    result += readings.flatMap(\.expressions)
    result += requirement?.conditions.map(\.source) ?? []
    result += remedies.compactMap(\.when)
    return result
  }
}

extension Provision.Reading {
  var expressions: [Source] {
    (applies.map { [$0] } ?? []) + (requirement?.conditions.map(\.source) ?? [])
  }
}

extension Requirement {
  struct Condition {
    let source: Source
    let title: String
    let citations: [Citation]
  }

  var conditions: [Condition] {
    switch self {
    case .condition(let source, let title, let citations):
      [Condition(source: source, title: title, citations: citations)]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    }
  }

  var hasControl: Bool {
    switch self {
    case .control: true
    case .condition, .permission: false
    case .all(let parts), .any(let parts): parts.contains(where: \.hasControl)
    }
  }
}
