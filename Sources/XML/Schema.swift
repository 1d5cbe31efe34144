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

  /// Adds what the document does wrong.
  func validate(_ document: xmlDocPtr, into errors: UnsafeMutablePointer<Errors>) {
    guard let context = xmlSchemaNewValidCtxt(compiled) else {
      preconditionFailure("libxml2 could not validate")
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    // `xsi:schemaLocation` would make libxml2 load a file that the document names.
    if let node = schemaInstance(in: document) {
      errors.pointee.add(.instance, "attributes of XMLSchema-instance (`xsi:`) are not allowed", at: node)
      return
    }
    errors.pointee.names = names
    xmlSchemaSetValidStructuredErrors(context, collect, errors)
    xmlSchemaValidateDoc(context, document)
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

/// The first element with an attribute of the schema-instance namespace.
private func schemaInstance(in document: xmlDocPtr) -> xmlNodePtr? {
  var found: xmlNodePtr?
  func walk(_ node: xmlNodePtr) {
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
    while let current = child, found == nil {
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
