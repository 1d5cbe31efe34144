package import Diagnostics

/// An element copied out of a parsed document, in document order; names are without prefixes.
package struct Element: Sendable {
  package struct Attribute: Sendable {
    package var name: String
    package var value: String
  }
  package var name: String
  package var namespace: String?
  package var attributes: [Attribute]
  package var children: [Element]
  /// All character data directly inside, in order, untrimmed.
  package var text: String
  /// Line of its `<`.
  package var line: Int
  /// Column of its `<`, in bytes from 1.
  package var column: Int
  /// Line on which its start tag ends and its text begins.
  package var textLine: Int

  package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
  package func first(_ name: String) -> Element? { children.first { $0.name == name } }
  package func all(_ name: String) -> [Element] { children.filter { $0.name == name } }

  package func location(in file: String) -> Location { Location(file: file, line: line, column: column) }
}
