import Rules

extension ResultDifference.Kind {
  var word: String { self == .other ? "changed" : rawValue }
  var sign: String {
    switch self {
    case .new, .worsened: "×"
    case .improved, .fixed: "✓"
    case .other: "~"
    }
  }
}

extension ResultDifference.Cause {
  package var text: String {
    switch self {
    case .fact(let name, let before, let after):
      "\(oneLine(name)) is \(oneLine(after ?? "not stated")), was \(oneLine(before ?? "not stated"))"
    case .evidence(let control, let before, let after): "control \(control) is \(after), was \(before)"
    case .waiver: "a waiver began or ended"
    case .law(let pack): "the law changed: \(pack)"
    case .date: "a day has come"
    case .engine: "another version of the engine"
    case .profileOrScope: "other options, profiles or facts around it"
    }
  }

  /// A stable word for programs.
  var name: String {
    switch self {
    case .fact: "fact"
    case .evidence: "evidence"
    case .waiver: "waiver"
    case .law: "law"
    case .date: "date"
    case .engine: "engine"
    case .profileOrScope: "scope"
    }
  }
}

extension ResultDifference {
  /// For the terminal: what got worse first; `most` changes of a kind at most.
  package func text(style: TextStyle = TextStyle(), most: Int = 20) -> String {
    var lines: [String] = []
    lines.append(
      oneLine(
        asOf.before == asOf.after
          ? "Law as of \(asOf.after)" : "Law as of \(asOf.after), before \(asOf.before)")
    )
    if isEmpty { lines.append("Nothing changed.") }
    for kind in Kind.allCases {
      let group = changes.filter { $0.kind == kind }
      guard !group.isEmpty else { continue }
      lines += ["", style.ink("\(kind.sign) \(kind.word): \(group.count)", .bold)]
      for change in group.prefix(most) {
        lines.append(
          style.item(
            "  \(change.severity.rawValue)  \(oneLine(change.law)): \(oneLine(change.title)) (\(oneLine(change.id))); \(oneLine(change.before ?? "not there")) > \(oneLine(change.after ?? "not there"))",
            indent: 6, isMain: true))
        lines += change.causes.prefix(4).map { style.item("    because \($0.text)", indent: 6) }
      }
      if group.count > most { lines.append("  and \(group.count - most) more") }
    }
    lines += list("Evidence that no longer counts", staleControls, style, most)
    lines += list(
      "Packs", packs.map { oneLine("\($0.id): \($0.before ?? "not there") > \($0.after ?? "not there")") },
      style, most
    )
    lines += list(
      "Facts",
      facts.map {
        "\(oneLine($0.name)): \(oneLine($0.before ?? "not stated")) > \(oneLine($0.after ?? "not stated"))"
      },
      style, most)
    return lines.joined(separator: "\n") + "\n"
  }

  private func list(_ title: String, _ items: [String], _ style: TextStyle, _ most: Int) -> [String] {
    guard !items.isEmpty else { return [] }
    return ["", style.ink("\(title): \(items.count)", .bold)]
      + items.prefix(most).map { style.item("  \($0)", indent: 4) }
      + (items.count > most ? ["  and \(items.count - most) more"] : [])
  }
}
