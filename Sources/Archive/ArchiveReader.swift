import Glibc

/// Takes values out of an archive in the order in which they were written. It never trusts a length: what does not fit
/// leaves it broken, and from then on everything is empty.
public struct ArchiveReader: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var offset: Int
  @usableFromInline let end: Int
  /// Where long texts stand.
  private var texts: Range<Int>
  /// The file that places lie in, unless they say otherwise.
  public var file: String
  public var isBroken: Bool { hasFailed }
  @usableFromInline var hasFailed = false
  @usableFromInline var depth = 0

  /// Levels of values in one another; no value that was checked has as many.
  @usableFromInline static let depthLimit = 1_000

  public init(_ bytes: [UInt8]) {
    self.init(bytes, from: 0, to: bytes.count, texts: 0..<0, file: "")
    let count = count()
    texts = offset..<offset + count
    offset += count
  }

  private init(_ bytes: [UInt8], from offset: Int, to end: Int, texts: Range<Int>, file: String) {
    self.bytes = bytes
    self.offset = offset
    self.end = end
    self.texts = texts
    self.file = file
  }

  /// All bytes were taken, and all were good.
  public var isFinished: Bool { !isBroken && offset == end }

  @inlinable
  public mutating func fail() {
    hasFailed = true
    offset = end
  }

  @inlinable
  public mutating func byte() -> UInt8 {
    guard offset < end else {
      fail()
      return 0
    }
    defer { offset += 1 }
    return bytes[offset]
  }

  @inlinable
  public mutating func number() -> UInt {
    let first = byte()
    if first < 0x80 { return UInt(first) }
    return longNumber(first)
  }

  @usableFromInline
  mutating func longNumber(_ first: UInt8) -> UInt {
    var result = UInt(first & 0x7F)
    for shift in stride(from: 7, to: 70, by: 7) {
      let next = byte()
      // The tenth byte holds the last bit.
      if shift == 63, next > 1 { break }
      result |= UInt(next & 0x7F) << UInt(shift)
      if next < 0x80 { return result }
    }
    fail()
    return 0
  }

  /// A number of things that take at least a byte each.
  @inlinable
  public mutating func count() -> Int {
    let number = number()
    guard number <= UInt(end - offset) else {
      fail()
      return 0
    }
    return Int(number)
  }

  @inlinable
  public mutating func list<Element>(_ element: (inout ArchiveReader) -> Element) -> [Element] {
    let count = count()
    if count == 0 { return [] }
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      if isBroken { return [] }
      result.append(element(&self))
    }
    return result
  }

  public mutating func text() -> String { String(decoding: bytes[textPlace()], as: UTF8.self) }

  public mutating func text() -> [UInt8] { Array(bytes[textPlace()]) }

  /// Is the next text this one; it is compared where it stands.
  public mutating func text(is other: [UInt8]) -> Bool {
    let place = textPlace()
    guard place.count == other.count else { return false }
    return unsafe bytes.withUnsafeBytes { own in
      unsafe other.withUnsafeBytes { other in
        guard let start = own.baseAddress, let other = other.baseAddress else { return true }
        return unsafe memcmp(start + place.lowerBound, other, place.count) == 0
      }
    }
  }

  private mutating func textPlace() -> Range<Int> {
    let number = number()
    let count = number >> 1
    if number & 1 == 0 {
      guard count <= UInt(end - offset) else {
        fail()
        return 0..<0
      }
      defer { offset += Int(count) }
      return offset..<offset + Int(count)
    }
    let place = self.number()
    guard place <= UInt(texts.count), count <= UInt(texts.count) - place else {
      fail()
      return 0..<0
    }
    let start = texts.lowerBound + Int(place)
    return start..<start + Int(count)
  }

  /// A part whose length stands before it, to be read now or later.
  public mutating func part() -> ArchiveReader {
    let count = count()
    defer { offset += count }
    return ArchiveReader(bytes, from: offset, to: offset + count, texts: texts, file: file)
  }

  /// For values that hold values of their own type.
  @inlinable
  public mutating func nested<Value>(otherwise standIn: Value, _ body: (inout ArchiveReader) -> Value)
    -> Value
  {
    guard depth < ArchiveReader.depthLimit else {
      fail()
      return standIn
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}
