extension Builtin {
  /// DMN 1.5 §10.3.4.4: what a list holds, and lists made of lists.
  static let lists: [Builtin] = [
    Builtin(
      "list contains", .list("list"), .item("element"), returns: .boolean, unknowns: .weighed, takesNull: true
    ) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      return list.contains(arguments[1]).value
    },
    Builtin("count", .list("list"), returns: .number, unknowns: .weighed) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      return list.open.map(Value.unknown) ?? .number(Decimal(list.items.count))
    },
    Builtin(
      "sublist", .list("list"), .number("start position"), .number("length").optional, typed: { $0[0] },
      unknowns: .weighed
    ) { arguments throws(Failure) in
      guard let list = arguments.settled(), arguments.count < 3 || arguments[2].missing == nil else {
        return arguments.unsettled
      }
      let start = try list.place(arguments, 1)
      let length = arguments.count > 2 ? try arguments.int(2, "a length") : list.items.count - start
      guard length >= 0, length <= list.items.count - start else { throw Failure("the list has fewer items") }
      return .list(List(Array(list.items[start..<start + length])))
    },
    Builtin(
      "append", .list("list"), .item("item").repeated, typed: extended, unknowns: .weighed, takesNull: true
    ) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      return .list(List(list.items + arguments.values.dropFirst(), open: list.open))
    },
    Builtin("concatenate", .list("list").repeated, typed: joined, unknowns: .weighed) { arguments in
      arguments.joined().map(Value.list) ?? arguments.unsettled
    },
    Builtin(
      "insert before", .list("list"), .number("position"), .item("newItem"),
      typed: { $0[0].joined(with: .list($0[2])) },
      unknowns: .weighed, takesNull: true
    ) { arguments throws(Failure) in
      guard case .list = arguments[0], !arguments[1].isNull else { return arguments.unsettled }
      guard var list = arguments.settled() else { return arguments.unsettled }
      list.items.insert(arguments[2], at: try list.place(arguments, 1))
      return .list(list)
    },
    Builtin("remove", .list("list"), .number("position"), typed: { $0[0] }, unknowns: .weighed) {
      arguments throws(Failure) in
      guard var list = arguments.settled() else { return arguments.unsettled }
      list.items.remove(at: try list.place(arguments, 1))
      return .list(list)
    },
    Builtin(
      "list replace", .list("list"), .number("position"), .item("newItem"),
      typed: { $0[0].joined(with: .list($0[2])) }, unknowns: .weighed, takesNull: true
    ) { arguments throws(Failure) in
      guard case .list = arguments[0], !arguments[1].isNull else { return arguments.unsettled }
      guard var list = arguments.settled() else { return arguments.unsettled }
      list.items[try list.place(arguments, 1)] = arguments[2]
      return .list(list)
    },
    Builtin(
      name: "list replace",
      parameters: [.list("list"), .one("match", of: .function([.any, .any], .boolean)), .item("newItem")],
      result: { $0[0].joined(with: .list($0[2])) }, unknowns: .weighed, takesNull: true, body: .replace),
    Builtin("reverse", .list("list"), typed: { $0[0] }, unknowns: .weighed) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      return .list(List(list.items.reversed(), open: list.open))
    },
    Builtin(
      "index of", .list("list"), .item("match"), returns: .list(.number), unknowns: .weighed, takesNull: true
    ) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      var places: [Value] = []
      var missing = list.open
      for (index, item) in list.items.enumerated() {
        switch item.equals(arguments[1]) {
        case .yes: places.append(.number(Decimal(index + 1)))
        case .unknown(let facts): missing = union(missing, facts)
        default: break
        }
      }
      return missing.map(Value.unknown) ?? .list(List(places))
    },
    Builtin("union", .list("list").repeated, typed: joined, unknowns: .weighed) { arguments throws(Failure) in
      guard let list = arguments.joined() else { return arguments.unsettled }
      return try list.distinct()
    }.comparingAll,
    Builtin("distinct values", .list("list"), typed: { $0[0] }, unknowns: .weighed) {
      arguments throws(Failure) in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      return try list.distinct()
    }.comparingAll,
    Builtin("flatten", .list("list"), typed: { .list(flat($0[0])) }, unknowns: .weighed) { arguments in
      guard case .list(let list) = arguments[0] else { return arguments[0] }
      var result = List([])
      list.flatten(into: &result)
      return .list(result)
    },
    Builtin(
      name: "sort",
      parameters: [
        .list("list"),
        Parameter(
          names: ["precedes"], types: [.function([.any, .any], .boolean)], isOptional: true,
          isRepeated: false,
          isItem: false),
      ],
      result: { $0[0] }, unknowns: .weighed, takesNull: false, body: .sort),
  ]

  private static let joined: @Sendable ([Type]) -> Type = { types in
    types.dropFirst().reduce(types[0]) { $0.joined(with: $1) }
  }

  private static let extended: @Sendable ([Type]) -> Type = { types in
    types.dropFirst().reduce(types[0]) { $0.joined(with: .list($1)) }
  }

  private static func flat(_ type: Type) -> Type {
    if case .list(let item) = type { flat(item) } else { type }
  }
}

