import Diagnostics
import Facts

/// What a plan states, in words: the question of each fact with its answer.
struct CaseWords {
  let vocabulary: Vocabulary

  /// A line for each row or singleton.
  func statements(_ node: Node) -> [[Piece]] {
    (node.entries ?? []).flatMap { entry -> [[Piece]] in
      if let kind = vocabulary.kind(ofCollection: entry.key), let rows = entry.value.items {
        if rows.isEmpty { return [[.text("no \(spaced(entry.key))")]] }
        return rows.map { row(kind, $0) }
      }
      if let kind = vocabulary.kind(named: entry.key), vocabulary.kinds[kind].isSingleton {
        return [[.text("the \(spaced(entry.key)): ")] + facts(entry.value, kind, except: nil)]
      }
      if entry.key == "complete" {
        return [
          [
            .text(
              "complete lists: \((entry.value.items ?? []).compactMap(\.text).map(spaced).joined(separator: ", "))"
            )
          ]
        ]
      }
      return [[.code(entry.key), .text(" ")] + value(entry.value, nil)]
    }
  }

  /// `activities.a.consent.affirmative` that a case leaves out.
  func removal(_ path: String) -> [Piece] {
    let steps = path.split(separator: ".").map(String.init)
    var rest = steps[...]
    var kind = steps.first.flatMap { vocabulary.kind(ofCollection: $0) ?? vocabulary.kind(named: $0) }
    guard let first = kind else { return [.text("not stated: "), .code(path)] }
    rest = rest.dropFirst()
    var pieces: [Piece] = [.text("not stated: the ")]
    pieces.append(
      .text(spaced(vocabulary.kinds[first].collection != nil ? vocabulary.kinds[first].name : steps[0])))
    if vocabulary.kinds[first].collection != nil, let id = rest.popFirst() { pieces.append(.text(" \(id)")) }
    if rest.isEmpty { return pieces }
    pieces.append(.text(": "))
    while let step = rest.popFirst() {
      guard let current = kind, let index = vocabulary.kinds[current].fact(planKey: step) else {
        return [.text("not stated: "), .code(path)]
      }
      let fact = vocabulary.kinds[current].facts[index]
      if case .record(let inner) = fact.type {
        kind = inner
        pieces.append(
          .text(rest.isEmpty ? vocabulary.kinds[inner].title : "\(vocabulary.kinds[inner].title): "))
      } else {
        kind = nil
        pieces.append(.question(fact.ask))
      }
    }
    return pieces
  }

  private func row(_ kind: Int, _ node: Node) -> [Piece] {
    let declared = vocabulary.kinds[kind]
    let key = declared.key
    let id = key.flatMap { node[$0] }?.text ?? ""
    let type = key.flatMap { declared.fact(planKey: $0) }.map { declared.facts[$0].type }
    let label: [Piece] = id.isEmpty ? [] : [.text(" "), .text(words(id, type))]
    let facts = facts(node, kind, except: key)
    return [.text(spaced(declared.name))] + label + (facts.isEmpty ? [] : [.text(": ")] + facts)
  }

  private func facts(_ node: Node, _ kind: Int, except key: String?) -> [Piece] {
    var result: [Piece] = []
    for entry in node.entries ?? [] where entry.key != key {
      if !result.isEmpty { result.append(.text("; ")) }
      let declared = vocabulary.kinds[kind]
      guard let index = declared.fact(planKey: entry.key) else {
        result += [.code(entry.key), .text(" ")] + value(entry.value, nil)
        continue
      }
      let fact = declared.facts[index]
      if case .record(let inner) = fact.type {
        result += [.text("\(vocabulary.kinds[inner].title): ")] + facts(entry.value, inner, except: nil)
      } else {
        result += [.question(fact.ask), .text(" ")] + value(entry.value, fact.type)
      }
    }
    return result
  }

  private func value(_ node: Node, _ type: Vocabulary.FactType?) -> [Piece] {
    switch node {
    case .scalar(let scalar): return [.value(scalar.isNull ? "nothing" : words(scalar.text, type))]
    case .list(let items, _):
      let member: Vocabulary.FactType? = if case .list(let member)? = type { member } else { type }
      if items.isEmpty { return [.value("none")] }
      var result: [Piece] = []
      for (index, item) in items.enumerated() {
        if index > 0 { result.append(.text(", ")) }
        result += value(item, member)
      }
      return result
    case .map(let entries, _):
      if let inner = node["value"] ?? node["values"] { return value(inner, type) }
      var pieces: [Piece] = []
      if case .reference(let kind)? = type {
        pieces = facts(node, kind, except: nil)
      } else if case .record(let kind)? = type {
        pieces = facts(node, kind, except: nil)
      } else {
        for entry in entries {
          if !pieces.isEmpty { pieces.append(.text("; ")) }
          pieces += [.text("\(spaced(entry.key)) ")] + value(entry.value, nil)
        }
      }
      return [.text("(")] + pieces + [.text(")")]
    }
  }

  private func words(_ text: String, _ type: Vocabulary.FactType?) -> String {
    switch type {
    case .boolean?: return text == "true" ? "yes" : text == "false" ? "no" : text
    case .enumeration(let index)?, .list(.enumeration(let index))?:
      let enumeration = vocabulary.enumerations[index]
      guard let value = enumeration.index(of: text) else { return text }
      return enumeration.values[value].title ?? spaced(text)
    case .number?: return grouped(text)
    default: return text
    }
  }
}
