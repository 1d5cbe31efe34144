import CLibXML2
package import Diagnostics

/// Parses a document. No C pointer survives the call.
package func parse(
  _ bytes: [UInt8], named name: String, limits: Limits = .standard
) throws(Mistakes) -> Element {
  initialized
  let scan = try bytes.withUnsafeBufferPointer { bytes throws(Mistakes) in
    try Scan(bytes, named: name, limits: limits)
  }
  var reading = Reading(
    errors: Errors(file: name, limit: limits.mistakes),
    builder: Builder(starts: scan.starts, bytes: bytes.count))
  bytes.withUnsafeBufferPointer { bytes in
    withUnsafeMutablePointer(to: &reading) { read(bytes, into: $0) }
  }
  let (errors, builder) = (reading.errors, reading.builder)
  guard errors.all.isEmpty, let document = builder.document() else { throw Mistakes(errors.inOrder) }
  return Element(document: document, index: 0)
}

/// The same, and the document must follow the schema.
package func parse(
  _ bytes: [UInt8], named name: String, validatedBy schema: borrowing Schema, limits: Limits = .standard
) throws(Mistakes) -> Element {
  let element = try parse(bytes, named: name, limits: limits)
  try schema.validate(bytes, read: element.document, named: name, limits: limits)
  return element
}

/// Never NOENT, DTDLOAD or HUGE; NONET alone would not stop a file entity, so a DOCTYPE is refused before.
let readingFlags = Int32(
  XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
    | XML_PARSE_COMPACT.rawValue)
private let initialized: Void = xmlInitParser()

/// What the callbacks of one parse add to.
private struct Reading {
  var errors: Errors
  var builder: Builder
}

/// Reads through libxml2's events (SAX2), which build no tree. Comments and processing instructions say nothing to us.
private func read(_ bytes: UnsafeBufferPointer<UInt8>, into reading: UnsafeMutablePointer<Reading>) {
  guard let context = xmlNewParserCtxt() else { preconditionFailure("libxml2 could not allocate a parser") }
  defer { xmlFreeParserCtxt(context) }
  context.pointee._private = UnsafeMutableRawPointer(reading)
  var events = xmlSAXHandler()
  events.initialized = UInt32(XML_SAX2_MAGIC)
  events.startElementNs = { context, name, _, namespace, _, _, count, _, values in
    guard let name else { return }
    pointer(context)?.pointee.builder.start(name, namespace: namespace, count: Int(count), values: values)
  }
  events.endElementNs = { context, _, _, _ in pointer(context)?.pointee.builder.end() }
  events.characters = { context, bytes, count in
    pointer(context)?.pointee.builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
  events.ignorableWhitespace = events.characters
  events.serror = { context, error in
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error else { return }
    if pointer(context)?.pointee.errors.add(error) != true { xmlStopParser(context) }
  }
  context.pointee.sax.pointee = events
  bytes.withMemoryRebound(to: CChar.self) {
    // No handler makes a document, so there is none to free.
    _ = xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", readingFlags)
  }
}

private func pointer(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Reading>? {
  context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?.assumingMemoryBound(to: Reading.self)
}
