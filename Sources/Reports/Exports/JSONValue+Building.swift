package import JSON

/// For formats with many small objects.
extension JSONValue {
  /// Without the members that are absent or empty lists, which OSCAL forbids.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(
      members.compactMap { name, value in
        if case .array(let items)? = value, items.isEmpty { return nil }
        return value.map { (name, $0) }
      })
  }

  static func flag(_ value: Bool) -> JSONValue { .literal(value ? "true" : "false") }

  /// A number that is finite; whole ones without a point.
  static func number(_ value: Double) -> JSONValue {
    .literal(Int(exactly: value).map(String.init) ?? "\(value)")
  }
}

extension JSONValue: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
