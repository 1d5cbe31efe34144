/// Reads tokens from the bytes of an expression, one at a time, because the names in scope decide where a
/// name ends.
struct Lexer: Sendable {
  let text: [UInt8]
  let isStrict: Bool
  /// Names in scope.
  var names: Names
  /// Names that a dot can reach: those of every entry seen so far, because types are not known yet.
  var members: Names
  private(set) var offset: Int

  /// Reads `text` from `start` on.
  init(_ text: [UInt8], from start: Int = 0, names: Names, isStrict: Bool) {
    self.text = text
    offset = start
    self.names = names
    members = names
    self.isStrict = isStrict
  }

  mutating func next() throws(Mistake) -> Token {
    try skipSpace()
    let start = offset
    guard let byte = current else { return Token(kind: .end, extent: start..<start) }
    let kind: Token.Kind
    if isDigit(byte) || byte == 0x2E && isDigit(self.byte(at: 1)) {
      kind = .number(try number())
    } else if byte == 0x22 {
      kind = .string(try string())
    } else if let end = wordEnd(from: start) {
      kind = try word(until: end)
    } else {
      kind = .symbol(try symbol())
    }
    return Token(kind: kind, extent: start..<offset)
  }

  /// The name after a dot, where keywords are names too.
  mutating func member() throws(Mistake) -> Token? {
    try skipSpace()
    let start = offset
    guard let end = wordEnd(from: start) else { return nil }
    if let longest = members.longest(at: start, in: text), longest.end > end {
      offset = longest.end
      return Token(kind: .name(longest.name), extent: start..<offset)
    }
    offset = end
    return Token(kind: .name(try name(at: start..<end)), extent: start..<end)
  }

  private func name(at extent: Extent) throws(Mistake) -> String {
    guard extent.count <= 200 else { throw Mistake(.limit, at: extent, "a name has at most 200 letters") }
    return slice(extent)
  }

  /// What makes the words before it a name: a context's `a b: …`, `for a b in …`, `function(a b, …)`.
  enum NameEnd { case colon, `in`, parameter }

  /// The name that `end` follows. Nil, and nothing read, if it does not.
  mutating func name(before end: NameEnd) throws(Mistake) -> (String, Extent)? {
    let saved = offset
    try skipSpace()
    let start = offset
    var stop = start
    var name = ""
    if end == .colon, current == 0x22 {
      name = try string()
      stop = offset
      try skipSpace()
    } else {
      while let wordEnd = nameEnd(after: name) {
        let word = try self.name(at: offset..<wordEnd)
        if end == .in, word == "in", !name.isEmpty { break }
        name += (stop == offset || name.isEmpty ? "" : " ") + word
        offset = wordEnd
        stop = wordEnd
        try skipSpace()
      }
    }
    guard stop > start, end != .colon || current == 0x3A else {
      offset = saved
      return nil
    }
    offset = stop
    return (name, start..<stop)
  }

  private func nameEnd(after name: String) -> Int? {
    wordEnd(from: offset) ?? (isStrict || name.isEmpty ? nil : signEnd(from: offset))
  }

  /// The longest of `choices` at this place, or the next word.
  mutating func word(among choices: [String]) throws(Mistake) -> Token? {
    try skipSpace()
    let start = offset
    let scope = Names(choices, hasBuiltin: false)
    guard let end = wordEnd(from: start) else { return nil }
    let longest = scope.longest(at: start, in: text) ?? names.longest(at: start, in: text)
    offset = max(longest?.end ?? end, end)
    return Token(kind: .name(longest?.name ?? slice(start..<end)), extent: start..<offset)
  }

  private mutating func word(until end: Int) throws(Mistake) -> Token.Kind {
    let start = offset
    if let longest = names.longest(at: start, in: text), longest.end > end {
      offset = longest.end
      return .name(longest.name)
    }
    offset = end
    if let keyword = Keyword(text[start..<end]) { return .keyword(keyword) }
    let word = try name(at: start..<end)
    if isStrict, !word.utf8.allSatisfy({ $0 < 0x80 }) {
      throw Mistake(.unexpected, at: start..<end, "a name is made of the letters A to Z, digits and `_`")
    }
    return .name(word)
  }

