extension Parser {
  /// What may follow a complete operand: operators that bind tighter than `floor`, all from left to right.
  mutating func operators(after operand: Expression, above floor: Int) throws(Mistake) -> Expression {
    var left = operand
    while true {
      let token = try peek()
      switch token.kind {
      case .symbol, .keyword(.and), .keyword(.or):
        guard let sign = Operator(token.kind), sign.precedence > floor else { return left }
        try advance()
        let right = try expression(above: sign.precedence)
        left = try make(.binary(sign, left, right), left.extent.lowerBound..<right.extent.upperBound)
      case .keyword(.between) where Operator.comparison > floor:
        try advance()
        let lower = try expression(above: Operator.comparison)
        try expect(.and, "`between` needs two ends: `x between 1 and 10`")
        let upper = try expression(above: Operator.comparison)
        left = try make(.between(left, lower, upper), left.extent.lowerBound..<upper.extent.upperBound)
      case .keyword(.in) where Operator.comparison > floor:
        try advance()
        left = try membership(of: left)
      case .keyword(.instance):
        try advance()
        let of = try advance()
        guard of.kind == .name("of") else {
          throw unexpected(of, "`instance` is followed by `of` and a type")
        }
        let (type, end) = try typeName()
        left = try make(.instance(left, type), left.extent.lowerBound..<end)
      default:
        return left
      }
    }
  }

  /// What stands after `in`: one test, or several in parentheses.
  private mutating func membership(of left: Expression) throws(Mistake) -> Expression {
    let open = try peek()
    var tests: [Expression.Test]
    var end: Int
    if try take(.openParenthesis) {
      (tests, end) = try parenthesised(from: open.extent.lowerBound)
      if tests.count == 1, case .value(let value) = tests[0] {
        // `x in (a) + b` and `x in (f).g`: the parenthesis was only the start of an expression.
        let whole = try operators(after: try postfix(after: value), above: Operator.comparison)
        end = max(end, whole.extent.upperBound)
        tests = [.value(whole)]
      }
    } else {
      tests = [try test()]
      end = tests[0].operand.extent.upperBound
    }
    return try make(.membership(left, tests), left.extent.lowerBound..<end)
  }

  /// After `(`: tests, or the rest of a range that starts open.
  private mutating func parenthesised(from start: Int) throws(Mistake) -> ([Expression.Test], end: Int) {
    let outer = allowsFilter
    allowsFilter = true
    defer { allowsFilter = outer }
    var tests: [Expression.Test] = []
    repeat {
      let comparison = try comparisonSign()
      let value = try expression(above: comparison == nil ? 0 : Operator.comparison)
      if let comparison {
        tests.append(.compare(comparison, value))
      } else if tests.isEmpty, try take(.range) {
        let range = try rangeTail(from: value, lowerClosed: false, start: start)
        return ([.value(range)], range.extent.upperBound)
      } else {
        tests.append(.value(value))
      }
    } while try take(.comma)
    let end = try expect(.closeParenthesis, "a list of tests ends with `)`").upperBound
    return (tests, end)
  }

  /// `< 5` or an expression.
  mutating func test() throws(Mistake) -> Expression.Test {
    guard let comparison = try comparisonSign() else {
      return .value(try expression(above: Operator.comparison))
    }
    return .compare(comparison, try expression(above: Operator.comparison))
  }

  mutating func comparisonSign() throws(Mistake) -> Operator? {
    guard let sign = Operator(try peek().kind), sign.isComparison else { return nil }
    try advance()
    return sign
  }

  /// After the `..` of a range.
  mutating func rangeTail(from lower: Expression, lowerClosed: Bool, start: Int) throws(Mistake) -> Expression
  {
    let outer = allowsFilter
    allowsFilter = false
    let upper = try expression(above: Operator.comparison)
    allowsFilter = outer
    let close = try peek()
    let upperClosed: Bool
    switch close.kind {
    case .symbol(.closeBracket): upperClosed = true
    case .symbol(.closeParenthesis), .symbol(.openBracket): upperClosed = false
    default: throw unexpected(close, "a range ends with `]` (with its end) or `)` (without)")
    }
    try advance()
    return try make(
      .range(lower: lower, lowerClosed: lowerClosed, upper: upper, upperClosed: upperClosed),
      start..<close.extent.upperBound)
  }
}

extension Operator {
  init?(_ kind: Token.Kind) {
    switch kind {
    case .symbol(let symbol): self.init(rawValue: symbol.rawValue)
    case .keyword(.and): self = .and
    case .keyword(.or): self = .or
    default: return nil
    }
  }
}
