import Diagnostics
import Glibc

/// A first look over the bytes before libxml2 sees them: encoding, DOCTYPE, limits, where elements start.
/// It follows the tokens of an XML parser and refuses what has none, so that nothing hides from the limits.
struct Scan {
  struct Start {
    /// Line and column of its `<`.
    var line: Int32
    var column: Int32
    /// Line of its `>`.
    var textLine: Int32
  }

  /// Of each start tag, in document order.
  private(set) var starts: [Start] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: Limits
  private let file: String
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// The next end of a line that was not counted yet.
  private var newline = 0
  /// Bytes of text in each open element.
  private var texts = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>, named file: String, limits: Limits) throws(Mistakes) {
    self.bytes = bytes
    self.limits = limits
    self.file = file
    newline = find(0x0A, from: 0)
    try encoding()
    starts.reserveCapacity(bytes.count / 64)
    while offset < bytes.count {
      try text()
      if offset < bytes.count { try markup() }
    }
  }

  private mutating func text() throws(Mistakes) {
    let start = offset
    advance(to: find(UInt8(ascii: "<"), from: offset))
    try count(text: offset - start)
  }

  private mutating func count(text length: Int) throws(Mistakes) {
    texts[texts.count - 1] += length
    if texts[texts.count - 1] > limits.textLength {
      throw mistake(.textTooLong, .textTooLong(limits.textLength))
    }
  }

  private mutating func markup() throws(Mistakes) {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch next {
    case UInt8(ascii: "/"):
      try skip(past: ">", "a tag")
      close()
    case UInt8(ascii: "?"):
      try skip(past: "?>", "a processing instruction")
    case UInt8(ascii: "!"):
      if matches("<!--") {
        offset += 4
        try skip(past: "-->", "a comment")
      } else if matches("<![CDATA[") {
        let start = offset
        try skip(past: "]]>", "a CDATA section")
        try count(text: offset - start - "<![CDATA[]]>".utf8.count)
      } else {
        throw mistake(.doctype, .doctype)
      }
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
      UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      try startTag()
    default:
      throw mistake(.syntax, .lessThan, .escape)
    }
  }

  private mutating func close() {
    if texts.count > 1 { texts.removeLast() }
  }

  private mutating func startTag() throws(Mistakes) {
    let start = (offset, line, lineStart)
    starts.append(Start(line: Int32(line), column: Int32(offset - lineStart + 1), textLine: Int32(line)))
    texts.append(0)
    if texts.count - 1 > limits.depth { throw mistake(.tooDeep, .tooDeep(limits.depth)) }
    if starts.count > limits.nodes { throw mistake(.tooManyNodes, .tooManyNodes(limits.nodes)) }
    // No `<` may stand inside a tag.
    let next = find(UInt8(ascii: "<"), from: offset + 1)
    var attributes = 0
    var place = offset + 1
    while place < next {
      let byte = bytes[place]
      if byte == UInt8(ascii: ">") {
        if bytes[place - 1] == UInt8(ascii: "/") { close() }
        advance(to: place + 1)
        starts[starts.count - 1].textLine = Int32(line)
        return
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        attributes += 1
        if attributes > limits.attributes {
          advance(to: place)
          throw mistake(.tooManyAttributes, .tooManyAttributes(limits.attributes))
        }
        place = try attribute(byte, at: place, before: next)
      } else {
        place += 1
      }
    }
    rewind(to: start)
    if next < bytes.count { throw mistake(.syntax, "a tag is not finished with `>`", .escape) }
    throw mistake(.syntax, .unfinished("a tag"))
  }

  /// The place after the closing quote; `next` is where the next `<` is.
  private mutating func attribute(_ quote: UInt8, at opening: Int, before next: Int) throws(Mistakes) -> Int {
    let end = find(quote, from: opening + 1)
    advance(to: opening)
    let start = (offset, line, lineStart)
    if next < end {
      advance(to: next)
      if line == start.1 { throw mistake(.syntax, .lessThan, .escape) }
      rewind(to: start)
      throw mistake(.syntax, .unclosed)
    }
    if end - opening - 1 > limits.attributeLength {
      advance(to: end)
      throw mistake(.attributeTooLong, .attributeTooLong(limits.attributeLength))
    }
    if end == bytes.count { throw mistake(.syntax, .unclosed) }
    return end + 1
  }

  /// Takes all bytes up to there.
  @inline(__always)
  private mutating func advance(to end: Int) {
    while newline < end {
      line += 1
      lineStart = newline + 1
      newline = find(0x0A, from: lineStart)
    }
    offset = end
  }

  private mutating func rewind(to place: (offset: Int, line: Int, lineStart: Int)) {
    (offset, line, lineStart) = place
    newline = find(0x0A, from: offset)
  }

  /// The next byte of that value, or the end.
  @inline(__always)
  private func find(_ byte: UInt8, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func skip(past end: StaticString, _ construct: String) throws(Mistakes) {
    let start = (offset, line, lineStart)
    while offset < bytes.count {
      advance(to: find(end.utf8Start[0], from: offset))
      if matches(end) {
        offset += end.utf8CodeUnitCount
        return
      }
      if offset < bytes.count { offset += 1 }
    }
    rewind(to: start)
    throw mistake(.syntax, .unfinished(construct))
  }

  @inline(__always)
  private func matches(_ text: StaticString) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  private func mistake(_ code: Diagnostic.Code, _ message: String, _ suggestion: String? = nil) -> Mistakes {
    let location = Location(file: file, line: line, column: offset - lineStart + 1)
    return Mistakes([Diagnostic(code, at: location, message, suggestion: suggestion)])
  }
}

