/// The facts of one plan as columns: for every fact of a kind one coded cell per row.
///
/// Made once and filled again for every plan, without taking memory anew.
@safe
package final class FactTable {
  package let kinds: [Environment.Kind]
  var cells: Cells

  /// `lexicon` must hold the constants of all programs that will run on this table.
  package init(_ environment: Environment, _ lexicon: Lexicon) {
    kinds = environment.kinds
    cells = Cells(facts: kinds.map(\.facts.count), lexicon)
  }

  /// Empty again, every collection unstated.
  package func reset() { cells.reset() }

  package func rowCount(of kind: Int) -> Int { cells.rowCount(of: kind) }

  package func setExtent(of kind: Int, _ extent: CollectionExtent) { cells.extents[kind] = extent }

  package func extent(of kind: Int) -> CollectionExtent { cells.extents[kind] }

  /// A row that states nothing; its place among the rows of its kind.
  package func appendRow(of kind: Int) -> Int { cells.appendRow(of: kind) }
}

/// What a plan says of a collection as a whole.
package enum CollectionExtent: Sendable, Hashable {
  case unstated
  /// There may be more rows than the table has.
  case open
  case closed
}

/// The storage of a table. Columns of a kind lie one after the other, with room for as many rows each; the first is
/// where in its file the row stands.
@safe
struct Cells: ~Copyable {
  private let firstColumns: [Int]
  private(set) var cells = Pool<Int64>(capacity: 1 << 12)
  /// By column: where it starts.
  private(set) var starts: Pool<Int>
  private(set) var rowCounts: Pool<Int>
  private var rowCapacities: [Int]
  var extents: [CollectionExtent]
  var members = Pool<Int64>(capacity: 1 << 10)
  var texts: TextStore
  /// Values that have no code.
  private(set) var others: [Value] = []

  init(facts: [Int], _ lexicon: Lexicon) {
    var first = 0
    firstColumns = facts.map { count in
      defer { first += count + 1 }
      return first
    }
    starts = Pool(capacity: first)
    starts.fill(0, count: first)
    rowCounts = Pool(capacity: facts.count)
    rowCounts.fill(0, count: facts.count)
    rowCapacities = [Int](repeating: 0, count: facts.count)
    extents = [CollectionExtent](repeating: .unstated, count: facts.count)
    texts = TextStore(lexicon)
    for kind in facts.indices { rowCapacities[kind] = 16 }
    place(former: nil)
  }

  mutating func reset() {
    rowCounts.fill(0, count: rowCounts.count)
    for kind in extents.indices { extents[kind] = .unstated }
    members.removeAll()
    texts.reset()
    if !others.isEmpty { others.removeAll() }
  }

  func rowCount(of kind: Int) -> Int { rowCounts[kind] }

  func column(of kind: Int, _ fact: Int) -> Int { firstColumns[kind] + 1 + fact }

  private func columns(of kind: Int) -> Swift.Range<Int> {
    firstColumns[kind]..<(kind + 1 < firstColumns.count ? firstColumns[kind + 1] : starts.count)
  }

  mutating func appendRow(of kind: Int) -> Int {
    let row = rowCounts[kind]
    if row == rowCapacities[kind] { enlarge(kind) }
    rowCounts[kind] = row + 1
    let first = starts[firstColumns[kind]]
    let stride = rowCapacities[kind]
    // Every column of the kind has room for `stride` rows, and `row` is below that.
    for column in 0..<columns(of: kind).count {
      unsafe cells.base[first + column * stride + row] = CellCode.unknown
    }
    return row
  }

  /// For a row that there is and a column of its kind.
  @inline(__always)
  mutating func put(_ cell: Int64, in column: Int, _ row: Int) {
    unsafe cells.base[starts.base[column] + row] = cell
  }

  private mutating func enlarge(_ kind: Int) {
    let former = rowCapacities
    rowCapacities[kind] *= 4
    place(former: former)
  }

  /// Lays the columns out anew, with the cells that they have.
  private mutating func place(former: [Int]?) {
    let old = copy(cells)
    let oldStarts = (0..<starts.count).map { starts[$0] }
    var start = 0
    for kind in rowCapacities.indices {
      for column in columns(of: kind) {
        starts[column] = start
        start += rowCapacities[kind]
      }
    }
    cells.fill(CellCode.unknown, count: start)
    guard former != nil else { return }
    for kind in rowCapacities.indices {
      for column in columns(of: kind) {
        for row in 0..<rowCounts[kind] { cells[starts[column] + row] = old[oldStarts[column] + row] }
      }
    }
  }

  private func copy(_ pool: borrowing Pool<Int64>) -> [Int64] { (0..<pool.count).map { pool[$0] } }

  func cell(_ kind: Int, _ fact: Int, _ row: Int) -> Int64 {
    precondition(row < rowCounts[kind])
    return cells[starts[column(of: kind, fact)] + row]
  }

  mutating func set(_ kind: Int, _ fact: Int, _ row: Int, to cell: Int64) {
    precondition(row < rowCounts[kind])
    cells[starts[column(of: kind, fact)] + row] = cell
  }

  /// Where in its file a row stands.
  func offset(ofRow row: Int, of kind: Int) -> Int? {
    let cell = cells[starts[firstColumns[kind]] + row]
    return CellCode.isCoded(cell) ? Int(cell) : nil
  }

  mutating func setOffset(ofRow row: Int, of kind: Int, to offset: Int) {
    cells[starts[firstColumns[kind]] + row] = Int64(offset)
  }

  /// The code of a value that has none of its own.
  mutating func other(_ value: Value) -> Int64 {
    others.append(value)
    return CellCode.firstOther + Int64(others.count - 1)
  }
}
