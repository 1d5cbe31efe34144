extension Saying {
  /// As plain text: a list with a line for each sentence.
  package var text: String { lines.joined(separator: "\n") }

  private var lines: [String] {
    switch self {
    case .sentence(let pieces): [plain(pieces)]
    case .all(let parts): ["all of:"] + parts.flatMap(\.item)
    case .any(let parts): ["any of:"] + parts.flatMap(\.item)
    case .each(let lead, .sentence(let pieces)): ["\(plain(lead)): \(plain(pieces))"]
    case .each(let lead, let body): ["\(plain(lead)):"] + body.item
    case .choice(let test, let then, let otherwise):
      ["if:"] + test.item + ["then:"] + then.item + ["otherwise:"] + otherwise.item
    }
  }

  private var item: [String] {
    lines.enumerated().map { index, line in (index == 0 ? "- " : "  ") + line }
  }
}

/// Questions in quotation marks, values in asterisks, links in square brackets, code in backticks.
package func plain(_ pieces: [Piece]) -> String {
  pieces.map { piece in
    switch piece {
    case .text(let text): text
    case .question(let text): "“\(text)”"
    case .value(let text), .answer(let text): "*\(text)*"
    case .link(let text, _): "[\(text)]"
    case .code(let text): "`\(text)`"
    }
  }.joined()
}
