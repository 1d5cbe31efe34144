/// Reads a regular expression of XPath (XQuery and XPath Functions and Operators, section 7.6.1 of version 2.0
/// and 5.6.1 of 3.1) and writes it as PCRE2 understands it. What XPath does not know is refused.
struct Translator {
  private let text: [Unicode.Scalar]
  private let flags: Flags
  private let allowsBackReferences: Bool
  private var place = 0
  private var nesting = 0
  /// Capturing groups opened so far, and which of them are closed.
  private(set) var groups = 0
  private var closed: Set<Int> = []
  private var result = ""

  /// `s`: a dot takes line ends. `m`: `^` and `$` stand at lines. `i`: no difference of case. `x`: white space
  /// does not count.
  struct Flags {
    var dotTakesAll = false
    var isMultiline = false
    var ignoresCase = false
    var ignoresSpace = false

    init(_ text: String) throws(PatternError) {
      for letter in text.unicodeScalars {
        switch letter {
        case "s": dotTakesAll = true
        case "m": isMultiline = true
        case "i": ignoresCase = true
        case "x": ignoresSpace = true
        default: throw .invalid("the flags of a pattern are `s`, `m`, `i` and `x`, not `\(letter)`")
        }
      }
    }
  }

  static let lengthLimit = 10_000
  private static let nestingLimit = 100
  private static let repetitionLimit = 10_000

  init(_ pattern: String, flags: Flags, allowsBackReferences: Bool) {
    text = Array(pattern.unicodeScalars)
    self.flags = flags
    self.allowsBackReferences = allowsBackReferences
  }

  mutating func translation() throws(PatternError) -> String {
    guard text.count <= Translator.lengthLimit else {
      throw .invalid("a pattern has at most \(Translator.lengthLimit) characters")
    }
    try branches()
    guard place == text.count else { throw mistake("`)` closes no group") }
    return result
  }

  private mutating func branches() throws(PatternError) {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Translator.nestingLimit else {
      throw .invalid("the groups of a pattern nest at most \(Translator.nestingLimit) deep")
    }
    while let next = peek(), next != ")" {
      if next == "|" {
        place += 1
        result += "|"
        continue
      }
      try atom()
      try quantifier()
    }
  }

  private mutating func atom() throws(PatternError) {
    guard let scalar = take() else { return }
    switch scalar {
    // In a group, because PCRE2 would not repeat them.
    case "^", "$": result += "(?:\(scalar))"
    case ".": result += flags.dotTakesAll ? "." : "[^\\n\\r]"
    case "(": try group()
    case "[": result += try set().translation
    case "\\": try escape()
    case "*", "+", "?", "{": throw mistake("`\(scalar)` repeats nothing")
    case "}", "]": throw mistake("`\(scalar)` is written `\\\(scalar)` outside of brackets")
    default: result += CharacterSet.one(scalar).translation
    }
  }

  private mutating func group() throws(PatternError) {
    if peek() == "?" {
      place += 1
      guard take() == ":" else { throw mistake("`(?` can only start `(?:`, a group that is not counted") }
      result += "(?:"
      try branches()
    } else {
      groups += 1
      let number = groups
      result += "("
      try branches()
      closed.insert(number)
    }
    guard take() == ")" else { throw mistake("a group ends with `)`") }
    result += ")"
  }

  /// After `\`, outside of brackets.
  private mutating func escape() throws(PatternError) {
    guard let scalar = peek() else { throw mistake("`\\` stands before another character") }
    if ("1"..."9").contains(scalar) { return try backReference() }
    result += try escapedSet().translation
  }

  /// A digit belongs to the number as long as there are so many groups before it.
  private mutating func backReference() throws(PatternError) {
    var number = 0
    while let scalar = peek(), ("0"..."9").contains(scalar) {
      let longer = number * 10 + Int(scalar.value - 48)
      if number > 0, longer > groups { break }
      number = longer
      place += 1
    }
    guard allowsBackReferences else { throw mistake("a pattern here has no back-references") }
    guard closed.contains(number) else {
      throw mistake("`\\\(number)` refers to no group that ends before it")
    }
    result += "\\g{\(number)}"
  }

  private mutating func quantifier() throws(PatternError) {
    switch peek() {
    case "?", "*", "+":
      result.unicodeScalars.append(text[place])
      place += 1
    case "{":
      place += 1
      try quantity()
    default: return
    }
    if peek() == "?" {
      place += 1
      result += "?"
    }
    if let next = peek(), ["?", "*", "+", "{"].contains(next) { throw mistake("`\(next)` repeats nothing") }
  }

  /// After `{`: `2}`, `2,}` or `2,5}`.
  private mutating func quantity() throws(PatternError) {
    let least = try number()
    var text = String(least)
    if peek() == "," {
      place += 1
      text += ","
      if peek() != "}" {
        let most = try number()
        guard most >= least else { throw mistake("`{\(least),\(most)}` counts down") }
        text += String(most)
      }
    }
    guard take() == "}" else { throw mistake("a number of repetitions ends with `}`") }
    result += "{\(text)}"
  }

