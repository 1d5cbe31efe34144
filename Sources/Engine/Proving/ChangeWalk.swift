import FEEL

/// Walks over an expression and collects the changes. `rebuild` makes the whole of a changed part.
struct ChangeWalk {
  typealias Rebuild = (Expression) -> Expression

  let source: [UInt8]
  private(set) var changes: [ExpressionChange] = []

  init(source: [UInt8]) { self.source = source }

  mutating func negate(_ expression: Expression, _ rebuild: Rebuild) {
    let negated = Expression.call("not", [expression], at: expression.extent)
    add(.negation, expression, "`\(text(expression))` is negated", rebuild(negated))
  }

  mutating func visit(_ expression: Expression, isCondition: Bool, _ rebuild: @escaping Rebuild) {
    switch expression.form {
    case .binary(let sign, _, _) where sign == .and || sign == .or:
      return connective(expression, sign, isChained: false, rebuild)
    case .binary(let sign, let left, let right) where sign.isComparisonSign:
      comparison(expression, sign, left, right, rebuild)
      if sign == .equal || sign == .notEqual { return visitParts(expression, rebuild) }
    case .number(let number): return shift(number, expression, rebuild)
    case .negated(let inner) where inner.isNumber: return visitParts(expression, rebuild)
    case .list(let items):
      for place in items.indices {
        var rest = items
        rest.remove(at: place)
        add(
          .memberRemoved, items[place], "`\(text(items[place]))` is left out of the list",
          rebuild(Expression(.list(rest), at: expression.extent)))
      }
    case .membership(let value, let tests):
      for place in tests.indices where tests.count > 1 {
        var rest = tests
        let removed = rest.remove(at: place).operand
        add(
          .memberRemoved, removed, "`\(text(removed))` is left out of the alternatives",
          rebuild(Expression(.membership(value, rest), at: expression.extent)))
      }
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      if let lower {
        let new = Expression.Form.range(
          lower: lower, lowerClosed: !lowerClosed, upper: upper, upperClosed: upperClosed)
        add(
          .comparison, lower, "the range starts \(lowerClosed ? "after" : "at") `\(text(lower))`",
          rebuild(Expression(new, at: expression.extent)))
      }
      if let upper {
        let new = Expression.Form.range(
          lower: lower, lowerClosed: lowerClosed, upper: upper, upperClosed: !upperClosed)
        add(
          .comparison, upper, "the range ends \(upperClosed ? "before" : "at") `\(text(upper))`",
          rebuild(Expression(new, at: expression.extent)))
      }
    case .quantified(let quantifier, let iterators, let body):
      let other: Expression.Quantifier = quantifier == .some ? .every : .some
      add(
        .quantifier, expression,
        "`\(quantifier.rawValue)` becomes `\(other.rawValue)` in `\(text(expression))`",
        rebuild(Expression(.quantified(other, iterators, body), at: expression.extent)))
    default: break
    }
    if let day = expression.literalDate { return shift(day, expression, rebuild) }
    if isCondition, case let inner? = expression.negatedOperand {
      add(.negation, expression, "`not` is left out of `\(text(expression))`", rebuild(inner))
    } else if isCondition, !expression.isNumber, !expression.isConditional {
      negate(expression, rebuild)
    }
    visitParts(expression, isCondition: isCondition, rebuild)
  }

  private mutating func visitParts(
    _ expression: Expression, isCondition: Bool = false, _ rebuild: @escaping Rebuild
  ) {
    for (place, part) in expression.parts.enumerated() {
      let isNegated = expression.negatedOperand != nil && place == 1
      let inner: Rebuild = { rebuild(expression.replacing(part: place, with: $0)) }
      if isNegated, !part.isConnective {
        // To negate it is to leave out the `not`, which was done.
        visit(part, isCondition: false, inner)
      } else {
        let isBranch = isCondition && expression.isConditional && place > 0
        visit(part, isCondition: isNegated || isBranch || expression.isCondition(at: place), inner)
      }
    }
  }

  /// `and` for `or`, and each operand left out once.
  private mutating func connective(
    _ expression: Expression, _ sign: Operator, isChained: Bool, _ rebuild: @escaping Rebuild
  ) {
    guard case .binary(_, let left, let right) = expression.form else { return }
    let other: Operator = sign == .and ? .or : .and
    add(
      .connective, expression, "`\(sign.rawValue)` becomes `\(other.rawValue)` in `\(text(expression))`",
      rebuild(Expression(.binary(other, left, right), at: expression.extent)))
    if !isChained {
      let operands = expression.operands(of: sign)
      for place in operands.indices {
        var rest = operands
        rest.remove(at: place)
        let whole = rest.dropFirst().reduce(rest[0]) {
          Expression(.binary(sign, $0, $1), at: expression.extent)
        }
        add(
          .operandDropped, operands[place], "`\(text(operands[place]))` is left out", rebuild(whole))
      }
    }
    let inLeft: Rebuild = { rebuild(Expression(.binary(sign, $0, right), at: expression.extent)) }
    if case .binary(sign, _, _) = left.form {
      connective(left, sign, isChained: true, inLeft)
    } else {
      visit(left, isCondition: true, inLeft)
    }
    visit(right, isCondition: true) { rebuild(Expression(.binary(sign, left, $0), at: expression.extent)) }
  }

  private mutating func comparison(
    _ expression: Expression, _ sign: Operator, _ left: Expression, _ right: Expression,
    _ rebuild: Rebuild
  ) {
    let other: Operator
    switch sign {
    case .less: other = .lessOrEqual
    case .lessOrEqual: other = .less
    case .greater: other = .greaterOrEqual
    case .greaterOrEqual: other = .greater
    case .equal: other = .notEqual
    default: other = .equal
    }
    if sign != .equal, sign != .notEqual, left.isCount || right.isCount { return }
    add(
      .comparison, expression, "`\(sign.rawValue)` becomes `\(other.rawValue)` in `\(text(expression))`",
      rebuild(Expression(.binary(other, left, right), at: expression.extent)))
  }

  private mutating func shift(_ number: Decimal, _ expression: Expression, _ rebuild: Rebuild) {
    for step in [number.unit.negated, number.unit] {
      guard let shifted = number.adding(step) else { continue }
      let new: Expression.Form =
        shifted.isNegative
        ? .negated(Expression(.number(shifted.negated), at: expression.extent)) : .number(shifted)
      add(
        .number, expression, "\(number) becomes \(shifted)", rebuild(Expression(new, at: expression.extent)),
        hints: [.number(number), .number(shifted)])
    }
  }

  private mutating func shift(_ day: CalendarDate, _ expression: Expression, _ rebuild: Rebuild) {
    for step in [-1, 1] {
      guard let shifted = day.adding(days: step) else { continue }
      let text = Expression(.string(shifted.description), at: expression.extent)
      add(
        .date, expression, "\(day) becomes \(shifted)",
        rebuild(.call("date", [text], at: expression.extent)), hints: [.date(day), .date(shifted)])
    }
  }

  private mutating func add(
    _ kind: MutationKind, _ place: Expression, _ words: String, _ tree: Expression, hints: [Value]? = nil
  ) {
    changes.append(
      ExpressionChange(
        kind: kind, extent: place.extent, words: words, tree: tree, hints: hints ?? place.literals))
  }

  /// As written, on one line.
  private func text(_ expression: Expression) -> String {
    let extent = expression.extent.clamped(to: source.indices)
    let words = String(decoding: source[extent], as: UTF8.self).split { $0.isWhitespace }
    return words.joined(separator: " ")
  }
}
