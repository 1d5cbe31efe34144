/// The forms that bring names into scope: contexts, iterators, functions; and arguments, whose names look
/// alike.
extension Parser {
  /// After `{`.
  mutating func context(from start: Int) throws(Mistake) -> Expression {
    let names = scope
    defer { scope = names }
    var entries: [Expression.Entry] = []
    repeat {
      guard let (name, extent) = try name(before: .colon) else {
        if entries.isEmpty, try peek().kind == .symbol(.closeBrace) { break }
        throw unexpected(try peek(), "an entry of a context is `name: value`")
      }
      try advance()
      entries.append(Expression.Entry(name: name, nameExtent: extent, value: try bracketed()))
      declareEntry(name)
    } while try take(.comma)
    let end = try expect(
      .closeBrace, "the entries of a context are separated by commas, and it ends with `}`")
    return try make(.context(entries), start..<end.upperBound)
  }

  /// After the `(` of a call, up to and with `)`.
  mutating func arguments() throws(Mistake) -> ([Expression.Argument], end: Int) {
    var arguments: [Expression.Argument] = []
    repeat {
      if let (name, extent) = try name(before: .colon) {
        try advance()
        arguments.append(Expression.Argument(name: name, nameExtent: extent, value: try bracketed()))
      } else {
        if arguments.isEmpty, try peek().kind == .symbol(.closeParenthesis) { break }
        let value = try bracketed()
        arguments.append(Expression.Argument(name: nil, nameExtent: value.extent, value: value))
      }
    } while try take(.comma)
    let end = try expect(.closeParenthesis, "arguments are separated by commas, and end with `)`").upperBound
    return (arguments, end)
  }

  /// After `if`.
  mutating func conditional(from start: Int) throws(Mistake) -> Expression {
    let condition = try bracketed()
    try expect(.then, "`if` needs `then` and `else`: `if a then b else c`")
    let positive = try bracketed()
    try expect(.else, "`if` needs `then` and `else`: `if a then b else c`")
    let negative = try expression()
    return try make(.conditional(condition, positive, negative), start..<negative.extent.upperBound)
  }

  /// After `for`.
  mutating func loop(from start: Int) throws(Mistake) -> Expression {
    let names = scope
    defer { scope = names }
    let iterators = try iterators(of: "for")
    try expect(.return, "`for` needs `return`: `for x in list return x`")
    let body = try expression()
    return try make(.loop(iterators, body), start..<body.extent.upperBound)
  }

  /// After `some` or `every`.
  mutating func quantified(_ quantifier: Expression.Quantifier, from start: Int) throws(Mistake) -> Expression
  {
    let names = scope
    defer { scope = names }
    let iterators = try iterators(of: quantifier.rawValue)
    try expect(
      .satisfies,
      "`\(quantifier.rawValue)` needs `satisfies`: `\(quantifier.rawValue) x in list satisfies x > 0`")
    let body = try expression()
    return try make(.quantified(quantifier, iterators, body), start..<body.extent.upperBound)
  }

  private mutating func iterators(of word: String) throws(Mistake) -> [Expression.Iterator] {
    var iterators: [Expression.Iterator] = []
    repeat {
      guard let (name, extent) = try name(before: .in) else {
        throw unexpected(try peek(), "`\(word)` is followed by a name and `in`: `\(word) x in list`")
      }
      try expect(.in, "`\(word)` is followed by a name and `in`: `\(word) x in list`")
      let from = try bracketed()
      let domain: Expression.Domain = try take(.range) ? .range(from, try bracketed()) : .list(from)
      iterators.append(Expression.Iterator(name: name, nameExtent: extent, domain: domain))
      declare(name)
    } while try take(.comma)
    return iterators
  }

  /// After `function`.
  mutating func function(from start: Int) throws(Mistake) -> Expression {
    let names = scope
    defer { scope = names }
    _ = try expect(.openParenthesis, "`function` is followed by its parameters: `function(x, y) x + y`")
    var parameters: [Expression.Parameter] = []
    repeat {
      guard let (name, extent) = try name(before: .parameter) else {
        if parameters.isEmpty, try peek().kind == .symbol(.closeParenthesis) { break }
        throw unexpected(try peek(), "a parameter is a name, or `name: type`")
      }
      let type = try take(.colon) ? try typeName().type : nil
      parameters.append(Expression.Parameter(name: name, nameExtent: extent, type: type))
      declare(name)
    } while try take(.comma)
    _ = try expect(.closeParenthesis, "parameters are separated by commas, and end with `)`")
    let isExternal = try takesExternal()
    let body = try expression()
    return try make(
      isExternal ? .external(body) : .function(parameters, body), start..<body.extent.upperBound)
  }

  /// `external {`, where the body of a function could stand; `external` alone is a name.
  private mutating func takesExternal() throws(Mistake) -> Bool {
    guard try peek().kind == .name("external") else { return false }
    let saved = self
    try advance()
    if try peek().kind == .symbol(.openBrace) { return true }
    self = saved
    return false
  }
}
