extension Evaluation {
  /// Holds the arguments against the parameters, lets unknown facts pass, then calls.
  mutating func builtin(_ index: Int, _ given: [Value], _ extent: Extent, _ host: inout some Host) -> Value {
    guard let (row, arguments) = signature(index, taking: given) else { return misfit(index, given, extent) }
    let members = arguments.reduce(0) { if case .list(let list) = $1 { $0 + list.items.count } else { $0 } }
    charge(for: row, arguments, members: members, at: extent)
    if members > Evaluation.listLimit { exhaust("a list has at most 1 million members", extent) }
    if isExhausted { return .null }
    if !row.takesNull, arguments.contains(where: \.isNull) { return .null }
    if row.unknowns == .spread, let missing = arguments.reduce(nil, { FEEL.union($0, $1.missing) }) {
      return .unknown(missing)
    }
    switch row.body {
    case .values(let body):
      do throws(Failure) {
        let result = try body(Arguments(values: arguments, surroundings: surroundings))
        switch result {
        case .list, .context: return weighed(result, extent)
        case .string(let text) where text.utf8.count > Evaluation.stringLimit:
          return fail(.limit, extent, "a string has at most 1 million bytes")
        default: return result
        }
      } catch {
        return fail(.argument, extent, "`\(row.name)`: \(error.message)")
      }
    case .sort: return sort(arguments, extent, &host)
    case .replace: return replace(arguments, extent, &host)
    case .pattern(let use): return pattern(use, arguments, extent)
    case .clock(let isDay): return clock(isDay, extent)
    }
  }

  /// The first signature from `index` on that takes the values: types that were not known at load are known
  /// now.
  private func signature(_ index: Int, taking given: [Value]) -> (Builtin, [Value])? {
    for row in Builtin.table[index...].prefix(while: { $0.name == Builtin.table[index].name })
    where row.count.contains(given.count) {
      if let arguments = converted(given, for: row) { return (row, arguments) }
    }
    return nil
  }

  private func converted(_ given: [Value], for row: Builtin) -> [Value]? {
    // Mostly all is well, and then nothing need be copied.
    if given.indices.allSatisfy({ row.parameter($0).takes(given[$0]) }) { return given }
    var arguments = given
    for place in given.indices {
      guard let value = converted(given[place], to: row.parameter(place)) else { return nil }
      arguments[place] = value
    }
    return arguments
  }

  /// Nil: the parameter does not take it. Outside packs one value and the list of it stand for each other.
  private func converted(_ value: Value, to parameter: Builtin.Parameter) -> Value? {
    switch value {
    case .unknown, .null: return value
    case _ where parameter.takes(value): return value
    case .list(let list) where !isStrict && list.items.count == 1 && list.open == nil:
      let item = list.items[0]
      if case .unknown = item { return item }
      return parameter.takes(item) ? item : nil
    // It may turn out to be a list of one.
    case .list(let list) where !isStrict && list.items.count <= 1:
      return list.open.map(Value.unknown)
    default:
      let list = Value.list(List([value]))
      return !isStrict && parameter.takes(list) ? list : nil
    }
  }

  private mutating func misfit(_ index: Int, _ given: [Value], _ extent: Extent) -> Value {
    let row = Builtin.table[index]
    for (place, value) in given.enumerated() where converted(value, to: row.parameter(place)) == nil {
      let parameter = row.parameter(place)
      return fail(
        .argument, extent,
        "the argument `\(parameter.names[0])` of `\(row.name)` is \(parameter.typeText), not \(value.kind)")
    }
    return fail(.argument, extent, "`\(row.name)` does not take these arguments")
  }

  /// A stable merge sort: a comparator that contradicts itself gives some order, and ends.
  private mutating func sort(_ arguments: [Value], _ extent: Extent, _ host: inout some Host) -> Value {
    guard case .list(let list) = arguments[0] else { return arguments[0] }
    if arguments.count > 1, case .unknown(let facts) = arguments[1] { return .unknown(facts) }
    // A member that is not known could be one that has no order.
    if let missing = arguments[0].missing { return .unknown(missing) }
    var sorting = Sorting(precedes: arguments.count > 1 ? arguments[1] : nil)
    let sorted = merge(list.items[...], &sorting, extent, &host)
    if isExhausted || sorting.failed { return .null }
    if let missing = sorting.missing { return .unknown(missing) }
    return .list(List(sorted))
  }

  private struct Sorting {
    let precedes: Value?
    var failed = false
    var missing: Unknown?
  }

  private mutating func merge(
    _ items: ArraySlice<Value>, _ sorting: inout Sorting, _ extent: Extent, _ host: inout some Host
  ) -> [Value] {
    guard items.count > 1 else { return Array(items) }
    let middle = items.startIndex + items.count / 2
    let left = merge(items[..<middle], &sorting, extent, &host)
    let right = merge(items[middle...], &sorting, extent, &host)
    var result: [Value] = []
    result.reserveCapacity(items.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count, !isExhausted {
      if precedes(right[j], left[i], &sorting, extent, &host) {
        result.append(right[j])
        j += 1
      } else {
        result.append(left[i])
        i += 1
      }
    }
    return result + left[i...] + right[j...]
  }

  private mutating func precedes(
    _ a: Value, _ b: Value, _ sorting: inout Sorting, _ extent: Extent, _ host: inout some Host
  ) -> Bool {
    charge(1, at: extent)
    guard let function = sorting.precedes else {
      charge(comparing: a, b, at: extent)
      if case .known(let order) = a.order(b) { return order < 0 }
      if !sorting.failed { _ = fail(.type, extent, "\(a.kind) and \(b.kind) have no order") }
      sorting.failed = true
      return false
    }
    switch Truth(invoke(function, [a, b], extent, &host)) {
    case .yes: return true
    case .unknown(let facts): sorting.missing = FEEL.union(sorting.missing, facts)
    case .no: break
    case .null: sorting.failed = true
    }
    return false
  }

  /// `list replace(list, function(item, newItem) …, newItem)`
  private mutating func replace(_ arguments: [Value], _ extent: Extent, _ host: inout some Host) -> Value {
    guard case .list(let list) = arguments[0] else { return arguments[0] }
    // For an item that is not known, or not shown, the function may give null, and then all is null.
    var missing = list.open
    var items: [Value] = []
    for item in list.items {
      switch Truth(invoke(arguments[1], [item, arguments[2]], extent, &host)) {
      case .yes: items.append(arguments[2])
      case .no: items.append(item)
      case .unknown(let facts): missing = FEEL.union(missing, facts)
      case .null: return .null
      }
    }
    return missing.map(Value.unknown) ?? .list(List(items))
  }
}

extension Builtin {
  /// How many arguments there may be.
  var count: ClosedRange<Int> {
    let most = parameters.last?.isRepeated ?? false ? 1_000 : parameters.count
    return parameters.count { !$0.isOptional }...most
  }

  /// The parameter that an argument in this place is for.
  func parameter(_ place: Int) -> Parameter { parameters[min(place, parameters.count - 1)] }
}

extension Builtin.Parameter {
  func takes(_ value: Value) -> Bool {
    for type in types where value.fits(type) { return true }
    return false
  }

  /// "a number or a date", for messages.
  var typeText: String { types.map { $0.description(in: nil) }.joined(separator: " or ") }
}
