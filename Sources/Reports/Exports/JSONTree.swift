/// A value of JSON, for formats with many small objects: what is absent is left out, and so is an empty list, which OSCAL forbids.
enum JSONTree: Encodable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONTree])
  case object([(name: String, value: JSONTree)])

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for member in members { try container.encode(member.value, forKey: Key(stringValue: member.name)) }
    }
  }

  /// Without the members that are absent or empty lists.
  static func object(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(
      members.compactMap { name, value in
        if case .list(let items)? = value, items.isEmpty { return nil }
        return value.map { (name: name, value: $0) }
      })
  }
}

extension JSONTree: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}

extension JSONTree: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
}
