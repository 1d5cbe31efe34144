extension Machine {
  /// All rows of a kind folded into one answer.
  func collection(_ step: Schedule.Step, _ run: Run) {
    var fold = Fold(undecided: run.extent(of: step.column))
    if !fold.isUnknown { fold.add(step.a, run.lanes[step.from], run.lanes.count(step.from)) }
    let (holds, fails) = fold.lane(step)
    run.lanes[step.domain].set(step.out, 0, holds, fails)
  }

  /// The inner rows of a product, for every outer row.
  func innerRows(_ step: Schedule.Step, _ run: Run) {
    let count = run.rowCount(of: step.column)
    let width = (count + 63) / 64
    let (source, lanes) = (run.lanes[step.from], run.lanes[step.domain])
    for row in 0..<run.lanes.count(step.domain) {
      var fold = Fold(undecided: run.extent(of: step.column))
      if !fold.isUnknown { fold.add(step.a, source, count, first: row * width, width) }
      lanes.set(step.out, lane: row, fold.lane(step))
    }
  }

  /// The rows that a list names, for every list.
  mutating func references(_ step: Schedule.Step, _ run: Run) {
    let source = run.lanes[step.from]
    if step.sign == .or, source.width == 1, run.lanes.width(step.domain) == 1,
      reachStarts[Int(step.column)] >= 0
    {
      return masked(step, source.words(step.a, 0), run)
    }
    eachList(step, run) { fold, list, _ in
      for place in list.start..<list.start + list.count {
        fold.add(source.lane(step.a, Int(run.member(place))))
      }
    }
  }

  /// As above where there are no more than 64 rows on either side: a list is a mask.
  private func masked(_ step: Schedule.Step, _ words: (holds: UInt64, fails: UInt64), _ run: Run) {
    // There is a mask for each lane.
    let masks = unsafe reaches.base + reachStarts[Int(step.column)]
    var (holds, fails): (UInt64, UInt64) = (0, 0)
    for row in 0..<run.lanes.count(step.domain) {
      let mask = unsafe masks[row]
      var fold = SomeFold()
      fold.add(holds: words.holds, fails: words.fails, valid: mask)
      holds |= fold.lane.holds << UInt64(row)
      fails |= fold.lane.fails << UInt64(row)
    }
    run.lanes[step.domain].set(step.out, 0, holds, fails)
  }

  /// The masks of the lists whose rows are folded, where all lists are closed and all rows coded.
  mutating func prepareReaches(_ run: Run) {
    reaches.removeAll()
    for (column, kind) in program.schedule.referenceLists {
      reachStarts[column] = -1
      let count = run.lanes.count(program.columns[column].domain)
      guard run.rowCount(of: kind) <= 64, count <= 64 else { continue }
      let start = reaches.count
      var isPlain = true
      for row in 0..<count {
        // There is a cell for each lane.
        let cell = unsafe run.cells(column)[row]
        let list = ListCode(code: cell)
        guard CellCode.isCoded(cell), !list.isOpen, areCoded(list, run) else {
          isPlain = false
          break
        }
        var mask: UInt64 = 0
        for place in list.start..<list.start + list.count { mask |= 1 << UInt64(run.member(place)) }
        reaches.append(mask)
      }
      if isPlain { reachStarts[column] = start }
    }
  }

  /// The members of a list, which are lanes of their own, for every list.
  mutating func members(_ step: Schedule.Step, _ run: Run) {
    let source = run.lanes[step.from]
    eachList(step, run) { fold, list, start in
      for lane in start..<start + list.count { fold.add(source.lane(step.a, lane)) }
    }
  }

  /// `body` is given the list and the lane of its first member.
  @inline(__always)
  private mutating func eachList(
    _ step: Schedule.Step, _ run: Run, _ body: (inout Fold, ListCode, Int) -> Void
  ) {
    let cells = unsafe run.cells(step.column)
    let lanes = run.lanes[step.domain]
    let isOfRows = (step.kernel == .references || step.isOverRows) && step.fallback >= 0
    var start = 0
    for row in 0..<run.lanes.count(step.domain) {
      // There is a cell for each lane.
      let cell = unsafe cells[row]
      guard CellCode.isCoded(cell) else {
        lanes.set(step.out, lane: row, cell == CellCode.unknown ? .unknown : step.answerForNull)
        continue
      }
      let list = ListCode(code: cell)
      var fold = Fold(undecided: list.isOpen ? .open : .closed)
      if isOfRows, !areCoded(list, run) {
        // Of a row that is not known its facts are not known, but what is made of them may be.
        pending.append((Int(step.fallback), step.out, Int(step.domain), row))
      } else {
        body(&fold, list, start)
      }
      start += list.count
      lanes.set(step.out, lane: row, fold.lane(step))
    }
  }
}

extension Machine {
  @inline(__always)
  func areCoded(_ list: ListCode, _ run: Run) -> Bool {
    for place in list.start..<list.start + list.count where !CellCode.isCoded(run.member(place)) {
      return false
    }
    return true
  }
}

/// What is seen of the members of a list.
private struct Fold {
  private var some = SomeFold()
  private var count = 0
  let isUnknown: Bool
  private let isOpen: Bool

  init(undecided: CollectionExtent) {
    isUnknown = undecided == .unstated
    isOpen = undecided == .open
  }

  @inline(__always)
  mutating func add(_ code: Int32, _ source: DomainLanes, _ lanes: Int) {
    add(code, source, lanes, first: 0, source.width)
  }

  /// `words` words of a node from `first` on; in the last of them not all lanes need mean something.
  @inline(__always)
  mutating func add(_ code: Int32, _ source: DomainLanes, _ lanes: Int, first: Int, _ words: Int) {
    for word in 0..<words {
      let valid = validLanes(word, of: lanes)
      let (holds, fails) = source.words(code, first + word)
      some.add(holds: holds, fails: fails, valid: valid)
      count &+= (holds & ~fails & valid).nonzeroBitCount
    }
  }

  @inline(__always)
  mutating func add(_ lane: (holds: UInt64, fails: UInt64)) {
    some.add(holds: lane.holds, fails: lane.fails, valid: 1)
    count &+= Int(lane.holds & ~lane.fails & 1)
  }

  @inline(__always)
  func lane(_ step: Schedule.Step) -> (holds: UInt64, fails: UInt64) {
    if isUnknown { return (1, 1) }
    guard step.sign == .or else {
      let bits = comparison(step)
      return (bits.holds ? 1 : 0, bits.fails ? 1 : 0)
    }
    var some = some
    if isOpen { some.open() }
    return some.lane
  }

  private func comparison(_ step: Schedule.Step) -> LaneBits {
    let shown = step.sign.holds(count < step.limit ? -1 : count == step.limit ? 0 : 1)
    guard isOpen || some.hasUnknown else { return LaneBits(shown) }
    switch step.sign {
    case .greater, .greaterOrEqual: return shown ? .yes : .unknown
    case .less, .lessOrEqual: return shown ? .unknown : .no
    default: return count > step.limit ? LaneBits(step.sign == .notEqual) : .unknown
    }
  }
}

extension Schedule.Step {
  /// Of a list that is null.
  fileprivate var answerForNull: LaneBits {
    switch sign {
    case .equal: .no
    case .notEqual: .yes
    default: .null
    }
  }
}
