import JSON

/// A message with signatures: DSSE 1.0 (github.com/secure-systems-lab/dsse). What it says counts only after `Trust` accepted one of them.
package struct Envelope: Sendable {
  package struct Signature: Sendable, Hashable {
    /// Which key may have signed; a hint that nobody vouches for.
    package var keyID: String
    package var bytes: [UInt8]
  }

  package static let statementType = "application/vnd.in-toto+json"

  package var payload: [UInt8]
  package var payloadType: String
  package var signatures: [Signature]

  package init(payload: [UInt8], payloadType: String, signatures: [Signature] = []) {
    self.payload = payload
    self.payloadType = payloadType
    self.signatures = signatures
  }

  package init(_ statement: Statement) {
    self.init(payload: Array(statement.text.utf8), payloadType: Self.statementType)
  }

  /// What is signed: the pre-authentication encoding, in which nothing can pass for something else.
  package var signedBytes: [UInt8] {
    let type = Array(payloadType.utf8)
    return Array("DSSEv1 \(type.count) ".utf8) + type + Array(" \(payload.count) ".utf8) + payload
  }

  /// Adds the signature of a key, in place of an earlier one by the same key.
  package mutating func sign(with key: PrivateKey) {
    let id = key.publicKey.id
    let signature = Signature(keyID: id, bytes: key.signature(of: signedBytes))
    signatures.removeAll { $0.keyID == id }
    signatures.append(signature)
  }

  package var text: String {
    let signatures = signatures.map { signature in
      JSONValue.object([("keyid", .string(signature.keyID)), ("sig", .string(base64(signature.bytes)))])
    }
    return JSONValue.object([
      ("payload", .string(base64(payload))), ("payloadType", .string(payloadType)),
      ("signatures", .array(signatures)),
    ]).text() + "\n"
  }
}
