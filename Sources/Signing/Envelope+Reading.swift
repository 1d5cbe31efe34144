package import Diagnostics
import JSON

extension Envelope {
  /// How large an envelope may be.
  private static var limits: Node.Limits {
    var limits = Node.Limits()
    limits.bytes = 8 << 20
    limits.scalarLength = 8 << 20
    limits.nodes = 10_000
    limits.depth = 16
    return limits
  }
  private static let signatureLimit = 100

  /// Fields that DSSE does not know are passed over, as it asks; a key given twice is refused.
  package init(reading bytes: [UInt8], named name: String) throws(Mistakes) {
    let root = try JSON.parse(bytes, named: name, limits: Self.limits)
    guard let payload = root["payload"]?.text.flatMap({ Signing.bytes(ofBase64: $0) }),
      let payloadType = root["payloadType"]?.text, let signatures = root["signatures"]?.items
    else {
      throw Mistakes([
        Diagnostic(
          .envelope, at: root.location,
          "an envelope has `payload` (base64), `payloadType` and a list of `signatures`")
      ])
    }
    guard (1...Self.signatureLimit).contains(signatures.count) else {
      throw Mistakes([
        Diagnostic(.envelope, at: root.location, "an envelope has 1 to \(Self.signatureLimit) signatures")
      ])
    }
    self.init(payload: payload, payloadType: payloadType)
    for signature in signatures {
      guard let bytes = signature["sig"]?.text.flatMap({ Signing.bytes(ofBase64: $0) }) else {
        throw Mistakes([Diagnostic(.envelope, at: signature.location, "a signature has `sig` (base64)")])
      }
      self.signatures.append(Signature(keyID: signature["keyid"]?.text ?? "", bytes: bytes))
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let envelope = Self(rawValue: "signature.envelope")
}
