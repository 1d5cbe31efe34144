import FEEL
import Facts

extension Speaker {
  func comparison(_ sign: Operator, _ left: Expression, _ right: Expression, _ isNegated: Bool) -> Saying? {
    if left.isLiteral, !right.isLiteral { return comparison(sign.turned, right, left, isNegated) }
    let sign = isNegated ? sign.opposite : sign
    if let saying = sameRow(sign, left, right) ?? counted(sign, left, right) { return saying }
    if case .boolean(let flag) = right.form, let term = term(left), sign == .equal || sign == .notEqual {
      let word = flag ? "yes" : "no"
      let answer: [Piece] =
        sign == .equal ? [.answer(word)] : [.text("anything but "), .answer(word)]
      return .sentence(term.whole + (term.isConclusion ? [.text(": ")] : [.text(" ")]) + answer)
    }
    if case .null = right.form {
      return .sentence(noun(left, nil) + [.text(sign == .equal ? " has no value" : " has a value")])
    }
    let (own, other) = (type(of: left), type(of: right))
    let verb = sign.verb(isDate: own == .date || other == .date)
    return .sentence(
      noun(left, other) + [.text(" \(verb) ")] + noun(right, own, unit: term(left)?.unit))
  }

  /// `r.id = recipient.id`: two rows are one.
  private func sameRow(_ sign: Operator, _ left: Expression, _ right: Expression) -> Saying? {
    guard case .path(let first, let key, _) = left.form, case .path(let second, key, _) = right.form,
      let one = term(first), let other = term(second), one.type == other.type,
      case .entity(let kind) = one.type, glossary.vocabulary.kinds[kind].key == key,
      sign == .equal || sign == .notEqual
    else { return nil }
    return .sentence(one.phrase + [.text(sign == .equal ? " is " : " is not ")] + other.phrase)
  }

  /// `count(…) > 0`
  private func counted(_ sign: Operator, _ left: Expression, _ right: Expression) -> Saying? {
    guard case .call(let function, let arguments) = left.form, case .name("count") = function.form,
      arguments.count == 1, let list = arguments.first?.value, let term = term(list),
      case .number(let number) = right.form
    else { return nil }
    switch (sign, number.description) {
    case (.greater, "0"), (.notEqual, "0"), (.greaterOrEqual, "1"):
      return .sentence(term.whole + [.text(" names at least one")])
    case (.equal, "0"), (.lessOrEqual, "0"), (.less, "1"):
      return .sentence(term.whole + [.text(" names none")])
    default: return nil
    }
  }

  func membership(_ value: Expression, _ tests: [Expression.Test], _ isNegated: Bool) -> Saying? {
    let own = type(of: value)
    var options: [Piece] = []
    for (index, test) in tests.enumerated() {
      guard case .value(let option) = test, option.isLiteral else { return nil }
      if index > 0 { options.append(.text(", ")) }
      options += noun(option, own)
    }
    return .sentence(noun(value, nil) + [.text(isNegated ? " is none of: " : " is one of: ")] + options)
  }

  func between(_ value: Expression, _ low: Expression, _ high: Expression, _ isNegated: Bool) -> Saying? {
    let own = type(of: value)
    return .sentence(
      noun(value, nil) + [.text(isNegated ? " is not between " : " is between ")] + noun(low, own)
        + [.text(" and ")] + noun(high, own) + [.text(" (these included)")])
  }

  func type(of expression: Expression) -> Type? {
    if let term = term(expression) { return term.type }
    switch expression.form {
    case .temporal: return .date
    case .number: return .number
    case .call(let function, _):
      guard case .name(let name) = function.form else { return nil }
      switch name {
      case "date": return .date
      case "regionCountry":
        return glossary.vocabulary.enumeration(named: "country").map { .enumeration($0) }
      default: return nil
      }
    default: return nil
    }
  }
}

extension Expression {
  /// A value that is written out.
  var isLiteral: Bool {
    switch form {
    case .boolean, .number, .string, .temporal, .null: true
    case .list(let items): items.allSatisfy(\.isLiteral)
    case .negated(let value): value.isLiteral
    case .call(let function, let arguments):
      if case .name("date") = function.form { arguments.allSatisfy(\.value.isLiteral) } else { false }
    default: false
    }
  }
}

extension Operator {
  var compares: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }

  /// With its sides exchanged.
  fileprivate var turned: Operator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  fileprivate var opposite: Operator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    default: self
    }
  }

  fileprivate func verb(isDate: Bool) -> String {
    switch self {
    case .equal: "is"
    case .notEqual: "is not"
    case .less: isDate ? "is before" : "is less than"
    case .lessOrEqual: isDate ? "is on or before" : "is at most"
    case .greater: isDate ? "is after" : "is more than"
    case .greaterOrEqual: isDate ? "is on or after" : "is at least"
    default: rawValue
    }
  }
}
