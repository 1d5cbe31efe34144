package import Diagnostics

/// An element of a parsed document; names are without prefixes.
package struct Element: Sendable {
  package struct Attribute: Sendable {
    package var name: String
    package var value: String
    /// Has a prefix, so it is not of the element's own language.
    package var isForeign: Bool
  }
  let document: Document
  let index: Int

  private var node: Document.Node { document.nodes[index] }

  package var name: String { document.names[Int(node.name)] }
  package var namespace: String? {
    let namespace = node.namespace
    return namespace < 0 ? nil : document.names[Int(namespace)]
  }
  /// Line of its `<`.
  package var line: Int { Int(node.start.line) }
  /// Column of its `<`, in bytes from 1.
  package var column: Int { Int(node.start.column) }
  /// Line on which its start tag ends and its text begins.
  package var textLine: Int { Int(node.start.textLine) }

  package func location(in file: String) -> Location { Location(file: file, line: line, column: column) }
}

extension Element {
  package var attributes: [Attribute] {
    document.attributes[attributeRange].map {
      Attribute(
        name: document.names[Int($0.name)], value: document.string($0.start, $0.end), isForeign: $0.isForeign)
    }
  }

  package subscript(attribute: String) -> String? {
    for index in attributeRange where document.names[Int(document.attributes[index].name)] == attribute {
      return document.string(document.attributes[index].start, document.attributes[index].end)
    }
    return nil
  }

  /// The value of an attribute as bytes.
  package func bytes(of attribute: String) -> ArraySlice<UInt8>? {
    for index in attributeRange where document.names[Int(document.attributes[index].name)] == attribute {
      return document.characters[
        Int(document.attributes[index].start)..<Int(document.attributes[index].end)]
    }
    return nil
  }

  /// The words of an attribute, between spaces.
  package func list(_ attribute: String) -> [String] {
    (bytes(of: attribute) ?? []).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  private var attributeRange: Range<Int> { Int(node.firstAttribute)..<Int(node.endAttribute) }
}

extension Element {
  /// All character data directly inside, in order, untrimmed.
  package var text: String {
    let first = node.firstChunk
    guard first >= 0 else { return "" }
    let chunk = document.chunks[Int(first)]
    return chunk.next < 0
      ? document.string(chunk.start, chunk.end) : String(decoding: textBytes, as: UTF8.self)
  }

  /// The same, as bytes.
  package var textBytes: [UInt8] {
    var bytes: [UInt8] = []
    var next = Int(node.firstChunk)
    while next >= 0 {
      let chunk = document.chunks[next]
      bytes += document.characters[Int(chunk.start)..<Int(chunk.end)]
      next = Int(chunk.next)
    }
    return bytes
  }
}

extension Element {
  /// The text in words: each run of white space is one space, none at the ends.
  package var words: String {
    let first = node.firstChunk
    guard first >= 0 else { return "" }
    let chunk = document.chunks[Int(first)]
    return XML.words(
      chunk.next < 0 ? document.characters[Int(chunk.start)..<Int(chunk.end)] : textBytes[...])
  }
}

/// Runs of white space become one space; none at the ends.
package func words(_ text: ArraySlice<UInt8>) -> String {
  text.withUnsafeBufferPointer { text in
    String(unsafeUninitializedCapacity: text.count) { words in
      var count = 0
      var place = 0
      while place < text.count {
        while place < text.count, isSpace(text[place]) { place += 1 }
        guard place < text.count else { break }
        if count > 0 {
          words[count] = 0x20
          count += 1
        }
        while place < text.count, !isSpace(text[place]) {
          words[count] = text[place]
          count += 1
          place += 1
        }
      }
      return count
    }
  }
}

/// Space, tab or the end of a line.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

extension Element {
  package var children: Children { Children(parent: self) }
  package func first(_ name: String) -> Element? { children.first { $0.name == name } }
  package func all(_ name: String) -> [Element] { children.filter { $0.name == name } }

  /// The elements directly inside, in document order.
  package struct Children: Collection {
    let parent: Element

    package struct Index: Comparable {
      let element: Int
      package static func < (a: Index, b: Index) -> Bool { a.element < b.element }
    }

    package var startIndex: Index { Index(element: parent.index + 1) }
    package var endIndex: Index { Index(element: Int(parent.node.end)) }
    package func index(after index: Index) -> Index {
      Index(element: Int(parent.document.nodes[index.element].end))
    }
    package subscript(index: Index) -> Element { Element(document: parent.document, index: index.element) }
  }
}
