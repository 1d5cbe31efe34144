extension Parser {
  /// What can stand on one side of an operator.
  mutating func operand() throws(Mistake) -> Expression {
    let start = try peek().extent.lowerBound
    guard try take(.minus) else { return try postfix(after: try primary()) }
    // `-x ** 2` is `(-x) ** 2`: negation binds tightest (DMN 1.5 §10.3.1.2, rule 4).
    let value = try expression(above: Operator.power.precedence)
    return try make(.negated(value), start..<value.extent.upperBound)
  }

  /// Paths, filters and calls after an operand.
  mutating func postfix(after operand: Expression) throws(Mistake) -> Expression {
    var value = operand
    while true {
      let start = value.extent.lowerBound
      if try take(.dot) {
        guard let name = try member(), case .name(let text) = name.kind else {
          throw unexpected(try peek(), "a dot is followed by a name")
        }
        value = try make(.path(value, text, name.extent), start..<name.extent.upperBound)
      } else if try isAt(.openBracket), try startsFilter() {
        try advance()
        let condition = try bracketed()
        let end = try expect(.closeBracket, "a filter ends with `]`").upperBound
        value = try make(.filter(value, condition), start..<end)
      } else if try take(.openParenthesis) {
        let (arguments, end) = try arguments()
        value = try make(.call(value, arguments), start..<end)
      } else {
        return value
      }
    }
  }

  /// In the upper end of a range a `[` closes it, unless a value follows: `[1..a[` and `[1..a[1]]`.
  private func startsFilter() throws(Mistake) -> Bool {
    if allowsFilter { return true }
    var ahead = self
    try ahead.advance()
    switch try ahead.peek().kind {
    case .number, .string, .name, .symbol(.openParenthesis), .symbol(.openBracket), .symbol(.openBrace),
      .symbol(.at),
      .symbol(.input), .symbol(.minus), .keyword(.true), .keyword(.false), .keyword(.null), .keyword(.if):
      return true
    default: return false
    }
  }

  private mutating func primary() throws(Mistake) -> Expression {
    let token = try advance()
    let extent = token.extent
    switch token.kind {
    case .number(let value): return try make(.number(value), extent)
    case .string(let value): return try make(.string(value), extent)
    case .name(let name): return try make(.name(name), extent)
    case .keyword(.true): return try make(.boolean(true), extent)
    case .keyword(.false): return try make(.boolean(false), extent)
    case .keyword(.null): return try make(.null, extent)
    case .keyword(.if): return try conditional(from: extent.lowerBound)
    case .keyword(.for): return try loop(from: extent.lowerBound)
    case .keyword(.some): return try quantified(.some, from: extent.lowerBound)
    case .keyword(.every): return try quantified(.every, from: extent.lowerBound)
    case .keyword(.function): return try function(from: extent.lowerBound)
    case .symbol(.openParenthesis): return try parenthesis(from: extent.lowerBound)
    case .symbol(.openBracket): return try listOrRange(from: extent.lowerBound)
    case .symbol(.openBrace): return try context(from: extent.lowerBound)
    case .symbol(.input): return try make(.input, extent)
    case .symbol(.at):
      let text = try advance()
      guard case .string(let value) = text.kind else { throw unexpected(text, "`@` is followed by a string") }
      return try make(.temporal(value), extent.lowerBound..<text.extent.upperBound)
    case .symbol(.closeBracket):
      let lower = try expression(above: Operator.comparison)
      _ = try expect(.range, "`]` starts a range such as `]1..10]`")
      return try rangeTail(from: lower, lowerClosed: false, start: extent.lowerBound)
    case .symbol, .keyword, .end:
      throw unexpected(
        token,
        .end == token.kind
          ? "the expression is not complete: a value is expected here" : "a value is expected here")
    }
  }

  /// `(e)`, `(a..b]`, `(< 5)`.
  private mutating func parenthesis(from start: Int) throws(Mistake) -> Expression {
    if let sign = try comparisonSign() {
      let end = try bracketed()
      let close = try expect(.closeParenthesis, "a range such as `(< 5)` ends with `)`").upperBound
      return try make(unaryRange(sign, end), start..<close)
    }
    let value = try bracketed()
    if try take(.range) { return try rangeTail(from: value, lowerClosed: false, start: start) }
    let end = try expect(.closeParenthesis, "`(` needs a `)`").upperBound
    return Expression(value.form, at: start..<end)
  }

  private func unaryRange(_ sign: Operator, _ end: Expression) -> Expression.Form {
    switch sign {
    case .less, .lessOrEqual:
      return .range(lower: nil, lowerClosed: false, upper: end, upperClosed: sign == .lessOrEqual)
    case .greater, .greaterOrEqual:
      return .range(lower: end, lowerClosed: sign == .greaterOrEqual, upper: nil, upperClosed: false)
    default: return .pointRange(isExcluded: sign == .notEqual, end)
    }
  }

  private mutating func listOrRange(from start: Int) throws(Mistake) -> Expression {
    // An empty list first: `]` could also start a range.
    var token = try peek()
    if try take(.closeBracket) { return try make(.list([]), start..<token.extent.upperBound) }
    var items = [try bracketed()]
    if try take(.range) { return try rangeTail(from: items[0], lowerClosed: true, start: start) }
    while try take(.comma) { items.append(try bracketed()) }
    token = try peek()
    let end = try expect(
      .closeBracket, "the items of a list are separated by commas, and the list ends with `]`")
    return try make(.list(items), start..<end.upperBound)
  }

  /// Inside brackets of any kind a `[` after an operand is a filter again.
  mutating func bracketed() throws(Mistake) -> Expression {
    let outer = allowsFilter
    allowsFilter = true
    defer { allowsFilter = outer }
    return try expression()
  }
}
