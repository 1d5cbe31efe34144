extension Machine {
  /// Makes the columns that are not simply stored.
  mutating func makeColumns(_ columns: [Int], _ table: FactTable, _ host: inout some ColumnHost) {
    for column in columns { make(column, table, &host) }
  }

  /// Counts the lanes of a domain.
  mutating func size(_ domain: Int, _ table: FactTable) {
    switch program.domains[domain] {
    case .plan: setSize(domain, lanes: 1)
    case .rows(let kind): setSize(domain, lanes: table.cells.rowCount(of: kind))
    // Set when the column of the members was made, which only a program that reads them has.
    case .elements: widths[domain] = (counts[domain] + 63) / 64
    case .product(let outer, let inner):
      let innerWidth = (table.cells.rowCount(of: inner) + 63) / 64
      innerWidths[domain] = innerWidth
      counts[domain] = table.cells.rowCount(of: outer) * innerWidth * 64
      widths[domain] = table.cells.rowCount(of: outer) * innerWidth
    }
  }

  private mutating func setSize(_ domain: Int, lanes: Int) {
    counts[domain] = lanes
    widths[domain] = (lanes + 63) / 64
  }

  private mutating func make(_ column: Int, _ table: FactTable, _ host: inout some ColumnHost) {
    let plan = program.columns[column]
    size(plan.domain, table)
    switch plan.source {
    case .stored(let kind, let fact):
      columnStarts[column] = table.cells.starts[table.cells.column(of: kind, fact)]
    case .places:
      let start = begin(column, counts[plan.domain])
      for row in 0..<counts[plan.domain] { made[start + row] = Int64(row) }
    case .derived(let kind, let fact):
      var cells: [Int64] = []
      for row in 0..<counts[plan.domain] {
        let entity = Entity(kind: kind, row: row)
        let value = host.value(of: fact, in: entity)
        if value.isNull, host.takeFailure() != nil { failedColumns.insert(column) }
        cells.append(table.cells.code(value, as: plan.type))
      }
      let start = begin(column, cells.count)
      for (row, cell) in cells.enumerated() { made[start + row] = cell }
    case .gathered(let through, let of):
      let count = counts[plan.domain]
      let start = begin(column, count)
      let out = unsafe made.base + start
      let (rows, cells) = unsafe (cells(of: through, table), cells(of: of, table))
      for lane in 0..<count {
        // There is a cell for each lane; a coded one is the place of a row, which the other column has.
        let row = unsafe rows[lane]
        unsafe out[lane] = CellCode.isCoded(row) ? cells[Int(row)] : min(row, CellCode.null)
      }
    case .members(let list): makeMembers(column, of: list, table)
    }
  }

  /// Where the cells of a new column start.
  private mutating func begin(_ column: Int, _ count: Int) -> Int {
    let start = made.count
    made.grow(to: start + count)
    columnStarts[column] = -1 - start
    return start
  }

  private mutating func makeMembers(_ column: Int, of list: Int, _ table: FactTable) {
    let domain = program.columns[column].domain
    ownerStarts[domain] = owners.count
    columnStarts[column] = -1 - made.count
    for owner in 0..<counts[program.columns[list].domain] {
      let cell = cell(list, owner, table)
      guard CellCode.isCoded(cell) else { continue }
      let list = ListCode(code: cell)
      for place in 0..<list.count {
        made.append(table.cells.members[list.start + place])
        owners.append(Int32(owner))
      }
    }
    setSize(domain, lanes: owners.count - ownerStarts[domain])
  }

  func cell(_ column: Int, _ lane: Int, _ table: FactTable) -> Int64 {
    let start = columnStarts[column]
    return start >= 0 ? table.cells.cells[start + lane] : made[-1 - start + lane]
  }

  /// The cells of a column, as many as its domain has lanes. Valid until the table or the machine changes.
  func cells(of column: Int, _ table: FactTable) -> UnsafePointer<Int64> {
    let start = columnStarts[column]
    return unsafe UnsafePointer(start >= 0 ? table.cells.cells.base + start : made.base + (-1 - start))
  }
}
