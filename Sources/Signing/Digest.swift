import Crypto

/// SHA-256 in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in sha256Bytes(bytes) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}

/// SHA-256 as bytes.
package func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] {
  unsafe SHA256.hash(data: bytes).withUnsafeBytes { unsafe Array($0) }
}
