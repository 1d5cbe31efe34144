import CZlib

/// What an archive says of a file: a plain file that its owner may write and all may read, stored at midnight of 1980-01-01, the first
/// moment that the format knows.
struct ZipHeader {
  static let localSize = 30
  private static let localMark: UInt32 = 0x0403_4B50
  private static let centralMark: UInt32 = 0x0201_4B50
  private static let endMark: UInt32 = 0x0605_4B50

  let path: [UInt8]
  let sum: UInt32
  let size: Int

  init(_ entry: ZipFile.Entry) {
    path = Array(entry.path.utf8)
    sum = checksum(entry.bytes)
    size = entry.bytes.count
  }

  /// What local header and directory have in common: version needed (1.0), no flags, not compressed, time, sums, sizes, lengths.
  private var common: [UInt8] {
    word(10) + word(0) + word(0) + word(0) + word(0x0021) + long(sum) + long(UInt32(size))
      + long(UInt32(size))
      + word(UInt16(path.count)) + word(0)
  }

  var local: [UInt8] { long(Self.localMark) + common + path }

  /// Made by version 1.0 of a Unix program: no comment, first disk, no text, `-rw-r--r--`.
  func central(at offset: Int) -> [UInt8] {
    long(Self.centralMark) + word(3 << 8 | 10) + common + word(0) + word(0) + word(0) + long(0o100644 << 16)
      + long(UInt32(offset)) + path
  }

  static func end(count: Int, size: Int, offset: Int) -> [UInt8] {
    long(Self.endMark) + word(0) + word(0) + word(UInt16(count)) + word(UInt16(count)) + long(UInt32(size))
      + long(UInt32(offset)) + word(0)
  }
}

extension ZipHeader {
  /// What a local header says before anything of it is believed.
  struct Claim {
    var path: String
    var sum: UInt32
    var size: Int
    /// Of header and path.
    var length: Int
  }

  /// nil if no file begins here. The bytes that are not looked at are compared later.
  static func claim(in bytes: [UInt8], at offset: Int) throws(ZipError) -> Claim? {
    guard bytes.count - offset >= 4, number(bytes, offset, 4) == Int(localMark) else { return nil }
    guard bytes.count - offset >= localSize else { throw ZipError("it is cut off") }
    let length = number(bytes, offset + 26, 2)
    guard bytes.count - offset - localSize >= length else { throw ZipError("it is cut off") }
    let name = bytes[(offset + localSize)..<(offset + localSize + length)]
    guard let path = String(validating: name, as: UTF8.self) else {
      throw ZipError("the path `\(ZipPath.shown(String(decoding: name, as: UTF8.self)))` is no text")
    }
    try ZipPath.check(path)
    guard number(bytes, offset + 8, 2) == 0 else {
      throw ZipError("`\(path)` is compressed; files of a bundle are stored as they are")
    }
    guard number(bytes, offset + 6, 2) == 0, number(bytes, offset + 28, 2) == 0 else {
      throw ZipError("`\(path)` is encrypted, or its header says more than is written there")
    }
    return Claim(
      path: path, sum: UInt32(number(bytes, offset + 14, 4)), size: number(bytes, offset + 22, 4),
      length: localSize + length)
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// CRC-32 as the format has it.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  UInt32(
    truncatingIfNeeded: unsafe bytes.withUnsafeBufferPointer { unsafe crc32_z(0, $0.baseAddress, $0.count) })
}

private func word(_ value: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }

private func long(_ value: UInt32) -> [UInt8] {
  word(UInt16(truncatingIfNeeded: value)) + word(UInt16(value >> 16))
}
