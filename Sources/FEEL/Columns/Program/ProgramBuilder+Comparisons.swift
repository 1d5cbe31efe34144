extension ProgramBuilder {
  mutating func compare(_ sign: Operator, _ a: Checked, _ b: Checked, _ scope: Scope) throws(NoColumns)
    -> Term
  {
    if let left = constant(a, scope), let right = constant(b, scope) { return try settled(sign, left, right) }
    if let value = constant(b, scope) { return try compare(sign, a, value, scope) }
    if let value = constant(a, scope) { return try compare(sign.mirrored, b, value, scope) }
    let (left, right) = (try column(a, scope), try column(b, scope))
    let order: CellComparison
    switch sign {
    case .equal, .notEqual: order = .equal
    case .less, .greaterOrEqual: order = .less
    case .lessOrEqual, .greater: order = .lessOrEqual
    default: throw NoColumns()
    }
    guard left.type.isComparable(with: right.type, inOrder: order != .equal) else { throw NoColumns() }
    let variables = Set(left.variables + right.variables).sorted()
    let domain = try domain(of: variables, scope)
    let operation = Operation.compare(
      order, left.column, side(of: left, variables, scope), right.column, side(of: right, variables, scope))
    let exact = Checked.compare(order.sign, a, b, 0..<0)
    let reference = node(operation, in: domain, fallback: try remainder(exact, variables, scope))
    let term = Term(reference: reference, domain: domain, variables: variables)
    return sign == .notEqual || sign == .greaterOrEqual || sign == .greater ? !term : term
  }

  /// A comparison that comes to the same for all plans.
  private mutating func settled(_ sign: Operator, _ a: Value, _ b: Value) throws(NoColumns) -> Term {
    let isEquality = sign == .equal || sign == .notEqual
    switch isEquality ? a.equals(b) : sign.answer(a.order(b)) {
    case .yes: return truth(sign == .notEqual ? .no : .yes)
    case .no: return truth(sign == .notEqual ? .yes : .no)
    default: throw NoColumns()
    }
  }

  /// Where the cells of a column stand among lanes that depend on these variables.
  func side(of path: ColumnPath, _ variables: [Int], _ scope: Scope) -> Side {
    // The plan's own cell is read for every lane.
    guard let slot = path.variables.first else { return variables.isEmpty ? .own : .fixed }
    return side(of: slot, among: variables, scope)
  }

  /// The reference's form of a leaf, for cells that have no code.
  mutating func remainder(_ node: Checked, _ variables: [Int], _ scope: Scope) throws(NoColumns) -> Int {
    add(try fallback(for: node, variables.map { ($0, side(of: $0, among: variables, scope)) }, scope))
  }

  private mutating func compare(_ sign: Operator, _ operand: Checked, _ value: Value, _ scope: Scope)
    throws(NoColumns) -> Term
  {
    if case .boolean(let flag) = value {
      guard sign == .equal || sign == .notEqual, isBoolean(operand, scope) else { throw NoColumns() }
      let term = try condition(operand, scope)
      let same = node(.nullIsNo(flag ? term.reference : !term.reference), in: term.domain)
      let result = Term(reference: same, domain: term.domain, variables: term.variables)
      return sign == .equal ? result : !result
    }
    let path = try column(operand, scope)
    let isEquality = sign == .equal || sign == .notEqual
    let operation: Operation
    var exact = Checked.compare(.equal, operand, .constant(value), 0..<0)
    switch (value, path.type) {
    case (.null, _) where isEquality: operation = .isNull(column: path.column)
    case (.string(let text), .string) where isEquality, (.string(let text), .enumeration) where isEquality:
      operation = .texts(column: path.column, [lexicon.number(of: text)])
    case (.number, .number), (.date, .date):
      guard let code = value.code else { throw NoColumns() }
      if isEquality {
        operation = .equal(column: path.column, code)
      } else {
        let isInclusive = sign == .lessOrEqual || sign == .greater
        operation = .order(column: path.column, code, inclusive: isInclusive)
        exact = .compare(isInclusive ? .lessOrEqual : .less, operand, .constant(value), 0..<0)
      }
    default: throw NoColumns()
    }
    let fallback = try remainder(exact, path.variables, scope)
    let reference = node(operation, in: path.domain, fallback: fallback)
    let term = Term(reference: reference, domain: path.domain, variables: path.variables)
    return sign == .notEqual || sign == .greaterOrEqual || sign == .greater ? !term : term
  }

  /// One test of `x in (…)`.
  mutating func membership(_ operand: Checked, _ test: Checked.Test, _ scope: Scope) throws(NoColumns) -> Term
  {
    switch test {
    case .compare(let sign, let other): return try compare(sign, operand, other, scope)
    case .answer: throw NoColumns()
    case .member(let target):
      if let value = constant(target, scope) { return try membership(operand, in: value, scope) }
      if case .range(let lower, let lowerClosed, let upper, let upperClosed) = target {
        return try range(operand, lower, lowerClosed, upper, upperClosed, scope)
      }
      switch type(of: target, scope) {
      case .list(let item):
        guard case .fact = target, type(of: operand, scope)?.isComparable(with: item, inOrder: false) == true
        else {
          throw NoColumns()
        }
        return try contains(target, operand, isIn: true, scope)
      case let type?:
        guard type.hasCells else { throw NoColumns() }
        return try compare(.equal, operand, target, scope)
      case nil: throw NoColumns()
      }
    }
  }

  private mutating func membership(_ operand: Checked, in value: Value, _ scope: Scope) throws(NoColumns)
    -> Term
  {
    switch value {
    case .range(let range):
      return try self.range(
        operand, range.lower.map { .constant($0) }, range.lowerClosed, range.upper.map { .constant($0) },
        range.upperClosed, scope)
    case .list(let list):
      guard list.open == nil, !list.items.isEmpty, !list.items.contains(where: \.isNull) else {
        throw NoColumns()
      }
      if let numbers = texts(list.items) {
        let path = try column(operand, scope)
        guard path.type.isText else { throw NoColumns() }
        let reference = node(.texts(column: path.column, numbers), in: path.domain)
        return Term(reference: reference, domain: path.domain, variables: path.variables)
      }
      var parts: [Term] = []
      for item in list.items {
        if case .range = item {
          var term = try membership(operand, in: item, scope)
          // Null in a range has no answer, yet a list does not mind.
          term.reference = node(.nullIsNo(term.reference), in: term.domain)
          parts.append(!term)
        } else {
          parts.append(!(try compare(.equal, operand, item, scope)))
        }
      }
      return !(try conjunction(parts, scope))
    case .null, .unknown, .function, .context: throw NoColumns()
    default: return try compare(.equal, operand, value, scope)
    }
  }

  private mutating func range(
    _ operand: Checked, _ lower: Checked?, _ lowerClosed: Bool, _ upper: Checked?, _ upperClosed: Bool,
    _ scope: Scope
  ) throws(NoColumns) -> Term {
    var parts: [Term] = []
    if let lower {
      parts.append(try compare(lowerClosed ? .greaterOrEqual : .greater, operand, lower, scope))
    }
    if let upper { parts.append(try compare(upperClosed ? .lessOrEqual : .less, operand, upper, scope)) }
    guard !parts.isEmpty else { throw NoColumns() }
    return try conjunction(parts, scope)
  }
}

extension Value {
  /// Of a number or a date; nil if it has too many digits.
  fileprivate var code: Int64? {
    switch self {
    case .number(let number): CellCode.code(number)
    case .date(let date): CellCode.code(date)
    default: nil
    }
  }
}

extension Type {
  /// Can cells of these types be compared as integers.
  func isComparable(with other: Type, inOrder: Bool) -> Bool {
    switch (self, other) {
    case (.number, .number), (.date, .date): true
    case (.boolean, .boolean): !inOrder
    case (.entity(let a), .entity(let b)): !inOrder && a == b
    default: !inOrder && isText && other.isText
    }
  }
}

extension CellComparison {
  fileprivate var sign: Operator {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .equal: .equal
    }
  }
}
