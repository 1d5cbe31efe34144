import CLibXML2
package import Diagnostics

/// A compiled XML Schema, used for many documents. It must stand alone: no import, no include.
package struct Schema: ~Copyable {
  private let compiled: xmlSchemaPtr
  private let names: SchemaNames

  package init(_ bytes: [UInt8], named name: String) throws(Mistakes) {
    let document = try parse(bytes, named: name)
    for child in document.children where ["import", "include", "redefine", "override"].contains(child.name) {
      let location = child.location(in: name)
      throw Mistakes([Diagnostic(.schema, at: location, "a schema may not load another (`\(child.name)`)")])
    }
    var errors = Errors(file: name, limit: .max)
    let compiled = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        withUnsafeMutablePointer(to: &errors) { errors in
          compile(bytes, into: errors)
        }
      }
    }
    guard let compiled, errors.all.isEmpty else {
      xmlSchemaFree(compiled)
      throw Mistakes(errors.inOrder)
    }
    self.compiled = compiled
    names = SchemaNames(document)
  }

  deinit { xmlSchemaFree(compiled) }

  /// Throws what the document does wrong. libxml2 names places by nodes of a tree, so it reads the bytes into one.
  func validate(
    _ bytes: [UInt8], read document: Document, named file: String, limits: Limits
  ) throws(Mistakes) {
    var errors = Errors(file: file, limit: limits.mistakes)
    errors.document = document
    errors.names = names
    withUnsafeMutablePointer(to: &errors) { errors in validate(bytes, into: errors) }
    if !errors.all.isEmpty { throw Mistakes(errors.inOrder) }
  }

  private func validate(_ bytes: [UInt8], into errors: UnsafeMutablePointer<Errors>) {
    guard let context = xmlSchemaNewValidCtxt(compiled) else {
      preconditionFailure("libxml2 could not validate")
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    guard let tree = tree(bytes, into: errors) else { return errors.pointee.addUnreadable() }
    defer { xmlFreeDoc(tree) }
    guard errors.pointee.all.isEmpty else { return }
    // `xsi:schemaLocation` would make libxml2 load a file that the document names.
    if let node = numbered(tree) {
      errors.pointee.add(.instance, "attributes of XMLSchema-instance (`xsi:`) are not allowed", at: node)
      return
    }
    xmlSchemaSetValidStructuredErrors(context, collect, errors)
    xmlSchemaValidateDoc(context, tree)
  }
}

/// The tree of a document that was read before; making one can still find fault with it (`xml:id`).
private func tree(_ bytes: [UInt8], into errors: UnsafeMutablePointer<Errors>) -> xmlDocPtr? {
  guard let context = xmlNewParserCtxt() else { preconditionFailure("libxml2 could not allocate a parser") }
  defer { xmlFreeParserCtxt(context) }
  context.pointee._private = UnsafeMutableRawPointer(errors)
  context.pointee.sax.pointee.serror = { context, error in
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error else { return }
    let errors = context.pointee._private.assumingMemoryBound(to: Errors.self)
    if !errors.pointee.add(error) { xmlStopParser(context) }
  }
  context.pointee.sax.pointee.comment = nil
  context.pointee.sax.pointee.processingInstruction = nil
  return bytes.withUnsafeBufferPointer { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", readingFlags)
    }
  }
}

private func collect(_ errors: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
  guard let errors = errors?.assumingMemoryBound(to: Errors.self), let error else { return }
  _ = errors.pointee.add(error)
}

private func compile(_ bytes: UnsafeBufferPointer<CChar>, into errors: UnsafeMutablePointer<Errors>)
  -> xmlSchemaPtr?
{
  guard let parser = xmlSchemaNewMemParserCtxt(bytes.baseAddress, Int32(bytes.count)) else { return nil }
  defer { xmlSchemaFreeParserCtxt(parser) }
  xmlSchemaSetParserStructuredErrors(parser, collect, errors)
  return xmlSchemaParse(parser)
}

/// Numbers the elements from 1, in document order. Returns the first with an attribute of the schema-instance namespace.
private func numbered(_ document: xmlDocPtr) -> xmlNodePtr? {
  var found: xmlNodePtr?
  var count = 0
  func walk(_ node: xmlNodePtr) {
    count += 1
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: count)
    var attribute = node.pointee.properties
    while let current = attribute, found == nil {
      if let href = current.pointee.ns?.pointee.href,
        String(cString: href) == "http://www.w3.org/2001/XMLSchema-instance"
      {
        found = node
      }
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { walk(current) }
      child = current.pointee.next
    }
  }
  if let root = xmlDocGetRootElement(document) { walk(root) }
  return found
}

extension Diagnostic.Code {
  static let schema = Self(rawValue: "xml.schema")
  static let instance = Self(rawValue: "xml.schema-instance")
}
