import Diagnostics

extension Node {
  static func text(_ text: String, _ location: Location) -> Node {
    .scalar(Scalar(text, isText: true, at: location))
  }

  /// As YAML on one line.
  var flow: String {
    switch self {
    case .scalar(let scalar):
      if scalar.isNull { return "null" }
      return scalar.isText && !scalar.text.isPlain ? scalar.text.quoted : scalar.text
    case .list(let items, _): return "[\(items.map(\.flow).joined(separator: ", "))]"
    case .map(let entries, _):
      if entries.isEmpty { return "{}" }
      let inner = entries.map { "\(Node.text($0.key, $0.location).flow): \($0.value.flow)" }
      return "{ \(inner.joined(separator: ", ")) }"
    }
  }
}

extension String {
  /// Is it text to any reader of YAML without quotes.
  fileprivate var isPlain: Bool {
    guard let first = utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else { return false }
    let marks = Array("-_.@/ ".utf8)
    guard
      utf8.allSatisfy({
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || marks.contains($0)
      }), utf8.last != UInt8(ascii: " ")
    else { return false }
    return !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(lowercased())
  }

  fileprivate var quoted: String {
    let escaped = flatMap { character -> [Character] in
      switch character {
      case "\"": ["\\", "\""]
      case "\\": ["\\", "\\"]
      case "\n": ["\\", "n"]
      default: [character]
      }
    }
    return "\"\(String(escaped))\""
  }
}
