extension Reading {
  /// The bytes of a word at hand, as a little-endian number of `count` bytes (at most 4).
  @inline(__always)
  mutating func take(_ word: UInt64, _ count: Int) -> Bool {
    guard bytes.word() & (1 << UInt64(8 * count) - 1) == word else { return false }
    bytes.advance(count)
    return true
  }

  @inline(__always)
  mutating func boolean() -> Bool? {
    if take(0x6575_7274, 4) { return true }
    guard bytes.byte == UInt8(ascii: "f") else { return nil }
    bytes.advance()
    return take(0x6573_6C61, 4) ? false : nil
  }

  /// The number of a string.
  @inline(__always)
  mutating func text(_ cells: inout Cells) -> Int32? {
    guard bytes.take(UInt8(ascii: "\"")) else { return nil }
    let start = bytes.offset
    var hash = TextHash()
    while true {
      let word = bytes.word()
      let specials = JSONBytes.specials(word)
      if specials == 0 {
        hash.add(word)
        bytes.advance(8)
        continue
      }
      let left = specials.trailingZeroBitCount >> 3
      guard bytes.byte(ahead: left) == UInt8(ascii: "\"") else { return wideText(from: start, &cells) }
      if left > 0 { hash.add(word & (1 << UInt64(8 * left) - 1)) }
      bytes.advance(left + 1)
      let count = bytes.offset - start - 1
      return unsafe cells.texts.number(
        of: bytes.passed(from: start, count: count), hash: hash.value(length: count))
    }
  }

  /// A string with something in it beyond plain ASCII.
  private mutating func wideText(from start: Int, _ cells: inout Cells) -> Int32? {
    guard let count = endOfText(from: start) else { return nil }
    let text = unsafe bytes.passed(from: start, count: count)
    return unsafe cells.texts.number(of: text, hash: TextStore.hash(text))
  }

  @inline(__always)
  mutating func skipText() -> Bool {
    guard bytes.take(UInt8(ascii: "\"")) else { return false }
    let start = bytes.offset
    while true {
      let specials = JSONBytes.specials(bytes.word())
      if specials == 0 {
        bytes.advance(8)
        continue
      }
      bytes.advance(specials.trailingZeroBitCount >> 3)
      return bytes.take(UInt8(ascii: "\"")) || endOfText(from: start) != nil
    }
  }

  /// Goes on to the end of a string that started at `start`; its length, or nil if it has escapes, control characters or
  /// is no UTF-8.
  private mutating func endOfText(from start: Int) -> Int? {
    while bytes.byte != UInt8(ascii: "\"") {
      guard bytes.byte >= 0x20, bytes.byte != UInt8(ascii: "\\") else { return nil }
      bytes.advance()
    }
    let count = bytes.offset - start
    bytes.advance()
    guard unsafe String(validating: bytes.passed(from: start, count: count), as: UTF8.self) != nil else {
      return nil
    }
    return count
  }

  /// The cell of a number.
  @inline(__always)
  mutating func number(_ cells: inout Cells) -> Int64? {
    let start = bytes.offset
    let isNegative = bytes.take(UInt8(ascii: "-"))
    var mantissa: UInt64 = 0
    let whole = digits(&mantissa)
    guard whole == 1 || (whole > 1 && bytes.byte(ahead: -whole) != UInt8(ascii: "0")) else { return nil }
    var fraction = 0
    if bytes.take(UInt8(ascii: ".")) {
      fraction = digits(&mantissa)
      guard fraction > 0 else { return nil }
    }
    if bytes.byte | 0x20 == UInt8(ascii: "e") || fraction > 6 || whole + fraction > 12 {
      return longNumber(from: start, &cells)
    }
    // At most twelve digits, and six zeros.
    let code = Int64(mantissa &* Reading.powers[6 - fraction])
    return isNegative ? -code : code
  }

  private static let powers: [UInt64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  @inline(__always)
  private mutating func digits(_ mantissa: inout UInt64) -> Int {
    var count = 0
    while bytes.byte &- UInt8(ascii: "0") < 10 {
      // Runs over with more than nineteen digits, and is then not used.
      mantissa = mantissa &* 10 &+ UInt64(bytes.byte &- UInt8(ascii: "0"))
      bytes.advance()
      count += 1
    }
    return count
  }

  private mutating func longNumber(from start: Int, _ cells: inout Cells) -> Int64? {
    if bytes.byte | 0x20 == UInt8(ascii: "e") {
      bytes.advance()
      if !bytes.take(UInt8(ascii: "+")) { _ = bytes.take(UInt8(ascii: "-")) }
      var power: UInt64 = 0
      guard digits(&power) > 0 else { return nil }
    }
    let text = unsafe bytes.passed(from: start, count: bytes.offset - start)
    guard text.count <= 1_000, let number = unsafe Decimal(utf8: text) else { return nil }
    return CellCode.code(number) ?? cells.other(.number(number))
  }

  /// The cell of a date of ten characters.
  @inline(__always)
  mutating func date() -> Int64? {
    // `"2026-01-31"`: twelve bytes, all of them there if the last one is a quote.
    let (first, second) = (bytes.word(ahead: 1), bytes.word(ahead: 9))
    guard bytes.byte == UInt8(ascii: "\""), second >> 16 & 0xFF == 0x22 else { return nil }
    let dashes: UInt64 = 0xFF00_00FF << 32
    guard first & dashes == 0x2D00_002D << 32 else { return nil }
    // Digits as numbers; a byte that is no digit has a high bit after adding 0x76 to it, or had one before.
    let a = (first & ~dashes) ^ 0x0030_3000_3030_3030
    let b = second & 0xFFFF ^ 0x3030
    let high: UInt64 = 0x8080_8080_8080_8080
    guard (a | (a &+ 0x7676_7676_7676_7676) | b | (b &+ 0x7676)) & high == 0 else { return nil }
    func digit(_ word: UInt64, _ place: UInt64) -> Int { Int(word >> (8 * place) & 0xF) }
    let year = digit(a, 0) * 1000 + digit(a, 1) * 100 + digit(a, 2) * 10 + digit(a, 3)
    let (month, day) = (digit(a, 5) * 10 + digit(a, 6), digit(b, 0) * 10 + digit(b, 1))
    guard month >= 1, month <= 12, day >= 1 else { return nil }
    // The last days of a month are looked at more closely.
    if day > 28, CalendarDate(year: year, month: month, day: day) == nil { return nil }
    bytes.advance(12)
    return Int64(year) * 512 + Int64(month) * 32 + Int64(day)
  }
}
