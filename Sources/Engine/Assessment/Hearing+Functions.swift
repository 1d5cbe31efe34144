import FEEL
import Facts
import Plans
import Rules

extension Hearing {
  /// The product's own functions; unknown arguments give unknown unless the answer cannot change.
  mutating func carryOut(_ function: HostFunction, _ arguments: [Value]) -> Value {
    switch function {
    case .hasKind(let enumeration): hasKind(arguments[0], arguments[1], enumeration)
    case .overlaps: overlaps(arguments[0], arguments[1])
    case .within: within(arguments[0], arguments[1])
    case .inPlace: control(arguments[0], wanted: { $0.isInPlace })
    case .planned:
      control(
        arguments[0], wanted: { $0.assurance == .planned ? .yes : $0.assurance == .unknown ? .unknown : .no })
    case .firstStated: firstStated(arguments[0], arguments[1])
    case .observe(let observer): observed(arguments[0], arguments[1], by: observer)
    case .memberOf, .isKind, .countOf, .regionCountry: ofKnown(function, arguments)
    }
  }

  private func observed(_ place: Value, _ value: Value, by observer: Observer) -> Value {
    observer.note(place, value)
    return value
  }

  /// Functions that say nothing as long as an argument is unknown.
  private mutating func ofKnown(_ function: HostFunction, _ arguments: [Value]) -> Value {
    if let unknown = union(arguments) { return .unknown(unknown) }
    switch (function, arguments[0]) {
    case (.memberOf, .string(let country)):
      guard case .string(let group) = arguments[1] else { return .null }
      return rulebook.geography.isMember(country, of: group, on: day).map { .boolean($0) } ?? .null
    case (.isKind(let enumeration), .string(let value)):
      guard case .string(let wider) = arguments[1] else { return .null }
      return isKind(value, wider, enumeration)
    case (.regionCountry, .string(let region)):
      // Not known, if the provider does not say.
      return rulebook.geography.country(ofRegion: region).map { .string($0) } ?? openAnswer
    case (.countOf, .list(let counts)): return count(counts, arguments[1], arguments[2])
    default: return .null
    }
  }

  /// What the facts do not settle: the fact asked last is what the answer rests on.
  private var openAnswer: Value { .unknown(Unknown(lastAsked ?? Cell(kind: 0, row: 0, fact: -1))) }

  private func union(_ values: [Value]) -> Unknown? {
    var result: Unknown?
    for case .unknown(let unknown) in values { result = result?.union(unknown) ?? unknown }
    return result
  }

  /// Yes if equal or narrower; not known if only the wider value was stated ("special" asked for "health").
  private func isKind(_ value: String, _ wider: String, _ enumeration: Int) -> Value {
    let values = rulebook.vocabulary.enumerations[enumeration]
    if values.isSame(value, orNarrowerThan: wider) { return .boolean(true) }
    if value != wider, values.isSame(wider, orNarrowerThan: value) { return openAnswer }
    return .boolean(false)
  }

  private func hasKind(_ list: Value, _ wanted: Value, _ enumeration: Int) -> Value {
    if let unknown = union([list, wanted]) { return .unknown(unknown) }
    guard case .list(let list) = list, case .string(let wider) = wanted else { return .null }
    return any(list) { item in
      if case .string(let value) = item { return isKind(value, wider, enumeration) }
      return item
    }
  }

  private func overlaps(_ a: Value, _ b: Value) -> Value {
    if let unknown = union([a, b]) { return .unknown(unknown) }
    guard case .list(let a) = a, case .list(let b) = b else { return .null }
    var result = any(a) { item in any(b) { equal(item, $0) } }
    // A closed empty list shares nothing, whatever the other may hold; an open one may.
    if case .boolean(false) = result, let open = b.open, !a.items.isEmpty || a.open != nil {
      result = .unknown(open)
    }
    return result
  }

  private func within(_ a: Value, _ b: Value) -> Value {
    if let unknown = union([a, b]) { return .unknown(unknown) }
    guard case .list(let a) = a, case .list(let b) = b else { return .null }
    let outside = any(a) { item in
      switch any(b, { equal(item, $0) }) {
      case .boolean(let found): .boolean(!found)
      case let other: other
      }
    }
    if case .boolean(let found) = outside { return .boolean(!found) }
    return outside
  }

  private func equal(_ a: Value, _ b: Value) -> Value {
    union([a, b]).map { .unknown($0) } ?? .boolean(a == b)
  }

  /// Kleene "some" over a list that may be open.
  private func any(_ list: List, _ test: (Value) -> Value) -> Value {
    var unknown = list.open
    for item in list.items {
      switch test(item) {
      case .boolean(true): return .boolean(true)
      case .unknown(let more): unknown = unknown?.union(more) ?? more
      default: break
      }
    }
    return unknown.map { .unknown($0) } ?? .boolean(false)
  }

  private func firstStated(_ a: Value, _ b: Value) -> Value {
    guard case .unknown(let first) = a else { return a }
    if case .unknown(let second) = b { return .unknown(first.union(second)) }
    return b == .null ? .unknown(first) : b
  }

  /// The figure of one country among records of counts; unknown if none of them is of that country.
  private mutating func count(_ counts: List, _ country: Value, _ figure: Value) -> Value {
    guard case .string(let name) = figure else { return .null }
    var missing = counts.open
    for case .entity(let entity) in counts.items {
      let facts = rulebook.vocabulary.kinds[entity.kind].facts
      guard let of = facts.firstIndex(where: { $0.name == "country" }),
        let wanted = facts.firstIndex(where: { $0.name == name })
      else { return .null }
      let stated = value(of: of, in: entity)
      if case .unknown(let unknown) = stated { missing = missing?.union(unknown) ?? unknown }
      if stated == country { return value(of: wanted, in: entity) }
    }
    return missing.map { .unknown($0) } ?? openAnswer
  }

  private mutating func control(_ id: Value, wanted: (ControlJudgement) -> Ternary) -> Value {
    guard case .string(let id) = id else { return id }
    let judgement = controls.judge(control: id, for: subject)
    return switch wanted(judgement) {
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .unknown: .unknown(judgement.unknown ?? Unknown(Cell(kind: 0, row: 0, fact: -1)))
    }
  }
}
