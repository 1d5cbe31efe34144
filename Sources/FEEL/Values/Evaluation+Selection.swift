import Diagnostics

extension Evaluation {
  /// A fact of a row; of each row of a list.
  mutating func fact(_ fact: Int, of base: Value, _ extent: Extent, _ host: inout some Host) -> Value {
    switch base {
    case .entity(let entity):
      let value = host.value(of: fact, in: entity)
      if value.isNull, let failure = host.takeFailure() { return fail(.conclusion, extent, failure) }
      return value
    case .list(let list):
      charge(list.items.count, at: extent)
      if isExhausted { return .null }
      return .list(List(list.items.map { self.fact(fact, of: $0, extent, &host) }, open: list.open))
    case .unknown, .null: return base
    default: return fail(.type, extent, "\(base.kind) has no facts")
    }
  }

  /// An entry of a context, a component of a date, an end of a range; of each item of a list.
  mutating func path(_ name: String, of base: Value, _ extent: Extent) -> Value {
    switch base {
    case .unknown, .null: return base
    case .context(let context):
      charge(context.entries.count / 16, at: extent)
      if let value = context[name] { return value }
    case .list(let list):
      charge(list.items.count, at: extent)
      if isExhausted { return .null }
      return .list(List(list.items.map { path(name, of: $0, extent) }, open: list.open))
    default:
      if let value = Property(rawValue: name)?.value(of: base) { return value }
    }
    return fail(.unknownName, extent, "\(base.kind) has no `\(name)`")
  }

  /// `list[condition]` and `list[position]`.
  mutating func filter(
    _ base: Value, _ condition: Checked, _ selection: Checked.Selection, _ extent: Extent,
    _ host: inout some Host
  ) -> Value {
    let list: List
    switch base {
    case .unknown, .null: return base
    case .list(let items): list = items
    default: list = List([base])
    }
    switch selection {
    case .condition: return members(of: list, condition, &host)
    case .position:
      let position = with(.null) { $0.value(condition, &host) }
      return member(at: position, of: list, extent)
    case .either:
      // Only a value tells whether the brackets hold a position: that of the first item.
      let before = failures.count
      let first = with(list.items.first ?? .null) { $0.value(condition, &host) }
      switch first {
      case .number: return member(at: first, of: list, extent)
      case .unknown(let facts): return .unknown(FEEL.union(facts, list.open) ?? facts)
      default:
        forgive(downTo: before)
        return members(of: list, condition, &host)
      }
    }
  }

  /// A member of which it is not known whether it belongs is left out, and leaves the list open.
  private mutating func members(of list: List, _ condition: Checked, _ host: inout some Host) -> Value {
    var result = List([], open: list.open)
    for item in list.items {
      frame.append(item)
      let answer = value(condition, &host)
      frame.removeLast()
      switch answer {
      case .boolean(true): result.items.append(item)
      case .unknown(let facts): result.open = FEEL.union(result.open, facts)
      default: break
      }
      if isExhausted { return .null }
    }
    return .list(result)
  }

  /// From 1 at the start, from -1 at the end; null outside.
  private mutating func member(at position: Value, of list: List, _ extent: Extent) -> Value {
    switch position {
    case .number(let number):
      if let open = list.open { return .unknown(open) }
      guard let index = number.int, index != 0, index.magnitude <= list.items.count else { return .null }
      return list.items[index > 0 ? index - 1 : list.items.count + index]
    case .unknown(let facts): return .unknown(FEEL.union(facts, Value.list(list).missing) ?? facts)
    case .null: return .null
    default: return fail(.type, extent, "the brackets hold a condition or a position, not \(position.kind)")
    }
  }

  /// `x in (…)`: any of the tests. Table cells use the same tests on their input.
  mutating func membership(
    _ operand: Checked, _ tests: [Checked.Test], _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let value = value(operand, &host)
    return membership(of: value, tests, extent, &host).value
  }

  mutating func membership(
    of value: Value, _ tests: [Checked.Test], _ extent: Extent, _ host: inout some Host
  ) -> Truth {
    let before = failures.count
    var result = Truth.no
    for test in tests {
      let answer = self.answer(test, for: value, extent, &host)
      if answer == .yes {
        forgive(downTo: before)
        return .yes
      }
      result = result.or(answer)
    }
    return result
  }

  private mutating func answer(
    _ test: Checked.Test, for input: Value, _ extent: Extent, _ host: inout some Host
  ) -> Truth {
    switch test {
    case .compare(let sign, let node): return compare(sign, input, value(node, &host), extent)
    case .answer(let node): return Truth(value(node, &host))
    case .member(let node):
      let target = value(node, &host)
      charge(for: target, at: extent)
      if isExhausted { return .null }
      let answer = isMember(input, of: target)
      if answer == .null, !input.isNull, !target.isRange || !target.hasNullEnd {
        _ = fail(.type, extent, "\(input.kind) cannot be in \(target.kind)")
      }
      return answer
    }
  }
}

extension Evaluation {
  /// Outside packs a local time is told in the zone of a range of times.
  private func isMember(_ input: Value, of target: Value) -> Truth {
    let answer = input.isMember(of: target)
    guard answer == .null, !isStrict, case .range(let range) = target, let end = range.lower ?? range.upper
    else { return answer }
    return input.inZone(of: end).isMember(of: target)
  }
}

extension Value {
  var isRange: Bool { if case .range = self { true } else { false } }

  fileprivate var hasNullEnd: Bool {
    guard case .range(let range) = self else { return false }
    return range.lower?.isNull ?? false || range.upper?.isNull ?? false
  }
}
