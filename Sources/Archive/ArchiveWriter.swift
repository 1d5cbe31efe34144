/// Writes values one after another as bytes, the same bytes for the same values.
public struct ArchiveWriter: Sendable {
  private var bytes: [UInt8] = []
  private var texts: [UInt8] = []
  private var places: [[UInt8]: Int] = [:]
  private static let short = 15
  /// The file that places lie in, unless they say otherwise.
  public var file = ""
  /// Something in the values has no form in an archive.
  public private(set) var isIncomplete = false

  public init() {}

  public mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first.
  public mutating func write(_ number: UInt) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  public mutating func write(_ value: some Archivable) { value.write(to: &self) }

  /// A long text stands once among the texts, however often it is written; a short one where it is written.
  public mutating func write(_ text: [UInt8]) {
    write(UInt(text.count) << 1 | (text.count > ArchiveWriter.short ? 1 : 0))
    guard text.count > ArchiveWriter.short else { return bytes += text }
    let place = places[text] ?? texts.count
    write(UInt(place))
    if place < texts.count { return }
    places[text] = place
    texts += text
  }

  /// A part that can be skipped, for its length stands before it.
  public mutating func writePart(_ body: (inout ArchiveWriter) -> Void) {
    let (before, outer) = (bytes, file)
    bytes = []
    body(&self)
    let part = bytes
    (bytes, file) = (before, outer)
    write(UInt(part.count))
    bytes += part
  }

  public mutating func refuse() { isIncomplete = true }

  /// All that was written: how long the texts are, the texts, and the rest.
  public var archive: [UInt8] {
    var head = ArchiveWriter()
    head.write(UInt(texts.count))
    return head.bytes + texts + bytes
  }
}
