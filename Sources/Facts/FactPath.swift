import Diagnostics
import FEEL

/// Facts of a plan as a remedy names them: `activity.notice.plain`, of the subject, of the organization or of a whole collection.
package struct FactPath: Sendable, Hashable {
  package enum Root: Sendable, Hashable {
    /// The subject that is judged.
    case subject
    /// The organization.
    case singleton
    /// Every row of a collection.
    case rows
  }
  package var root: Root
  package var kind: Int
  /// Facts on the way: references, records, and lists of them. Every member of a list is meant.
  package var way: [Step]
  /// What is stated in the end.
  package var fact: Step
  package var type: Vocabulary.FactType

  package struct Step: Sendable, Hashable {
    package var kind: Int
    package var fact: Int
  }

  /// Why a text is no path.
  package struct Problem: Error {
    package var message: String
    package var suggestion: String?
  }

  /// Steps of a path, at most.
  package static let limit = 8

  /// `per`: the kind of the subject.
  package init(_ text: String, per: Int, in vocabulary: Vocabulary) throws(Problem) {
    var words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard words.count <= FactPath.limit else {
      throw Problem(message: "a path has at most \(FactPath.limit) steps, this one \(words.count)")
    }
    guard words.count > 1, !words.contains("") else {
      throw Problem(
        message: "`\(text)` is not a path to a fact",
        suggestion: "write the kind of subject, a dot and the fact: `\(vocabulary.kinds[per].name).…`")
    }
    (root, kind) = try FactPath.root(words.removeFirst(), per, vocabulary)
    way = []
    var current = kind
    while words.count > 1 {
      let step = try FactPath.step(words.removeFirst(), current, isLast: false, vocabulary)
      guard let next = vocabulary.kinds[step.kind].facts[step.fact].type.entityKind else {
        let name = vocabulary.kinds[step.kind].facts[step.fact].name
        throw Problem(message: "`\(name)` in `\(text)` is a value: nothing can follow it")
      }
      way.append(step)
      current = next
    }
    fact = try FactPath.step(words[0], current, isLast: true, vocabulary)
    type = vocabulary.kinds[fact.kind].facts[fact.fact].type
    let kinds = ([kind] + way.map(\.kind) + [fact.kind]).map { vocabulary.kinds[$0] }
    if kinds.contains(where: { $0.name == "control" }) {
      throw Problem(
        message: "controls are not set", suggestion: "name them with <control ref=\"…\"/> in the remedy")
    }
  }

  private static func root(_ word: String, _ per: Int, _ vocabulary: Vocabulary) throws(Problem) -> (
    Root, Int
  ) {
    if word == vocabulary.kinds[per].name {
      return (vocabulary.kinds[per].isSingleton ? .singleton : .subject, per)
    }
    for (index, kind) in vocabulary.kinds.enumerated() where !kind.isDerived {
      if kind.isSingleton, kind.name == word { return (.singleton, index) }
      if kind.collection == word { return (.rows, index) }
    }
    let names =
      [vocabulary.kinds[per].name]
      + vocabulary.kinds.filter { !$0.isDerived }.compactMap { $0.isSingleton ? $0.name : $0.collection }
    let other = vocabulary.kinds.first { $0.name == word && $0.collection != nil }
    throw Problem(
      message: "`\(word)` is no place to begin: a path starts with `\(vocabulary.kinds[per].name)`, "
        + "the subject of this rule, with `organization` or with a collection",
      suggestion: other.map { "for each of them write `\($0.collection ?? "")`" }
        ?? nearest(to: word, among: names).map { "did you mean `\($0)`?" })
  }

  private static func step(
    _ word: String, _ kindIndex: Int, isLast: Bool, _ vocabulary: Vocabulary
  ) throws(Problem) -> Step {
    let kind = vocabulary.kinds[kindIndex]
    // A name of conditions; where that is derived, what plans call so: `store.country` is stated as `country`.
    let named = kind.fact(named: word)
    if let named, kind.facts[named].derivation == nil, kind.facts[named].name != kind.key || kind.isDerived {
      let isOpen = !kind.isDerived || (!isLast && kind.facts[named].type.entityKind != nil)
      if isOpen { return Step(kind: kindIndex, fact: named) }
      let ways = kind.facts.filter { $0.type.entityKind != nil }.map { "`\(kind.name).\($0.name).…`" }
      throw Problem(
        message: "`\(kind.name).\(word)` follows from other facts of the plan and cannot be set",
        suggestion: "set those: \(ways.joined(separator: ", "))")
    }
    if let stated = kind.fact(planKey: word), kind.facts[stated].name != kind.key {
      return Step(kind: kindIndex, fact: stated)
    }
    if let named {
      if kind.facts[named].name == kind.key {
        throw Problem(message: "`\(word)` names the \(kind.name); a remedy cannot change it")
      }
      throw Problem(
        message: "`\(kind.name).\(word)` is worked out from other facts: set those",
        suggestion: kind.facts[named].derivation.map {
          "it is `\(String(decoding: $0.bytes, as: UTF8.self))`"
        })
    }
    let names = kind.facts.filter { $0.derivation == nil && $0.name != kind.key }.map(\.name)
    throw Problem(
      message: "`\(kind.name)` has no fact `\(word)`",
      suggestion: nearest(to: word, among: names).map { "did you mean `\($0)`?" })
  }
}

extension Vocabulary.FactType {
  /// The kind of the rows that it leads to, also through a list.
  package var entityKind: Int? {
    switch self {
    case .reference(let kind), .record(let kind): kind
    case .list(let member): member.entityKind
    default: nil
    }
  }
}
