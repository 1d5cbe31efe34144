import FEEL
import Facts
import Rules

extension Translator {
  typealias Scope = [String: Symbol]

  /// What an expression comes to; `.open` where it is not translated.
  mutating func symbol(_ expression: Expression, _ scope: Scope) -> Symbol {
    if terms.isFull { return .open }
    switch expression.form {
    case .null: return .null
    case .boolean(let truth): return .truth(Truth(truth))
    case .number(let number): return .number(Scalar(known: .yes, value: decimal(number)))
    case .string(let text): return .word(Scalar(known: .yes, value: terms.word(text)))
    case .temporal(let text):
      guard let date = CalendarDate(text) else { return .open }
      return day(date)
    case .name(let name): return named(name, scope)
    case .list(let items):
      return .list(
        SymbolList(items: items.map { .init(present: .yes, value: symbol($0, scope)) }, open: .no))
    case .path(let base, let name, _): return path(symbol(base, scope), name)
    case .negated(let inner): return negative(symbol(inner, scope))
    case .binary(let sign, let left, let right): return binary(sign, left, right, expression, scope)
    case .between(let value, let low, let high):
      let middle = symbol(value, scope)
      let above = compare(.greaterOrEqual, middle, symbol(low, scope), expression)
      let below = compare(.lessOrEqual, middle, symbol(high, scope), expression)
      return .truth(and(above, below))
    case .membership(let value, let tests): return .truth(membership(value, tests, expression, scope))
    case .conditional(let condition, let yes, let no):
      let truth = truth(symbol(condition, scope))
      let other = terms.or(truth.no, truth.null)
      return merged([(truth.yes, symbol(yes, scope)), (other, symbol(no, scope))], null: .no)
    case .quantified(let quantifier, let iterators, let body):
      return .truth(quantified(quantifier, iterators[...], body, scope))
    case .loop(let iterators, let body): return loop(iterators, body, scope)
    case .call(let function, let arguments):
      guard case .name(let name) = function.form, arguments.allSatisfy({ $0.name == nil }) else {
        return .open
      }
      return call(name, arguments.map(\.value), expression, scope)
    default: return .open
    }
  }

  private mutating func named(_ name: String, _ scope: Scope) -> Symbol {
    if let bound = scope[name] { return bound }
    if name == "asOf" { return .day(Scalar(known: .yes, value: asOf)) }
    if let parameter = parameters[name] { return value(of: parameter) }
    if let definition = planDefinitions[name] { return conclusion(definition, nil) }
    for (index, kind) in vocabulary.kinds.enumerated() {
      if kind.isSingleton ? kind.name == name : kind.collection == name { return collection(index) }
    }
    return .open
  }

  private mutating func path(_ base: Symbol, _ name: String) -> Symbol {
    switch base {
    case .row(let choice): return part(name, of: choice)
    case .context(let entries): return entries.first { $0.name == name }?.value ?? .open
    case .null: return .null
    case .list(let list):
      let items = list.items.map { SymbolList.Item(present: $0.present, value: path($0.value, name)) }
      return .list(SymbolList(items: items, open: list.open))
    default: return .open
    }
  }

  private mutating func negative(_ symbol: Symbol) -> Symbol {
    guard case .number(var scalar) = symbol else { return .open }
    scalar.value = terms.product(terms.decimal("-1"), scalar.value)
    return .number(scalar)
  }

  private mutating func binary(
    _ sign: Operator, _ left: Expression, _ right: Expression, _ whole: Expression, _ scope: Scope
  ) -> Symbol {
    switch sign {
    case .and:
      var result = Truth.always
      for part in whole.row(of: .and) { result = and(result, truth(symbol(part, scope))) }
      return .truth(result)
    case .or:
      var result = Truth.never
      for part in whole.row(of: .or) { result = or(result, truth(symbol(part, scope))) }
      return .truth(result)
    case .add, .subtract, .multiply:
      return arithmetic(sign, symbol(left, scope), symbol(right, scope))
    case .divide, .power: return .open
    default:
      let (a, b) = (symbol(left, scope), symbol(right, scope))
      note(left, b, whole)
      note(right, a, whole)
      return .truth(compare(sign, a, b, whole))
    }
  }

