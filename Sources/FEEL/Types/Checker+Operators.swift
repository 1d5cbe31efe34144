import Diagnostics

extension Checker {
  mutating func negated(_ operand: Expression, _ extent: Extent) -> Typed {
    let typed = check(operand)
    if case .constant(.number(let number)) = typed.node {
      return Typed(node: .constant(.number(number.negated)), type: .number)
    }
    switch typed.type {
    case .number, .days, .months, .any, .null: break
    default:
      if isStrict { return refuse(.wrongType(typed.type, for: .number, at: operand.extent, in: environment)) }
    }
    return Typed(node: .negated(typed.node, extent), type: typed.type)
  }

  mutating func binary(_ sign: Operator, _ left: Expression, _ right: Expression, _ extent: Extent) -> Typed {
    switch sign {
    case .and, .or:
      let a = condition(left, of: sign.rawValue)
      let b = condition(right, of: sign.rawValue)
      return Typed(node: sign == .and ? .and(a, b) : .or(a, b), type: .boolean)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison(sign, left, right, extent)
    case .add, .subtract, .multiply, .divide, .power:
      let (a, b) = (check(left), check(right))
      guard let type = sign.result(a.type, b.type) else {
        guard isStrict else { return Typed(node: .arithmetic(sign, a.node, b.node, extent), type: .any) }
        return refuse(.operands(sign, a.type, b.type, at: extent, in: environment))
      }
      return Typed(node: .arithmetic(sign, a.node, b.node, extent), type: type)
    }
  }

  private mutating func comparison(
    _ sign: Operator, _ left: Expression, _ right: Expression, _ extent: Extent
  ) -> Typed {
    let (a, b) = (check(left), check(right))
    if let mistake = incomparable(sign, a.type, b.type, extent) { return refuse(mistake) }
    checkLiterals(left, against: b.type)
    checkLiterals(right, against: a.type)
    if let list = a.node.countedList {
      return Typed(node: .compareCount(sign, of: list, with: b.node, extent), type: .boolean)
    }
    if let list = b.node.countedList {
      return Typed(node: .compareCount(sign.mirrored, of: list, with: a.node, extent), type: .boolean)
    }
    return Typed(node: .compare(sign, a.node, b.node, extent), type: .boolean)
  }

  /// What is wrong with comparing values of these types; nil if nothing is, or if it shows only when it is
  /// done.
  func incomparable(_ sign: Operator, _ a: Type, _ b: Type, _ extent: Extent) -> Mistake? {
    guard isStrict else { return nil }
    guard a.isComparable(to: b) else { return .operands(sign, a, b, at: extent, in: environment) }
    if sign != .equal, sign != .notEqual, !a.isOrdered || !b.isOrdered {
      return .operands(sign, a, b, at: extent, in: environment)
    }
    return nil
  }

  mutating func between(_ operand: Expression, _ lower: Expression, _ upper: Expression, _ extent: Extent)
    -> Typed
  {
    let (value, a, b) = (check(operand), check(lower), check(upper))
    if let mistake = incomparable(.greaterOrEqual, value.type, a.type, extent) { return refuse(mistake) }
    if let mistake = incomparable(.lessOrEqual, value.type, b.type, extent) { return refuse(mistake) }
    return Typed(node: .between(value.node, a.node, b.node, extent), type: .boolean)
  }

  mutating func membership(_ operand: Expression, _ tests: [Expression.Test], _ extent: Extent) -> Typed {
    let value = check(operand)
    let nodes = tests.map { test($0, of: value.type, operand) }
    return Typed(node: .membership(value.node, nodes, extent), type: .boolean)
  }

  /// One test of a value of type `type`; `operand` is its expression, where there is one.
  mutating func test(_ test: Expression.Test, of type: Type, _ operand: Expression?) -> Checked.Test {
    let typed = check(test.operand)
    let extent = test.operand.extent
    switch test {
    case .compare(let sign, _):
      if let mistake = incomparable(sign, type, typed.type, extent) { return .member(refuse(mistake).node) }
      checkLiterals(test.operand, against: type)
      return .compare(sign, typed.node)
    case .value(let expression):
      if let input {
        if expression.usesInput { return .answer(typed.node) }
        if operand == nil, !isStrict, typed.type == .boolean, expression.isCondition {
          return .answer(condition(typed.node, for: input.slot, extent))
        }
      }
      if isStrict, !isMember(type, of: typed.type) {
        return .member(refuse(.operands("in", type, typed.type, at: extent, in: environment)).node)
      }
      checkLiterals(expression, against: type)
      if let operand { checkLiterals(operand, against: typed.type.item) }
      return .member(typed.node)
    }
  }

