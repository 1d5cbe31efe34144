import Diagnostics
import Testing
import XML

/// Documents made to harm: none is read, and none makes us read another file.
struct AttackTests {
  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;]><a/>",
    "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;\"><!ENTITY n \"&m;&m;&m;&m;\">]><a>&n;</a>",
    "<!DOCTYPE a SYSTEM \"file:///dev/random\"><a/>",
    "<!DOCTYPE a><a/>",
    "<?xml version=\"1.0\"?>\n<!-- c -->\n<!DOCTYPE a []>\n<a/>",
    "<a><!ENTITY x \"y\"></a>",
  ])
  func `a document type is refused before anything is expanded`(_ text: String) {
    #expect(mistakes(text).map(\.code.rawValue) == ["xml.doctype"])
  }

  @Test func `the declared encoding must be UTF-8`() {
    #expect(codes("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>") == [])
    for name in ["UTF-16", "ISO-8859-1", "US-ASCII", "UTF-7", "IBM037"] {
      #expect(codes("<?xml version=\"1.0\" encoding='\(name)'?><a/>") == ["xml.encoding"])
    }
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x3C], [0x3C, 0x00, 0x61, 0x00],
    Array("<a>\u{0}</a>".utf8), Array("<a b='\u{0}'/>".utf8),
    Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8),
    Array("<a b='".utf8) + [0xE9] + Array("'/>".utf8),
    Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
  ])
  func `bytes that are not UTF-8 text are refused`(_ bytes: [UInt8]) {
    #expect(codes(bytes).first == "xml.encoding")
  }

  @Test func `a byte order mark is read over`() throws {
    let element = try parse([0xEF, 0xBB, 0xBF] + Array("<a b='é'>\u{1F600}</a>".utf8), named: "x.xml")
    #expect(element["b"] == "é" && element.text == "\u{1F600}" && element.column == 1)
  }

  @Test(arguments: [
    "<a", "<a>", "<a><b></a>", "<a b=\"c", "<a b=\"c\" b=\"d\"/>", "<!-- x", "<a><![CDATA[x</a>", "<?x", "",
    " ",
    "<a/><b/>", "text", "<a>&#0;</a>", "<a>&x;</a>", "<a x:b=\"c\"/>", "<a b=c/>", "<a b=\"<\"/>",
    "<a \"b\"/>", "<>", "<1/>",
    "<a xmlns:p=\"u\" xmlns:q=\"u\" p:b=\"1\" q:b=\"2\"/>", "<a>]]></a>", "<a b='1'c='2'/>",
  ])
  func `a broken document has a mistake with a line`(_ text: String) {
    let mistakes = mistakes(text)
    #expect(!mistakes.isEmpty)
    #expect(mistakes.allSatisfy { $0.location.line == 1 && $0.code.rawValue == "xml.syntax" })
  }

  /// Every beginning of a document, and every byte of it changed: a mistake or a tree, never a crash.
  @Test func `damage is survived`() {
    let text =
      "<?xml version='1.0'?>\n<p:a xmlns:p='urn:x' b='&lt;1&#233;'><!--c--><![CDATA[<d>]]>&amp;<p:e f=\"g\"/></p:a>"
    let bytes = Array(text.utf8)
    for end in bytes.indices { _ = codes(Array(bytes[..<end])) }
    for index in bytes.indices {
      for byte in [0x00, 0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x2F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = byte
        _ = codes(damaged)
      }
    }
  }

  @Test func `many namespaces are too many attributes`() {
    let names = (0..<65).map { "xmlns:n\($0)='urn:\($0)'" }.joined(separator: " ")
    #expect(codes("<a \(names)/>") == ["xml.too-many-attributes"])
  }

  @Test func `XInclude is not carried out`() throws {
    let text =
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd' parse='text'/></a>"
    let element = try parse(Array(text.utf8), named: "x.xml")
    #expect(element.children.map(\.name) == ["include"] && element.children.first?.text == "")
  }

  /// What hides behind a quote that libxml2 does not see as one must not escape the limits.
  @Test func `attributes cannot hide in a broken tag`() {
    let hidden = (0..<60_000).map { "a\($0)='1'" }.joined(separator: " ")
    #expect(codes("<a b=\"<z \(hidden)>\"/>") == ["xml.syntax"])
    #expect(codes("<a '<z \(hidden)>'/>") == ["xml.syntax"])
  }
}

func mistakes(_ bytes: [UInt8], limits: Limits = .standard) -> [Diagnostic] {
  do {
    _ = try parse(bytes, named: "x.xml", limits: limits)
    return []
  } catch { return error.all }
}

func mistakes(_ text: String) -> [Diagnostic] { mistakes(Array(text.utf8)) }
func codes(_ bytes: [UInt8]) -> [String] { mistakes(bytes).map(\.code.rawValue) }
func codes(_ text: String) -> [String] { codes(Array(text.utf8)) }