extension Scan {
  /// Only UTF-8, with or without a mark, and nothing else declared.
  private mutating func encoding() throws(Mistakes) {
    if bytes.count > limits.bytes { throw mistake(.tooLong, .tooLong(limits.bytes)) }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0x3C, 0x00])
    {
      throw mistake(.encoding, .encoding("UTF-16"))
    }
    if let end = firstInvalidByte() {
      advance(to: end)
      throw mistake(.encoding, "the bytes here are not UTF-8")
    }
    let nul = find(0, from: 0)
    if nul < bytes.count {
      advance(to: nul)
      throw mistake(.encoding, .nul)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      lineStart = 3
    }
    guard matches("<?xml") else { return }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    guard let name = declaredEncoding(bytes[offset..<min(end, offset + 200)]) else { return }
    if name.lowercased() != "utf-8" { throw mistake(.encoding, .encoding(name)) }
  }

  /// `x` of `encoding="x"`; nil if the declaration has none.
  private func declaredEncoding(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard let word = text.utf8.firstRange(of: "encoding".utf8) else { return nil }
    var rest = text.utf8[word.upperBound...].drop(while: isSpace)
    guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
    rest = rest.drop(while: isSpace)
    guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.firstIndex(of: quote)
    else { return nil }
    return String(rest[..<end])
  }
}

extension Scan {
  /// The first byte that belongs to no character. Runs of ASCII, eight bytes at a time, need no other look.
  private func firstInvalidByte() -> Int? {
    var place = 0
    while place < bytes.count {
      if isASCII(at: place) {
        place += 8
        continue
      }
      let start = place
      repeat { place = min(place + 8, bytes.count) } while place < bytes.count && !isASCII(at: place)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<place))
      } catch { return start + error.byteOffsets.lowerBound }
    }
    return nil
  }

  /// Are the next eight bytes ASCII.
  @inline(__always)
  private func isASCII(at place: Int) -> Bool {
    guard place + 8 <= bytes.count, let base = bytes.baseAddress else { return false }
    return UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  }
}

extension Diagnostic.Code {
  static let doctype = Self(rawValue: "xml.doctype")
  static let encoding = Self(rawValue: "xml.encoding")
  static let tooLong = Self(rawValue: "xml.too-long")
  static let tooDeep = Self(rawValue: "xml.too-deep")
  static let tooManyNodes = Self(rawValue: "xml.too-many-nodes")
  static let tooManyAttributes = Self(rawValue: "xml.too-many-attributes")
  static let attributeTooLong = Self(rawValue: "xml.attribute-too-long")
  static let textTooLong = Self(rawValue: "xml.text-too-long")
}

extension String {
  fileprivate static let lessThan = "`<` starts an element"
  fileprivate static let unclosed = "the quotes opened here are not closed"
  fileprivate static let escape = "write `&lt;` for the character"
  fileprivate static func unfinished(_ construct: String) -> String {
    "the document ends inside \(construct)"
  }
  fileprivate static let doctype = "a document type declaration (DOCTYPE) is not allowed"
  fileprivate static let nul = "a NUL byte is not allowed; documents are UTF-8 text"
  fileprivate static func encoding(_ name: String) -> String { "documents are UTF-8, not `\(name)`" }
  fileprivate static func tooLong(_ limit: Int) -> String { "a document may have at most \(limit) bytes" }
  fileprivate static func tooDeep(_ limit: Int) -> String { "elements may be nested at most \(limit) deep" }
  fileprivate static func tooManyNodes(_ limit: Int) -> String {
    "a document may have at most \(limit) elements"
  }
  fileprivate static func tooManyAttributes(_ limit: Int) -> String {
    "an element may have at most \(limit) attributes"
  }
  fileprivate static func attributeTooLong(_ limit: Int) -> String {
    "an attribute may have at most \(limit) bytes"
  }
  fileprivate static func textTooLong(_ limit: Int) -> String {
    "the text of an element may have at most \(limit) bytes"
  }
}
