extension Machine {
  /// What the reference says of a part in one lane.
  mutating func ask(
    _ number: Int, _ lane: Int, _ domain: Int, _ table: FactTable, _ run: Run,
    _ host: inout some ColumnHost
  ) -> LaneBits {
    let question = program.fallbacks[number]
    if framed != number {
      asking = frame(of: question.worldCount, filledTo: question.frameCount, &host)
      for (slot, value) in question.constants { asking[slot] = value }
      framed = number
    }
    let places = places(of: lane, domain, run)
    for (index, variable) in question.variables.enumerated() {
      asking[variable.slot] = value(question.kinds[index], variable.side, places, domain, table, run)
      if variable.slot == subjectSlot, case .entity(let entity) = asking[variable.slot] {
        host.turn(to: entity)
      }
    }
    // The frame is lent, not copied, and comes back as it was.
    let count = asking.count
    var evaluation = Evaluation(frame: [], in: program.surroundings)
    swap(&evaluation.frame, &asking)
    let value = evaluation.value(question.node, &host)
    swap(&evaluation.frame, &asking)
    asking.removeLast(asking.count - count)
    if !evaluation.failures.isEmpty || !value.isAnswer { failedFallbacks.insert(number) }
    return LaneBits(Truth(value))
  }

  /// The slots that the world fills, and empty ones above.
  private mutating func frame(of count: Int, filledTo total: Int, _ host: inout some ColumnHost) -> [Value] {
    let world: [Value]
    if let known = frame {
      world = known
    } else {
      world = host.slotValues()
      frame = world
    }
    var frame = Array(world.prefix(count))
    while frame.count < total { frame.append(.null) }
    return frame
  }

  private func places(of lane: Int, _ domain: Int, _ run: Run) -> Places {
    switch program.domains[domain] {
    case .plan, .rows: return Places(own: lane)
    case .elements: return Places(own: lane, outer: run.owner(of: lane, domain), inner: lane)
    case .product:
      let width = run.innerWidth(domain) * 64
      return Places(outer: lane / width, inner: lane % width)
    }
  }

  private func value(
    _ type: Type, _ side: Side, _ places: Places, _ domain: Int, _ table: FactTable, _ run: Run
  ) -> Value {
    // Rows by their place, but members of lists by what they are.
    if case .elements(let list) = program.domains[domain], side != .outer {
      let member = cell(program.membersColumn(of: domain), places.own, table)
      return table.cells.value(member, as: type, of: unsettled(list, run.owner(of: places.own, domain)))
    }
    guard case .entity(let kind) = type else { return .null }
    return .entity(Entity(kind: kind, row: places[side]))
  }

  private func unsettled(_ list: Int, _ row: Int) -> Unknown {
    guard case .stored(let kind, let fact) = program.columns[list].source else {
      return Unknown(Cell(kind: 0, row: 0, fact: -1))
    }
    return Unknown(Cell(kind: kind, row: row, fact: fact))
  }

  /// Asks the reference what steps could not tell, such as leaves that met cells without a code.
  mutating func settle(_ table: FactTable, _ run: Run, _ host: inout some ColumnHost) {
    for question in pending {
      let bits = ask(question.fallback, question.lane, question.domain, table, run, &host)
      run.lanes[question.domain].set(question.place, lane: question.lane, bits)
    }
    pending.removeAll()
  }

  /// Where something went wrong in a part that was left to the reference, what becomes of it only the whole condition
  /// tells: the rest of it may absorb the mistake.
  mutating func askAgain(_ table: FactTable, _ lanes: Lanes, _ host: inout some ColumnHost) {
    guard !failedFallbacks.isEmpty || !failedColumns.isEmpty else { return }
    for (number, root) in program.roots.enumerated()
    where !root.fallbacks.isDisjoint(with: failedFallbacks) || !root.derived.isDisjoint(with: failedColumns) {
      for lane in 0..<lanes.count(root.domain) {
        var frame = frame(of: program.slots.count, filledTo: program.slots.count, &host)
        if let kind = root.kind, subjectSlot < frame.count, lane < table.rowCount(of: kind) {
          let subject = Entity(kind: kind, row: lane)
          frame[subjectSlot] = .entity(subject)
          host.turn(to: subject)
        }
        exceptions[number << 32 | lane] = Program.Answer(root.expression.outcome(frame, &host))
      }
    }
  }
}

extension Value {
  /// Can it be the answer to a question.
  fileprivate var isAnswer: Bool {
    switch self {
    case .boolean, .unknown, .null: true
    default: false
    }
  }
}

extension Program.Answer {
  /// An error that logic did not absorb leaves no answer, whatever value came out; nor is a value that is no boolean one.
  package init(_ outcome: Outcome) {
    guard outcome.errors.isEmpty else {
      self = .error
      return
    }
    switch outcome.value {
    case .boolean(let flag): self = flag ? .yes : .no
    case .unknown: self = .unknown
    case .null: self = .null
    default: self = .error
    }
  }
}
