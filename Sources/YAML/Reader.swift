import CLibYAML
import Diagnostics

/// Builds the tree from libyaml's events; one lives during one call of `parse`.
struct Reader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: String
  private let limits: Node.Limits
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Only where characters have several bytes: libyaml's columns count characters, ours bytes.
  private var lineStarts: [Int] = []
  /// The place found last: events come in order, and a line may be as long as the document.
  private var last = (line: 0, column: 0, offset: 0)
  private var nodes = 0
  private var duplicates: [Diagnostic] = []

  init(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ bytes: UnsafeBufferPointer<UInt8>, file: String,
    limits: Node.Limits
  ) {
    self.parser = parser
    self.bytes = bytes
    if bytes.contains(where: { $0 >= 0x80 }) {
      lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }
    self.file = file
    self.limits = limits
  }

  mutating func document() throws(Mistakes) -> Node {
    _ = try next()
    let start = try next()
    if case .end = start.kind { throw mistake(.empty, .empty, at: Location(file: file, line: 1)) }
    let root = try node(try next(), depth: 1)
    _ = try next()
    let end = try next()
    if case .start = end.kind { throw mistake(.documents, .documents, at: end.location) }
    if !duplicates.isEmpty { throw Mistakes(duplicates) }
    return root
  }

  private mutating func node(_ event: Event, depth: Int) throws(Mistakes) -> Node {
    nodes += 1
    if nodes > limits.nodes { throw mistake(.tooManyNodes, .tooManyNodes(limits.nodes), at: event.location) }
    switch event.kind {
    case .scalar(let text, let isText):
      let isNull = !isText && ["", "~", "null", "Null", "NULL"].contains(text)
      return .scalar(Node.Scalar(text, isText: isText, isNull: isNull, at: event.location))
    case .list:
      try descend(to: depth, at: event.location)
      var items: [Node] = []
      while true {
        let next = try next()
        if case .end = next.kind { return .list(items, event.location) }
        items.append(try node(next, depth: depth + 1))
      }
    case .map:
      try descend(to: depth, at: event.location)
      return .map(try entries(depth: depth), event.location)
    case .start, .end:
      throw mistake(.syntax, "a value is missing", at: event.location)
    }
  }

  private mutating func entries(depth: Int) throws(Mistakes) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var keys: Set<String> = []
    while true {
      let next = try next()
      if case .end = next.kind { return entries }
      guard case .scalar(let key, let isText) = next.kind, isText || !key.isEmpty else {
        throw mistake(.key, .key, at: next.location)
      }
      if !keys.insert(key).inserted, duplicates.count < 50 {
        duplicates.append(Diagnostic(.duplicateKey, at: next.location, "`\(key)` is given twice"))
      }
      entries.append(Node.Entry(key, at: next.location, try node(try self.next(), depth: depth + 1)))
    }
  }

  private func descend(to depth: Int, at location: Location) throws(Mistakes) {
    if depth > limits.depth { throw mistake(.tooDeep, .tooDeep(limits.depth), at: location) }
  }

  private func mistake(
    _ code: Diagnostic.Code, _ message: String, _ suggestion: String? = nil, at location: Location
  ) -> Mistakes {
    Mistakes([Diagnostic(code, at: location, message, suggestion: suggestion)])
  }
}

/// One step of the document, copied out of libyaml.
private struct Event {
  enum Kind { case start, end, list, map, scalar(String, isText: Bool) }
  var kind: Kind
  var location: Location
}

extension Reader {
  private mutating func next() throws(Mistakes) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let location = location(of: event.start_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: return Event(kind: .start, location: location)
    case YAML_ALIAS_EVENT: throw mistake(.alias, .alias, "write the value out", at: location)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: location)
      if scalar.length > limits.scalarLength {
        throw mistake(.scalarTooLong, .scalarTooLong(limits.scalarLength), at: location)
      }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return Event(kind: .scalar(text, isText: scalar.style != YAML_PLAIN_SCALAR_STYLE), location: location)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: location)
      return Event(kind: .list, location: location)
    case YAML_MAPPING_START_EVENT:
      try refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: location)
      return Event(kind: .map, location: location)
    default: return Event(kind: .end, location: location)
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at location: Location
  ) throws(Mistakes) {
    if anchor != nil { throw mistake(.anchor, .anchor, at: location) }
    if tag != nil { throw mistake(.tag, .tag, at: location) }
  }

  /// libyaml's complaint: what it saw, and in which construct it was.
  private mutating func failure() -> Mistakes {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
    let context = parser.pointee.context.map { String(cString: $0) }
    if parser.pointee.error == YAML_READER_ERROR {
      let code: Diagnostic.Code = problem.contains("control characters") ? .syntax : .encoding
      return mistake(code, problem, at: location(of: parser.pointee.mark))
    }
    let text = context.map { "\(problem) \($0)" } ?? problem
    let way =
      problem.contains("cannot start any token") ? "put the value in quotes, and indent with spaces" : nil
    return mistake(.syntax, text, way, at: location(of: parser.pointee.problem_mark))
  }

  private mutating func location(of mark: yaml_mark_t) -> Location {
    guard mark.line < lineStarts.count else {
      return Location(file: file, line: mark.line + 1, column: mark.column + 1)
    }
    let start = lineStarts[mark.line]
    if last.line != mark.line || last.column > mark.column { last = (mark.line, 0, start) }
    var offset = last.offset
    for _ in last.column..<mark.column where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    last = (mark.line, mark.column, offset)
    return Location(file: file, line: mark.line + 1, column: offset - start + 1)
  }
}

extension Diagnostic.Code {
  static let syntax = Self(rawValue: "yaml.syntax")
  static let encoding = Self(rawValue: "yaml.encoding")
  static let empty = Self(rawValue: "yaml.empty")
  static let documents = Self(rawValue: "yaml.documents")
  static let alias = Self(rawValue: "yaml.alias")
  static let anchor = Self(rawValue: "yaml.anchor")
  static let tag = Self(rawValue: "yaml.tag")
  static let key = Self(rawValue: "yaml.key")
  static let duplicateKey = Self(rawValue: "yaml.duplicate-key")
  static let tooLong = Self(rawValue: "yaml.too-long")
  static let tooDeep = Self(rawValue: "yaml.too-deep")
  static let tooManyNodes = Self(rawValue: "yaml.too-many-nodes")
  static let scalarTooLong = Self(rawValue: "yaml.scalar-too-long")
}

extension String {
  fileprivate static let empty = "the document is empty"
  fileprivate static let documents = "a file holds one document; `---` starts a second one"
  fileprivate static let alias = "aliases (`*name`) are not allowed"
  fileprivate static let anchor = "anchors (`&name`) are not allowed"
  fileprivate static let tag = "tags (`!name`) are not allowed"
  fileprivate static let key = "a key must be a plain word"
  fileprivate static func tooDeep(_ limit: Int) -> String { "values may be nested at most \(limit) deep" }
  fileprivate static func tooManyNodes(_ limit: Int) -> String {
    "a document may have at most \(limit) values"
  }
  fileprivate static func scalarTooLong(_ limit: Int) -> String { "a value may have at most \(limit) bytes" }
}
