import Diagnostics
import Testing
import XML

struct SchemaTests {
  private func schema(_ text: String) throws -> Schema { try Schema(Array(text.utf8), named: "x.xsd") }

  private let people = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:p" targetNamespace="urn:p" elementFormDefault="qualified">
      <xs:element name="people"><xs:complexType><xs:sequence>
        <xs:element name="note" type="xs:string" minOccurs="0"/>
        <xs:element name="person" type="person" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:complexType name="person"><xs:attribute name="name" type="name" use="required"/><xs:attributeGroup ref="days"/>
        <xs:attribute name="role"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="author"/><xs:enumeration value="owner"/></xs:restriction></xs:simpleType></xs:attribute>
      </xs:complexType>
      <xs:simpleType name="name"><xs:restriction base="xs:string"><xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType>
      <xs:attributeGroup name="days"><xs:attribute name="since" type="xs:date"/></xs:attributeGroup>
    </xs:schema>
    """

  @Test(arguments: [
    ("<person name='a'/>", []),
    ("<persn name='a'/>", ["1:23: unknown element <persn>; did you mean <person>?"]),
    ("<zzzzzz/>", ["1:23: unknown element <zzzzzz>; expected <note> or <person>"]),
    ("<person name='a'/><note/>", ["1:41: <note> is not allowed here; expected <person>"]),
    ("", ["1:1: <people> is not complete; it needs <note> or <person>"]),
    ("<person/>", ["1:23: <person> needs the attribute `name`"]),
    (
      "<person nme='a'/>",
      [
        "1:23: unknown attribute `nme` in <person>; did you mean `name`?",
        "1:23: <person> needs the attribute `name`",
      ]
    ),
    (
      "<person name='a' sinse='2020-01-01'/>",
      ["1:23: unknown attribute `sinse` in <person>; did you mean `since`?"]
    ),
    (
      "<person name='a' zzzzzzz=''/>",
      ["1:23: unknown attribute `zzzzzzz` in <person>; it may have name, role and since"]
    ),
    (
      "<person name='a' role='auhtor'/>",
      ["1:23: attribute `role` of <person> cannot be `auhtor`; did you mean `author`?"]
    ),
    (
      "<person name='a' role='zzzzzz'/>",
      ["1:23: attribute `role` of <person> cannot be `zzzzzz`; use author or owner"]
    ),
    ("<person name='A'/>", ["1:23: attribute `name` of <person> cannot be `A`; it must match [a-z]+"]),
    (
      "<person name='a' since='2020-02-30'/>",
      ["1:23: attribute `since` of <person> cannot be `2020-02-30`; it must be a date like 2026-01-31"]
    ),
    ("text<person name='a'/>", ["1:1: <people> may not have text of its own"]),
    ("<person name='a'>text</person>", ["1:23: <person> may not have text of its own"]),
  ])
  func `what a document does wrong is said in our words`(_ inner: String, _ expected: [String]) throws {
    let text = "<people xmlns='urn:p'>\(inner)</people>"
    var said: [String] = []
    do { _ = try parse(Array(text.utf8), named: "x.xml", validatedBy: schema(people)) } catch let mistakes
      as Mistakes
    {
      said = mistakes.all.map { mistake in
        "\(mistake.location.line):\(mistake.location.column): \([mistake.message, mistake.suggestion].compactMap { $0 }.joined(separator: "; "))"
      }
    }
    #expect(said == expected)
  }

  /// libxml2 looks at `xml:id` only where it makes a tree.
  @Test(arguments: ["xml:id='1 2'", "xml:id='a'><person name='a' xml:id='a'/><person name='b'"])
  func `what only a tree shows is a mistake too`(_ attribute: String) {
    #expect(throws: Mistakes.self) {
      try parse(
        Array("<people xmlns='urn:p'><person name='c' \(attribute)/></people>".utf8), named: "x.xml",
        validatedBy: schema(people))
    }
  }

  @Test func `another root is refused`() throws {
    let mistakes = #expect(throws: Mistakes.self) {
      try parse(Array("<poeple xmlns='urn:p'/>".utf8), named: "x.xml", validatedBy: schema(people))
    }
    #expect(mistakes?.all.map(\.suggestion) == ["did you mean <people>?"])
  }

  @Test(arguments: [
    "schemaLocation='urn:p file:///etc/passwd'", "noNamespaceSchemaLocation='x.xsd'", "type='person'",
    "nil='true'",
  ])
  func `a document cannot name a schema of its own`(_ attribute: String) throws {
    let text =
      "<people xmlns='urn:p' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><person name='a' i:\(attribute)/></people>"
    let mistakes = #expect(throws: Mistakes.self) {
      try parse(Array(text.utf8), named: "x.xml", validatedBy: schema(people))
    }
    #expect(mistakes?.all.map(\.code.rawValue) == ["xml.schema-instance"])
  }

  @Test(arguments: [
    "import namespace='urn:q' schemaLocation='/etc/passwd'", "include schemaLocation='x.xsd'",
  ])
  func `a schema loads no other`(_ element: String) {
    let text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:\(element)/></xs:schema>"
    let mistakes = #expect(throws: Mistakes.self) { _ = try schema(text) }
    #expect(mistakes?.all.map(\.code.rawValue) == ["xml.schema"])
  }

  @Test func `a schema that is none is refused`() {
    #expect(throws: Mistakes.self) {
      _ = try schema(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='missing'/></xs:schema>"
      )
    }
  }
}