  private mutating func symbol() throws(Mistake) -> Symbol {
    let start = offset
    if let misspelt = misspeltSymbol() { throw misspelt }
    if let symbol = Symbol(text[start], then: byte(at: 1)) {
      offset += symbol.rawValue.utf8.count
      return symbol
    }
    let sign =
      String(decoding: text[start...].prefix(4), as: UTF8.self).unicodeScalars.first.map(String.init) ?? ""
    throw Mistake(.unexpected, at: start..<start + sign.utf8.count, "`\(sign)` is not a sign of FEEL")
  }

  /// Signs of other languages.
  private func misspeltSymbol() -> Mistake? {
    let sign: (wrong: String, right: String)
    switch (text[offset], byte(at: 1)) {
    case (0x3D, 0x3D): sign = ("==", "=")
    case (0x26, 0x26): sign = ("&&", "and")
    case (0x7C, 0x7C): sign = ("||", "or")
    // `function<>` is the type of a function without parameters.
    case (0x3C, 0x3E) where !isAfterFunction: sign = ("<>", "!=")
    case (0x27, _): sign = ("'", "\"")
    case (0xE2, _) where text[offset...].starts(with: "“".utf8): sign = ("“", "\"")
    case (0xE2, _) where text[offset...].starts(with: "”".utf8): sign = ("”", "\"")
    case (0x21, let next) where next != 0x3D:
      return Mistake(
        .unexpected, at: offset..<offset + 1, "`!` is not a sign of FEEL", suggestion: "write `not(…)`")
    default: return nil
    }
    return Mistake(
      .unexpected, at: offset..<offset + sign.wrong.utf8.count, "`\(sign.wrong)` is not a sign of FEEL",
      suggestion: "write `\(sign.right)`")
  }

  private var isAfterFunction: Bool {
    let before = text[..<offset].reversed().drop(while: Names.isSpace)
    return before.starts(with: "function".utf8.reversed())
  }
}

extension Lexer {
  var current: UInt8? { offset < text.count ? text[offset] : nil }

  func byte(at distance: Int) -> UInt8? { offset + distance < text.count ? text[offset + distance] : nil }

  func slice(_ extent: Extent) -> String { String(decoding: text[extent], as: UTF8.self) }

  mutating func advance(_ count: Int = 1) { offset += count }

  mutating func rewind(to place: Int) { offset = place }

  func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  /// White space, `// …` and `/* … */`.
  private mutating func skipSpace() throws(Mistake) {
    while let byte = current {
      if Names.isSpace(byte) {
        offset += 1
      } else if byte >= 0x80, let width = wideSpace(at: offset) {
        offset += width
      } else if byte == 0x2F, self.byte(at: 1) == 0x2F {
        while let byte = current, byte != 0x0A { offset += 1 }
      } else if byte == 0x2F, self.byte(at: 1) == 0x2A {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(Mistake) {
    let start = offset
    offset += 2
    while let byte = current {
      offset += 1
      if byte == 0x2A, current == 0x2F {
        offset += 1
        return
      }
    }
    throw Mistake(.unexpected, at: start..<start + 2, "a comment that starts with `/*` ends with `*/`")
  }

  /// The length of a white space character outside ASCII (DMN 1.5 §10.3.1.2, rule 61).
  private func wideSpace(at place: Int) -> Int? {
    let scalar = String(decoding: text[place...].prefix(4), as: UTF8.self).unicodeScalars.first
    guard let value = scalar?.value else { return nil }
    switch value {
    case 0x85, 0xA0: return 2
    case 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return 3
    default: return nil
    }
  }

  private func wordEnd(from start: Int) -> Int? {
    guard start < text.count, Names.continuesName(text[start]), !isDigit(text[start]) else { return nil }
    var end = start
    while end < text.count, Names.continuesName(text[end]) {
      if text[end] >= 0x80, wideSpace(at: end) != nil { break }
      end += 1
    }
    return end > start && !isForeign(start) ? end : nil
  }

  /// Quotation marks of a word processor are not letters.
  private func isForeign(_ start: Int) -> Bool { text[start...].starts(with: [0xE2, 0x80]) }

  /// Inside a name of a DMN file: digits and `. / - ' + *`.
  private func signEnd(from start: Int) -> Int? {
    guard start < text.count else { return nil }
    return isDigit(text[start]) || [0x2E, 0x2F, 0x2D, 0x27, 0x2B, 0x2A].contains(text[start])
      ? start + 1 : nil
  }
}
