import Crypto

/// An Ed25519 key that checks signatures (RFC 8032).
package struct PublicKey: Sendable, Hashable {
  /// 32 bytes.
  let raw: [UInt8]

  /// The start of every SubjectPublicKeyInfo of an Ed25519 key (RFC 8410).
  private static let frame: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
  private static let label = "PUBLIC KEY"

  /// nil unless there are 32 bytes.
  package init?(raw: [UInt8]) {
    guard raw.count == 32 else { return nil }
    self.raw = raw
  }

  private init?(der: [UInt8]) {
    guard der.starts(with: Self.frame) else { return nil }
    self.init(raw: Array(der.dropFirst(Self.frame.count)))
  }

  /// From one line of base64, as `text` gives it.
  package init?(text: String) {
    guard let der = bytes(ofBase64: text) else { return nil }
    self.init(der: der)
  }

  /// From the bytes of a PEM file.
  package init?(pem: [UInt8]) {
    guard let block = PEM(Self.label, reading: pem) else { return nil }
    self.init(der: block.bytes)
  }

  private var der: [UInt8] { Self.frame + raw }

  /// SubjectPublicKeyInfo in base64, on one line.
  package var text: String { base64(der) }

  package var pem: String { PEM(Self.label, der).text }

  /// SHA-256 of the SubjectPublicKeyInfo: `openssl pkey -pubin -in KEY.pub -outform DER | sha256sum`.
  package var id: String { sha256(der) }

  package func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
    return key.isValidSignature(signature, for: message)
  }
}
