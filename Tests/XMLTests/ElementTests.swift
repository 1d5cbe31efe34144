import Diagnostics
import Testing
import XML

struct ElementTests {
  private func read(_ text: String) throws -> Element { try parse(Array(text.utf8), named: "x.xml") }

  @Test func `the tree is copied as written`() throws {
    let root = try read(
      "<p:a xmlns:p='urn:x' xmlns='urn:y' b='1' p:c='&lt;2'> x<!-- no --><d/>y<?no no?><![CDATA[<z>]]>&amp;&#65;<d e=''/> </p:a>"
    )
    #expect(root.name == "a" && root.namespace == "urn:x")
    #expect(root["b"] == "1" && root["c"] == "<2" && root["d"] == nil)
    #expect(root.text == " xy<z>&A ")
    #expect(root.all("d").map(\.namespace) == ["urn:y", "urn:y"])
    #expect(root.all("d").map { $0["e"] } == [nil, ""])
    #expect(root.first("d")?.children.count == 0)
  }

  @Test func `an element knows where it starts, and where its text does`() throws {
    let root = try read("<a>\n  <b\n    c='1'\n    d='2'>text</b><!--\n--><e/>\n</a>")
    #expect(root.children.map(\.line) == [2, 5])
    #expect(root.children.map(\.column) == [3, 4])
    #expect(root.children.map(\.textLine) == [4, 5])
    #expect(root.location(in: "x.xml") == Location(file: "x.xml", line: 1, column: 1))
  }

  @Test func `lines count beyond 65535`() throws {
    let root = try read("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>")
    #expect(root.children.first?.line == 70_001)
    #expect(root.children.first?.textLine == 70_001)
  }

  @Test(arguments: [
    ("<a>\n<b></a>", 2, "`</a>` closes `<b>`, opened on line 2"),
    ("<a>\n<b>", 2, "the document ends inside `<b>`, opened on line 2"),
    ("<a b='1' b='2'/>", 1, "attribute `b` is given twice"),
    ("<a>1 < 2</a>", 1, "`<` starts an element; write `&lt;` for the character"),
    ("<a>1 <2</a>", 1, "`<` starts an element; write `&lt;` for the character"),
    ("<a b='<'/>", 1, "`<` starts an element; write `&lt;` for the character"),
    ("<a>b & c</a>", 1, "`&` starts an entity; write `&amp;` for the character"),
    ("<a>b &c d</a>", 1, "`&` starts an entity; write `&amp;` for the character"),
    (
      "<a>&eacute;</a>", 1,
      "`&eacute;` is not known; only &lt; &gt; &amp; &quot; &apos; and numbers are; write the character itself"
    ),
    ("<a/>\n<b/>", 2, "nothing may follow the root element"),
    ("", 1, "the document has no element"),
    ("<a b=c/>", 1, "the value of an attribute stands in quotes"),
    ("<a><p:b/></a>", 1, "the namespace prefix `p` is not declared"),
    ("<a b='1'", 1, "the document ends inside a tag"),
    ("<a b='1>\n</a>", 1, "the quotes opened here are not closed"),
    ("<a>\n<b c='1'\n</a>", 2, "a tag is not finished with `>`; write `&lt;` for the character"),
    ("<a>\n<!-- b</a>", 2, "the document ends inside a comment"),
  ])
  func `mistakes are said in our words`(_ text: String, _ line: Int, _ message: String) {
    let mistake = mistakes(text).first
    #expect(mistake?.location.line == line)
    #expect([mistake?.message, mistake?.suggestion].compactMap { $0 }.joined(separator: "; ") == message)
  }
}
