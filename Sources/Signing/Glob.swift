/// A pattern for names in which `*` stands for any characters, or none.
package struct Glob: Sendable, Hashable {
  package let text: String
  private let pieces: [[UInt8]]

  package init(_ text: String) {
    self.text = text
    pieces = Array(text.utf8).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(
      Array.init)
  }

  package func matches(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == text }
    guard bytes.starts(with: first), bytes.count >= first.count + last.count,
      bytes[(bytes.count - last.count)...].elementsEqual(last)
    else { return false }
    var offset = first.count
    let end = bytes.count - last.count
    // The first place for each piece leaves most room for the next.
    for piece in pieces.dropFirst().dropLast() {
      while offset + piece.count <= end, !bytes[offset...].starts(with: piece) { offset += 1 }
      guard offset + piece.count <= end else { return false }
      offset += piece.count
    }
    return true
  }
}
