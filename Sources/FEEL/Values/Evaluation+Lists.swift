import Diagnostics

extension Evaluation {
  /// `some` and `every`, from the first iterator inwards. The first member that decides ends it.
  mutating func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: ArraySlice<Checked.Iterator>, _ body: Checked,
    _ host: inout some Host
  ) -> Truth {
    var isBroken = false
    return quantified(quantifier, iterators, body, &isBroken, &host)
  }

  /// A body that is neither true, false nor null breaks off the whole.
  private mutating func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: ArraySlice<Checked.Iterator>, _ body: Checked,
    _ isBroken: inout Bool, _ host: inout some Host
  ) -> Truth {
    guard let iterator = iterators.first else {
      let value = value(body, &host)
      switch value {
      case .boolean, .null, .unknown: return Truth(value)
      default:
        isBroken = true
        return Truth(fail(.type, 0..<0, "`satisfies` takes a condition, not \(value.kind)"))
      }
    }
    let decisive: Truth = quantifier == .some ? .yes : .no
    let before = failures.count
    var result = !decisive
    let domain = domain(of: iterator, &host)
    for index in 0..<domain.count {
      frame.append(domain[index])
      let answer = quantified(quantifier, iterators.dropFirst(), body, &isBroken, &host)
      frame.removeLast()
      if isBroken { return .null }
      if answer == decisive {
        if result == .null { forgive(downTo: before) }
        return decisive
      }
      result = quantifier == .some ? result.or(answer) : result.and(answer)
      if isExhausted { return .null }
    }
    guard let open = domain.undecided else { return result }
    return quantifier == .some ? result.or(open) : result.and(open)
  }

  mutating func loop(
    _ iterators: [Checked.Iterator], _ body: Checked, _ keepsPartial: Bool, _ host: inout some Host
  ) -> Value {
    var result = Loop(keepsPartial: keepsPartial ? frame.count : nil)
    if keepsPartial { frame.append(.list(List([]))) }
    collect(iterators[...], body, &result, &host)
    if keepsPartial { frame.removeLast() }
    if isExhausted || result.failed { return .null }
    if let unknown = result.unknown { return .unknown(FEEL.union(unknown, result.open) ?? unknown) }
    return weighed(.list(List(result.items, open: result.open)), 0..<0)
  }

  private struct Loop {
    /// The slot of `partial`, if the body reads it.
    let keepsPartial: Int?
    var items: [Value] = []
    var open: Unknown?
    var unknown: Unknown?
    var failed = false
  }

  private mutating func collect(
    _ iterators: ArraySlice<Checked.Iterator>, _ body: Checked, _ result: inout Loop, _ host: inout some Host
  ) {
    guard let iterator = iterators.first else {
      if let slot = result.keepsPartial {
        charge(result.items.count / 16, at: 0..<0)
        frame[slot] = .list(List(result.items, open: result.open))
      }
      result.items.append(value(body, &host))
      return
    }
    let domain = domain(of: iterator, &host)
    switch domain.undecided {
    case .null: result.failed = true
    // For a member that is not shown the next iterator could have nothing to run over, and then all is null.
    case .unknown(let facts) where domain.isOpen && iterators.count == 1:
      result.open = FEEL.union(result.open, facts)
    case .unknown(let facts): result.unknown = FEEL.union(result.unknown, facts)
    default: break
    }
    guard domain.count <= Evaluation.listLimit, result.items.count <= Evaluation.listLimit else {
      return exhaust("a list has at most 1 million members", iterator.extent)
    }
    for index in 0..<domain.count {
      frame.append(domain[index])
      collect(iterators.dropFirst(), body, &result, &host)
      frame.removeLast()
      if isExhausted || result.failed { return }
    }
  }

  /// What an iterator runs over.
  private struct Domain {
    enum Members {
      case items([Value])
      /// From a number, up or down.
      case integers(from: Int, step: Int, count: Int)
      case days(from: Int, step: Int, count: Int)
    }
    var members: Members
    /// What stands for the members that it does not show; nil if it shows all.
    var undecided: Truth?
    /// Known members may be missing; otherwise nothing is known of it.
    var isOpen = false

    var count: Int {
      switch members {
      case .items(let items): items.count
      case .integers(_, _, let count), .days(_, _, let count): count
      }
    }

    subscript(index: Int) -> Value {
      switch members {
      case .items(let items): items[index]
      case .integers(let from, let step, _): .number(Decimal(from + index * step))
      case .days(let from, let step, _): CalendarDate(dayNumber: from + index * step).map(Value.date) ?? .null
      }
    }

    static func undecided(_ truth: Truth) -> Domain { Domain(members: .items([]), undecided: truth) }
  }

  private mutating func domain(of iterator: Checked.Iterator, _ host: inout some Host) -> Domain {
    switch iterator {
    case .list(let node, let extent):
      let value = value(node, &host)
      switch value {
      case .list(let list):
        return Domain(
          members: .items(list.items), undecided: list.open.map { .unknown($0) }, isOpen: list.open != nil)
      case .unknown(let facts): return .undecided(.unknown(facts))
      case .null: return .undecided(.null)
      case .range(let range): return domain(of: range, extent)
      default: return Domain(members: .items([value]))
      }
    case .range(let from, let to, let extent):
      let lower = value(from, &host)
      return domain(from: lower, to: value(to, &host), extent)
    }
  }

  /// `[1..10]` as a domain: only upwards, the ends as they close.
  private mutating func domain(of range: Range, _ extent: Extent) -> Domain {
    guard let lower = range.lower, let upper = range.upper else {
      _ = fail(.type, extent, "a range without an end has no first or last member")
      return .undecided(.null)
    }
    var domain = domain(from: lower, to: upper, extent)
    switch domain.members {
    case .integers(let from, let step, let count), .days(let from, let step, let count):
      guard step > 0 else {
        _ = fail(.type, extent, "a range starts at its lower end")
        return .undecided(.null)
      }
      let first = range.lowerClosed ? from : from + 1
      let left = max(0, count - (range.lowerClosed ? 0 : 1) - (range.upperClosed ? 0 : 1))
      if case .days = domain.members {
        domain.members = .days(from: first, step: 1, count: left)
      } else {
        domain.members = .integers(from: first, step: 1, count: left)
      }
    case .items: break
    }
    return domain
  }

  /// `1..10` and `10..1`; also over dates, by day.
  private mutating func domain(from lower: Value, to upper: Value, _ extent: Extent) -> Domain {
    switch (lower, upper) {
    case (.number(let a), .number(let b)):
      guard let from = a.int, let to = b.int, from.magnitude < 1 << 62, to.magnitude < 1 << 62 else { break }
      return Domain(members: .integers(from: from, step: from <= to ? 1 : -1, count: abs(to - from) + 1))
    case (.date(let a), .date(let b)):
      let (from, to) = (a.dayNumber, b.dayNumber)
      return Domain(members: .days(from: from, step: from <= to ? 1 : -1, count: abs(to - from) + 1))
    case (.unknown, _), (_, .unknown):
      if let facts = FEEL.union(lower.missing, upper.missing) { return .undecided(.unknown(facts)) }
    default: break
    }
    _ = fail(.type, extent, "the ends of a range to run over are whole numbers or dates")
    return .undecided(.null)
  }
}

extension Checked.Iterator {
  fileprivate var extent: Extent {
    switch self {
    case .list(_, let extent), .range(_, _, let extent): extent
    }
  }
}
