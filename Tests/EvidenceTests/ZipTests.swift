import Testing
import Zip

@Suite struct ZipTests {
  private static let files = [
    ZipFile.Entry(path: "a/one.txt", bytes: Array("one\n".utf8)),
    ZipFile.Entry(path: "a/two words.bin", bytes: (0..<1000).map { UInt8(truncatingIfNeeded: $0) }),
    ZipFile.Entry(path: "b", bytes: []),
  ]

  private func refusal(_ bytes: [UInt8], _ limits: ZipLimits = .standard) -> String {
    let error = #expect(throws: ZipError.self) { try ZipFile(reading: bytes, limits: limits) }
    return error?.message ?? ""
  }

  /// The bytes that Python's zipfile writes for these files with the same attributes; and by hand from APPNOTE.TXT, 4.3 and 4.4.
  @Test func `an archive has the bytes that the format asks for`() throws {
    let bytes = try ZipFile([ZipFile.Entry(path: "a", bytes: Array("hello".utf8))]).bytes
    // CRC-32 of "hello" is 3610a686.
    let common: [UInt8] = [
      10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0,
    ]
    let local = Array("PK\u{3}\u{4}".utf8) + common + Array("ahello".utf8)
    let central =
      Array("PK\u{1}\u{2}".utf8) + [10, 3] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81, 0, 0, 0, 0, 0x61]
    let end =
      Array("PK\u{5}\u{6}".utf8) + [
        0, 0, 0, 0, 1, 0, 1, 0, UInt8(central.count), 0, 0, 0, UInt8(local.count), 0, 0, 0,
      ]
      + [0, 0]
    #expect(bytes == local + central + end)
  }

  @Test func `what is written is read again, and nothing else`() throws {
    let bytes = try ZipFile(Self.files.reversed()).bytes
    #expect(try ZipFile(reading: bytes).entries == Self.files)
    for index in bytes.indices {
      for bit in 0..<8 {
        var turned = bytes
        turned[index] ^= 1 << bit
        #expect(throws: ZipError.self, "byte \(index)") { try ZipFile(reading: turned) }
      }
    }
    for count in 0..<bytes.count {
      #expect(throws: ZipError.self) { try ZipFile(reading: Array(bytes[..<count])) }
    }
    #expect(refusal(bytes + [0]) == "something follows its end")
    #expect(refusal([0] + bytes).contains("no ZIP archive"))
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\\b", "C:a", "a\u{0}b", "a\nb", "é", " a",
    "a ", "a./b",
    String(repeating: "a", count: 257), "a?", "a*",
  ])
  func `a path leads nowhere else`(_ path: String) throws {
    #expect(throws: ZipError.self) { try ZipFile([ZipFile.Entry(path: path, bytes: [])]) }
    // The same in an archive that somebody else wrote.
    let bytes = try ZipFile([
      ZipFile.Entry(path: String(repeating: "x", count: max(1, min(256, path.utf8.count))), bytes: [])
    ]).bytes
    guard (1...256).contains(path.utf8.count) else { return }
    let name = Array(path.utf8)
    var changed = bytes
    changed.replaceSubrange(30..<(30 + name.count), with: name)
    changed.replaceSubrange((30 + name.count + 46)..<(30 + name.count + 46 + name.count), with: name)
    #expect(refusal(changed).contains("the path"))
  }

  @Test func `sizes, flags and methods that are not ours are refused by name`() throws {
    let bytes = try ZipFile(Self.files).bytes
    func changed(_ place: Int, _ new: [UInt8]) -> [UInt8] {
      var result = bytes
      result.replaceSubrange(place..<(place + new.count), with: new)
      return result
    }
    #expect(refusal(changed(8, [8])) == "`a/one.txt` is compressed; files of a bundle are stored as they are")
    #expect(refusal(changed(6, [1])).contains("`a/one.txt` is encrypted"))
    #expect(refusal(changed(28, [4])).contains("`a/one.txt` is encrypted, or its header says more"))
    #expect(refusal(changed(22, [0xFF, 0xFF, 0xFF, 0xFF])) == "`a/one.txt` has more than 67108864 bytes")
    #expect(refusal(changed(22, [0xFF, 0xFF, 0])) == "it is cut off in `a/one.txt`")
    #expect(refusal(changed(26, [0xFF, 0xFF])) == "it is cut off")
    #expect(refusal(changed(22, [3])).contains("`a/one.txt` was changed"))
    // The directory points a file at the content of another.
    let directory = bytes.count - 22 - 3 * 46 - Self.files.reduce(0) { $0 + $1.path.utf8.count }
    #expect(
      refusal(changed(directory + 46 + 9 + 42, [0])).contains("the directory's record of `a/two words.bin`"))
    #expect(refusal(changed(bytes.count - 14, [4])).contains("the end of the directory"))
  }

  @Test func `files are there once, in order, and in nobody's way`() throws {
    for paths in [["a", "a"], ["a", "A"], ["a", "a/b"], ["a", "A/b"], ["a", "a-", "a/b"]] {
      #expect(throws: ZipError.self, "\(paths)") {
        try ZipFile(paths.map { ZipFile.Entry(path: $0, bytes: []) })
      }
    }
    let one = try ZipFile([Self.files[0]]).bytes
    let local = Array(one[..<(30 + 9 + 4)])
    #expect(refusal(local + one).contains("not in order, each once"))
  }

  @Test func `what is too large is refused`() throws {
    var limits = ZipLimits()
    (limits.files, limits.file, limits.bytes) = (2, 999, 1000)
    let bytes = try ZipFile(Self.files).bytes
    #expect(refusal(bytes, limits) == "`a/two words.bin` has more than 999 bytes")
    limits.file = 1000
    #expect(refusal(bytes, limits) == "it has more than 2 files")
    limits.files = 3
    #expect(refusal(bytes, limits) == "it has more than 1000 bytes")
    limits.bytes = 1004
    #expect(try ZipFile(reading: bytes, limits: limits).entries == Self.files)
    let many = (0..<10_001).map { ZipFile.Entry(path: "\($0)", bytes: []) }
    #expect(throws: ZipError.self) { try ZipFile(many) }
    var wide = ZipLimits()
    wide.files = 100_000
    #expect(refusal(try ZipFile(many, limits: wide).bytes) == "it has more than 10000 files")
  }

  /// Pieces cut out, doubled, overwritten and moved: whatever comes of it is refused, or is the archive itself.
  @Test func `random damage is refused, and nothing traps`() throws {
    let bytes = try ZipFile(Self.files).bytes
    var state: UInt64 = 2026
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
    for _ in 0..<4_000 {
      var damaged = bytes
      for _ in 0...random(3) {
        let start = random(damaged.count)
        let end = min(damaged.count, start + random(random(2) == 0 ? 5 : 200))
        let piece = Array(damaged[start..<end])
        switch random(4) {
        case 0: damaged.removeSubrange(start..<end)
        case 1: damaged.insert(contentsOf: piece, at: random(damaged.count))
        case 2: for index in start..<end { damaged[index] = UInt8(random(256)) }
        default: for index in start..<end { damaged[index] = [0, 0xFF, 0x7F, 0x80][random(4)] }
        }
      }
      guard damaged != bytes else { continue }
      #expect(throws: ZipError.self) { try ZipFile(reading: damaged) }
    }
  }
}
