/// Everything that the inner loops read, as pointers taken once per run.
///
/// They point into the memory of the machine and its table, which stays where it is from the time the columns are made
/// until the run is over: nothing is added to either. What indexes them comes from the program, whose columns, domains
/// and places the machine has laid out, or from the table, whose coded cells are rows, members and strings that it has.
@safe
struct Run {
  let lanes: Lanes
  /// By column: the address of its first cell.
  let columns: UnsafePointer<Int>
  let members: UnsafePointer<Int64>
  let rowCounts: UnsafePointer<Int>
  /// By kind.
  let extents: UnsafePointer<UInt8>
  let owners: UnsafePointer<Int32>
  /// By domain.
  let ownerStarts: UnsafePointer<Int>
  let innerWidths: UnsafePointer<Int>

  /// A cell for each lane of the column's domain.
  @inline(__always) func cells(_ column: some BinaryInteger) -> UnsafePointer<Int64> {
    // The address is that of a block of cells, never null.
    unsafe UnsafePointer(bitPattern: columns[Int(column)]).unsafelyUnwrapped
  }

  @inline(__always) func member(_ place: Int) -> Int64 { unsafe members[place] }
  @inline(__always) func rowCount(of kind: some BinaryInteger) -> Int { unsafe rowCounts[Int(kind)] }
  @inline(__always) func owner(of lane: Int, _ domain: some BinaryInteger) -> Int {
    unsafe Int(owners[ownerStarts[Int(domain)] + lane])
  }
  /// Words for one outer row of a product.
  @inline(__always) func innerWidth(_ domain: some BinaryInteger) -> Int { unsafe innerWidths[Int(domain)] }

  @inline(__always) func extent(of kind: some BinaryInteger) -> CollectionExtent {
    switch unsafe extents[Int(kind)] {
    case 0: .unstated
    case 1: .open
    default: .closed
    }
  }
}

extension DomainLanes {
  /// The answer of a node for a row that a cell names.
  @inline(__always) func bits(_ code: Int32, at cell: Int64) -> LaneBits {
    if CellCode.isCoded(cell) { return bits(code, lane: Int(cell)) }
    return cell == CellCode.unknown ? .unknown : .null
  }
}
