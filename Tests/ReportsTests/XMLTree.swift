import Foundation
import FoundationXML
import Testing

/// A document of XML as Foundation reads it: what we wrote, seen by a reader that is not ours.
final class XMLTree {
  let name: String
  private let attributes: [String: String]
  private(set) var children: [XMLTree] = []
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  convenience init(_ document: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    let root = try #require(reader.root)
    self.init(root.name, root.attributes)
    children = root.children
  }

  subscript(_ name: String) -> String { attributes[name] ?? "" }

  /// Those of this name below, at any depth.
  func all(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// Names of the elements, without what they say.
  var shape: String { name + "(" + children.map(\.shape).joined(separator: " ") + ")" }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var stack: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = XMLTree(name, attributes)
      stack.last?.children.append(element)
      if root == nil { root = element }
      stack.append(element)
    }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { stack.removeLast() }
    func parser(_ parser: XMLParser, foundCharacters text: String) { stack.last?.text += text }
  }
}
