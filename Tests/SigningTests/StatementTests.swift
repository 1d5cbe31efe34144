import Diagnostics
import JSON
import Signing
import Testing

@Suite struct StatementTests {
  private let digest = String(repeating: "0a", count: 32)

  @Test func `a statement is written as in-toto has it, and read again`() throws {
    let statement = Statement(
      subjects: [Statement.Subject(name: "a \"b\"", sha256: digest)], predicateType: "urn:example:1",
      predicate: .object([("value", .number(1)), ("list", .array([.string("\u{1}")]))]))
    let envelope = Envelope(statement)
    #expect(
      String(decoding: envelope.payload, as: UTF8.self)
        == #"{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"a \"b\"","digest":{"sha256":"\#(digest)"}}],"predicateType":"urn:example:1","predicate":{"value":1,"list":["\u0001"]}}"#
    )
    let again = try Statement(in: envelope, named: "test")
    #expect(again.subjects == statement.subjects)
    #expect(again.predicateType == "urn:example:1")
    #expect(again.predicate.compactText == #"{"value":1,"list":["\u0001"]}"#)
  }

  @Test(arguments: [
    ("{}", "signature.statement"),
    (
      #"{"_type": "https://in-toto.io/Statement/v0.1", "subject": [], "predicateType": "a"}"#,
      "signature.statement"
    ),
    (
      #"{"_type": "https://in-toto.io/Statement/v1", "subject": [], "predicateType": "a"}"#,
      "signature.statement"
    ),
    (
      #"{"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": "a", "digest": {"sha256": "00"}}], "predicateType": "a"}"#,
      "signature.statement"
    ),
    (
      #"{"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": "a", "digest": {"md5": "00"}}], "predicateType": "a"}"#,
      "signature.statement"
    ),
    (
      #"{"_type": "https://in-toto.io/Statement/v1", "_type": "b", "subject": [], "predicateType": "a"}"#,
      "json.duplicate-key"
    ),
  ])
  func `what is no statement is refused`(_ text: String, _ code: String) {
    let envelope = Envelope(payload: Array(text.utf8), payloadType: Envelope.statementType)
    let mistakes = #expect(throws: Mistakes.self) { try Statement(in: envelope, named: "test") }
    #expect(mistakes?.all.first?.code.rawValue == code)
  }

  @Test func `a subject may be named once, and another type of payload is refused`() {
    let subject = Statement.Subject(name: "a", sha256: digest)
    let twice = Statement(subjects: [subject, subject], predicateType: "a", predicate: .object([]))
    #expect(throws: Mistakes.self) { try Statement(in: Envelope(twice), named: "test") }
    var other = Envelope(Statement(subjects: [subject], predicateType: "a", predicate: .object([])))
    other.payloadType = "application/json"
    #expect(throws: Mistakes.self) { try Statement(in: other, named: "test") }
  }
}
