extension Builtin {
  /// DMN 1.5 §10.3.4.6, and `is`, `not`.
  static let contexts: [Builtin] = [
    Builtin("not", .one("negand", of: .boolean), returns: .boolean, takesNull: true) {
      (!Truth($0[0])).value
    },
    Builtin("is", .one("value1", of: .any), .one("value2", of: .any), returns: .boolean, takesNull: true) {
      arguments in
      guard arguments.count == 2 else { return .boolean(false) }
      return .boolean(arguments[0].isSame(as: arguments[1]))
    },
    Builtin(
      "get value", .one("m", of: .context([])), .one("key", of: .string), returns: .any, unknowns: .weighed
    ) {
      arguments in
      guard case .context(let context) = arguments[0], case .string(let key) = arguments[1] else {
        return arguments.values.reduce(nil) { union($0, $1.missing) }.map(Value.unknown) ?? .null
      }
      return context[key] ?? .null
    },
    Builtin("get value", .one("m", of: .context([])), .list("keys", of: .string), returns: .any) {
      arguments in
      var value = arguments[0]
      for key in arguments.list(1).items {
        guard case .context(let context) = value, case .string(let name) = key, let next = context[name]
        else { return .null }
        value = next
      }
      return arguments.list(1).items.isEmpty ? .null : value
    },
    Builtin(
      "get entries", .one("m", of: .context([])),
      returns: .list(.context([Type.Member("key", .string), Type.Member("value", .any)])), unknowns: .weighed
    ) { arguments in
      guard case .context(let context) = arguments[0] else { return arguments[0] }
      return .list(
        List(
          context.entries.map { entry in
            .context(
              Context([Context.Entry("key", .string(entry.name)), Context.Entry("value", entry.value)]))
          }))
    },
    Builtin("context", .list("entries", of: .any), returns: .context([])) { arguments throws(Failure) in
      var result = ContextBuilder()
      for item in arguments.list(0).items {
        guard case .context(let entry) = item, case .string(let key) = entry["key"],
          let value = entry["value"]
        else {
          throw Failure("an entry is a context with `key`, a string, and `value`")
        }
        guard result.put(value, at: key) else { throw Failure("the key `\(key)` stands twice") }
      }
      return .context(result.context)
    },
    Builtin(
      "context put", .one("context", of: .context([])), .string("key"), .one("value", of: .any),
      returns: .context([]), takesNull: true
    ) { arguments in
      guard case .context(let context) = arguments[0], case .string(let key) = arguments[1] else {
        return .null
      }
      return .context(context.putting(arguments[2], at: key))
    },
    Builtin(
      "context put", .one("context", of: .context([])), .list("keys", of: .string), .one("value", of: .any),
      returns: .context([]), takesNull: true
    ) { arguments throws(Failure) in
      guard case .context(let context) = arguments[0], case .list(let keys) = arguments[1] else {
        return .null
      }
      return .context(try context.putting(arguments[2], at: keys.items[...]))
    },
    Builtin("context merge", .list("contexts", of: .context([])), returns: .context([])) {
      arguments throws(Failure) in
      var result = ContextBuilder()
      for item in arguments.list(0).items {
        guard case .context(let context) = item else { throw Failure("only contexts can be merged") }
        for entry in context.entries { result.put(entry.value, at: entry.name) }
      }
      return .context(result.context)
    },
  ]
}

/// A context in the making; it finds its entries without looking at all of them.
private struct ContextBuilder {
  private(set) var context = Context([])
  private var places: [[UInt8]: Int] = [:]

  /// Adds an entry, or changes the value of the one with this name; false if there was one.
  @discardableResult
  mutating func put(_ value: Value, at name: String) -> Bool {
    let place = places[Array(name.utf8), default: context.entries.count]
    if place < context.entries.count {
      context.entries[place].value = value
      return false
    }
    places[Array(name.utf8)] = place
    context.entries.append(Context.Entry(name, value))
    return true
  }
}

extension Context {
  func putting(_ value: Value, at key: String) -> Context {
    var result = self
    if let index = entries.firstIndex(where: { $0.name.isScalarEqual(to: key) }) {
      result.entries[index].value = value
    } else {
      result.entries.append(Entry(key, value))
    }
    return result
  }

  fileprivate func putting(_ value: Value, at keys: ArraySlice<Value>) throws(Failure) -> Context {
    guard case .string(let key)? = keys.first else { throw Failure("keys are strings, at least one") }
    if keys.count == 1 { return putting(value, at: key) }
    let inner: Context
    switch self[key] {
    case .context(let context): inner = context
    case nil: inner = Context([])
    default: throw Failure("the entry `\(key)` is not a context")
    }
    return putting(.context(try inner.putting(value, at: keys.dropFirst())), at: key)
  }
}

extension Value {
  /// The same element of the same domain: for times that is the same way of telling them, not the same
  /// instant.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.time, .time), (.dateTime, .dateTime), (.function, .function): self == other
    default: equals(other) == .yes
    }
  }
}
