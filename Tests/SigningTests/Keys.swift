import Signing

/// The published test keys of RFC 8032, section 7.1. Anybody can sign with them.
enum Keys {
  static let first = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  static let second = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")

  static func key(_ seed: String) -> PrivateKey {
    guard let key = PrivateKey(seed: bytes(seed)) else { preconditionFailure("a seed has 32 bytes") }
    return key
  }

  static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }
}
