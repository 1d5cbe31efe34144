package import Diagnostics

extension Node {
  /// The plan with changes: maps by key, rows by `id` (markets by `country`), all else replaced.
  package func merged(with changes: Node) -> Node { merged(with: changes, depth: 0) }

  private func merged(with changes: Node, depth: Int) -> Node {
    switch (self, changes) {
    // A fact with its origin is one value: an old `source` must not cling to a new figure.
    case (.map(let old, let location), .map(let new, _)) where !isAnnotated && !changes.isAnnotated:
      var entries = old
      for entry in new {
        if let index = entries.firstIndex(where: { $0.key == entry.key }) {
          entries[index] = Entry(
            entry.key, at: entry.location, entries[index].value.merged(with: entry.value, depth: depth + 1))
        } else {
          entries.append(entry)
        }
      }
      return .map(entries, location)
    case (.list(let old, _), .list(let new, let location)) where depth == 1:
      return rows(old, with: new).map { .list($0, location) } ?? changes
    default:
      return changes
    }
  }

  /// A fact with its origin: a value, its source, its days.
  var isAnnotated: Bool { self["value"] != nil || self["values"] != nil }

  /// nil if these are no rows with keys. Where a key repeats (controls), new rows replace the old.
  private func rows(_ old: [Node], with new: [Node]) -> [Node]? {
    guard !new.isEmpty, (old + new).allSatisfy({ $0.rowKey != nil }) else { return nil }
    var result = old
    for (index, row) in new.enumerated() {
      let earlier = new[..<index].contains { $0.rowKey == row.rowKey }
      let matches = result.indices.filter { result[$0].rowKey == row.rowKey }
      if earlier || matches.isEmpty {
        result.append(row)
      } else if matches.count == 1, !new[(index + 1)...].contains(where: { $0.rowKey == row.rowKey }) {
        result[matches[0]] = result[matches[0]].merged(with: row, depth: 2)
      } else {
        result[matches[0]] = row
        for match in matches.dropFirst().reversed() { result.remove(at: match) }
      }
    }
    return result
  }

  /// What names a row of a collection.
  var rowKey: String? { self["id"]?.text ?? self["country"]?.text }

  /// The plan without a fact, row or collection: `activities.a.consent.affirmative`. The same if it has none.
  package func removing(_ path: String) -> Node {
    removing(path.split(separator: ".").map(String.init)[...]) ?? self
  }

  private func removing(_ path: ArraySlice<String>) -> Node? {
    // Ids may have dots, so a step may be several words.
    for length in path.indices.map({ $0 - path.startIndex + 1 }) {
      let step = path.prefix(length).joined(separator: ".")
      let rest = path.dropFirst(length)
      switch self {
      case .map(var entries, let location):
        guard let index = entries.firstIndex(where: { $0.key == step }) else { continue }
        if rest.isEmpty {
          entries.remove(at: index)
          return .map(entries, location)
        }
        guard let value = entries[index].value.removing(rest) else { continue }
        entries[index].value = value
        return .map(entries, location)
      case .list(var items, let location):
        let matches = items.indices.filter { (items[$0].rowKey ?? items[$0].text) == step }
        if matches.isEmpty { continue }
        var found = false
        for match in matches.reversed() {
          if rest.isEmpty {
            items.remove(at: match)
            found = true
          } else if let item = items[match].removing(rest) {
            items[match] = item
            found = true
          }
        }
        if found { return .list(items, location) }
      case .scalar: return nil
      }
    }
    return nil
  }
}
