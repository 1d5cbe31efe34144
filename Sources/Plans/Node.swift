package import Diagnostics

/// A plan file as read, before it is typed: the same for YAML, JSON and XML.
package indirect enum Node: Sendable {
  case scalar(Scalar)
  case list([Node], Location)
  case map([Entry], Location)

  /// A scalar as written; `isText` if quoted (so that `"no"` and `no` differ); `isNull` for null, ~ or nothing.
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
}