  /// A cell that is a condition without `?` gives the answer itself, unless the input is a boolean too: then
  /// the two are compared.
  private func condition(_ node: Checked, for input: Int, _ extent: Extent) -> Checked {
    .conditional(
      .instance(.slot(input), .boolean), .compare(.equal, .slot(input), node, extent), node)
  }

  private func isMember(_ type: Type, of other: Type) -> Bool {
    switch other {
    case .list(.range(let end)), .range(let end): type.isComparable(to: end) || type.isComparable(to: other)
    case .list(let item): type.isComparable(to: item) || type.isComparable(to: other)
    default: type.isComparable(to: other)
    }
  }

  /// Strings as written are held against the enumeration of what they are compared with.
  mutating func checkLiterals(_ expression: Expression, against type: Type) {
    guard isStrict, let index = type.enumeration else { return }
    switch expression.form {
    case .string(let text):
      let enumeration = environment.enumerations[index]
      guard !enumeration.isOpen, !enumeration.values.contains(where: { $0.isScalarEqual(to: text) }) else {
        return
      }
      _ = refuse(
        Mistake(
          .unknownValue, at: expression.extent, "`\(text)` is not a value of `\(enumeration.name)`",
          suggestion: self.suggestion(for: text, among: enumeration.values)))
    case .list(let items): for item in items { checkLiterals(item, against: type) }
    case .conditional(_, let positive, let negative):
      checkLiterals(positive, against: type)
      checkLiterals(negative, against: type)
    default: break
    }
  }
}

extension Type {
  /// The enumeration of a value, or of the items of a list.
  fileprivate var enumeration: Int? {
    switch self {
    case .enumeration(let index): index
    case .list(let item): item.enumeration
    default: nil
    }
  }
}

extension Checked {
  private static let count = Builtin.indexes(named: "count")

  /// The list of `count(list)`.
  fileprivate var countedList: Checked? {
    guard case .builtin(let index, let arguments, _) = self, Checked.count.contains(index) else { return nil }
    return arguments.first
  }
}

extension Expression {
  /// Does `?` stand in it.
  fileprivate var usesInput: Bool { form == .input || form.children.contains(where: \.usesInput) }

  /// Not simply `true`, `false`, or a name of one.
  fileprivate var isCondition: Bool {
    switch form {
    case .boolean, .name, .path, .null: false
    default: true
    }
  }
}

extension Operator {
  /// The same comparison read from the right.
  var mirrored: Operator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  /// The type of `a op b`; nil if the operator does not take these types.
  fileprivate func result(_ a: Type, _ b: Type) -> Type? {
    switch (self, a, b) {
    case (_, .any, _), (_, _, .any), (_, .null, _), (_, _, .null): .any
    case (_, .number, .number): .number
    case (.add, .string, .string), (.add, .enumeration, .string), (.add, .string, .enumeration),
      (.add, .enumeration, .enumeration):
      .string
    case (.add, .days, .days), (.subtract, .days, .days): .days
    case (.add, .months, .months), (.subtract, .months, .months): .months
    case (.multiply, .days, .number), (.multiply, .number, .days), (.divide, .days, .number): .days
    case (.multiply, .months, .number), (.multiply, .number, .months), (.divide, .months, .number): .months
    case (.divide, .days, .days), (.divide, .months, .months): .number
    case (.add, .date, .days), (.add, .date, .months), (.subtract, .date, .days), (.subtract, .date, .months),
      (.add, .days, .date), (.add, .months, .date):
      .date
    case (.add, .dateTime, .days), (.add, .dateTime, .months), (.subtract, .dateTime, .days),
      (.subtract, .dateTime, .months), (.add, .days, .dateTime), (.add, .months, .dateTime):
      .dateTime
    case (.add, .time, .days), (.add, .days, .time), (.subtract, .time, .days): .time
    case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime), (.subtract, .time, .time),
      (.subtract, .date, .dateTime), (.subtract, .dateTime, .date):
      .days
    default: nil
    }
  }
}

extension Mistake {
  fileprivate static func operands(
    _ sign: Operator, _ a: Type, _ b: Type, at extent: Extent, in environment: Environment
  ) -> Mistake {
    operands(sign.rawValue, a, b, at: extent, in: environment)
  }

  fileprivate static func operands(
    _ sign: String, _ a: Type, _ b: Type, at extent: Extent, in environment: Environment
  ) -> Mistake {
    Mistake(
      .type, at: extent,
      "`\(sign)` does not take \(a.description(in: environment)) and \(b.description(in: environment))")
  }
}
