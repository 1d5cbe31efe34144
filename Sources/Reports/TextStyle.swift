import Engine

/// How the terminal report is laid out.
package struct TextStyle: Sendable {
  package var color: Bool
  /// Columns of the terminal; nil for a pipe, where nothing is wrapped or cut.
  package var width: Int?
  /// Every finding, with its reason.
  package var verbose: Bool

  /// How far an item of a list may grow, so that the whole stays on one screen.
  enum Density: CaseIterable {
    /// Two lines for every item; two for markets and gaps only; one line each.
    case roomy, middle, dense
  }
  var density = Density.roomy

  package init(color: Bool = false, width: Int? = nil, verbose: Bool = false) {
    self.color = color
    self.width = width.map { max($0, 40) }
    self.verbose = verbose
  }

  enum Ink: String {
    case bold = "1", dim = "2", red = "31", green = "32", yellow = "33", cyan = "36"
  }

  func ink(_ text: String, _ inks: Ink...) -> String {
    guard color, !inks.isEmpty else { return text }
    return "\u{1B}[\(inks.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// An item of a list: wrapped, and cut unless everything was asked for.
  func item(_ text: String, indent: Int = 4, isMain: Bool = false) -> String {
    guard let width, !verbose else { return wrap(text, indent: indent) }
    guard density == .roomy || (density == .middle && isMain) else { return cut(text) }
    let lines = wrap(text, indent: indent).split(separator: "\n")
    guard lines.count > 2 else { return lines.joined(separator: "\n") }
    return lines[0] + "\n" + lines[1].prefix(width - 1) + "…"
  }

  func cut(_ text: String) -> String {
    guard let width, text.count > width else { return text }
    return text.prefix(width - 1) + "…"
  }

  /// Breaks between words; following lines are indented.
  func wrap(_ text: String, indent: Int = 0) -> String {
    guard let width, text.count > width else { return text }
    let margin = String(repeating: " ", count: indent)
    let lead = String(text.prefix { $0 == " " })
    var lines: [String] = []
    var line = lead
    for word in text.split(separator: " ") {
      let isFirst = line.allSatisfy { $0 == " " }
      if !isFirst, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin + word
      } else {
        line += isFirst ? String(word) : " \(word)"
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

extension Decision {
  var ink: TextStyle.Ink {
    switch self {
    case .go: .green
    case .goWithConditions, .cannotTell: .yellow
    case .noGo: .red
    }
  }
}

/// Cells padded to the widest of each column; the last column is left as it is.
func columns(_ rows: [[String]], gap: String = "  ") -> [String] {
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.map { column < $0.count - 1 ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    row.enumerated().map { index, cell in
      index == row.count - 1
        ? cell : cell + String(repeating: " ", count: max(0, widths[index] - cell.count))
    }.joined(separator: gap)
  }
}
