/// Reads JSON straight into a table.
///
/// It takes only what is wholly in order. For anything else (a mistake, a key that it does not know, an escape in a
/// string) it says no, and the table is to be filled from what the reader for everything makes of the document, which
/// also finds the words for mistakes.
@safe
package final class TableReader {
  private let keys: JSONKeys
  private let root: Int
  private let nullCell: Int64
  private let extent: CollectionExtent
  private var bytes = Pool<UInt8>(capacity: 1 << 14)

  /// By kind what its objects are; `root` is the kind of the whole document. Nil: some fact is of a type that it does
  /// not read, or an object has more than 64 keys.
  package init?(
    _ shapes: [JSONShape], root: Int, _ environment: Environment, _ lexicon: Lexicon, nullIsUnstated: Bool,
    extent: CollectionExtent
  ) {
    guard let keys = JSONKeys(shapes, environment, lexicon) else { return nil }
    self.keys = keys
    self.root = root
    self.extent = extent
    nullCell = nullIsUnstated ? CellCode.unknown : CellCode.null
  }

  /// False: the table is in no good state and must be filled otherwise.
  package func read(_ document: [UInt8], into table: FactTable) -> Bool {
    guard document.count < 1 << 31 else { return false }
    bytes.removeAll()
    unsafe document.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    for _ in 0..<JSONBytes.padding { bytes.append(0) }
    // The zeros that `JSONBytes` asks for were just put there.
    var reading = unsafe Reading(
      bytes: JSONBytes(start: bytes.base), nullCell: nullCell, extent: extent, keys: keys.keys.base,
      starts: keys.starts.base, rests: keys.rests.base, allowed: keys.allowed.base,
      constantCount: keys.constantCount)
    table.reset()
    return reading.document(root, &table.cells) && reading.bytes.offset == document.count
  }
}

/// One document being read; the pointers are into the reader's keys, which stay as they are.
@safe
struct Reading {
  var bytes: JSONBytes
  let nullCell: Int64
  let extent: CollectionExtent
  let keys: UnsafePointer<JSONKey>
  let starts: UnsafePointer<Int>
  let rests: UnsafePointer<UInt8>
  let allowed: UnsafePointer<UInt8>
  let constantCount: Int

  mutating func document(_ root: Int, _ cells: inout Cells) -> Bool {
    bytes.skipSpace()
    let row = cells.appendRow(of: root)
    guard object(root, row, &cells) else { return false }
    bytes.skipSpace()
    return true
  }

  /// An object whose keys state facts of a row. Objects are nested as deep as the shapes are, which is not deep.
  private mutating func object(_ kind: Int, _ row: Int, _ cells: inout Cells) -> Bool {
    let offset = bytes.offset
    guard bytes.take(UInt8(ascii: "{")) else { return false }
    cells.setOffset(ofRow: row, of: kind, to: offset)
    bytes.skipSpace()
    if bytes.take(UInt8(ascii: "}")) { return true }
    // Kinds have a start, and there is one more.
    let (first, end) = unsafe (starts[kind], starts[kind + 1])
    var seen: UInt64 = 0
    var place = first - 1
    while true {
      guard bytes.take(UInt8(ascii: "\"")), let found = key(first, end, after: place) else { return false }
      place = found
      let bit: UInt64 = 1 << UInt64(place - first)
      guard seen & bit == 0 else { return false }
      seen |= bit
      bytes.skipSpace()
      guard bytes.take(UInt8(ascii: ":")) else { return false }
      bytes.skipSpace()
      guard unsafe value(keys + place, row, &cells) else { return false }
      bytes.skipSpace()
      if bytes.take(UInt8(ascii: ",")) {
        bytes.skipSpace()
        continue
      }
      return bytes.take(UInt8(ascii: "}"))
    }
  }

  /// The place of the key at hand, most likely the one after the last.
  @inline(__always)
  private mutating func key(_ first: Int, _ end: Int, after last: Int) -> Int? {
    let likely = last + 1
    // Places from `first` to `end` are keys of the kind.
    if likely < end, unsafe take(keys + likely) { return likely }
    for place in first..<end where unsafe take(keys + place) { return place }
    return nil
  }

