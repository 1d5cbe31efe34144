import CLibYAML
package import Diagnostics

/// Parses one YAML document of plain maps, lists and scalars. No C pointer survives the call.
package func parse(
  _ bytes: [UInt8], named name: String, limits: Node.Limits = .standard
) throws(Mistakes) -> Node {
  let start = Location(file: name, line: 1)
  if bytes.count > limits.bytes {
    throw Mistakes([Diagnostic(.tooLong, at: start, "a document may have at most \(limits.bytes) bytes")])
  }
  if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
    throw Mistakes([Diagnostic(.encoding, at: start, "documents are UTF-8, not `UTF-16`")])
  }
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else {
    preconditionFailure("libyaml could not allocate a parser")
  }
  defer { yaml_parser_delete(parser) }
  let result = bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    return Result { () throws(Mistakes) in
      var reader = Reader(parser, buffer, file: name, limits: limits)
      return try reader.document()
    }
  }
  do { return try result.get() } catch {
    let source = Source(name: name, bytes: bytes)
    throw Mistakes(error.all.map { $0.withExcerpt(of: source) })
  }
}