extension List {
  func contains(_ element: Value) -> Truth {
    var result = Truth.no
    for item in items {
      let answer = item.equals(element)
      if answer == .yes { return .yes }
      // A value of another kind is simply another value.
      if answer != .null { result = result.or(answer) }
    }
    if let open { result = result.or(.unknown(open)) }
    return result
  }

  /// Each value once, at its first place. If it is not known which they are, those that are wholly known, in
  /// an open list.
  fileprivate func distinct() throws(Failure) -> Value {
    guard items.count <= 5_000 else { throw Failure("at most 5000 items are held against one another") }
    var result = List([], open: open)
    for item in items {
      switch List(result.items).contains(item) {
      case .unknown(let facts): result.open = union(result.open, facts)
      case .yes: break
      default: result.items.append(item)
      }
    }
    guard result.open != nil else { return .list(result) }
    // An item that is not known may be any of the others, so it must not keep them out.
    var known = List([], open: result.open)
    for item in items where item.missing == nil {
      if List(known.items).contains(item) != .yes { known.items.append(item) }
    }
    return .list(known)
  }

  fileprivate func flatten(into result: inout List) {
    result.open = union(result.open, open)
    for item in items {
      switch item {
      case .list(let inner): inner.flatten(into: &result)
      // It may be a list, of any length.
      case .unknown(let facts): result.open = union(result.open, facts)
      default: result.items.append(item)
      }
    }
  }

  /// The index of a position that counts from 1, or back from -1.
  fileprivate func place(_ arguments: Arguments, _ index: Int) throws(Failure) -> Int {
    let position = try arguments.int(index, "a position")
    guard position != 0, position.magnitude <= items.count else {
      throw Failure("a position is between 1 and the length of the list, or counts back from -1")
    }
    return position > 0 ? position - 1 : items.count + position
  }
}

extension Arguments {
  /// The list in front, if it is closed and the position after it is known: then its places are.
  fileprivate func settled() -> List? {
    guard case .list(let list) = values[0], list.open == nil else { return nil }
    if case .number = values[1] { return list }
    return nil
  }

  /// All lists as one, in order; nil if one of them is unknown or null.
  fileprivate func joined() -> List? {
    var result = List([])
    for value in values {
      guard case .list(let list) = value else { return nil }
      result.items += list.items
      result.open = union(result.open, list.open)
    }
    return result
  }

  /// What is left to say when the arguments do not allow a result: unknown if anything is, else null.
  fileprivate var unsettled: Value {
    values.reduce(nil) { union($0, $1.missing) }.map(Value.unknown) ?? .null
  }
}
