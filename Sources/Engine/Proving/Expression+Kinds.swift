import FEEL

extension Expression {
  var isConnective: Bool {
    switch form {
    case .binary(.and, _, _), .binary(.or, _, _): true
    default: false
    }
  }

  /// x of `not(x)`.
  var negatedOperand: Expression? {
    guard case .call(let function, let arguments) = form, case .name("not") = function.form,
      arguments.count == 1
    else { return nil }
    return arguments[0].value
  }

  /// The operands of a row of the same connective: a, b, c of `a and b and c`.
  func operands(of sign: Operator) -> [Expression] {
    guard case .binary(sign, let left, let right) = form else { return [self] }
    return left.operands(of: sign) + [right]
  }

  var isNumber: Bool {
    switch form {
    case .number: true
    case .negated(let inner): inner.isNumber
    default: false
    }
  }

  var isCount: Bool {
    guard case .call(let function, _) = form, case .name("count") = function.form else { return false }
    return true
  }

  /// The day in `date("2026-01-01")` or `@"2026-01-01"`.
  var literalDate: CalendarDate? {
    switch form {
    case .temporal(let text): return CalendarDate(text)
    case .call(let function, let arguments):
      guard case .name("date") = function.form, arguments.count == 1,
        case .string(let text) = arguments[0].value.form
      else { return nil }
      return CalendarDate(text)
    default: return nil
    }
  }
}

extension Operator {
  var isComparisonSign: Bool {
    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(self)
  }
}

extension Expression {
  /// Is the part at this place a condition.
  func isCondition(at place: Int) -> Bool {
    switch form {
    case .binary(.and, _, _), .binary(.or, _, _): true
    case .quantified: place == parts.count - 1
    case .filter: place == 1 && !parts[1].isNumber
    case .conditional: place == 0
    default: false
    }
  }

  var isConditional: Bool { if case .conditional = form { true } else { false } }

  /// The value that it is, if it is written out.
  var literal: Value? {
    switch form {
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .boolean(let flag): .boolean(flag)
    default: literalDate.map { .date($0) }
    }
  }
}

extension Decimal {
  /// One in its last place: 1 of 14, 0.1 of 2.5.
  var unit: Decimal {
    if isInteger { return .one }
    let places = description.split(separator: ".").last?.count ?? 0
    return Decimal("0." + String(repeating: "0", count: max(0, places - 1)) + "1") ?? .one
  }
}
