extension Machine {
  /// All leaves of one column: its cells are sorted into classes, then every leaf is put together from classes.
  mutating func index(_ index: Tape.Index, _ table: FactTable, _ run: Run) {
    let width = run.lanes.width(index.domain)
    let count = run.lanes.count(index.domain)
    let marks = index.flags.isEmpty ? index.classCount : 2
    // After the classes: unknown, null, lists that may have more, cells without a code.
    classes.grow(to: (marks + Marks.count) * width)
    let sorted = unsafe Sorted(classes: classes.base, marks: marks, width: width)
    sorted.clear()
    let cells = unsafe run.cells(index.column)
    let bounds = unsafe tape.bounds.base + index.bounds.start
    let classOfText = unsafe tape.classOfText.base + index.classOfText.start
    for lane in 0..<count {
      // `cells` has a cell for each of the `count` lanes.
      let cell = unsafe cells[lane]
      guard CellCode.isCoded(cell) else {
        sorted.mark(cell == CellCode.unknown ? .unknown : cell == CellCode.null ? .null : .other, lane)
        continue
      }
      if !index.bounds.isEmpty {
        sorted.add(unsafe classCount(bounds, index.bounds.count, notAbove: cell), lane)
      } else if !index.flags.isEmpty {
        sorted.add(cell == 0 ? 0 : 1, lane)
      } else if index.isOfLists {
        unsafe sort(ListCode(code: cell), lane, sorted, run, classOfText, index.classOfText.count)
      } else if cell >= 0, cell < Int64(index.classOfText.count) {
        sorted.add(unsafe Int(classOfText[Int(cell)]), lane)
      }
    }
    emit(index, sorted, count, run.lanes[index.domain])
    for leaf in 0..<index.classified.count / 2 {
      let place = index.classified.start + 2 * leaf
      unsafe classify(Int(tape.outs[place]), tape.outs[place + 1], index, cells, table, run)
    }
    for word in 0..<width where sorted.word(.other, word) != 0 {
      for lane in 64 * word..<min(count, 64 * word + 64) where sorted.has(.other, lane) {
        postpone(index, lane)
      }
    }
  }

  @inline(__always)
  private func sort(
    _ list: ListCode, _ lane: Int, _ sorted: Sorted, _ run: Run, _ classOfText: UnsafePointer<Int32>,
    _ limit: Int
  ) {
    if list.isOpen { sorted.mark(.open, lane) }
    for place in list.start..<list.start + list.count {
      let member = run.member(place)
      if CellCode.isCoded(member) {
        if member >= 0, member < Int64(limit) { sorted.add(unsafe Int(classOfText[Int(member)]), lane) }
      } else if member == CellCode.unknown {
        sorted.mark(.open, lane)
      }
    }
  }

  /// How many of the bounds, which ascend, are not above a value.
  @inline(__always)
  private func classCount(_ bounds: UnsafePointer<Int64>, _ count: Int, notAbove value: Int64) -> Int {
    var first = 0
    var rest = count
    // `first` and what is left never reach beyond `count`. Codes stay below 2^62, so that a difference does not run over;
    // its sign instead of a branch, for no one could guess which way it goes.
    while rest > 1 {
      let half = rest / 2
      first &+= unsafe half & Int((bounds[first &+ half &- 1] &- value &- 1) >> 63)
      rest &-= half
    }
    return first &- (unsafe Int((bounds[first] &- value &- 1) >> 63))
  }

  private func emit(_ index: Tape.Index, _ sorted: Sorted, _ count: Int, _ lanes: DomainLanes) {
    // All stretches are of the tape's own pools.
    let outs = unsafe tape.outs.base
    let orders = unsafe tape.orders.base
    let texts = unsafe tape.texts.base + index.texts.start
    let classes = unsafe tape.classes.base
    for word in 0..<sorted.width {
      let valid = validLanes(word, of: count)
      let unknown = sorted.word(.unknown, word)
      let null = sorted.word(.null, word)
      let coded = valid & ~(unknown | null | sorted.word(.other, word))
      let open = sorted.word(.open, word) | unknown
      for place in index.flags.start..<index.flags.start + index.flags.count {
        let holds = sorted[1, word]
        lanes.set(unsafe outs[place], word, holds | unknown, coded & ~holds | unknown)
      }
      for place in index.nulls.start..<index.nulls.start + index.nulls.count {
        lanes.set(unsafe outs[place], word, null | unknown, valid & ~null)
      }
      for place in index.stated.start..<index.stated.start + index.stated.count {
        lanes.set(unsafe outs[place], word, valid & ~unknown, unknown)
      }
      // Null is no string; a list that is null has no answer.
      let failing = unknown | (index.isOfLists ? 0 : null)
      for place in 0..<index.texts.count {
        let leaf = unsafe texts[place]
        var holds: UInt64 = 0
        for each in 0..<leaf.classes.count {
          holds |= sorted[unsafe Int(classes[leaf.classes.start + each]), word]
        }
        lanes.set(leaf.out, word, holds | open, coded & ~holds | failing)
      }
      for place in 0..<index.equals.count {
        let leaf = unsafe orders[index.equals.start + place]
        let holds = sorted[Int(leaf.rank) + 1, word]
        lanes.set(leaf.out, word, holds | unknown, coded & ~holds | unknown | null)
      }
      var below: UInt64 = 0
      var rank = -1
      for place in 0..<index.orders.count {
        let leaf = unsafe orders[index.orders.start + place]
        while rank < Int(leaf.rank) {
          rank += 1
          below |= sorted[rank, word]
        }
        lanes.set(leaf.out, word, below | unknown, coded & ~below | unknown)
      }
    }
  }

