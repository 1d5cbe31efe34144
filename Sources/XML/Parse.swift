import CLibXML2
package import Diagnostics

/// Parses a document and copies it out as values. No C pointer survives the call.
package func parse(
  _ bytes: [UInt8], named name: String, limits: Limits = .standard
) throws(Mistakes) -> Element {
  try read(bytes, named: name, limits: limits) { _, _ in }
}

/// The same, and the document must follow the schema.
package func parse(
  _ bytes: [UInt8], named name: String, validatedBy schema: borrowing Schema, limits: Limits = .standard
) throws(Mistakes) -> Element {
  try read(bytes, named: name, limits: limits) { document, errors in schema.validate(document, into: errors) }
}

/// Never NOENT, DTDLOAD or HUGE; NONET alone would not stop a file entity, so a DOCTYPE is refused before.
private let flags =
  XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
  | XML_PARSE_COMPACT.rawValue
private let initialized: Void = xmlInitParser()

private func read(
  _ bytes: [UInt8], named name: String, limits: Limits,
  check: (xmlDocPtr, UnsafeMutablePointer<Errors>) -> Void
) throws(Mistakes) -> Element {
  initialized
  var root: Element?
  var errors = Errors(file: name, limit: limits.mistakes)
  let refused = bytes.withUnsafeBufferPointer { bytes -> Mistakes? in
    do throws(Mistakes) {
      let scan = try Scan(bytes, named: name, limits: limits)
      errors.starts = scan.starts
      withUnsafeMutablePointer(to: &errors) { errors in
        guard let document = document(bytes, into: errors) else { return }
        defer { xmlFreeDoc(document) }
        guard errors.pointee.all.isEmpty, let node = xmlDocGetRootElement(document) else { return }
        var copier = Copier(starts: scan.starts)
        root = copier.element(node)
        check(document, errors)
      }
      return nil
    } catch { return error }
  }
  if let refused { throw refused }
  guard errors.all.isEmpty, let root else { throw Mistakes(errors.inOrder) }
  return root
}

private func document(_ bytes: UnsafeBufferPointer<UInt8>, into errors: UnsafeMutablePointer<Errors>)
  -> xmlDocPtr?
{
  guard let context = xmlNewParserCtxt() else { preconditionFailure("libxml2 could not allocate a parser") }
  defer { xmlFreeParserCtxt(context) }
  context.pointee._private = UnsafeMutableRawPointer(errors)
  context.pointee.sax.pointee.serror = { context, error in
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error else { return }
    let errors = context.pointee._private.assumingMemoryBound(to: Errors.self)
    if !errors.pointee.add(error) { xmlStopParser(context) }
  }
  // Comments and processing instructions say nothing to us and would cost memory.
  context.pointee.sax.pointee.comment = nil
  context.pointee.sax.pointee.processingInstruction = nil
  return bytes.withMemoryRebound(to: CChar.self) {
    xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(flags))
  }
}
