import Diagnostics
import FEEL

extension Node {
  /// Tells every fact that both state and state differently, by the rules of `merged`.
  func compare(with changes: Node, at path: String, _ differs: (String, Node, Node) -> Void) {
    compare(with: changes, at: path, depth: 0, differs)
  }

  /// Whether it is stated in a way that does not count on a day: a target, or a figure whose last day is over.
  func isSpent(on day: CalendarDate?) -> Bool {
    guard isAnnotated else { return false }
    if self["source"]?.text == "target" { return true }
    guard let day, let until = self["until"]?.text.flatMap({ CalendarDate($0) }) else { return false }
    return until < day
  }

  private func compare(
    with changes: Node, at path: String, depth: Int, _ differs: (String, Node, Node) -> Void
  ) {
    switch (self, changes) {
    case (.map(let old, _), .map(let new, _)) where !isAnnotated && !changes.isAnnotated:
      for entry in new {
        guard let known = old.first(where: { $0.key == entry.key })?.value else { continue }
        let name = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        known.compare(with: entry.value, at: name, depth: depth + 1, differs)
      }
    case (.list(let old, _), .list(let new, _))
    where depth == 1 && (old + new).allSatisfy({ $0.rowKey != nil }):
      for row in new {
        guard let known = old.first(where: { $0.rowKey == row.rowKey }) else { continue }
        known.compare(with: row, at: "\(path)[\(row.rowKey ?? "")]", depth: 2, differs)
      }
    default:
      if !isNull, !isSame(as: changes) { differs(path, self, changes) }
    }
  }

  /// The same values: maps and rows in any order, text with or without quotes.
  func isSame(as other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): return a.text == b.text && a.isNull == b.isNull
    case (.map(let a, _), .map(let b, _)):
      return a.count == b.count
        && a.allSatisfy { entry in b.first { $0.key == entry.key }?.value.isSame(as: entry.value) ?? false }
    case (.list(let a, _), .list(let b, _)):
      guard a.count == b.count else { return false }
      guard (a + b).allSatisfy({ $0.rowKey != nil }) else {
        return zip(a, b).allSatisfy { $0.isSame(as: $1) }
      }
      var left = b
      return a.allSatisfy { row in
        guard let place = left.firstIndex(where: { $0.isSame(as: row) }) else { return false }
        left.remove(at: place)
        return true
      }
    default: return false
    }
  }

  /// On one line, as YAML with braces; `isJSON`: keys and text in quotes.
  func flow(isJSON: Bool = false) -> String {
    switch self {
    case .scalar(let scalar):
      if scalar.isNull { return "null" }
      let isPlain =
        scalar.isText ? Self.isWord(scalar.text) : scalar.text.utf8.allSatisfy(Self.isPlain)
      let isBare = isJSON ? isPlain && Self.isLiteral(scalar.text) : isPlain
      return isBare ? scalar.text : Self.quoted(scalar.text)
    case .list(let items, _): return "[" + items.map { $0.flow(isJSON: isJSON) }.joined(separator: ", ") + "]"
    case .map(let entries, _):
      return "{ "
        + entries.map { "\(Self.key($0.key, isJSON: isJSON)): \($0.value.flow(isJSON: isJSON))" }.joined(
          separator: ", ") + " }"
    }
  }

  /// For people, cut short.
  var shown: String {
    let text = flow()
    return text.count > 80 ? text.prefix(80) + "…" : text
  }

  static func key(_ key: String, isJSON: Bool) -> String {
    let isPlain = key.utf8.allSatisfy { $0 < 0x80 && (isLetter($0) || $0 == UInt8(ascii: "-")) }
    return isPlain && !isJSON ? key : quoted(key)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Text that YAML takes for nothing else.
  private static func isWord(_ text: String) -> Bool {
    let others = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return (text.utf8.first.map { $0 >= UInt8(ascii: "A") && isLetter($0) } ?? false)
      && text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
      && !others.contains(text.lowercased())
  }

  /// What means nothing to YAML anywhere in a value.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || " .-+/_".utf8.contains(byte)
  }

  /// A number as JSON writes it, true or false.
  private static func isLiteral(_ text: String) -> Bool {
    if text == "true" || text == "false" { return true }
    let digits = text.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let isWhole = !digits.isEmpty && (digits.count == 1 || digits.first != "0")
    return isWhole && !text.hasPrefix("--") && text.last != "." && Double(text) != nil
      && text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
