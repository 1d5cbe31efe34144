/// A document as read, before it is typed: the same for YAML, JSON and XML.
package indirect enum Node: Sendable {
  case scalar(Scalar)
  case list([Node], Location)
  case map([Entry], Location)

  /// A scalar as written; `isText` if quoted (`"no"` and `no` differ); `isNull` for null, ~ or nothing.
  package struct Scalar: Sendable {
    package var text: String
    package var isText: Bool
    package var isNull: Bool
    package var location: Location
    package init(_ text: String, isText: Bool, isNull: Bool = false, at location: Location) {
      self.text = text
      self.isText = isText
      self.isNull = isNull
      self.location = location
    }
  }

  package struct Entry: Sendable {
    package var key: String
    package var location: Location
    package var value: Node
    package init(_ key: String, at location: Location, _ value: Node) {
      self.key = key
      self.location = location
      self.value = value
    }
  }

  package var location: Location {
    switch self {
    case .scalar(let scalar): scalar.location
    case .list(_, let location), .map(_, let location): location
    }
  }

  /// The value of a key of a map.
  package subscript(key: String) -> Node? {
    guard case .map(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  package var entries: [Entry]? {
    guard case .map(let entries, _) = self else { return nil }
    return entries
  }

  package var items: [Node]? {
    guard case .list(let items, _) = self else { return nil }
    return items
  }

  /// The text of a scalar that is not null.
  package var text: String? {
    guard case .scalar(let scalar) = self, !scalar.isNull else { return nil }
    return scalar.text
  }

  package var isNull: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.isNull
  }
}

extension Node {
  /// How large a YAML or JSON document may be; `docs/security.md` lists them with their codes.
  package struct Limits: Sendable {
    package var bytes = 4 << 20
    package var depth = 64
    /// Scalars, lists and maps.
    package var nodes = 200_000
    /// Bytes of one scalar or key.
    package var scalarLength = 64 << 10

    package static let standard = Limits()
    package init() {}
  }
}
