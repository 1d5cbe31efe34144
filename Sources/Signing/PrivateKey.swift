import Crypto

/// An Ed25519 key that signs (RFC 8032). The same key and message give the same signature.
package struct PrivateKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// The start of every PKCS #8 file of an Ed25519 key without attributes (RFC 8410).
  private static let frame: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let label = "PRIVATE KEY"

  /// Draws a new key from the random source of the system.
  package static func random() -> PrivateKey { PrivateKey(key: Curve25519.Signing.PrivateKey()) }

  private init(key: Curve25519.Signing.PrivateKey) { self.key = key }

  /// nil unless there are 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      return nil
    }
    self.key = key
  }

  /// From the bytes of a PEM file, as `pem` and `openssl genpkey -algorithm ed25519` write it.
  package init?(pem: [UInt8]) {
    guard let block = PEM(Self.label, reading: pem), block.bytes.starts(with: Self.frame) else { return nil }
    self.init(seed: Array(block.bytes.dropFirst(Self.frame.count)))
  }

  package var pem: String { PEM(Self.label, Self.frame + Array(key.rawRepresentation)).text }

  package var publicKey: PublicKey {
    guard let key = PublicKey(raw: Array(key.publicKey.rawRepresentation)) else {
      preconditionFailure("a public key has 32 bytes")
    }
    return key
  }

  package func signature(of message: [UInt8]) -> [UInt8] {
    do {
      return Array(try key.signature(for: message))
    } catch {
      preconditionFailure("a message could not be signed: \(error)")
    }
  }
}
