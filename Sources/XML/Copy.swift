import CLibXML2
import Diagnostics

/// Copies libxml2's tree out as values, and numbers its elements so that a later error finds its place.
struct Copier {
  private let starts: [Scan.Start]
  private var next = 0
  private var lastNamespace: UnsafeMutablePointer<xmlNs>?
  private var lastHref: String?

  init(starts: [Scan.Start]) { self.starts = starts }

  mutating func element(_ node: xmlNodePtr) -> Element {
    let start = next < starts.count ? starts[next] : Scan.Start(line: Int32(xmlGetLineNo(node)), column: 1)
    next += 1
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: next)
    var element = Element(
      name: string(node.pointee.name), namespace: namespace(node.pointee.ns), attributes: attributes(node),
      children: [], text: "", line: Int(start.line), column: Int(start.column), textLine: xmlGetLineNo(node))
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(self.element(current))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(current.pointee.content, to: &element.text)
      default: break
      }
      child = current.pointee.next
    }
    return element
  }

  private func attributes(_ node: xmlNodePtr) -> [Element.Attribute] {
    guard var attribute = node.pointee.properties else { return [] }
    var result: [Element.Attribute] = []
    while true {
      let value = attribute.pointee.children.map { string($0.pointee.content) } ?? ""
      result.append(Element.Attribute(name: string(attribute.pointee.name), value: value))
      guard let next = attribute.pointee.next else { return result }
      attribute = next
    }
  }

  /// Neighbours share their namespace.
  private mutating func namespace(_ pointer: UnsafeMutablePointer<xmlNs>?) -> String? {
    if pointer != lastNamespace {
      lastNamespace = pointer
      lastHref = pointer.map { string($0.pointee.href) }
    }
    return lastHref
  }

  private func append(_ content: UnsafePointer<xmlChar>?, to text: inout String) {
    if text.isEmpty { text = string(content) } else { text += string(content) }
  }

  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
