import Diagnostics
import Signing
import Testing

@Suite struct EnvelopeTests {
  /// The example of the DSSE protocol, and cases of our own; the signatures by the first key of RFC 8032 were made with Python's
  /// `cryptography`.
  @Test(arguments: [
    (
      "http://example.com/HelloWorld", "hello world",
      "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
      "4DHX3Zn4qpBKvEj7maE8O9u9bjXEnPLLnyXVUJ2PXJR8DSLcL3QDpFvfJOj3pB/SPHsl6Jg4boxsMb6KvuYABw=="
    ),
    // The length is that of the bytes, and nothing follows the last space.
    (
      "application/vnd.exämple+json", "", "DSSEv1 29 application/vnd.exämple+json 0 ",
      "KocMH2M8pPPvXp/vFs6nY2xLyqU1UFdc/FGcwkhVJzRuuypiPXdAWFic0USmNjMlYo5kiquwKQcxigdIwjCNDw=="
    ),
  ])
  func `what is signed is the encoding of DSSE`(
    _ type: String, _ payload: String, _ encoded: String, _ signature: String
  ) {
    var envelope = Envelope(payload: Array(payload.utf8), payloadType: type)
    #expect(envelope.signedBytes == Array(encoded.utf8))
    envelope.sign(with: Keys.first)
    #expect(envelope.signatures.map { base64($0.bytes) } == [signature])
    envelope.sign(with: Keys.second)
    envelope.sign(with: Keys.first)
    #expect(envelope.signatures.count == 2)
  }

  static let signature =
    "P-_KHICeR7tI6S_YyejJTRtrXhcQyQ2LYPaL8h90KjC9qN8HU_svOQ6TuDOT1HIrsGW886DbWNWcCmX5twLrAw=="

  @Test func `both alphabets of base64 are read, and fields that DSSE does not know are passed over`() throws
  {
    let text = """
      {"payload": "-_-_Pj8=", "payloadType": "application/vnd.in-toto+json", "more": [1, {"a": null}],
       "signatures": [{"sig": "\(Self.signature)", "extension": {}}]}
      """
    let envelope = try Envelope(reading: Array(text.utf8), named: "test")
    #expect(envelope.payload == [0xFB, 0xFF, 0xBF, 0x3E, 0x3F])
    #expect(Keys.first.publicKey.isSignature(envelope.signatures[0].bytes, of: envelope.signedBytes))
    let again = try Envelope(reading: Array(envelope.text.utf8), named: "test")
    #expect(again.signatures == envelope.signatures)
  }

  @Test(arguments: [
    ("", "json.syntax"), ("[]", "signature.envelope"), ("{}", "signature.envelope"),
    (#"{"payload": "", "payloadType": "a", "signatures": []}"#, "signature.envelope"),
    (#"{"payload": "", "payloadType": "a", "signatures": [{}]}"#, "signature.envelope"),
    (#"{"payload": "", "payloadType": "a", "signatures": [{"sig": "QQ"}]}"#, "signature.envelope"),
    // Bits that mean nothing, white space, both alphabets at once.
    (#"{"payload": "QR==", "payloadType": "a", "signatures": [{"sig": ""}]}"#, "signature.envelope"),
    (#"{"payload": "QQ= =", "payloadType": "a", "signatures": [{"sig": ""}]}"#, "signature.envelope"),
    (#"{"payload": "-_+/", "payloadType": "a", "signatures": [{"sig": ""}]}"#, "signature.envelope"),
    (
      #"{"payload": "", "payload": "QQ==", "payloadType": "a", "signatures": [{"sig": ""}]}"#,
      "json.duplicate-key"
    ),
    (#"{"payload": "", "payloadType": "a", "signatures": [{"sig": "", "sig": ""}]}"#, "json.duplicate-key"),
    (
      #"{"payload": "", "payloadType": "a", "signatures": ["#
        + Array(repeating: #"{"sig": ""}"#, count: 101).joined(separator: ",") + "]}", "signature.envelope"
    ),
    (String(repeating: "[", count: 100), "json.too-deep"),
    (#"{"payload": ""# + String(repeating: "A", count: 9 << 20), "json.too-long"),
  ])
  func `what is no envelope is refused`(_ text: String, _ code: String) {
    let mistakes = #expect(throws: Mistakes.self) { try Envelope(reading: Array(text.utf8), named: "test") }
    #expect(mistakes?.all.first?.code.rawValue == code)
  }
}
