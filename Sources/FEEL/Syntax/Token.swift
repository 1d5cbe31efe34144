/// A range of bytes of a source.
package typealias Extent = Swift.Range<Int>

/// A word or sign of FEEL with its place in the text.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case end
    case number(Decimal)
    case string(String)
    case name(String)
    case keyword(Keyword)
    case symbol(Symbol)
  }

  var kind: Kind
  var extent: Extent
}

/// The words that are never names.
enum Keyword: String, Sendable, CaseIterable {
  case and, or, between, `in`, `if`, then, `else`, `for`, `return`, some, every, satisfies, instance, function
  case `true`, `false`, null
}

/// The signs, longest first where one begins another.
enum Symbol: String, Sendable, CaseIterable {
  case power = "**", range = "..", lessOrEqual = "<=", greaterOrEqual = ">=", notEqual = "!=", arrow = "->"
  case plus = "+", minus = "-", times = "*", divide = "/", equal = "=", less = "<", greater = ">"
  case openParenthesis = "(", closeParenthesis = ")", openBracket = "[", closeBracket = "]"
  case openBrace = "{", closeBrace = "}", comma = ",", colon = ":", dot = ".", at = "@", input = "?"
}
