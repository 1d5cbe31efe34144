import Crypto

/// A key that signs: Ed25519 (RFC 8032), or ECDSA over P-256 as second choice.
package struct PrivateKey: Sendable {
  private enum Form: Sendable {
    case ed25519(Curve25519.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }

  private let form: Form

  /// The start of every PKCS #8 file of an Ed25519 key without attributes (RFC 8410).
  private static let frame: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let label = "PRIVATE KEY"

  /// Draws a new key from the random source of the system.
  package static func random(_ algorithm: KeyAlgorithm = .ed25519) -> PrivateKey {
    switch algorithm {
    case .ed25519: PrivateKey(.ed25519(Curve25519.Signing.PrivateKey()))
    case .p256: PrivateKey(.p256(P256.Signing.PrivateKey()))
    }
  }

  private init(_ form: Form) { self.form = form }

  /// An Ed25519 key; nil unless there are 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      return nil
    }
    form = .ed25519(key)
  }

  /// From the bytes of a PEM file (PKCS #8), as `pem` and `openssl genpkey` write it.
  package init?(pem: [UInt8]) {
    guard let block = PEM(Self.label, reading: pem) else { return nil }
    if block.bytes.starts(with: Self.frame) {
      self.init(seed: Array(block.bytes.dropFirst(Self.frame.count)))
    } else if let key = try? P256.Signing.PrivateKey(derRepresentation: block.bytes) {
      self.init(.p256(key))
    } else {
      return nil
    }
  }

  package var pem: String {
    switch form {
    case .ed25519(let key): PEM(Self.label, Self.frame + Array(key.rawRepresentation)).text
    case .p256(let key): PEM(Self.label, Array(key.derRepresentation)).text
    }
  }

  package var publicKey: PublicKey {
    let key =
      switch form {
      case .ed25519(let key): PublicKey(raw: Array(key.publicKey.rawRepresentation))
      case .p256(let key): PublicKey(point: Array(key.publicKey.x963Representation))
      }
    guard let key else { preconditionFailure("a private key has a public one") }
    return key
  }

  /// In its one form: 64 bytes of Ed25519, or DER of ECDSA with the lower of the two scalars.
  package func signature(of message: [UInt8]) -> [UInt8] {
    do {
      switch form {
      case .ed25519(let key): return Array(try key.signature(for: message))
      case .p256(let key):
        var raw = Array(try key.signature(for: message).rawRepresentation)
        let scalar = Array(raw.suffix(32))
        if !Scalar.isLow(scalar) { raw.replaceSubrange(32..., with: Scalar.negated(scalar)) }
        return Array(try P256.Signing.ECDSASignature(rawRepresentation: raw).derRepresentation)
      }
    } catch {
      preconditionFailure("a message could not be signed: \(error)")
    }
  }
}
