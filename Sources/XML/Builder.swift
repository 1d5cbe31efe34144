import CLibXML2
import Glibc

/// Puts what libxml2 reports while it reads into the arrays of a `Document`. Nothing is allocated per element.
struct Builder {
  private let starts: [Scan.Start]
  private var names = NameTable()
  private var nodes: [Document.Node] = []
  private var attributes: [Document.Attribute] = []
  private var chunks: [Document.Chunk] = []
  private var characters: Characters
  /// The open elements with their last run of text (-1: none yet).
  private var open: [(node: Int, lastChunk: Int)] = []

  init(starts: [Scan.Start], bytes count: Int) {
    self.starts = starts
    nodes.reserveCapacity(starts.count)
    attributes.reserveCapacity(starts.count * 3)
    chunks.reserveCapacity(starts.count * 2)
    characters = Characters(capacity: count)
  }

  /// nil if there was no element.
  consuming func document() -> Document? {
    guard !nodes.isEmpty, open.isEmpty else { return nil }
    return Document(
      names: names.all, nodes: nodes, attributes: attributes, chunks: chunks, characters: characters.bytes)
  }

  /// `values`: per attribute its name, prefix, namespace, first byte and end.
  mutating func start(
    _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, count: Int,
    values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let first = attributes.count
    if let values {
      for index in 0..<count {
        guard let name = values[5 * index], let start = values[5 * index + 3], let end = values[5 * index + 4]
        else { continue }
        attribute(
          names.index(of: name), UnsafeBufferPointer(start: start, count: end - start),
          isForeign: values[5 * index + 2] != nil)
      }
    }
    let start = nodes.count < starts.count ? starts[nodes.count] : Scan.Start(line: 1, column: 1, textLine: 1)
    open.append((nodes.count, -1))
    nodes.append(
      Document.Node(
        name: names.index(of: name), namespace: namespace.map { names.index(of: $0) } ?? -1,
        firstAttribute: Int32(first), endAttribute: Int32(attributes.count), end: Int32(nodes.count + 1),
        start: start))
  }

  mutating func end() {
    guard let last = open.popLast() else { return }
    nodes[last.node].end = Int32(nodes.count)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    let start = Int32(characters.count)
    characters.append(bytes)
    let previous = open[last].lastChunk
    if previous >= 0, previous == chunks.count - 1, chunks[previous].end == start {
      chunks[previous].end = Int32(characters.count)
      return
    }
    if previous >= 0 {
      chunks[previous].next = Int32(chunks.count)
    } else {
      nodes[open[last].node].firstChunk = Int32(chunks.count)
    }
    open[last].lastChunk = chunks.count
    chunks.append(Document.Chunk(start: start, end: Int32(characters.count)))
  }

  /// libxml2 resolves all references in attributes but leaves `&` as `&#38;`, for a second look that a tree would take.
  private mutating func attribute(
    _ name: Int32, _ value: UnsafeBufferPointer<UInt8>, isForeign: Bool
  ) {
    let start = Int32(characters.count)
    if let base = value.baseAddress, memchr(base, Int32(UInt8(ascii: "&")), value.count) != nil {
      var rest = value[...]
      while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
        characters.append(UnsafeBufferPointer(rebasing: rest[...ampersand]))
        rest = rest[(ampersand + 1)...]
        if rest.starts(with: "#38;".utf8) { rest = rest.dropFirst("#38;".utf8.count) }
      }
      characters.append(UnsafeBufferPointer(rebasing: rest))
    } else {
      characters.append(value)
    }
    attributes.append(
      Document.Attribute(name: name, isForeign: isForeign, start: start, end: Int32(characters.count)))
  }
}

/// Bytes put one behind another; there are never more than the document has.
private struct Characters {
  private(set) var bytes: [UInt8] = []
  var count: Int { bytes.count }

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  @inline(__always)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }
}

/// Numbers the names that libxml2 keeps one copy of, by their address.
private struct NameTable {
  private(set) var all: [String] = []
  private var addresses: [UnsafePointer<xmlChar>] = []
  /// A power of two of places; 0: free, else index + 1.
  private var places = [Int32](repeating: 0, count: 256)

  mutating func index(of name: UnsafePointer<xmlChar>) -> Int32 {
    let mask = places.count - 1
    var place = NameTable.hash(name) & mask
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if addresses[index] == name { return Int32(index) }
      place = (place + 1) & mask
    }
    addresses.append(name)
    all.append(String(cString: name))
    places[place] = Int32(all.count)
    if all.count * 2 > places.count { grow() }
    return Int32(all.count - 1)
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [Int32](repeating: 0, count: mask + 1)
    for (index, name) in addresses.enumerated() {
      var place = NameTable.hash(name) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = Int32(index + 1)
    }
  }

  private static func hash(_ name: UnsafePointer<xmlChar>) -> Int {
    (Int(bitPattern: name) &* 0x9E37_79B9) >> 12
  }
}
