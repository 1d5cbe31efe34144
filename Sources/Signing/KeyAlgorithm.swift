/// How a key signs: the two algorithms that keys may have.
package enum KeyAlgorithm: String, Sendable, CaseIterable {
  /// RFC 8032; the same key and message give the same signature.
  case ed25519
  /// ECDSA over NIST P-256 with SHA-256; every signature is another.
  case p256

  /// As people call it.
  package var title: String {
    switch self {
    case .ed25519: "Ed25519"
    case .p256: "ECDSA P-256"
    }
  }
}
