extension Evaluation {
  /// What the evaluation came to: nothing if it reached a limit, for from there on everything was null, and two
  /// nulls are equal.
  func settled(_ value: Value) -> Value { isExhausted ? .null : value }

  /// Pays for looking at all parts of a value once.
  mutating func charge(for value: Value, at extent: Extent) {
    var work = 0
    value.add(to: &work)
    charge(work, at: extent)
  }

  /// Pays for a call of a built-in function.
  mutating func charge(for row: Builtin, _ arguments: [Value], members: Int, at extent: Extent) {
    var work = row.work
    for value in arguments { value.add(to: &work) }
    charge(row.comparesAll ? work + work * members / 32 : work, at: extent)
  }

  /// Pays for holding two values against each other, which ends with the shorter; numbers and the like cost nothing.
  mutating func charge(comparing a: Value, _ b: Value, at extent: Extent) {
    guard a.isLong, b.isLong else { return }
    var (first, second) = (0, 0)
    a.add(to: &first)
    b.add(to: &second)
    charge(min(first, second), at: extent)
  }
}

extension Evaluation {
  /// `instance of` looks at every member.
  mutating func instance(_ value: Value, _ type: Type) -> Value {
    switch type {
    case .list(.any): break
    case .list, .context: charge(for: value, at: 0..<0)
    default: break
    }
    return isExhausted ? .null : value.isInstance(of: type).value
  }
}

extension Builtin {
  /// The same function, paid for with more steps.
  func costing(_ steps: Int) -> Builtin {
    var result = self
    result.work = steps
    return result
  }

  /// The same function, paid for with the square of its members.
  var comparingAll: Builtin {
    var result = self
    result.comparesAll = true
    return result
  }
}

extension String {
  /// Steps for reading or writing it: one for 32 bytes.
  var work: Int { utf8.count / 32 }
}

extension Value {
  var isLong: Bool {
    switch self {
    case .string, .list, .context: true
    default: false
    }
  }

  /// One step for each part, and no further than any budget reaches.
  fileprivate func add(to work: inout Int) {
    work += 1
    guard work <= Evaluation.workLimit else { return }
    switch self {
    case .string(let text): work += text.work
    case .list(let list): for item in list.items { item.add(to: &work) }
    case .context(let context):
      for entry in context.entries { entry.value.add(to: &work) }
    default: break
    }
  }
}
