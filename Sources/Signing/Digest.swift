import Crypto

/// SHA-256 in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String { hexadecimal(sha256Bytes(bytes)) }

/// SHA-256 as bytes.
package func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] {
  unsafe SHA256.hash(data: bytes).withUnsafeBytes { unsafe Array($0) }
}

/// Is it a SHA-256 as `sha256` writes it.
package func isSHA256(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
