import CLibXML2
import Diagnostics

/// What libxml2 complained about, in our words.
struct Errors {
  let file: String
  private let limit: Int
  /// The document as read, where the nodes of a tree are numbered after it.
  var document: Document?
  var names = SchemaNames()
  private(set) var all: [Diagnostic] = []

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// In file order; never empty, so that a caller who got no document can say something.
  var inOrder: [Diagnostic] {
    if all.isEmpty {
      return [Diagnostic(.syntax, at: Location(file: file, line: 1), "the document is empty")]
    }
    return all.inFileOrder
  }

  /// False when enough was said.
  mutating func add(_ error: UnsafePointer<xmlError>) -> Bool {
    guard all.count < limit else { return false }
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    let trimmed = message.last == "\n" ? String(message.dropLast()) : message
    if error.pointee.domain == XML_FROM_SCHEMASV.rawValue {
      all.append(names.diagnostic(error.pointee.code, trimmed, at: location(of: error.pointee.node)))
    } else if !isEcho(error.pointee.code) {
      let location = Location(
        file: file, line: Int(error.pointee.line), column: max(1, Int(error.pointee.int2)))
      all.append(syntaxMistake(error, trimmed, at: location))
    }
    return all.count < limit
  }

  mutating func add(_ code: Diagnostic.Code, _ message: String, at node: xmlNodePtr) {
    all.append(Diagnostic(code, at: location(of: UnsafeMutableRawPointer(node)), message))
  }

  /// No tree, and perhaps no word why.
  mutating func addUnreadable() {
    if all.isEmpty {
      all.append(Diagnostic(.syntax, at: Location(file: file, line: 1), "the document cannot be read"))
    }
  }

  /// libxml2 says several things about one fault; the first names the cause.
  private func isEcho(_ code: Int32) -> Bool {
    guard !all.isEmpty else { return false }
    switch xmlParserErrors(UInt32(code)) {
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_END, XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED,
      XML_ERR_NAME_REQUIRED, XML_ERR_DOCUMENT_EMPTY:
      return true
    default:
      return false
    }
  }

  private func location(of node: UnsafeMutableRawPointer?) -> Location {
    guard var current = node?.assumingMemoryBound(to: xmlNode.self) else {
      return Location(file: file, line: 1)
    }
    while current.pointee.type != XML_ELEMENT_NODE, let parent = current.pointee.parent { current = parent }
    let number = Int(bitPattern: current.pointee._private)
    guard let document, (1...document.nodes.count).contains(number) else {
      return Location(file: file, line: xmlGetLineNo(current))
    }
    return Element(document: document, index: number - 1).location(in: file)
  }
}

private func syntaxMistake(_ error: UnsafePointer<xmlError>, _ text: String, at location: Location)
  -> Diagnostic
{
  let name = error.pointee.str1.map { String(cString: $0) } ?? ""
  let other = error.pointee.str2.map { String(cString: $0) } ?? ""
  func mistake(_ message: String, _ suggestion: String? = nil) -> Diagnostic {
    Diagnostic(.syntax, at: location, message, suggestion: suggestion)
  }
  switch xmlParserErrors(UInt32(error.pointee.code)) {
  case XML_ERR_TAG_NAME_MISMATCH:
    return mistake("`</\(other)>` closes `<\(name)>`, opened on line \(error.pointee.int1)")
  case XML_ERR_TAG_NOT_FINISHED:
    return mistake("the document ends inside `<\(name)>`, opened on line \(error.pointee.int1)")
  case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
    return mistake("attribute `\(name)` is given twice")
  case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
    return mistake(
      "`&\(name);` is not known; only &lt; &gt; &amp; &quot; &apos; and numbers are",
      "write the character itself")
  case XML_ERR_NAME_REQUIRED where text.contains("EntityRef"), XML_ERR_ENTITYREF_SEMICOL_MISSING:
    return mistake("`&` starts an entity", "write `&amp;` for the character")
  case XML_ERR_DOCUMENT_EMPTY:
    return mistake("the document has no element")
  case XML_ERR_DOCUMENT_END:
    return mistake("nothing may follow the root element")
  case XML_ERR_ATTRIBUTE_NOT_STARTED:
    return mistake("the value of an attribute stands in quotes")
  case XML_ERR_GT_REQUIRED:
    return mistake("a start tag is not finished with `>`")
  case XML_NS_ERR_UNDEFINED_NAMESPACE:
    return mistake("the namespace prefix `\(name)` is not declared")
  default:
    return mistake(text.prefix(1).lowercased() + text.dropFirst())
  }
}

extension Diagnostic.Code {
  static let syntax = Self(rawValue: "xml.syntax")
}
