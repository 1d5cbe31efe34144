/// Writes packs as careless authors would: the same meaning with any white space, comments, sections and references.
struct PackWriter {
  /// What was meant: names, attributes and text, white space folded outside string literals.
  struct Meaning: Equatable {
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var children: [Meaning] = []
  }

  private var random: Random

  init(seed: UInt64) { random = Random(seed: seed) }

  mutating func pack() -> (source: String, meaning: Meaning) {
    var children = [
      prose("summary"), element("source", ["id": "s", "law": words(), "title": words()]), prose("boundary"),
    ]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      children.append(
        code(
          any(of: ["define", "scope"]), ["per": "activity", "cite": "s 1; s 2(1)(a)"]))
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let requires = wrapped(
        "requires", [code("condition", ["title": words()]), element("control", ["ref": "a-b"])])
      children.append(
        wrapped(
          "obligation",
          [
            prose("summary"), prose("quote"), code("applies", [:]), code("except", ["cite": "s 3"]), requires,
          ],
          ["id": "x-\(children.count)", "per": "organization", "title": words()]))
    }
    let pack = wrapped("pack", children, ["id": "a.b", "title": words(), "xmlns": "urn:pratique:pack:1"])
    let start = Bool.random(using: &random) ? "<?xml version='1.0' encoding='utf-8'?>" : ""
    var meaning = pack.meaning
    meaning.attributes["xmlns"] = nil
    return (start + comment() + pack.source + gap() + comment(), meaning)
  }

  private typealias Piece = (source: String, meaning: Meaning)

  private mutating func element(_ name: String, _ attributes: [String: String]) -> Piece {
    let end = Bool.random(using: &random) ? "/>" : "></\(name)>"
    return ("<\(name)\(written(attributes))\(end)", Meaning(name: name, attributes: attributes))
  }

  private mutating func wrapped(_ name: String, _ children: [Piece], _ attributes: [String: String] = [:])
    -> Piece
  {
    var source = "<\(name)\(written(attributes))>"
    for child in children {
      source += gap() + (Int.random(in: 0..<5, using: &random) == 0 ? comment() + gap() : "") + child.source
    }
    return (
      source + gap() + comment() + gap() + "</\(name)>",
      Meaning(name: name, attributes: attributes, children: children.map(\.meaning))
    )
  }

  private mutating func prose(_ name: String) -> Piece {
    var (source, meant) = ("", "")
    for index in 0..<Int.random(in: 1...6, using: &random) {
      let word = word()
      source += (index == 0 ? "" : space()) + escaped(word)
      if Int.random(in: 0..<8, using: &random) == 0 { source += " " + comment() }
      meant += (index == 0 ? "" : " ") + word
    }
    return ("<\(name)>\(gap())\(source)\(gap())</\(name)>", Meaning(name: name, text: meant))
  }

  private mutating func code(_ name: String, _ attributes: [String: String]) -> Piece {
    var (source, meant) = ("", "")
    for index in 0..<Int.random(in: 1...5, using: &random) {
      let literal =
        "\"" + any(of: ["a  b", "", " x ", "\\\"  \\\\", "<>", "a\n   b", "// no", "]]>", "é  ü"]) + "\""
      let piece =
        Bool.random(using: &random)
        ? literal : any(of: ["a.b", "<", ">=", "and", "f(x)", "not(y)", "&"])
      source += (index == 0 ? "" : space()) + escaped(piece)
      meant += (index == 0 ? "" : " ") + piece
      if Int.random(in: 0..<9, using: &random) == 0 {
        source += " // a \"  quote\n"
        meant += " // a \" quote"
      }
      if Int.random(in: 0..<9, using: &random) == 0 {
        source += " /* a  \" \n quote */"
        meant += " /* a \" quote */"
      }
    }
    return (
      "<\(name)\(written(attributes))>\(gap())\(source)\(gap())</\(name)>",
      Meaning(name: name, attributes: attributes, text: meant)
    )
  }

  private mutating func written(_ attributes: [String: String]) -> String {
    attributes.sorted { $0.key < $1.key }.shuffled(using: &random).map { attribute in
      let quote = Bool.random(using: &random) ? "\"" : "'"
      let value = escaped(attribute.value).split(separator: quote, omittingEmptySubsequences: false).joined(
        separator: quote == "'" ? "&apos;" : "&quot;")
      return space() + attribute.key + "=" + quote + value + quote
    }.joined()
  }

  private mutating func escaped(_ text: String) -> String {
    if !text.contains("]]>"), !text.isEmpty, Int.random(in: 0..<10, using: &random) == 0, !text.contains("\"")
    {
      // Not for attributes: they hold no sections, so none of their words is written so.
      return text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
    }
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": Bool.random(using: &random) || text.contains("]]>") ? "&gt;" : ">"
      default: String(scalar)
      }
    }.joined()
  }

  private mutating func comment() -> String {
    let text = any(of: ["", " plain ", "tight", " two\n   lines ", "\n\n  open  \n\n", " \" ", " a - b "])
    return "<!--\(text)-->"
  }

  private mutating func any(of choices: [String]) -> String {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func space() -> String {
    any(of: [" ", "  ", "\n", "\t", "\n   \n"])
  }
  private mutating func gap() -> String {
    any(of: ["", " ", "\n", "\n\n\n", "\t\n  "])
  }
  private mutating func words() -> String { "\(word()) \(word())" }
  private mutating func word() -> String {
    any(of: ["law", "a&b", "<x>", "\"so\"", "it's", "é\u{301}", "]]>", "--", "\u{1F600}", "x]]", ">"])
  }
}

/// SplitMix64, so that a failure can be repeated.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
