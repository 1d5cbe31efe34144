package import Diagnostics

/// A JSON value with its keys in the order written.
package indirect enum JSONValue: Sendable {
  case string(String)
  /// A number, `true`, `false` or `null`.
  case literal(String)
  case array([JSONValue])
  case object([(String, JSONValue)])
}

extension JSONValue {
  package init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = scalar.isText ? .string(scalar.text) : .literal(scalar.text)
    case .list(let items, _): self = .array(items.map(JSONValue.init))
    case .map(let entries, _): self = .object(entries.map { ($0.key, JSONValue($0.value)) })
    }
  }

  package static func number(_ number: Int) -> JSONValue { .literal(String(number)) }

  /// The value of a key of an object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  package var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var number: Int? {
    guard case .literal(let text) = self else { return nil }
    return Int(text)
  }
}
