import Diagnostics

/// Turns the text of an expression into its tree: recursive descent, precedence climbing for the operators.
///
/// Reading stops at the first mistake, because what follows one is rarely another.
struct Parser: Sendable {
  private var lexer: Lexer
  private var lookahead: Token?
  var nesting = 0
  /// False inside the upper end of a range, where `[` closes it.
  var allowsFilter = true

  /// Levels of brackets, functions and the like that may stand inside one another.
  static let nestingLimit = 200
  /// Levels of the tree, so also operators in a row.
  private static let depthLimit = 400
  private static let lengthLimit = 100_000

  /// Where the text of this expression starts.
  private let start: Int

  init(_ source: Source, names: Names, isStrict: Bool) {
    self.init(source.bytes, from: 0, names: names, isStrict: isStrict)
  }

  init(_ bytes: [UInt8], from start: Int, names: Names, isStrict: Bool) {
    self.start = start
    lexer = Lexer(bytes, from: start, names: names, isStrict: isStrict)
  }

  /// A whole expression and nothing after it.
  mutating func complete() throws(Mistake) -> Expression {
    try limitLength()
    let expression = try expression()
    try expectEnd()
    return expression
  }

  func limitLength() throws(Mistake) {
    guard lexer.text.count - start <= Parser.lengthLimit else {
      throw Mistake(.limit, at: start..<start + 1, "an expression has at most \(Parser.lengthLimit) bytes")
    }
  }

  mutating func expectEnd() throws(Mistake) {
    let token = try peek()
    guard token.kind == .end else { throw unexpected(token, "nothing may follow a complete expression") }
  }

  /// An expression whose operators bind tighter than `floor`.
  mutating func expression(above floor: Int = 0) throws(Mistake) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.nestingLimit else { throw tooDeep(try peek().extent) }
    return try operators(after: try operand(), above: floor)
  }
}

extension Parser {
  mutating func peek() throws(Mistake) -> Token {
    if let lookahead { return lookahead }
    let token = try lexer.next()
    lookahead = token
    return token
  }

  @discardableResult
  mutating func advance() throws(Mistake) -> Token {
    let token = try peek()
    lookahead = nil
    return token
  }

  /// Consumes the token if it is this one.
  mutating func take(_ symbol: Symbol) throws(Mistake) -> Bool {
    try look()
    guard case .symbol(symbol) = lookahead?.kind else { return false }
    lookahead = nil
    return true
  }

  mutating func take(_ keyword: Keyword) throws(Mistake) -> Bool {
    try look()
    guard case .keyword(keyword) = lookahead?.kind else { return false }
    lookahead = nil
    return true
  }

  /// Is the token ahead this one.
  mutating func isAt(_ symbol: Symbol) throws(Mistake) -> Bool {
    try look()
    if case .symbol(symbol) = lookahead?.kind { return true }
    return false
  }

  /// Reads the token ahead, if it is not read yet.
  private mutating func look() throws(Mistake) {
    if lookahead == nil { lookahead = try lexer.next() }
  }

  mutating func expect(_ symbol: Symbol, _ rule: @autoclosure () -> String) throws(Mistake) -> Extent {
    let token = try peek()
    guard try take(symbol) else { throw unexpected(token, rule()) }
    return token.extent
  }

  mutating func expect(_ keyword: Keyword, _ rule: @autoclosure () -> String) throws(Mistake) {
    let token = try peek()
    guard try take(keyword) else { throw unexpected(token, rule()) }
  }

  /// The name after a dot.
  mutating func member() throws(Mistake) -> Token? {
    unread()
    return try lexer.member()
  }

  /// A name that what follows makes a key, a parameter or an iterator; nil, and nothing read, if it does not
  /// follow.
  mutating func name(before end: Lexer.NameEnd) throws(Mistake) -> (String, Extent)? {
    unread()
    return try lexer.name(before: end)
  }

  mutating func word(among choices: [String]) throws(Mistake) -> Token? {
    unread()
    return try lexer.word(among: choices)
  }

  /// Puts the token ahead back, to be read in another way.
  private mutating func unread() {
    guard let token = lookahead else { return }
    lexer.rewind(to: token.extent.lowerBound)
    lookahead = nil
  }

  /// How many names with spaces are in scope; setting it to an earlier count ends a scope.
  var scope: Int {
    get { lexer.names.count }
    set { lexer.names.remove(downTo: newValue) }
  }

  mutating func declare(_ name: String) { lexer.names.add([name]) }

  mutating func declareEntry(_ name: String) {
    lexer.names.add([name])
    lexer.members.add([name])
  }

  func make(_ form: Expression.Form, _ extent: Extent) throws(Mistake) -> Expression {
    let result = Expression(form, at: extent)
    guard result.depth <= Parser.depthLimit else { throw tooDeep(extent) }
    return result
  }

  func unexpected(_ token: Token, _ rule: String) -> Mistake {
    if case .end = token.kind { return Mistake(.missingOperand, at: token.extent, rule) }
    return Mistake(.unexpected, at: token.extent, "unexpected `\(lexer.slice(token.extent))`: \(rule)")
  }

  func tooDeep(_ extent: Extent) -> Mistake {
    Mistake(
      .limit, at: extent,
      "an expression nests at most \(Parser.nestingLimit) levels and has at most \(Parser.depthLimit) operators in a row"
    )
  }
}
