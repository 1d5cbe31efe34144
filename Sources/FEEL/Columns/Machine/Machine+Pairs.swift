extension Machine {
  /// Leaves that no index of a single column serves.
  mutating func leaf(_ step: Schedule.Step, _ table: FactTable, _ run: Run, _ host: inout some ColumnHost) {
    let lanes = run.lanes[step.domain]
    switch step.kernel {
    case .truth:
      let bits = LaneBits(step.answer)
      for word in 0..<lanes.width { lanes.set(step.out, word, bits.holds ? .max : 0, bits.fails ? .max : 0) }
    case .compare:
      let (left, right) = unsafe (run.cells(step.column), run.cells(step.other))
      run.each(Int(step.domain), program) { lane, pair in
        let bits = step.comparison.bits(
          unsafe pair.cell(left, step.side), unsafe pair.cell(right, step.otherSide))
        set(step, lane, lanes, bits)
      }
    case .contains: contains(step, table, run)
    case .fallback:
      for lane in 0..<run.lanes.count(step.domain) {
        let bits = ask(Int(step.fallback), lane, Int(step.domain), table, run, &host)
        lanes.set(step.out, lane: lane, bits)
      }
    default: preconditionFailure("this is no leaf")
    }
  }

  /// Nil: a cell has no code.
  private mutating func set(_ step: Schedule.Step, _ lane: Int, _ lanes: DomainLanes, _ bits: LaneBits?) {
    if bits == nil, step.fallback >= 0 {
      pending.append((Int(step.fallback), step.out, Int(step.domain), lane))
    }
    lanes.set(step.out, lane: lane, bits ?? .null)
  }

  /// The places that a lane stands for.
  struct Places {
    var own = 0
    var outer = 0
    var inner = 0
    /// The inner row itself is unknown or null, and so are its facts.
    var missing: Int64?

    /// A side's place is below the number of cells of its column.
    @inline(__always) func cell(_ cells: UnsafePointer<Int64>, _ side: Side) -> Int64 {
      if side == .inner, let missing { return missing }
      return unsafe cells[self[side]]
    }

    subscript(side: Side) -> Int {
      switch side {
      case .own: own
      case .outer: outer
      case .inner: inner
      case .fixed: 0
      }
    }
  }

  private mutating func contains(_ step: Schedule.Step, _ table: FactTable, _ run: Run) {
    let lanes = run.lanes[step.domain]
    let (lists, elements) = unsafe (run.cells(step.column), run.cells(step.other))
    guard case .product(let outer, let inner) = program.domains[Int(step.domain)],
      step.side != step.otherSide,
      step.side != .fixed, step.otherSide != .fixed
    else {
      return run.each(Int(step.domain), program) { lane, pair in
        let (x, y) = unsafe (pair.cell(lists, step.side), pair.cell(elements, step.otherSide))
        set(step, lane, lanes, has(x, y, step.isIn, run))
      }
    }
    let listIsOuter = step.side == .outer
    let (listKind, elementKind) = listIsOuter ? (outer, inner) : (inner, outer)
    let stride = run.innerWidth(step.domain) * 64
    func lane(_ list: Int, _ element: Int) -> Int {
      listIsOuter ? list * stride + element : element * stride + list
    }
    for word in 0..<lanes.width { lanes.set(step.out, word, 0, .max) }
    let elementCount = run.rowCount(of: elementKind)
    let isChained = unsafe chains.fill(elements, elementCount, limit: table.codeLimit)
    for row in 0..<run.rowCount(of: listKind) {
      // There is a cell for each row.
      let cell = unsafe lists[row]
      guard isChained, isPlain(cell, run) else {
        for other in 0..<elementCount {
          unsafe set(step, lane(row, other), lanes, has(cell, elements[other], step.isIn, run))
        }
        continue
      }
      let list = ListCode(code: cell)
      for place in list.start..<list.start + list.count {
        var next = chains.first(run.member(place))
        while next >= 0 {
          lanes.set(step.out, lane: lane(row, next), .yes)
          next = chains.next(next)
        }
      }
      for place in 0..<chains.special.count {
        let other = Int(chains.special[place])
        unsafe set(step, lane(row, other), lanes, has(cell, elements[other], step.isIn, run))
      }
    }
  }

  /// A closed list of coded members.
  private func isPlain(_ cell: Int64, _ run: Run) -> Bool {
    guard CellCode.isCoded(cell), case let list = ListCode(code: cell), !list.isOpen else { return false }
    return areCoded(list, run)
  }

  /// `list contains(list, value)`, or `value in list`; nil if a cell has no code.
  private func has(_ cell: Int64, _ value: Int64, _ isIn: Bool, _ run: Run) -> LaneBits? {
    if cell == CellCode.unknown { return .unknown }
    if cell == CellCode.null {
      guard isIn else { return .null }
      return CellComparison.equal.bits(cell, value)
    }
    guard CellCode.isCoded(cell) else { return nil }
    let list = ListCode(code: cell)
    var isUnknown = list.isOpen || (isIn && value == CellCode.unknown)
    for place in list.start..<list.start + list.count {
      guard let bits = CellComparison.equal.bits(run.member(place), value) else { return nil }
      if bits == .yes { return .yes }
      if bits == .unknown { isUnknown = true }
    }
    return isUnknown ? .unknown : .no
  }
}

