import Tar
import Testing

@Suite struct TarTests {
  private let files = [
    TarFile.Entry(path: "b/c", bytes: Array("text".utf8)), TarFile.Entry(path: "b.txt", bytes: []),
    TarFile.Entry(path: "a", bytes: [UInt8](repeating: 7, count: 512)),
    TarFile.Entry(
      path: "\(String(repeating: "x", count: 90))/\(String(repeating: "y", count: 90))", bytes: [1]),
  ]

  @Test func `the same files give the same bytes in any order, and come back`() throws {
    let bytes = try TarFile(files).bytes
    #expect(try TarFile(files.reversed()).bytes == bytes)
    let again = try TarFile(reading: bytes)
    #expect(Set(again.entries) == Set(files))
    #expect(again.entries.map(\.path).prefix(3) == ["a", "b.txt", "b/c"])
    #expect(try TarFile([]).bytes == [UInt8](repeating: 0, count: 1024))
  }

  /// Offsets and form of POSIX.1-1988: name, mode, owner, group, size, time, sum, type, magic.
  @Test func `a header is that of ustar`() throws {
    let bytes = try TarFile([TarFile.Entry(path: "a", bytes: Array("hello".utf8))]).bytes
    func field(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(field(0..<2) == "a\0")
    #expect(field(100..<124) == "0000644\0" + "0000000\0" + "0000000\0")
    #expect(field(124..<148) == "00000000005\0" + "00000000000\0")
    #expect(field(156..<158) == "0\0")
    #expect(field(257..<265) == "ustar\0" + "00")
    let sum = (0..<512).reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(bytes[$1])) }
    #expect(Int(field(148..<154), radix: 8) == sum)
    #expect(bytes.count == 2048)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "a/.", "a\\b", "c:a", "a b", "a\u{0}b", "é",
    "a\nb",
    String(repeating: "x", count: 101), String(repeating: "x/", count: 200) + "x",
  ])
  func `a path that could lead elsewhere is refused`(_ path: String) throws {
    #expect(throws: TarError.self) { try TarFile([TarFile.Entry(path: path, bytes: [])]) }
    // And when it is read: the path of a sound archive is overwritten, and the sum put right.
    guard path.utf8.count <= 100 else { return }
    var bytes = try TarFile([TarFile.Entry(path: "a", bytes: [])]).bytes
    for (index, byte) in path.utf8.enumerated() { bytes[index] = byte }
    if path.isEmpty { bytes[0] = 0 }
    #expect(throws: TarError.self) { try TarFile(reading: Self.summed(bytes)) }
  }

  /// Link, symbolic link, device, folder, extended header.
  @Test(arguments: Array("1235xgLK")) func `what is no plain file is refused`(_ type: Character) throws {
    var bytes = try TarFile([TarFile.Entry(path: "a", bytes: [])]).bytes
    bytes[156] = type.asciiValue ?? 0
    #expect(throws: TarError.self) { try TarFile(reading: Self.summed(bytes)) }
  }

  @Test func `no bit can be turned without being seen, except in the content`() throws {
    let bytes = try TarFile(files).bytes
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 1
      guard let read = try? TarFile(reading: flipped) else { continue }
      // A path or content of its own: never the same files.
      #expect(Set(read.entries) != Set(files), "byte \(index)")
    }
  }

  @Test func `an archive ends where it ends`() throws {
    let bytes = try TarFile(files).bytes
    #expect(throws: TarError.self) { try TarFile(reading: bytes + [UInt8](repeating: 0, count: 512)) }
    for count in stride(from: 0, to: bytes.count, by: 100) {
      #expect(throws: TarError.self) { try TarFile(reading: Array(bytes.prefix(count))) }
    }
  }

  @Test func `sizes and numbers have limits`() throws {
    var limits = TarLimits()
    limits.files = 3
    #expect(throws: TarError.self) { try TarFile(reading: TarFile(files).bytes, limits: limits) }
    limits = TarLimits()
    limits.file = 511
    #expect(throws: TarError.self) { try TarFile(reading: TarFile(files).bytes, limits: limits) }
    limits = TarLimits()
    limits.bytes = 1000
    #expect(throws: TarError.self) { try TarFile(reading: TarFile(files).bytes, limits: limits) }
    // The largest size that a header can state.
    var bytes = try TarFile([TarFile.Entry(path: "a", bytes: [])]).bytes
    for index in 124..<135 { bytes[index] = UInt8(ascii: "7") }
    #expect(throws: TarError.self) { try TarFile(reading: Self.summed(bytes)) }
  }

  @Test func `files are there once and in order`() throws {
    #expect(throws: TarError.self) { try TarFile([files[0], files[0]]) }
    let (one, two) = (try TarFile([files[0]]).bytes, try TarFile([files[2]]).bytes)
    #expect(throws: TarError.self) { try TarFile(reading: one.dropLast(1024) + two) }
    #expect(throws: TarError.self) { try TarFile(reading: one.dropLast(1024) + one) }
  }

  private static func summed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let sum = (0..<512).reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(bytes[$1])) }
    let digits = String(sum, radix: 8)
    for (index, byte) in (String(repeating: "0", count: 6 - digits.count) + digits).utf8.enumerated() {
      bytes[148 + index] = byte
    }
    return bytes
  }
}