  private mutating func number() throws(PatternError) -> Int {
    let start = place
    var value = 0
    while let scalar = peek(), ("0"..."9").contains(scalar) {
      value = value * 10 + Int(scalar.value - 48)
      guard value <= Translator.repetitionLimit else {
        throw mistake("a pattern repeats at most \(Translator.repetitionLimit) times")
      }
      place += 1
    }
    guard place > start else { throw mistake("`{` is followed by a number") }
    return value
  }
}

extension Translator {
  /// After `[`, up to and with `]`.
  private mutating func set() throws(PatternError) -> CharacterSet {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Translator.nestingLimit else {
      throw .invalid("the brackets of a pattern nest at most \(Translator.nestingLimit) deep")
    }
    var set = CharacterSet(items: [])
    if peekInSet() == "^" {
      place += 1
      set.isNegated = true
    }
    while let scalar = peekInSet(), scalar != "]" {
      if scalar == "-", peekInSet(1) == "[", !set.items.isEmpty {
        place += 2
        set.subtracted = [try self.set()]
        guard peekInSet() == "]" else { throw mistake("after what is taken away the brackets end with `]`") }
        break
      }
      try member(of: &set)
    }
    guard peekInSet() == "]" else { throw mistake("`[` ends with `]`") }
    guard !set.items.isEmpty else { throw mistake("there must be something between `[` and `]`") }
    place += 1
    return set
  }

  /// A character, a range, or an escape that stands for several characters.
  private mutating func member(of set: inout CharacterSet) throws(PatternError) {
    guard let first = try character(in: &set, isFirst: set.items.isEmpty) else { return }
    guard peekInSet() == "-", let next = peekInSet(1), next != "]", next != "[" else {
      set.items.append(.range(first.value, first.value))
      return
    }
    place += 1
    var several = CharacterSet(items: [])
    guard let last = try character(in: &several, isFirst: false), last.value >= first.value else {
      throw mistake("a range goes from a character to a later one")
    }
    set.items.append(.range(first.value, last.value))
  }

  /// Nil when it was an escape that stands for several, which are then in `set`.
  private mutating func character(in set: inout CharacterSet, isFirst: Bool) throws(PatternError)
    -> Unicode.Scalar?
  {
    guard let scalar = peekInSet() else { throw mistake("`[` ends with `]`") }
    place += 1
    switch scalar {
    case "\\":
      let escaped = try escapedSet()
      if case .range(let first, let last) = escaped.items[0], escaped.items.count == 1, first == last {
        return Unicode.Scalar(first)
      }
      set.items += escaped.items
      return nil
    case "[": throw mistake("`[` is written `\\[` inside of brackets")
    // At either end it stands for itself.
    case "-" where !isFirst && peekInSet() != "]":
      throw mistake("`-` is written `\\-` in the middle of brackets")
    default: return scalar
    }
  }

  /// After `\`.
  private mutating func escapedSet() throws(PatternError) -> CharacterSet {
    guard place < text.count else { throw mistake("`\\` stands before another character") }
    let scalar = text[place]
    place += 1
    switch scalar {
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "t": return .one("\t")
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$": return .one(scalar)
    case "p", "P": return try property(isNegated: scalar == "P")
    default:
      guard let set = CharacterSet.escape(scalar) else { throw mistake("`\\\(scalar)` means nothing") }
      return set
    }
  }

  private mutating func property(isNegated: Bool) throws(PatternError) -> CharacterSet {
    guard take() == "{" else { throw mistake("`\\p` is followed by a name such as `{Lu}`") }
    var name = ""
    while let scalar = take(), scalar != "}" { name.unicodeScalars.append(scalar) }
    guard let set = CharacterSet.property(name[...], isNegated: isNegated) else {
      throw mistake("`\(name)` is neither a category of characters nor a block of Unicode")
    }
    return set
  }

  private mutating func skipSpace() {
    guard flags.ignoresSpace else { return }
    while place < text.count, ["\t", "\n", "\r", " "].contains(text[place]) { place += 1 }
  }

  private mutating func peek() -> Unicode.Scalar? {
    skipSpace()
    return place < text.count ? text[place] : nil
  }

  private mutating func take() -> Unicode.Scalar? {
    let scalar = peek()
    if scalar != nil { place += 1 }
    return scalar
  }

  /// White space inside of brackets always counts.
  private func peekInSet(_ distance: Int = 0) -> Unicode.Scalar? {
    place + distance < text.count ? text[place + distance] : nil
  }

  private func mistake(_ message: String) -> PatternError {
    .invalid("character \(max(place, 1)) of the pattern: \(message)")
  }
}
