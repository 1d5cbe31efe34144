import Crypto

/// A key that checks signatures: Ed25519 (RFC 8032), or ECDSA over P-256.
package struct PublicKey: Sendable, Hashable {
  package let algorithm: KeyAlgorithm
  /// 32 bytes of Ed25519; the 65 of a point of P-256 (X9.63, uncompressed).
  let raw: [UInt8]

  /// The start of every SubjectPublicKeyInfo of such a key (RFC 8410, RFC 5480).
  private static func frame(_ algorithm: KeyAlgorithm) -> [UInt8] {
    switch algorithm {
    case .ed25519: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    case .p256:
      [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A,
        0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
      ]
    }
  }
  private static let label = "PUBLIC KEY"

  /// An Ed25519 key; nil unless there are 32 bytes.
  package init?(raw: [UInt8]) {
    guard raw.count == 32 else { return nil }
    algorithm = .ed25519
    self.raw = raw
  }

  /// A P-256 key; nil unless it is a point of the curve, uncompressed.
  init?(point: [UInt8]) {
    guard point.count == 65, (try? P256.Signing.PublicKey(x963Representation: point)) != nil else {
      return nil
    }
    algorithm = .p256
    raw = point
  }

  private init?(der: [UInt8]) {
    let (first, second) = (Self.frame(.ed25519), Self.frame(.p256))
    if der.starts(with: first) {
      self.init(raw: Array(der.dropFirst(first.count)))
    } else if der.starts(with: second) {
      self.init(point: Array(der.dropFirst(second.count)))
    } else {
      return nil
    }
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

  private var der: [UInt8] { Self.frame(algorithm) + raw }

  /// SubjectPublicKeyInfo in base64, on one line.
  package var text: String { base64(der) }

  package var pem: String { PEM(Self.label, der).text }

  /// SHA-256 of the SubjectPublicKeyInfo: `openssl pkey -pubin -in KEY.pub -outform DER | sha256sum`.
  package var id: String { sha256(der) }

  package func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    switch algorithm {
    case .ed25519:
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
      return key.isValidSignature(signature, for: message)
    case .p256:
      guard let key = try? P256.Signing.PublicKey(x963Representation: raw),
        let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: message)
    }
  }

  /// Whether a signature has the one form in which `PrivateKey` writes it: nobody can make another right one out of it.
  package func isInOneForm(_ signature: [UInt8]) -> Bool {
    guard algorithm == .p256 else { return signature.count == 64 }
    guard let read = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
    return Array(read.derRepresentation) == signature
      && Scalar.isLow(Array(read.rawRepresentation.suffix(32)))
  }
}
