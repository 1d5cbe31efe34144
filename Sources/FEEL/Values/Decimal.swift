/// A decimal number of 34 digits, IEEE 754-2008 decimal128 with half-even rounding.
///
/// There is no NaN and no infinity: an operation without a result, or with one too large, is nil.
package struct Decimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How `rounded(scale:_:)` treats the digits it drops.
  package enum RoundingMode: Sendable, Hashable, CaseIterable {
    case halfEven, halfUp, halfDown, up, down, ceiling, floor
  }
  package static let zero = Decimal(0)
  package static let one = Decimal(1)
  package init(_ value: Int) { fatalError() }
  package init?(_ text: String) { fatalError() }
  package init?(utf8: some Collection<UInt8>) { fatalError() }
  package static func < (a: Decimal, b: Decimal) -> Bool { fatalError() }
  package var description: String { fatalError() }
  package func adding(_ other: Decimal) -> Decimal? { fatalError() }
  package func subtracting(_ other: Decimal) -> Decimal? { fatalError() }
  package func multiplied(by other: Decimal) -> Decimal? { fatalError() }
  package func divided(by other: Decimal) -> Decimal? { fatalError() }
  package func modulo(_ divisor: Decimal) -> Decimal? { fatalError() }
  package func rounded(scale: Int, _ mode: RoundingMode) -> Decimal? { fatalError() }
  package func power(_ exponent: Decimal) -> Decimal? { fatalError() }
  package func squareRoot() -> Decimal? { fatalError() }
  package func exponential() -> Decimal? { fatalError() }
  package func naturalLogarithm() -> Decimal? { fatalError() }
  package var negated: Decimal { fatalError() }
  package var magnitude: Decimal { fatalError() }
  package var isZero: Bool { fatalError() }
  package var isNegative: Bool { fatalError() }
  package var isInteger: Bool { fatalError() }
  package var int: Int? { fatalError() }
  package var double: Double { fatalError() }
}
