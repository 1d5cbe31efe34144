private import Diagnostics

extension Lexer {
  /// `12`, `.5`, `1.5e-3`; two dots after the digits belong to a range.
  mutating func number() throws(Mistake) -> Decimal {
    let start = offset
    while isDigit(current) { advance() }
    if current == 0x2E, isDigit(byte(at: 1)) {
      advance()
      while isDigit(current) { advance() }
    }
    if current == 0x65 || current == 0x45 {
      let hasSign = byte(at: 1) == 0x2B || byte(at: 1) == 0x2D
      if isDigit(byte(at: hasSign ? 2 : 1)) {
        advance(hasSign ? 2 : 1)
        while isDigit(current) { advance() }
      }
    }
    let extent = start..<offset
    if let byte = current, Names.continuesName(byte) {
      throw Mistake(
        .literal, at: start..<offset + 1, "a name starts with a letter, and a number ends before one")
    }
    guard extent.count <= 1_000, let value = Decimal(utf8: text[extent]) else {
      throw Mistake(.literal, at: extent, "a number has at most 34 digits and an exponent up to 6144")
    }
    return value
  }

  /// A string in double quotes with its escapes: `\n \r \t \" \' \\ \uXXXX \UXXXXXX`.
  mutating func string() throws(Mistake) -> String {
    let start = offset
    advance()
    var bytes: [UInt8] = []
    while let byte = current {
      switch byte {
      case 0x22:
        advance()
        return String(decoding: bytes, as: UTF8.self)
      case 0x5C:
        let start = offset
        do throws(Mistake) {
          bytes += Array(String(try escape()).utf8)
        } catch {
          // In DMN files what is no escape stands for itself: `"\s"` is the pattern of white space.
          guard !isStrict else { throw error }
          rewind(to: start + 1)
          bytes.append(byte)
        }
      default:
        bytes.append(byte)
        advance()
      }
    }
    throw Mistake(.literal, at: start..<start + 1, "a string that starts with `\"` ends with `\"`")
  }

  private mutating func escape() throws(Mistake) -> Character {
    let start = offset
    advance()
    let letter = current
    advance()
    switch letter {
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x22: return "\""
    case 0x27: return "'"
    case 0x5C: return "\\"
    case 0x75:
      guard var value = hexadecimal(4) else { break }
      if (0xD800..<0xDC00).contains(value), current == 0x5C, byte(at: 1) == 0x75 {
        advance(2)
        guard let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) else { break }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      if let scalar = Unicode.Scalar(value) { return Character(scalar) }
    case 0x55:
      if let scalar = hexadecimal(6).flatMap(Unicode.Scalar.init) { return Character(scalar) }
    default: break
    }
    throw Mistake(
      .literal, at: start..<min(max(offset, start + 1), text.count),
      "an escape is one of `\\n`, `\\r`, `\\t`, `\\\"`, `\\'`, `\\\\`, `\\uXXXX`, `\\UXXXXXX`")
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard offset + count <= text.count else { return nil }
    let digits = slice(offset..<offset + count)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }), let value = UInt32(digits, radix: 16) else {
      return nil
    }
    advance(count)
    return value
  }
}
