import Diagnostics
import Testing
import XML

struct LayoutTests {
  private let layout = Layout(code: ["applies", "condition", "define", "except", "scope"])

  private func formatted(_ text: String) throws -> String {
    String(decoding: try layout.formatted(Array(text.utf8), named: "x.xml"), as: UTF8.self)
  }

  @Test(arguments: [
    ("<a/>", "<a/>"),
    ("<!--x--><a b = 'c\"'></a><!-- y -->", "<!-- x -->\n<a b=\"c&quot;\"/> <!-- y -->"),
    (
      "<?p q='1'?>\n\n\n<a>\n<b/>  <!-- behind -->\n<!-- above -->\n\n\n\n<c/></a>",
      "<?p q='1'?>\n<a>\n  <b/> <!-- behind -->\n  <!-- above -->\n\n  <c/>\n</a>"
    ),
    ("<a> some\t words </a>", "<a>some words</a>"),
    ("<a>one\n\n   two\n</a>", "<a>\n  one\n  two\n</a>"),
    ("<a><!--one\n two\n\n three--></a>", "<a>\n  <!-- one\n       two\n\n       three -->\n</a>"),
    ("<applies>x   =  \"a  b\"</applies>", "<applies>x = \"a  b\"</applies>"),
    ("<a>x   =  \"a  b\"</a>", "<a>x = \"a b\"</a>"),
    ("<applies>x // it's \"\n and  y</applies>", "<applies>\n  x // it's \"\n  and y\n</applies>"),
    ("<applies>x  =  \"open</applies>", "<applies>x  =  \"open</applies>"),
    ("<a>text <b/>  <c>d  e</c> tail</a>", "<a>text <b/>  <c>d  e</c> tail</a>"),
    ("<a><![CDATA[<x>]]>&#38;&amp;]]&gt;</a>", "<a>&lt;x>&amp;&amp;]]&gt;</a>"),
    ("<a b='&#10;&amp;lt;'/>", "<a b=\"&#10;&amp;lt;\"/>"),
    (
      "<p:a xmlns:p='urn:u' xmlns='urn:v' p:b='1' xml:lang='de'/>",
      "<p:a xmlns:p=\"urn:u\" xmlns=\"urn:v\" p:b=\"1\" xml:lang=\"de\"/>"
    ),
  ])
  func `white space is decided, the rest is the author's`(_ source: String, _ expected: String) throws {
    let result = try formatted(source)
    #expect(result == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + expected + "\n")
    #expect(try formatted(result) == result)
  }

  @Test func `10,000 generated packs mean the same afterwards, and stay as they are`() throws {
    for seed in 0..<10_000 as Range<UInt64> {
      var writer = PackWriter(seed: seed)
      let (source, meaning) = writer.pack()
      let result = try formatted(source)
      let root = try parse(Array(result.utf8), named: "x.xml")
      let before = self.meaning(try parse(Array(source.utf8), named: "x.xml"))
      let after = self.meaning(root)
      #expect(before == meaning && after == meaning, "seed \(seed):\n\(source)\n\(result)")
      #expect(words(comments(result)) == words(comments(source)), "seed \(seed):\n\(source)\n\(result)")
      #expect(try formatted(result) == result, "seed \(seed):\n\(source)\n\(result)")
      guard before == meaning, after == meaning else { break }
    }
  }

  @Test func `a broken document is not formatted`() {
    #expect(throws: Mistakes.self) { try formatted("<a><b></a>") }
    #expect(throws: Mistakes.self) { try formatted("<!DOCTYPE a><a/>") }
    #expect(throws: Mistakes.self) { try formatted("") }
  }

  /// Folded by a second, simpler reading: code is cut at its quotation marks.
  private func meaning(_ element: Element) -> PackWriter.Meaning {
    let isCode = ["applies", "condition", "define", "except", "scope"].contains(element.name)
    return PackWriter.Meaning(
      name: element.name,
      attributes: Dictionary(uniqueKeysWithValues: element.attributes.map { ($0.name, $0.value) }),
      text: isCode ? folded(element.text) : element.words, children: element.children.map(meaning))
  }

  private func folded(_ code: String) -> String {
    let code = Array(code.utf8)
    var result: [UInt8] = []
    var (place, isLiteral, note) = (0, false, 0 as UInt8)
    while place < code.count {
      let byte = code[place]
      let next = place + 1 < code.count ? code[place + 1] : 0
      if isLiteral, byte == UInt8(ascii: "\\") {
        result += [byte, next]
        place += 2
        continue
      }
      if note == 0, !isLiteral, byte == UInt8(ascii: "/"), next == byte || next == UInt8(ascii: "*") {
        note = next == byte ? UInt8(ascii: "\n") : UInt8(ascii: "/")
        result += [byte, next]
        place += 2
        continue
      }
      if note == 0, byte == UInt8(ascii: "\"") { isLiteral.toggle() }
      if note != 0, byte == note, note == UInt8(ascii: "\n") || code[place - 1] == UInt8(ascii: "*") {
        note = 0
      }
      if isLiteral || !isSpace(byte) {
        result.append(byte)
      } else if result.last != 0x20 {
        result.append(0x20)
      }
      place += 1
    }
    let words = result.drop(while: isSpace)
    return String(
      decoding: words.prefix(words.lastIndex { !isSpace($0) }.map { $0 - words.startIndex + 1 } ?? 0),
      as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func comments(_ text: String) -> [String] {
    text.split(separator: "<!--", omittingEmptySubsequences: false).dropFirst().map { piece in
      String(piece.prefix(upTo: piece.firstRange(of: "-->")?.lowerBound ?? piece.endIndex))
    }
  }

  private func words(_ texts: [String]) -> [[Substring]] {
    texts.map { $0.split(whereSeparator: \.isWhitespace) }
  }
}