  /// Cells without a code are asked of the reference, leaf by leaf.
  private mutating func postpone(_ index: Tape.Index, _ lane: Int) {
    for stretch in [index.orders, index.equals] {
      for place in 0..<stretch.count {
        let leaf = tape.orders[stretch.start + place]
        if leaf.fallback >= 0 { pending.append((Int(leaf.fallback), leaf.out, index.domain, lane)) }
      }
    }
  }
}

/// The lanes of a column by class, and by what they are beside.
@safe
struct Sorted {
  enum Marks: Int { case unknown, null, open, other }

  let classes: UnsafeMutablePointer<UInt64>
  let marks: Int
  let width: Int

  /// `classes` has room for the classes and the marks, each of `width` words; classes come from the index of the column
  /// and lanes are below 64 times `width`.
  func clear() { unsafe classes.update(repeating: 0, count: (marks + Machine.Marks.count) * width) }

  @inline(__always) func add(_ place: Int, _ lane: Int) {
    unsafe classes[place &* width &+ lane >> 6] |= 1 << UInt64(lane & 63)
  }

  @inline(__always) func mark(_ mark: Marks, _ lane: Int) { add(marks + mark.rawValue, lane) }

  @inline(__always) subscript(place: Int, word: Int) -> UInt64 { unsafe classes[place &* width &+ word] }

  @inline(__always) func word(_ mark: Marks, _ word: Int) -> UInt64 { self[marks + mark.rawValue, word] }

  func has(_ mark: Marks, _ lane: Int) -> Bool {
    word(mark, lane >> 6) >> UInt64(lane & 63) & 1 != 0
  }
}

extension Machine {
  enum Marks { static let count = 4 }

  /// Strings that a function of the host judges one by one.
  fileprivate mutating func classify(
    _ classifier: Int, _ out: Int32, _ index: Tape.Index, _ cells: UnsafePointer<Int64>, _ table: FactTable,
    _ run: Run
  ) {
    let lanes = run.lanes[index.domain]
    for lane in 0..<run.lanes.count(index.domain) {
      // There is a cell for each lane.
      let cell = unsafe cells[lane]
      let bits: LaneBits =
        if !CellCode.isCoded(cell) {
          cell == CellCode.unknown ? .unknown : .null
        } else if index.isOfLists {
          anyPasses(ListCode(code: cell), classifier, table, run)
        } else {
          LaneBits(judge(cell, classifier, table))
        }
      lanes.set(out, lane: lane, bits)
    }
  }

  private mutating func anyPasses(_ list: ListCode, _ classifier: Int, _ table: FactTable, _ run: Run)
    -> LaneBits
  {
    var isUnknown = list.isOpen
    for place in list.start..<list.start + list.count {
      let member = run.member(place)
      let answer: Program.Answer =
        CellCode.isCoded(member)
        ? judge(member, classifier, table) : member == CellCode.unknown ? .unknown : .null
      if answer == .yes { return .yes }
      if answer == .unknown { isUnknown = true }
    }
    return isUnknown ? .unknown : .no
  }

  private mutating func judge(_ text: Int64, _ classifier: Int, _ table: FactTable) -> Program.Answer {
    let number = Int(text)
    guard number < table.cells.texts.constantCount else {
      return program.lowerings[classifier].judge(table.cells.texts.text(number))
    }
    if judged[classifier].count <= number {
      let missing = table.cells.texts.constantCount - judged[classifier].count
      judged[classifier] += [UInt8](repeating: .max, count: missing)
    }
    if let known = Program.Answer(rawValue: judged[classifier][number]) { return known }
    let answer = program.lowerings[classifier].judge(table.cells.texts.text(number))
    judged[classifier][number] = answer.rawValue
    return answer
  }
}
