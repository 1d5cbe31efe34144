/// The bytes of a document with zeros after them, so that a look eight or sixteen bytes ahead stays inside. A zero is no
/// part of JSON: every loop ends there.
@safe
struct JSONBytes {
  private let start: UnsafePointer<UInt8>
  private var next: UnsafePointer<UInt8>

  /// `start` has `padding` zeros behind the document.
  init(start: UnsafePointer<UInt8>) {
    unsafe self.start = start
    unsafe next = start
  }

  static let padding = 32

  var offset: Int { unsafe next - start }

  /// The byte at hand; zero at the end.
  @inline(__always) var byte: UInt8 { unsafe next.pointee }

  /// Only past a byte that is no zero.
  @inline(__always) mutating func advance(_ count: Int = 1) { unsafe next += count }

  @inline(__always) func byte(ahead: Int) -> UInt8 { unsafe next[ahead] }

  @inline(__always) func word(ahead: Int = 0) -> UInt64 {
    unsafe UnsafeRawPointer(next).loadUnaligned(fromByteOffset: ahead, as: UInt64.self)
  }

  @inline(__always) mutating func skipSpace() {
    while byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
  }

  @inline(__always) mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    advance()
    return true
  }

  /// Bytes already passed.
  func passed(from offset: Int, count: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start + offset, count: count)
  }

  /// The place of the first quote, backslash, control character or byte beyond ASCII among the eight bytes at hand, in
  /// the highest bit of its byte; no bit below that is set.
  @inline(__always) static func specials(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ 0x2222_2222_2222_2222
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    let control = (word &- 0x2020_2020_2020_2020) & ~word
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | control | word) & highs
  }
}
