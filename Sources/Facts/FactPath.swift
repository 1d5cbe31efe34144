import Diagnostics
package import FEEL

/// Why a text is no path to a fact, or no value of it.
package struct FactProblem: Error {
  package var message: String
  package var suggestion: String?
  package init(message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }
}

/// Facts of a plan as a remedy names them: `activity.notice.plain`, of the subject, of the organization or of a whole
/// collection; `markets[country = "VN"].localEntity` of some of its rows.
package struct FactPath: Sendable, Hashable {
  package enum Root: Sendable, Hashable {
    /// The subject that is judged.
    case subject
    /// The organization.
    case singleton
    /// Rows of a collection.
    case rows
  }
  package var root: Root
  package var kind: Int
  /// What the rows of the collection must be like.
  package var filters: [Filter]
  /// Facts on the way: references, records, and lists of them. Every member of a list is meant.
  package var way: [Step]
  /// What is stated in the end.
  package var fact: Step
  package var type: Vocabulary.FactType

  package struct Step: Sendable, Hashable {
    package var kind: Int
    package var fact: Int
    /// What the members of the list must be like.
    package var filters: [Filter] = []
  }

  /// A fact with the value that it must have.
  package struct Filter: Sendable, Hashable {
    package var fact: Int
    package var value: Value
    package init(fact: Int, value: Value) {
      self.fact = fact
      self.value = value
    }
  }

  /// Steps of a path, at most.
  package static let limit = 8
  /// Bytes of a path, at most.
  package static let textLimit = 500

  /// `per`: the kind of the subject.
  package init(_ text: String, per: Int, in vocabulary: Vocabulary) throws(FactProblem) {
    let written = try FactPath.steps(text, vocabulary.kinds[per].name)
    (root, kind) = try FactPath.root(written[0].name, per, vocabulary)
    filters = try FactPath.filters(written[0].filter, root == .rows ? kind : nil, vocabulary)
    way = []
    var current = kind
    for word in written.dropFirst().dropLast() {
      var step = try FactPath.step(word.name, current, isLast: false, vocabulary)
      let type = vocabulary.kinds[step.kind].facts[step.fact].type
      guard let next = type.entityKind else {
        throw FactProblem(message: "`\(word.name)` in `\(text)` is a value: nothing can follow it")
      }
      var isList = false
      if case .list = type { isList = true }
      step.filters = try FactPath.filters(word.filter, isList ? next : nil, vocabulary)
      way.append(step)
      current = next
    }
    let last = written[written.count - 1]
    _ = try FactPath.filters(last.filter, nil, vocabulary)
    fact = try FactPath.step(last.name, current, isLast: true, vocabulary)
    type = vocabulary.kinds[fact.kind].facts[fact.fact].type
    let kinds = ([kind] + way.map(\.kind) + [fact.kind]).map { vocabulary.kinds[$0] }
    if kinds.contains(where: { $0.name == "control" }) {
      throw FactProblem(
        message: "controls are not set", suggestion: "name them with <control ref=\"…\"/> in the remedy")
    }
  }

  /// The names and filters of a path, at least two.
  private static func steps(_ text: String, _ subject: String) throws(FactProblem) -> [(
    name: String, filter: Expression?
  )] {
    let problem = FactProblem(
      message: "`\(text.prefix(100))` is not a path to a fact",
      suggestion: "write the kind of subject, a dot and the fact: `\(subject).…`")
    guard text.utf8.count <= textLimit else {
      throw FactProblem(message: "a path has at most \(textLimit) characters")
    }
    guard var current = Expression(ofPack: Source(name: "", text: text, firstLine: 1)) else { throw problem }
    var steps: [(name: String, filter: Expression?)] = []
    while true {
      var filter: Expression?
      if case .filter(let inner, let condition) = current.form { (current, filter) = (inner, condition) }
      switch current.form {
      case .name(let name):
        steps.append((name, filter))
        guard steps.count > 1 else { throw problem }
        return steps.reversed()
      case .path(let inner, let name, _):
        steps.append((name, filter))
        current = inner
      default: throw problem
      }
      guard steps.count < limit else { throw FactProblem(message: "a path has at most \(limit) steps") }
    }
  }

  /// `country = "VN"`, several joined with `and`. `kind`: of the rows; nil where there is nothing to choose among.
  private static func filters(
    _ written: Expression?, _ kind: Int?, _ vocabulary: Vocabulary
  ) throws(FactProblem) -> [Filter] {
    guard let written else { return [] }
    guard let kind else {
      throw FactProblem(message: "only rows of a collection or members of a list are chosen with […]")
    }
    var filters: [Filter] = []
    for part in written.row(of: .and) {
      guard case .binary(.equal, let left, let right) = part.form, case .name(let name) = left.form else {
        throw FactProblem(
          message: "rows are chosen by facts with values", suggestion: "write [country = \"VN\"]")
      }
      let declared = vocabulary.kinds[kind]
      let fact: Int
      if let key = declared.key, name == key, let place = declared.fact(named: key) {
        fact = place
      } else {
        fact = try step(name, kind, isLast: true, vocabulary).fact
      }
      filters.append(
        Filter(
          fact: fact, value: try FactLiteral(in: vocabulary).value(right, name, declared.facts[fact].type)))
    }
    return filters
  }

  private static func root(_ word: String, _ per: Int, _ vocabulary: Vocabulary) throws(FactProblem) -> (
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
    throw FactProblem(
      message: "`\(word)` is no place to begin: a path starts with `\(vocabulary.kinds[per].name)`, "
        + "the subject of this rule, with `organization` or with a collection",
      suggestion: other.map { "for each of them write `\($0.collection ?? "")`" }
        ?? nearest(to: word, among: names).map { "did you mean `\($0)`?" })
  }

  static func step(
    _ word: String, _ kindIndex: Int, isLast: Bool, _ vocabulary: Vocabulary
  ) throws(FactProblem) -> Step {
    let kind = vocabulary.kinds[kindIndex]
    // A name of conditions; where that is derived, what plans call so: `store.country` is stated as `country`.
    let named = kind.fact(named: word)
    if let named, kind.facts[named].derivation == nil, kind.facts[named].name != kind.key || kind.isDerived {
      let isOpen = !kind.isDerived || (!isLast && kind.facts[named].type.entityKind != nil)
      if isOpen { return Step(kind: kindIndex, fact: named) }
      let ways = kind.facts.filter { $0.type.entityKind != nil }.map { "`\(kind.name).\($0.name).…`" }
      throw FactProblem(
        message: "`\(kind.name).\(word)` follows from other facts of the plan and cannot be set",
        suggestion: "set those: \(ways.joined(separator: ", "))")
    }
    if let stated = kind.fact(planKey: word), kind.facts[stated].name != kind.key {
      return Step(kind: kindIndex, fact: stated)
    }
    if let named {
      if kind.facts[named].name == kind.key {
        throw FactProblem(message: "`\(word)` names the \(kind.name); a remedy cannot change it")
      }
      throw FactProblem(
        message: "`\(kind.name).\(word)` is worked out from other facts: set those",
        suggestion: kind.facts[named].derivation.map {
          "it is `\(String(decoding: $0.bytes, as: UTF8.self))`"
        })
    }
    let names = kind.facts.filter { $0.derivation == nil && $0.name != kind.key }.map(\.planKey)
    throw FactProblem(
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