  @inline(__always)
  private mutating func take(_ key: UnsafePointer<JSONKey>) -> Bool {
    guard unsafe bytes.word() & key.pointee.firstMask == key.pointee.first else { return false }
    let count = unsafe key.pointee.count
    if count > 8 {
      guard unsafe bytes.word(ahead: 8) & key.pointee.secondMask == key.pointee.second else { return false }
      // No further than the zeros at the end, which are in no key.
      var place = 16
      while place < count {
        guard unsafe bytes.byte(ahead: place) == rests[key.pointee.rest + place - 16] else { return false }
        place += 1
      }
    }
    guard bytes.byte(ahead: count) == UInt8(ascii: "\"") else { return false }
    bytes.advance(count + 1)
    return true
  }

  @inline(__always)
  private mutating func value(_ place: UnsafePointer<JSONKey>, _ row: Int, _ cells: inout Cells) -> Bool {
    let key = unsafe place.pointee
    if bytes.byte == UInt8(ascii: "n") {
      guard key.value != .collection, take(0x6C6C_756E, 4) else { return false }
      if key.column >= 0 { cells.put(nullCell, in: key.column, row) }
      return true
    }
    switch key.value {
    case .text:
      guard key.column >= 0 else { return skipText() }
      guard let number = text(&cells), allows(key, number) else { return false }
      cells.put(Int64(number), in: key.column, row)
    case .boolean:
      guard let flag = boolean() else { return false }
      if key.column >= 0 { cells.put(flag ? 1 : 0, in: key.column, row) }
    case .number:
      guard let cell = number(&cells) else { return false }
      if key.column >= 0 { cells.put(cell, in: key.column, row) }
    case .date:
      guard let cell = date() else { return false }
      if key.column >= 0 { cells.put(cell, in: key.column, row) }
    case .texts:
      guard let cell = texts(key, &cells) else { return false }
      if key.column >= 0 { cells.put(cell, in: key.column, row) }
    case .record:
      let record = cells.appendRow(of: key.kind)
      cells.put(Int64(record), in: key.column, row)
      return object(key.kind, record, &cells)
    case .rows:
      let first = cells.rowCount(of: key.kind)
      guard let count = rows(key.kind, &cells) else { return false }
      let start = cells.members.count
      for place in first..<first + count { cells.members.append(Int64(place)) }
      guard count <= ListCode.largestCount else { return false }
      cells.put(ListCode(start: start, count: count).code, in: key.column, row)
    case .collection:
      guard let count = rows(key.kind, &cells) else { return false }
      cells.extents[key.kind] = count == 0 ? .closed : extent
    }
    return true
  }

  private mutating func rows(_ kind: Int, _ cells: inout Cells) -> Int? {
    guard bytes.take(UInt8(ascii: "[")) else { return nil }
    bytes.skipSpace()
    if bytes.take(UInt8(ascii: "]")) { return 0 }
    var count = 0
    while true {
      guard object(kind, cells.appendRow(of: kind), &cells) else { return nil }
      count += 1
      bytes.skipSpace()
      if bytes.take(UInt8(ascii: ",")) {
        bytes.skipSpace()
        continue
      }
      return bytes.take(UInt8(ascii: "]")) ? count : nil
    }
  }

  private mutating func texts(_ key: JSONKey, _ cells: inout Cells) -> Int64? {
    guard bytes.take(UInt8(ascii: "[")) else { return nil }
    bytes.skipSpace()
    let start = cells.members.count
    if bytes.take(UInt8(ascii: "]")) { return ListCode(start: start, count: 0).code }
    while true {
      if key.column >= 0 {
        guard let number = text(&cells), allows(key, number) else { return nil }
        cells.members.append(Int64(number))
      } else if !skipText() {
        return nil
      }
      bytes.skipSpace()
      if bytes.take(UInt8(ascii: ",")) {
        bytes.skipSpace()
        continue
      }
      let count = cells.members.count - start
      guard bytes.take(UInt8(ascii: "]")), count <= ListCode.largestCount else { return nil }
      return ListCode(start: start, count: count).code
    }
  }
}

extension Reading {
  @inline(__always)
  private func allows(_ key: JSONKey, _ number: Int32) -> Bool {
    // There are so many marks from each start.
    if key.allowed < 0 { return true }
    return unsafe Int(number) < constantCount && allowed[key.allowed + Int(number)] != 0
  }
}
