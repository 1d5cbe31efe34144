/// A condition in words: sentences, nested where "and", "or" and loops nest, so that no reader needs to know which
/// binds tighter.
package indirect enum Saying: Sendable, Hashable {
  case sentence([Piece])
  case all([Saying])
  case any([Saying])
  /// For whom, and what holds for it.
  case each([Piece], Saying)
  case choice(Saying, then: Saying, otherwise: Saying)
}

/// A run of words of one kind.
package enum Piece: Sendable, Hashable {
  case text(String)
  /// The question that asks for a fact.
  case question(String)
  /// A value, by its title.
  case value(String)
  /// Yes or no.
  case answer(String)
  case link(String, Reference)
  /// What has no words yet stands as it is written.
  case code(String)
}

/// A part of the pack that words can lead to.
package enum Reference: Sendable, Hashable {
  case definition(kind: String?, name: String)
  case parameter(String)
  case provision(String)
}

extension Saying {
  /// Everything it leads to, in order.
  package var references: [Reference] {
    pieces.compactMap { if case .link(_, let reference) = $0 { reference } else { nil } }
  }

  /// All its words in order.
  package var pieces: [Piece] {
    switch self {
    case .sentence(let pieces): pieces
    case .all(let parts), .any(let parts): parts.flatMap(\.pieces)
    case .each(let lead, let body): lead + body.pieces
    case .choice(let test, let then, let otherwise): test.pieces + then.pieces + otherwise.pieces
    }
  }

  /// What holds of nothing less than itself: one line.
  package var isSentence: Bool { if case .sentence = self { true } else { false } }

  /// In one line, for the middle of a sentence: brackets keep what nests apart.
  var inline: [Piece] {
    switch self {
    case .sentence(let pieces): pieces
    case .all(let parts): Saying.joined(parts, " and ")
    case .any(let parts): Saying.joined(parts, " or ")
    case .each(let lead, let body): lead + [.text(": (")] + body.inline + [.text(")")]
    case .choice(let test, let then, let otherwise):
      [.text("if (")] + test.inline + [.text(") then (")] + then.inline + [.text("), otherwise (")]
        + otherwise.inline + [.text(")")]
    }
  }

  private static func joined(_ parts: [Saying], _ word: String) -> [Piece] {
    var result: [Piece] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { result.append(.text(word)) }
      result += part.isSentence ? part.inline : [.text("(")] + part.inline + [.text(")")]
    }
    return result
  }
}
