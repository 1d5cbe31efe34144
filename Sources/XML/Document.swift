/// A document read into flat arrays; `Element` looks into it. Text stays bytes until somebody asks for it.
final class Document: Sendable {
  /// One element; its subtree is the run of elements from it to `end`.
  struct Node {
    var name: Int32
    /// -1: none.
    var namespace: Int32
    var firstAttribute: Int32
    var endAttribute: Int32
    /// -1: no text.
    var firstChunk: Int32 = -1
    var end: Int32
    var start: Scan.Start
  }

  struct Attribute {
    var name: Int32
    var isForeign: Bool
    var start: Int32
    var end: Int32
  }

  /// One run of text of an element, up to its next child element.
  struct Chunk {
    var start: Int32
    var end: Int32
    /// The element's next run; -1: none.
    var next: Int32 = -1
  }

  /// Names of elements and attributes, and namespaces, each once.
  let names: [String]
  let nodes: [Node]
  let attributes: [Attribute]
  let chunks: [Chunk]
  /// Bytes of all attributes and all text, entities resolved.
  let characters: [UInt8]

  init(
    names: [String], nodes: [Node], attributes: [Attribute], chunks: [Chunk], characters: [UInt8]
  ) {
    self.names = names
    self.nodes = nodes
    self.attributes = attributes
    self.chunks = chunks
    self.characters = characters
  }

  func string(_ start: Int32, _ end: Int32) -> String {
    characters.withUnsafeBufferPointer { all in
      // Scan has seen that the document is UTF-8, and libxml2 writes no other.
      let bytes = UnsafeBufferPointer(rebasing: all[Int(start)..<Int(end)])
      var text = UTF8Span(unchecked: bytes.span)
      // A string that is known to be ASCII is compared byte by byte.
      _ = text.checkForASCII()
      return String(copying: text)
    }
  }
}
