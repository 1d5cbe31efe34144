import CLibXML2
import Diagnostics

/// Collects the pieces of a document from libxml2's events.
struct MarkupReader {
  fileprivate var errors: Errors
  private var open: [(tag: Markup.StartTag, content: [Markup])] = [
    (Markup.StartTag(name: "", attributes: []), [])
  ]

  private init(errors: Errors) { self.errors = errors }

  /// What stands at the top of the document: one element, comments and instructions. The limits are those of every document.
  static func read(
    _ bytes: [UInt8], named name: String, limits: Limits
  ) throws(Mistakes) -> [Markup] {
    // What it refuses never reaches libxml2.
    _ = try bytes.withUnsafeBufferPointer { bytes throws(Mistakes) in
      try Scan(bytes, named: name, limits: limits)
    }
    var reader = MarkupReader(errors: Errors(file: name, limit: limits.mistakes))
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeMutablePointer(to: &reader) { MarkupReader.run(bytes, into: $0) }
    }
    guard reader.errors.all.isEmpty, reader.open.count == 1, let top = reader.open.first?.content,
      top.contains(where: \.isElement)
    else { throw Mistakes(reader.errors.inOrder) }
    return top
  }

  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<MarkupReader>
  ) {
    guard let context = xmlNewParserCtxt() else { preconditionFailure("libxml2 could not allocate a parser") }
    defer { xmlFreeParserCtxt(context) }
    context.pointee._private = UnsafeMutableRawPointer(target)
    var events = xmlSAXHandler()
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.startElementNs = { context, name, prefix, _, spaces, namespaces, count, _, values in
      reader(context)?.pointee.start(
        qualified(prefix, name), namespaces: namespaces, spaces: Int(spaces), values: values,
        count: Int(count))
    }
    events.endElementNs = { context, _, _, _ in reader(context)?.pointee.end() }
    events.characters = { context, bytes, count in
      reader(context)?.pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    events.comment = { context, text in
      reader(context)?.pointee.add(.comment(string(text)))
    }
    events.processingInstruction = { context, target, data in
      let data = data.map { " " + string($0) } ?? ""
      reader(context)?.pointee.add(.instruction(string(target) + data))
    }
    events.serror = { context, error in
      guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error else { return }
      if reader(context)?.pointee.errors.add(error) != true { xmlStopParser(context) }
    }
    context.pointee.sax.pointee = events
    bytes.withMemoryRebound(to: CChar.self) {
      _ = xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", readingFlags)
    }
  }

  /// `namespaces`: per declaration its prefix and name. `values`: per attribute its name, prefix, namespace, first byte and end.
  fileprivate mutating func start(
    _ name: String, namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, spaces: Int,
    values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    var attributes: [(name: String, value: String)] = []
    if let namespaces {
      for index in 0..<spaces {
        let prefix = namespaces[2 * index].map { "xmlns:" + string($0) } ?? "xmlns"
        attributes.append((prefix, string(namespaces[2 * index + 1])))
      }
    }
    if let values {
      for index in 0..<count {
        guard let start = values[5 * index + 3], let end = values[5 * index + 4] else { continue }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
        // libxml2 leaves `&` as `&#38;`, for a second look that a tree would take.
        let value = String(decoding: bytes, as: UTF8.self).split(
          separator: "&#38;", omittingEmptySubsequences: false
        )
        .joined(separator: "&")
        attributes.append((qualified(values[5 * index + 1], values[5 * index]), value))
      }
    }
    open.append((Markup.StartTag(name: name, attributes: attributes), []))
  }

  fileprivate mutating func end() {
    guard open.count > 1, let last = open.popLast() else { return }
    add(.element(last.tag, last.content))
  }

  fileprivate mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let piece = String(decoding: bytes, as: UTF8.self)
    let last = open.count - 1
    if case .text(let before)? = open[last].content.last {
      open[last].content[open[last].content.count - 1] = .text(before + piece)
    } else {
      add(.text(piece))
    }
  }

  fileprivate mutating func add(_ markup: Markup) { open[open.count - 1].content.append(markup) }
}

private func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

private func qualified(_ prefix: UnsafePointer<xmlChar>?, _ name: UnsafePointer<xmlChar>?) -> String {
  prefix.map { string($0) + ":" + string(name) } ?? string(name)
}

private func reader(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<MarkupReader>? {
  context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
    .assumingMemoryBound(to: MarkupReader.self)
}
