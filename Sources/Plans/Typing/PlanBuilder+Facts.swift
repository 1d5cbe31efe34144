import Diagnostics
import FEEL
import Facts

extension PlanBuilder {
  /// One fact as stated, perhaps with its origin; nil if it does not say what is (a target, another period).
  mutating func statement(_ node: Node, _ fact: Vocabulary.Fact, _ cell: Cell) -> Plan.Statement? {
    guard case .map(let entries, _) = node, isAnnotated(node, fact.type) else {
      return value(node, fact.type, cell, fact.planKey).map {
        Plan.Statement(value: $0, location: node.location)
      }
    }
    for entry in entries where !annotations.contains(entry.key) {
      report(
        .unknownKey, entry.location, "a fact with its origin has no key `\(entry.key)`",
        didYouMean(entry.key, among: annotations))
    }
    guard let stated = node["value"] ?? node["values"] else { return nil }
    var value = value(stated, fact.type, cell, fact.planKey)
    if let isComplete = node["complete"] {
      switch (value, isComplete.text) {
      case (.list(var list)?, "false"):
        list.open = Unknown(cell)
        value = .list(list)
      case (.list?, "true"), (nil, "false"), (nil, "true"): break
      case (.list?, _): report(.wrongType, isComplete.location, "`complete` must be true or false")
      default:
        report(.wrongType, isComplete.location, "only a list can be incomplete; `\(fact.planKey)` is none")
      }
    }
    let origin = origin(node["source"])
    let isInPeriod = isInPeriod(node)
    guard let value, isInPeriod, origin != "target" else { return nil }
    return Plan.Statement(value: value, location: stated.location, origin: origin)
  }

  /// `{ value: …, source: … }`, but not a record with a fact of that name.
  private func isAnnotated(_ node: Node, _ type: Vocabulary.FactType) -> Bool {
    for key in ["value", "values"] where node[key] != nil {
      guard case .record(let kind) = type else { return true }
      if vocabulary.kinds[kind].fact(planKey: key) == nil { return true }
    }
    return false
  }

  private mutating func origin(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, origins.contains(text) else {
      let word = node.text ?? "null"
      report(
        .wrongValue, node.location, "`\(word)` is no source of a fact",
        didYouMean(word, among: origins)
          ?? "use \(origins.dropLast().joined(separator: ", ")) or \(origins.last ?? "")")
      return nil
    }
    return text
  }

  private mutating func isInPeriod(_ node: Node) -> Bool {
    let from = node["from"].flatMap { date($0, "from") }
    let until = node["until"].flatMap { date($0, "until") }
    if let from, let until, until < from, let place = node["until"]?.location {
      report(.wrongValue, place, "the period ends before it starts")
    }
    guard let asOf else { return true }
    return (from.map { $0 <= asOf } ?? true) && (until.map { asOf <= $0 } ?? true)
  }

  /// nil after a mistake.
  mutating func value(_ node: Node, _ type: Vocabulary.FactType, _ cell: Cell, _ name: String) -> Value? {
    if node.isNull {
      if case .record(let kind) = type { _ = record(nil, kind, in: cell, at: node.location) }
      return .null
    }
    switch type {
    case .list(let member): return list(node, member, cell, name)
    case .record(let kind): return record(node, kind, in: cell, at: node.location)
    case .money: return money(node, name)
    default: break
    }
    guard case .scalar(let scalar) = node else {
      report(
        .wrongType, node.location,
        "`\(name)` must be \(noun(type)), not a \(node.items == nil ? "map" : "list")")
      return nil
    }
    switch type {
    case .boolean: return boolean(scalar, name)
    case .number:
      guard let value = number(scalar, name) else { return nil }
      check(value, scalar, name, vocabulary.kinds[cell.kind].facts[cell.fact])
      return value
    case .date: return date(node, name).map { .date($0) }
    case .enumeration(let index): return word(scalar, vocabulary.enumerations[index], name)
    case .reference(let kind): return reference(scalar, kind)
    default:
      checkCovered(scalar, cell)
      return .string(scalar.text)
    }
  }

  private mutating func list(_ node: Node, _ member: Vocabulary.FactType, _ cell: Cell, _ name: String)
    -> Value?
  {
    guard case .list(let items, _) = node else {
      let way = node.text.map { "write [\($0)]" } ?? "start each entry with `-`"
      report(.wrongType, node.location, "`\(name)` must be a list", way)
      return nil
    }
    var values: [Value] = []
    for item in items {
      if item.isNull {
        report(.wrongType, item.location, "an entry of `\(name)` is empty", "write `[]` for none")
      } else if let value = value(item, member, cell, name) {
        values.append(value)
      }
    }
    return .list(List(values))
  }

  private mutating func money(_ node: Node, _ name: String) -> Value? {
    guard case .map(let entries, let location) = node else {
      report(.wrongType, node.location, "`\(name)` must be money, like { amount: 1000000, currency: EUR }")
      return nil
    }
    var amount: Value?
    var currency: String?
    for entry in entries {
      switch (entry.key, entry.value) {
      case ("amount", .scalar(let scalar)): amount = number(scalar, "amount")
      case ("currency", .scalar(let scalar)): currency = self.currency(scalar)
      case ("amount", _), ("currency", _):
        report(.wrongType, entry.value.location, "`\(entry.key)` must be a single value")
      default:
        report(
          .unknownKey, entry.location, "money has no key `\(entry.key)`",
          didYouMean(entry.key, among: ["amount", "currency"]))
      }
    }
    for key in ["amount", "currency"] where node[key] == nil {
      report(.missingKey, location, "`\(name)` has no `\(key)`")
    }
    guard let amount, let currency else { return nil }
    return .context(Context([Context.Entry("amount", amount), Context.Entry("currency", .string(currency))]))
  }

  private mutating func currency(_ scalar: Node.Scalar) -> String? {
    let text = scalar.text
    if text.utf8.count == 3, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return text
    }
    let way = text.utf8.count == 3 ? "did you mean `\(text.uppercased())`?" : nil
    report(
      .wrongValue, scalar.location, "`\(text)` is no currency; it has three capital letters, like EUR", way)
    return nil
  }
}

private let annotations = ["value", "values", "complete", "source", "from", "until", "note"]
/// Where a figure comes from. A target is a wish and leaves the fact unknown.
let origins = ["measured", "estimated", "declared", "documented", "target"]

extension Diagnostic.Code {
  static let wrongValue = Self(rawValue: "plan.wrong-value")
}
