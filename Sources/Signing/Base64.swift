import FoundationEssentials

/// Base64 with the standard alphabet and padding.
package func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// The bytes of base64 in the standard or the URL-safe alphabet, with padding; nil for anything that is not written exactly so,
/// bits that mean nothing included.
package func bytes(ofBase64 text: String) -> [UInt8]? {
  var standard = text
  if text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
    guard !text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }) else {
      return nil
    }
    standard = String(
      decoding: text.utf8.map {
        $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
      }, as: UTF8.self)
  }
  guard let data = Data(base64Encoded: standard), data.base64EncodedString() == standard else { return nil }
  return Array(data)
}
