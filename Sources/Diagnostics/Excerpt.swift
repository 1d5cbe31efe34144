/// One line of a source with a caret under a range.
package struct Excerpt: Sendable {
  package let text: String

  package init(_ source: Source, _ range: Range<Int>) {
    let bytes = source.bytes
    let start = min(range.lowerBound, bytes.count)
    var from = start
    while from > 0, bytes[from - 1] != 0x0A { from -= 1 }
    var to = start
    while to < bytes.count, bytes[to] != 0x0A { to += 1 }
    // Indentation of an expression inside XML says nothing to the reader.
    while from < start, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    let line = String(decoding: bytes[from..<to], as: UTF8.self)
    let before = String(decoding: bytes[from..<start], as: UTF8.self).unicodeScalars.count
    let end = min(max(range.upperBound, start + 1), max(to, start + 1))
    let width = max(
      1, String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self).unicodeScalars.count)
    text = "    \(line)\n    \(String(repeating: " ", count: before))\(String(repeating: "^", count: width))"
  }
}