extension CellComparison {
  /// Nil: one of them has no code.
  @inline(__always)
  func bits(_ a: Int64, _ b: Int64) -> LaneBits? {
    if CellCode.isCoded(a), CellCode.isCoded(b) {
      return switch self {
      case .less: LaneBits(a < b)
      case .lessOrEqual: LaneBits(a <= b)
      case .equal: LaneBits(a == b)
      }
    }
    if a == CellCode.unknown || b == CellCode.unknown { return .unknown }
    if a == CellCode.null || b == CellCode.null { return self == .equal ? LaneBits(a == b) : .null }
    return nil
  }
}

extension FactTable {
  /// Codes of strings and rows are below this.
  fileprivate var codeLimit: Int {
    kinds.indices.reduce(cells.texts.count) { max($0, cells.rowCount(of: $1)) }
  }
}

/// The rows of a column by the code in their cell.
@safe
struct Chains: ~Copyable {
  private var heads = Pool<Int32>()
  private var nexts = Pool<Int32>()
  /// Rows whose cells are no codes.
  private(set) var special = Pool<Int32>()

  /// False: the codes are no small numbers.
  mutating func fill(_ cells: UnsafePointer<Int64>, _ count: Int, limit: Int) -> Bool {
    heads.fill(-1, count: limit)
    nexts.fill(-1, count: count)
    special.removeAll()
    for row in 0..<count {
      // There is a cell for each row.
      let cell = unsafe cells[row]
      guard CellCode.isCoded(cell) else {
        special.append(Int32(row))
        continue
      }
      guard cell >= 0, cell < Int64(limit) else { return false }
      nexts[row] = heads[Int(cell)]
      heads[Int(cell)] = Int32(row)
    }
    return true
  }

  func first(_ code: Int64) -> Int { code >= 0 && code < Int64(heads.count) ? Int(heads[Int(code)]) : -1 }

  func next(_ row: Int) -> Int { Int(nexts[row]) }
}

extension Run {
  /// Every lane with the places on its sides.
  @inline(__always)
  func each(_ domain: Int, _ program: Program, _ body: (Int, Machine.Places) -> Void) {
    switch program.domains[domain] {
    case .plan, .rows: for lane in 0..<lanes.count(domain) { body(lane, Machine.Places(own: lane)) }
    case .elements:
      let members = unsafe cells(program.membersColumn(of: domain))
      for lane in 0..<lanes.count(domain) {
        // There is a member for each lane.
        let member = unsafe members[lane]
        var places = Machine.Places(own: lane, outer: owner(of: lane, domain))
        if CellCode.isCoded(member) { places.inner = Int(member) } else { places.missing = member }
        body(lane, places)
      }
    case .product(let outer, let inner):
      let width = innerWidth(domain)
      for row in 0..<rowCount(of: outer) {
        for other in 0..<rowCount(of: inner) {
          body(row * width * 64 + other, Machine.Places(outer: row, inner: other))
        }
      }
    }
  }
}
