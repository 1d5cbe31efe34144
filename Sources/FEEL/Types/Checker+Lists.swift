import Diagnostics

extension Checker {
  mutating func loop(_ iterators: [Expression.Iterator], _ body: Expression) -> Typed {
    scoped { checker in
      let keepsPartial = body.mentions("partial")
      if keepsPartial {
        // Not `declare`: an outer loop may have its own.
        checker.bindings.append(.variable("partial", slot: checker.slots, .list(.any)))
        checker.slots += 1
      }
      let nodes = iterators.map { checker.iterator($0) }
      let result = checker.check(body)
      return Typed(node: .loop(nodes, result.node, keepsPartial: keepsPartial), type: .list(result.type))
    }
  }

  mutating func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ body: Expression
  ) -> Typed {
    scoped { checker in
      let nodes = iterators.map { checker.iterator($0) }
      return Typed(
        node: .quantified(quantifier, nodes, checker.condition(body, of: "satisfies")), type: .boolean)
    }
  }

  /// The domain in the scope so far, then the name.
  private mutating func iterator(_ iterator: Expression.Iterator) -> Checked.Iterator {
    switch iterator.domain {
    case .list(let list):
      let typed = check(list)
      let (item, isDomain) = typed.type.members
      if isStrict, !isDomain {
        _ = refuse(.notList(typed.type, at: list.extent, in: environment))
      }
      declare(iterator.name, item, at: iterator.nameExtent)
      return .list(typed.node, list.extent)
    case .range(let from, let to):
      let (a, b) = (check(from), check(to))
      if isStrict, ![Type.number, .date, .any].contains(a.type.joined(with: b.type)) {
        _ = refuse(.wrongType(a.type.joined(with: b.type), for: .number, at: from.extent, in: environment))
      }
      declare(iterator.name, a.type, at: iterator.nameExtent)
      return .range(a.node, b.node, from.extent.lowerBound..<to.extent.upperBound)
    }
  }

  mutating func filter(_ base: Expression, _ condition: Expression, _ extent: Extent) -> Typed {
    let list = check(base)
    if isStrict {
      switch list.type {
      case .list, .any, .null: break
      default: return refuse(.notList(list.type, at: base.extent, in: environment))
      }
    }
    let item = list.type == .any ? .any : list.type.item
    let test = scoped { checker in
      checker.bindings.append(.item(slot: checker.slots, item))
      checker.slots += 1
      return checker.check(condition)
    }
    switch test.type {
    case .number: return Typed(node: .filter(list.node, test.node, .position, extent), type: item)
    case .boolean: return Typed(node: .filter(list.node, test.node, .condition, extent), type: .list(item))
    case .any, .null: return Typed(node: .filter(list.node, test.node, .either, extent), type: .any)
    default:
      guard isStrict else { return Typed(node: .filter(list.node, test.node, .either, extent), type: .any) }
      return refuse(.notSelection(test.type, at: condition.extent, in: environment))
    }
  }

  /// `types` are those of the arguments that it will get, as far as they are known.
  mutating func function(_ parameters: [Expression.Parameter], _ body: Expression, types: [Type]) -> Typed {
    scoped { checker in
      var known: [Type] = []
      var declared: [Function.Parameter] = []
      for (index, parameter) in parameters.enumerated() {
        let written = parameter.type.flatMap { checker.type(named: $0) }
        declared.append(Function.Parameter(parameter.name, written ?? .any))
        known.append(written ?? parameter.declaration?.type ?? (index < types.count ? types[index] : .any))
        checker.declare(parameter.name, known[index], at: parameter.nameExtent)
      }
      let result = checker.check(body)
      return Typed(
        node: .function(declared, result.type, result.node), type: .function(known, result.type))
    }
  }
}

extension Type {
  /// The type of what an iterator runs over, and whether it can.
  fileprivate var members: (item: Type, isDomain: Bool) {
    switch self {
    case .list(let item): (item, true)
    case .range(let end): (end, true)
    case .any, .null: (.any, true)
    default: (self, false)
    }
  }
}

extension Expression {
  /// Does a name stand anywhere in it.
  fileprivate func mentions(_ name: String) -> Bool {
    form == .name(name) || form.children.contains { $0.mentions(name) }
  }
}

extension Mistake {
  fileprivate static func notList(_ type: Type, at extent: Extent, in environment: Environment) -> Mistake {
    Mistake(.type, at: extent, "a list is expected here, not \(type.description(in: environment))")
  }

  fileprivate static func notSelection(_ type: Type, at extent: Extent, in environment: Environment)
    -> Mistake
  {
    Mistake(
      .type, at: extent,
      "the brackets after a list hold a condition or a position, not \(type.description(in: environment))")
  }
}
