package import Diagnostics

/// Parses one JSON document.
package func parse(
  _ bytes: [UInt8], named name: String, limits: Node.Limits = .standard
) throws(Mistakes) -> Node {
  try JSONReader.parse(bytes, named: name, limits: limits)
}

/// RFC 8259, with line and column of every value, limits, and no key given twice.
struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private let limits: Node.Limits
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var nodes = 0

  static func parse(_ bytes: [UInt8], named name: String, limits: Node.Limits) throws(Mistakes) -> Node {
    do throws(Diagnostic) {
      var reader = JSONReader(bytes: bytes, file: name, limits: limits)
      if bytes.count > limits.bytes {
        throw reader.mistake(.tooLong, "a document may have at most \(limits.bytes) bytes")
      }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
      let root = try reader.value(depth: 1)
      reader.space()
      guard reader.offset == bytes.count else {
        throw reader.mistake(.syntax, "nothing may follow the first value")
      }
      return root
    } catch {
      throw Mistakes([error.withExcerpt(of: Source(name: name, bytes: bytes))])
    }
  }

  private init(bytes: [UInt8], file: String, limits: Node.Limits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  private var location: Location { Location(file: file, line: line, column: offset - lineStart + 1) }

  private func mistake(
    _ code: Diagnostic.Code, _ message: String, _ suggestion: String? = nil, at location: Location? = nil
  ) -> Diagnostic {
    Diagnostic(code, at: location ?? self.location, message, suggestion: suggestion)
  }

  private mutating func space() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x0A:
        line += 1
        lineStart = offset + 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      offset += 1
    }
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> Node {
    space()
    nodes += 1
    if nodes > limits.nodes {
      throw mistake(.tooManyNodes, "a document may have at most \(limits.nodes) values")
    }
    let start = location
    guard let byte = peek() else { throw mistake(.syntax, "the document ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return .map(try members(depth: depth), start)
    case UInt8(ascii: "["): return .list(try elements(depth: depth), start)
    case UInt8(ascii: "\""): return .scalar(Node.Scalar(try string(), isText: true, at: start))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .scalar(Node.Scalar(try number(), isText: false, at: start))
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try word()
    default: throw mistake(.syntax, "a value is expected here")
    }
  }

  private mutating func members(depth: Int) throws(Diagnostic) -> [Node.Entry] {
    try descend(to: depth)
    offset += 1
    space()
    var entries: [Node.Entry] = []
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      space()
      let start = location
      guard peek() == UInt8(ascii: "\"") else {
        throw mistake(.syntax, "a key in double quotes is expected here")
      }
      let key = try string()
      if !keys.insert(key).inserted { throw mistake(.duplicateKey, "`\(key)` is given twice", at: start) }
      space()
      guard take(UInt8(ascii: ":")) else { throw mistake(.syntax, "`:` is expected after a key") }
      entries.append(Node.Entry(key, at: start, try value(depth: depth + 1)))
      space()
      if take(UInt8(ascii: "}")) { return entries }
      guard take(UInt8(ascii: ",")) else { throw mistake(.syntax, "`,` or `}` is expected here") }
    }
  }

  private mutating func elements(depth: Int) throws(Diagnostic) -> [Node] {
    try descend(to: depth)
    offset += 1
    space()
    var items: [Node] = []
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      space()
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else { throw mistake(.syntax, "`,` or `]` is expected here") }
    }
  }

  private func descend(to depth: Int) throws(Diagnostic) {
    if depth > limits.depth { throw mistake(.tooDeep, "values may be nested at most \(limits.depth) deep") }
  }

  private mutating func word() throws(Diagnostic) -> Node {
    let start = location
    let from = offset
    while let byte = peek(), byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") {
      offset += 1
    }
    let text = String(decoding: bytes[from..<offset], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) else {
      throw mistake(.syntax, "`\(text)` is no value of JSON", "put text in double quotes", at: start)
    }
    return .scalar(Node.Scalar(text, isText: false, isNull: text == "null", at: start))
  }

  private mutating func number() throws(Diagnostic) -> String {
    let from = offset
    let start = location
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    var isSound = whole == 1 || (whole > 1 && bytes[offset - whole] != UInt8(ascii: "0"))
    if take(UInt8(ascii: ".")) { isSound = digits() > 0 && isSound }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      isSound = digits() > 0 && isSound
    }
    let text = String(decoding: bytes[from..<offset], as: UTF8.self)
    guard isSound else { throw mistake(.syntax, "`\(text)` is no number of JSON", at: start) }
    if text.utf8.count > limits.scalarLength { throw tooLong(start) }
    return text
  }

  private mutating func digits() -> Int {
    let start = offset
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    return offset - start
  }
}

extension JSONReader {
  private mutating func string() throws(Diagnostic) -> String {
    let start = location
    offset += 1
    var result: [UInt8] = []
    var from = offset
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        result += bytes[from..<offset]
        offset += 1
        if result.count > limits.scalarLength { throw tooLong(start) }
        guard let text = String(validating: result, as: UTF8.self) else {
          throw mistake(.encoding, "the text here is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        result += bytes[from..<offset]
        offset += 1
        try escape(into: &result)
        from = offset
      case 0..<0x20:
        throw mistake(.syntax, "a line break or control character inside quotes", "write `\\n` or `\\t`")
      default: offset += 1
      }
    }
    throw mistake(.syntax, "the quotes opened here are not closed", at: start)
  }

  private mutating func escape(into result: inout [UInt8]) throws(Diagnostic) {
    guard let byte = peek() else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): result += String(Character(try scalar())).utf8
    default:
      offset -= 1
      throw mistake(
        .syntax, "`\\` starts an escape: \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four digits")
    }
  }

  /// `\u00e9`, or a pair of surrogates.
  private mutating func scalar() throws(Diagnostic) -> Unicode.Scalar {
    let start = location
    let first = try hex()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try hex()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw mistake(.surrogate, "half of a surrogate pair stands alone", at: start)
  }

  private mutating func hex() throws(Diagnostic) -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    let isHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard digits.count == 4, isHex, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw mistake(.syntax, "`\\u` needs four hexadecimal digits")
    }
    offset += 4
    return value
  }

  private func tooLong(_ start: Location) -> Diagnostic {
    mistake(.scalarTooLong, "a value may have at most \(limits.scalarLength) bytes", at: start)
  }
}

extension Diagnostic.Code {
  fileprivate static let syntax = Self(rawValue: "json.syntax")
  fileprivate static let encoding = Self(rawValue: "json.encoding")
  fileprivate static let surrogate = Self(rawValue: "json.surrogate")
  fileprivate static let duplicateKey = Self(rawValue: "json.duplicate-key")
  fileprivate static let tooLong = Self(rawValue: "json.too-long")
  fileprivate static let tooDeep = Self(rawValue: "json.too-deep")
  fileprivate static let tooManyNodes = Self(rawValue: "json.too-many-nodes")
  fileprivate static let scalarTooLong = Self(rawValue: "json.scalar-too-long")
}
