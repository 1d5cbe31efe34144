extension Machine {
  /// Conjunctions: no where one is no, else unknown where one is unknown, else null where one is null, else yes.
  func conjoin(_ group: Tape.Group, _ lanes: Lanes) {
    let width = lanes.width(group.domain)
    // Codes are of places of this domain, each with two times `width` words from `base` on.
    let base = unsafe lanes[group.domain].start
    let operands = unsafe tape.operands.base + group.operands.start
    let out = unsafe base + Int(group.firstOut) * 2 * width
    if width == 1 {
      unsafe conjoin(operands, group.operands.count / 2, base, out)
    } else {
      unsafe conjoin(operands, group.operands.count / 2, base, out, width)
    }
  }

  /// Up to 64 lanes, which most plans have.
  private func conjoin(
    _ operands: UnsafePointer<Int32>, _ count: Int, _ base: UnsafeMutablePointer<UInt64>,
    _ out: UnsafeMutablePointer<UInt64>
  ) {
    for index in 0..<count {
      let (a, b) = unsafe (Int(operands[2 * index]), Int(operands[2 * index + 1]))
      let result = unsafe both((base[a], base[a ^ 1]), (base[b], base[b ^ 1]))
      unsafe out[2 * index] = result.holds
      unsafe out[2 * index + 1] = result.fails
    }
  }

  private func conjoin(
    _ operands: UnsafePointer<Int32>, _ count: Int, _ base: UnsafeMutablePointer<UInt64>,
    _ out: UnsafeMutablePointer<UInt64>, _ width: Int
  ) {
    for index in 0..<count {
      let (a, b) = unsafe (Int(operands[2 * index]), Int(operands[2 * index + 1]))
      for word in 0..<width {
        let result = unsafe both(
          (base[a * width + word], base[(a ^ 1) * width + word]),
          (base[b * width + word], base[(b ^ 1) * width + word]))
        unsafe out[2 * index * width + word] = result.holds
        unsafe out[(2 * index + 1) * width + word] = result.fails
      }
    }
  }

  private typealias Words = (holds: UInt64, fails: UInt64)

  @inline(__always)
  private func both(_ a: Words, _ b: Words) -> Words {
    // Unknown with null stays unknown.
    let unsettled = a.holds & a.fails & ~(b.holds | b.fails) | b.holds & b.fails & ~(a.holds | a.fails)
    return (a.holds & b.holds | unsettled, a.fails | b.fails)
  }

  mutating func step(_ step: Schedule.Step, _ run: Run) {
    let lanes = run.lanes[step.domain]
    switch step.kernel {
    case .collection: collection(step, run)
    case .references: references(step, run)
    case .members: members(step, run)
    case .innerRows: innerRows(step, run)
    case .fill, .outer, .inner, .owner, .target: lift(step, run)
    case .gather:
      let cells = unsafe run.cells(step.column)
      let rows = run.lanes[step.from]
      for lane in 0..<run.lanes.count(step.domain) {
        lanes.set(step.out, lane: lane, rows.bits(step.a, at: unsafe cells[lane]))
      }
    case .nullIsNo:
      local(step, lanes) { a, _, _ in (a.holds, a.fails | ~a.holds) }
    case .choose:
      local(step, lanes) { test, a, b in
        let yes = test.holds & ~test.fails
        let unknown = test.holds & test.fails
        let other = ~(yes | unknown)
        // If both come to the same and that is no mere unknown, it does not matter which.
        let same = ~(a.holds ^ b.holds) & ~(a.fails ^ b.fails) & ~(a.holds & a.fails)
        let open = unknown & ~same
        let first = yes | unknown & same
        return (first & a.holds | other & b.holds | open, first & a.fails | other & b.fails | open)
      }
    case .restrict:
      local(step, lanes) { test, a, _ in
        let yes = test.holds & ~test.fails
        let unknown = test.holds & test.fails
        return (yes & a.holds | unknown, yes & a.fails | ~yes)
      }
    case .truth, .compare, .contains, .fallback: preconditionFailure("leaves are no steps")
    }
  }

  @inline(__always)
  private func local(_ step: Schedule.Step, _ lanes: DomainLanes, _ answer: (Words, Words, Words) -> Words) {
    for word in 0..<lanes.width {
      let result = answer(lanes.words(step.a, word), lanes.words(step.b, word), lanes.words(step.c, word))
      lanes.set(step.out, word, result.holds, result.fails)
    }
  }

  /// Repeats answers for lanes that depend on more.
  private func lift(_ step: Schedule.Step, _ run: Run) {
    let lanes = run.lanes[step.domain]
    let source = run.lanes[step.from]
    let inner = run.innerWidth(step.domain)
    switch step.kernel {
    case .outer:
      for row in 0..<run.lanes.count(step.from) {
        let bits = source.bits(step.a, lane: row)
        for word in 0..<inner { fill(step, bits, row * inner + word, lanes) }
      }
    case .inner:
      // The inner words are those of the operand, once for every outer row.
      for first in stride(from: 0, to: lanes.width, by: max(inner, 1)) {
        for word in 0..<inner {
          let (holds, fails) = source.words(step.a, word)
          lanes.set(step.out, first + word, holds, fails)
        }
      }
    case .owner:
      for lane in 0..<run.lanes.count(step.domain) {
        lanes.set(step.out, lane: lane, source.bits(step.a, lane: run.owner(of: lane, step.domain)))
      }
    case .target:
      let targets = unsafe run.cells(program.membersColumn(of: Int(step.domain)))
      for lane in 0..<run.lanes.count(step.domain) {
        lanes.set(step.out, lane: lane, source.bits(step.a, at: unsafe targets[lane]))
      }
    default:
      let bits = source.bits(step.a, lane: 0)
      for word in 0..<lanes.width { fill(step, bits, word, lanes) }
    }
  }

  @inline(__always)
  private func fill(_ step: Schedule.Step, _ bits: LaneBits, _ word: Int, _ lanes: DomainLanes) {
    lanes.set(step.out, word, bits.holds ? .max : 0, bits.fails ? .max : 0)
  }
}

extension Program {
  /// The column of the members that are the lanes of a domain.
  func membersColumn(of domain: Int) -> Int {
    guard case .elements(let list) = domains[domain], let column = membersColumns[list] else {
      preconditionFailure("only lists have members")
    }
    return column
  }
}
