import Diagnostics
import FEEL
import JSON
import Signing

/// The text of a trust file in YAML, line by line, changed in a few places so that everything else in it stays as it was written.
struct TrustText {
  private var lines: [String]

  /// nil if it is no text.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// With an end for one key, and another key after it; nil unless the key is written as a block. What comes of it must be read again, for
  /// there is more in YAML than is looked at here.
  func rotated(_ root: Node, _ index: Int, until last: CalendarDate, _ new: Trust.Key) -> [UInt8]? {
    guard let items = root["keys"]?.items, items.indices.contains(index), let entries = items[index].entries
    else { return nil }
    let column = items[index].location.column
    let margin = String(repeating: " ", count: column - 1)
    guard entries.allSatisfy({ $0.location.column == column }),
      Set(entries.map(\.location.line)).count == entries.count,
      let first = line(items[index].location.line), first.utf8.count >= column,
      let dash = first.firstIndex(where: { $0 != " " }), first[dash] == "-"
    else { return nil }
    let bullet = String(first.utf8.prefix(column - 1)) ?? margin
    let end = items[index].lastLine
    guard end <= lines.count else { return nil }
    var result = self
    result.lines.insert(contentsOf: block(new, bullet, margin), at: end)
    if let until = items[index]["until"] {
      guard case .scalar(let scalar) = until, let old = line(scalar.location.line) else { return nil }
      let head = old.utf8.prefix(scalar.location.column - 1)
      let tail = old.utf8.dropFirst(head.count + scalar.text.utf8.count)
      result.lines[scalar.location.line - 1] = "\(Substring(head))\(last)\(Substring(tail))"
    } else {
      guard let place = items[index]["from"] ?? items[index]["key"] else { return nil }
      result.lines.insert("\(margin)until: \(last)", at: place.location.line)
    }
    return Array(result.lines.joined(separator: "\n").utf8)
  }

  private func line(_ number: Int) -> String? { lines.indices.contains(number - 1) ? lines[number - 1] : nil }

  private func block(_ key: Trust.Key, _ bullet: String, _ margin: String) -> [String] {
    func list(_ globs: [Glob]) -> String { JSONValue.array(globs.map { .string($0.text) }).text() }
    let isPlain =
      key.name.first?.isLetter ?? false
      && key.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
    var lines = [
      "\(bullet)name: \(isPlain ? key.name : JSONValue.string(key.name).text())",
      "\(margin)id: \(key.key.id)",
      "\(margin)key: \(key.key.text)",
    ]
    if !key.packs.isEmpty { lines.append("\(margin)packs: \(list(key.packs))") }
    if !key.bundles.isEmpty { lines.append("\(margin)bundles: \(list(key.bundles))") }
    if let from = key.from { lines.append("\(margin)from: \(from)") }
    return lines
  }
}

extension Node {
  /// The last line on which something of it begins.
  fileprivate var lastLine: Int {
    switch self {
    case .scalar(let scalar): scalar.location.line
    case .list(let items, let location): items.map(\.lastLine).max() ?? location.line
    case .map(let entries, let location): entries.map(\.value.lastLine).max() ?? location.line
    }
  }
}
