/// A text that a diagnostic can point into: a pack, a plan, or one FEEL expression inside them.
package struct Source: Sendable, Hashable {
  /// How the user knows it: a path as given, or `-`.
  package let name: String
  package let bytes: [UInt8]
  /// Line of the enclosing document on which this text starts; 1 for a whole file.
  package let firstLine: Int

  package init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }

  package init(name: String, text: String, firstLine: Int = 1) {
    self.init(name: name, bytes: Array(text.utf8), firstLine: firstLine)
  }

  /// Line and column (both from 1, column in bytes) of a byte offset.
  package func position(of offset: Int) -> Position {
    var line = firstLine
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return Position(line: line, column: min(offset, bytes.count) - start + 1)
  }

  /// The byte at a line and column; nil if the text ends before.
  package func offset(of location: Location) -> Int? {
    var line = firstLine
    var offset = 0
    while line < location.line {
      guard let end = bytes[offset...].firstIndex(of: 0x0A) else { return nil }
      offset = end + 1
      line += 1
    }
    return min(offset + location.column - 1, bytes.count)
  }
}

/// A place in a text: line and column, both from 1.
package struct Position: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A place in a named file.
package struct Location: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }
}
