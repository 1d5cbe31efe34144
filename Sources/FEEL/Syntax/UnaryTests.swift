/// What stands in an input cell of a decision table.
package enum UnaryTests: Sendable, Hashable {
  /// `-`
  case any
  case some([Expression.Test])
  /// `not(…)`
  case none([Expression.Test])
}

extension Parser {
  mutating func unaryTests() throws(Mistake) -> UnaryTests {
    try limitLength()
    let start = try peek()
    if start.kind == .symbol(.minus) {
      let saved = self
      try advance()
      if try peek().kind == .end { return .any }
      self = saved
    }
    if start.kind == .name("not") {
      let saved = self
      try advance()
      if try take(.openParenthesis), let tests = try? tests(), try take(.closeParenthesis),
        try peek().kind == .end
      {
        return .none(tests)
      }
      self = saved
    }
    let tests = try tests()
    try expectEnd()
    return .some(tests)
  }

  private mutating func tests() throws(Mistake) -> [Expression.Test] {
    var tests: [Expression.Test] = []
    repeat {
      if let sign = try comparisonSign() {
        tests.append(.compare(sign, try expression(above: Operator.comparison)))
      } else {
        tests.append(.value(try expression()))
      }
    } while try take(.comma)
    return tests
  }
}
