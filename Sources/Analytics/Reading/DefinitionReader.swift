import Diagnostics

/// Reads the parts of a definition and collects what is wrong with them.
struct DefinitionReader {
  private let node: Node
  private let code: Diagnostic.Code
  private(set) var mistakes: [Diagnostic] = []

  init(_ node: Node, _ code: Diagnostic.Code) { (self.node, self.code) = (node, code) }

  mutating func complain(_ place: Node?, _ message: String, suggestion: String? = nil) {
    mistakes.append(Diagnostic(code, at: (place ?? node).location, message, suggestion: suggestion))
  }

  mutating func missing<Value>(_ key: String, _ value: Value) -> Value {
    complain(nil, "`\(key)` is missing")
    return value
  }

  mutating func expect(_ keys: [String], in node: Node) {
    guard let entries = node.entries else {
      complain(node, "a map with \(keys.map { "`\($0)`" }.joined(separator: ", ")) stands here")
      return
    }
    for entry in entries where !keys.contains(entry.key) {
      mistakes.append(
        Diagnostic(
          code, at: entry.location, "`\(entry.key)` means nothing here",
          suggestion: didYouMean(entry.key, among: keys)))
    }
  }

  func text(_ key: String) -> String? { node[key]?.text }

  mutating func share(_ place: Node?, _ key: String) -> Share? {
    if let share = place?.text.flatMap(Share.init) { return share }
    complain(place, "`\(key)` is a share such as 0.999 or 99.9 %")
    return nil
  }

  mutating func whole(_ key: String, in range: ClosedRange<Int>) -> Int? { whole(key, of: node, in: range) }

  mutating func whole(_ key: String, of parent: Node, in range: ClosedRange<Int>) -> Int? {
    guard let place = parent[key] else { return nil }
    if let value = place.text.flatMap({ Int($0) }), range.contains(value) { return value }
    complain(place, "`\(key)` is a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}

/// The parts of definitions that are lists of things with names.
extension DefinitionReader {
  /// What fits into a line of a table.
  mutating func name(_ key: String, of parent: Node) -> String? {
    guard let place = parent[key] else { return nil }
    if let text = place.text, 1...200 ~= text.utf8.count,
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    {
      return text
    }
    complain(place, "`\(key)` is a text of 1 to 200 bytes on one line")
    return nil
  }

  /// What a thing is called by others; those of `taken` are called so already.
  mutating func id(of parent: Node, besides taken: [String]) -> String {
    guard let id = name("id", of: parent) else {
      if parent["id"] == nil, parent.entries != nil { complain(parent, "`id` is missing") }
      return ""
    }
    if taken.contains(id) { complain(parent["id"], "`\(id)` stands here twice") }
    return id
  }

  mutating func list(_ key: String, of parent: Node, in range: ClosedRange<Int>) -> [Node] {
    guard let place = parent[key] else { return [] }
    guard let items = place.items, range.contains(items.count) else {
      complain(place, "`\(key)` is a list of \(range.lowerBound) to \(range.upperBound)")
      return []
    }
    return items
  }

  mutating func figure(_ place: Node, _ key: String, in range: ClosedRange<Double>) -> Double? {
    if let value = place.text.flatMap(number), range.contains(value) { return value }
    complain(
      place, "`\(key)` is a number from \(Bounds.text(range.lowerBound)) to \(Bounds.text(range.upperBound))")
    return nil
  }

  /// A number, or `low` and `high`; `high` may be left out where an end may be open.
  mutating func bounds(
    _ place: Node, _ key: String, in range: ClosedRange<Double>, mayBeOpen: Bool = false
  ) -> Bounds? {
    guard place.entries != nil else { return figure(place, key, in: range).map { Bounds($0) } }
    expect(["low", "high"], in: place)
    guard let low = place["low"] else {
      complain(place, "`\(key)` has no `low`")
      return nil
    }
    let least = figure(low, "low", in: range)
    guard let high = place["high"] else {
      if !mayBeOpen { complain(place, "`\(key)` has no `high`") }
      return least.map { Bounds(low: $0, high: .infinity) }
    }
    guard let most = figure(high, "high", in: range), let least else { return nil }
    if least > most { complain(place, "`low` is above `high`") }
    return Bounds(low: min(least, most), high: most)
  }

  /// A share of change in a year, such as 0.03 or 3 %; it may be below 0.
  mutating func rate(_ key: String, of parent: Node, in range: ClosedRange<Double>) -> Double {
    guard let place = parent[key] else { return 0 }
    let text = place.text ?? ""
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? String(text.dropLast().reversed().drop { $0 == " " }.reversed()) : text
    if let value = number(digits).map({ isPercent ? $0 / 100 : $0 }), range.contains(value) { return value }
    complain(
      place, "`\(key)` is a share from \(percent(range.lowerBound, 0)) to \(percent(range.upperBound, 0))")
    return 0
  }
}
