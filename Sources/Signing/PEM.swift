/// One block of RFC 7468: base64 between a line that begins and one that ends.
struct PEM {
  let label: String
  let bytes: [UInt8]

  var text: String {
    let characters = Array(base64(bytes).utf8)
    let lines = stride(from: 0, to: characters.count, by: 64).map {
      String(decoding: characters[$0..<min($0 + 64, characters.count)], as: UTF8.self)
    }
    return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----", ""]).joined(separator: "\n")
  }

  init(_ label: String, _ bytes: [UInt8]) {
    self.label = label
    self.bytes = bytes
  }

  /// nil if the text is not one block with this label and nothing else.
  init?(_ label: String, reading text: [UInt8]) {
    guard text.count <= 1 << 12 else { return nil }
    let lines = String(decoding: text, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
    guard lines.count > 2, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----",
      let bytes = Signing.bytes(ofBase64: lines.dropFirst().dropLast().joined())
    else { return nil }
    self.init(label, bytes)
  }
}
