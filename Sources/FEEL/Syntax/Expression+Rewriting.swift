extension Expression {
  /// The expressions inside, in the order of the text; empty for what is never rewritten (decision tables).
  package var parts: [Expression] {
    if case .table = form { return [] }
    return form.children
  }

  /// The same expression with another part in one place.
  package func replacing(part place: Int, with new: Expression) -> Expression {
    var parts = self.parts
    guard parts.indices.contains(place) else { return self }
    parts[place] = new
    return Expression(form.rebuilt(of: parts), at: extent)
  }

  /// The same expression with every part changed.
  package func mapParts(_ change: (Expression) -> Expression) -> Expression {
    let parts = self.parts
    if parts.isEmpty { return self }
    return Expression(form.rebuilt(of: parts.map(change)), at: extent)
  }

  /// A call of a function by its plain name.
  package static func call(_ name: String, _ arguments: [Expression], at extent: Extent) -> Expression {
    Expression(
      .call(
        Expression(.name(name), at: extent),
        arguments.map { Argument(name: nil, nameExtent: extent, value: $0) }), at: extent)
  }

  /// Every name that it mentions: variables, and what stands after a dot.
  package var mentionedNames: Set<String> {
    var names: Set<String> = []
    var open = [self]
    while let next = open.popLast() {
      switch next.form {
      case .name(let name), .path(_, let name, _): names.insert(name)
      default: break
      }
      open += next.parts
    }
    return names
  }
}

extension Expression.Form {
  /// The same form over other parts, of which there are as many as `children` gives.
  fileprivate func rebuilt(of parts: [Expression]) -> Expression.Form {
    var rest = parts[...]
    func next() -> Expression { rest.removeFirst() }
    switch self {
    case .null, .boolean, .number, .string, .temporal, .name, .input, .failed, .table: return self
    case .list: return .list(parts)
    case .context(let entries): return .context(Self.entries(entries, parts))
    case .record(let entries): return .record(Self.entries(entries, parts))
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      let from = lower.map { _ in next() }
      let to = upper.map { _ in next() }
      return .range(lower: from, lowerClosed: lowerClosed, upper: to, upperClosed: upperClosed)
    case .pointRange(let isExcluded, _): return .pointRange(isExcluded: isExcluded, parts[0])
    case .negated: return .negated(parts[0])
    case .path(_, let name, let extent): return .path(parts[0], name, extent)
    case .instance(_, let type): return .instance(parts[0], type)
    case .function(let parameters, _): return .function(parameters, parts[0])
    case .external: return .external(parts[0])
    case .typed(_, let declaration): return .typed(parts[0], declaration)
    case .admitted(let parameters, _): return .admitted(parameters, parts[0])
    case .binary(let sign, _, _): return .binary(sign, parts[0], parts[1])
    case .filter: return .filter(parts[0], parts[1])
    case .between: return .between(parts[0], parts[1], parts[2])
    case .conditional: return .conditional(parts[0], parts[1], parts[2])
    case .membership(_, let tests):
      let value = next()
      return .membership(value, zip(tests, rest).map { $0.replacing($1) })
    case .loop(let iterators, _):
      let changed = iterators.map { $0.rebuilt(next) }
      return .loop(changed, next())
    case .quantified(let quantifier, let iterators, _):
      let changed = iterators.map { $0.rebuilt(next) }
      return .quantified(quantifier, changed, next())
    case .call(_, let arguments):
      let function = next()
      return .call(
        function,
        zip(arguments, rest).map {
          Expression.Argument(name: $0.name, nameExtent: $0.nameExtent, value: $1)
        })
    }
  }

  private static func entries(_ entries: [Expression.Entry], _ values: [Expression]) -> [Expression.Entry] {
    zip(entries, values).map { Expression.Entry(name: $0.name, nameExtent: $0.nameExtent, value: $1) }
  }
}

extension Expression.Test {
  fileprivate func replacing(_ operand: Expression) -> Expression.Test {
    switch self {
    case .compare(let sign, _): .compare(sign, operand)
    case .value: .value(operand)
    }
  }
}

extension Expression.Iterator {
  fileprivate func rebuilt(_ next: () -> Expression) -> Expression.Iterator {
    switch domain {
    case .list:
      let list = next()
      return Expression.Iterator(name: name, nameExtent: nameExtent, domain: .list(list))
    case .range:
      let from = next()
      let to = next()
      return Expression.Iterator(name: name, nameExtent: nameExtent, domain: .range(from, to))
    }
  }
}