  /// A text that is compared with something.
  func literal(_ expression: Expression) -> String? {
    if case .string(let text) = expression.form { return text }
    return nil
  }

  mutating func note(_ expression: Expression, _ other: Symbol, _ whole: Expression) {
    guard let text = literal(expression) else { return }
    var column: String?
    if case .word(let scalar) = other { column = scalar.column }
    comparisons.append(
      Comparison(text: text, column: column, source: source, extent: expression.extent, owner: owner))
  }

  private mutating func arithmetic(_ sign: Operator, _ a: Symbol, _ b: Symbol) -> Symbol {
    guard case .number(let x) = a, case .number(let y) = b else { return .open }
    let value: Term
    switch sign {
    case .add: value = terms.sum([x.value, y.value])
    case .subtract: value = terms.sum([x.value, terms.product(terms.decimal("-1"), y.value)])
    default:
      // A product of two things unknown is more than the solver should be asked.
      guard isConstant(x.value) || isConstant(y.value) else { return .open }
      value = terms.product(x.value, y.value)
    }
    return .number(
      Scalar(
        known: terms.and(x.known, y.known), null: terms.or(x.null, y.null), value: value,
        unit: x.unit ?? y.unit))
  }

  private func isConstant(_ term: Term) -> Bool { if case .decimal = terms[term] { true } else { false } }

  private mutating func membership(
    _ value: Expression, _ tests: [Expression.Test], _ whole: Expression, _ scope: Scope
  ) -> Truth {
    let item = symbol(value, scope)
    var result = Truth.never
    for test in tests {
      switch test {
      case .compare(let sign, let operand):
        result = or(result, compare(sign, item, symbol(operand, scope), whole))
      case .value(let operand):
        if case .range(let lower, let lowerClosed, let upper, let upperClosed) = operand.form {
          var inside = Truth.always
          if let lower {
            inside = and(
              inside, compare(lowerClosed ? .greaterOrEqual : .greater, item, symbol(lower, scope), whole))
          }
          if let upper {
            inside = and(
              inside, compare(upperClosed ? .lessOrEqual : .less, item, symbol(upper, scope), whole))
          }
          result = or(result, inside)
          continue
        }
        note(operand, item, whole)
        let wanted = symbol(operand, scope)
        if case .list(let list) = wanted {
          result = or(result, contains(list, item))
        } else {
          result = or(result, compare(.equal, item, wanted, whole))
        }
      }
    }
    return result
  }

  private mutating func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: ArraySlice<Expression.Iterator>, _ body: Expression,
    _ scope: Scope
  ) -> Truth {
    guard let iterator = iterators.first else { return truth(symbol(body, scope)) }
    guard case .list(let domain) = iterator.domain, case .list(let list) = symbol(domain, scope) else {
      return anything()
    }
    var truths: [(present: Term, truth: Truth)] = []
    for item in list.items where item.present != .no {
      var inner = scope
      inner[iterator.name] = item.value
      truths.append((item.present, quantified(quantifier, iterators.dropFirst(), body, inner)))
    }
    return quantifier == .some ? some(truths, open: list.open) : every(truths, open: list.open)
  }

  private mutating func loop(_ iterators: [Expression.Iterator], _ body: Expression, _ scope: Scope) -> Symbol
  {
    guard iterators.count == 1, case .list(let domain) = iterators[0].domain,
      case .list(let list) = symbol(domain, scope)
    else { return .open }
    let items = list.items.map { item in
      var inner = scope
      inner[iterators[0].name] = item.value
      return SymbolList.Item(present: item.present, value: symbol(body, inner))
    }
    return .list(SymbolList(items: items, open: list.open))
  }

  mutating func day(_ date: CalendarDate) -> Symbol {
    .day(Scalar(known: .yes, value: terms.whole(date.dayNumber)))
  }
}
