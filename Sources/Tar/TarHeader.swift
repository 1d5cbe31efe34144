/// The block before a file: POSIX.1-1988 `ustar`, a plain file that its owner may write and all may read.
struct TarHeader {
  static let size = 512

  let path: String
  let size: Int

  /// Zero bytes that fill the last block of a file.
  static func padding(of count: Int) -> Int { (size - count % size) % size }

  var bytes: [UInt8] {
    guard let (prefix, name) = TarPath.split(path) else { preconditionFailure("the path was checked") }
    var block = [UInt8](repeating: 0, count: Self.size)
    func put(_ field: some Collection<UInt8>, at start: Int) {
      for (offset, byte) in field.enumerated() { block[start + offset] = byte }
    }
    put(name, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        0".utf8, at: 148)
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(0, 7), at: 329)
    put(octal(0, 7), at: 337)
    put(prefix, at: 345)
    // The sum is taken with blanks in its place.
    let sum = block.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6), at: 148)
    block[154] = 0
    return block
  }

  private func octal(_ number: Int, _ digits: Int) -> [UInt8] {
    let text = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, digits - text.count)) + text
  }
}

extension TarHeader {
  /// Reads path and size of a block; everything else must be as it is written.
  init(reading block: ArraySlice<UInt8>) throws(TarError) {
    let start = block.startIndex
    let name = TarHeader.text(block[start..<start + 100])
    let prefix = TarHeader.text(block[(start + 345)..<start + 500])
    let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
    guard block[(start + 257)..<start + 262].elementsEqual("ustar".utf8) else {
      throw TarError("it is no tar archive, or is broken")
    }
    try TarPath.check(path)
    guard block[start + 156] == UInt8(ascii: "0") else {
      throw TarError("`\(path)` is no plain file; links, folders and devices are refused")
    }
    var size = 0
    for byte in block[(start + 124)..<start + 135] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else {
        throw TarError("the size of `\(path)` cannot be read")
      }
      size = size * 8 + Int(byte - UInt8(ascii: "0"))
    }
    self.init(path: path, size: size)
    guard bytes.elementsEqual(block) else {
      throw TarError("the header of `\(path)` is not as `pratique pack build` writes it")
    }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
