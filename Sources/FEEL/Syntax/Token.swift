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

/// The signs.
enum Symbol: String, Sendable {
  case power = "**", range = "..", lessOrEqual = "<=", greaterOrEqual = ">=", notEqual = "!=", arrow = "->"
  case plus = "+", minus = "-", times = "*", divide = "/", equal = "=", less = "<", greater = ">"
  case openParenthesis = "(", closeParenthesis = ")", openBracket = "[", closeBracket = "]"
  case openBrace = "{", closeBrace = "}", comma = ",", colon = ":", dot = ".", at = "@", input = "?"

  /// The longest sign that starts with these bytes.
  init?(_ first: UInt8, then second: UInt8?) {
    switch (first, second) {
    case (0x2A, 0x2A): self = .power
    case (0x2E, 0x2E): self = .range
    case (0x3C, 0x3D): self = .lessOrEqual
    case (0x3E, 0x3D): self = .greaterOrEqual
    case (0x21, 0x3D): self = .notEqual
    case (0x2D, 0x3E): self = .arrow
    case (0x2B, _): self = .plus
    case (0x2D, _): self = .minus
    case (0x2A, _): self = .times
    case (0x2F, _): self = .divide
    case (0x3D, _): self = .equal
    case (0x3C, _): self = .less
    case (0x3E, _): self = .greater
    case (0x28, _): self = .openParenthesis
    case (0x29, _): self = .closeParenthesis
    case (0x5B, _): self = .openBracket
    case (0x5D, _): self = .closeBracket
    case (0x7B, _): self = .openBrace
    case (0x7D, _): self = .closeBrace
    case (0x2C, _): self = .comma
    case (0x3A, _): self = .colon
    case (0x2E, _): self = .dot
    case (0x40, _): self = .at
    case (0x3F, _): self = .input
    default: return nil
    }
  }
}

extension Keyword {
  /// The keyword of these letters.
  init?(_ letters: ArraySlice<UInt8>) {
    guard let first = letters.first, let known = Keyword.byFirstLetter[Int(first)] else { return nil }
    for (word, keyword) in known where word.count == letters.count && word.elementsEqual(letters) {
      self = keyword
      return
    }
    return nil
  }

  private static let byFirstLetter: [[(word: [UInt8], keyword: Keyword)]?] = {
    var table = [[(word: [UInt8], keyword: Keyword)]?](repeating: nil, count: 256)
    for keyword in allCases {
      let word = Array(keyword.rawValue.utf8)
      table[Int(word[0])] = (table[Int(word[0])] ?? []) + [(word, keyword)]
    }
    return table
  }()
}
