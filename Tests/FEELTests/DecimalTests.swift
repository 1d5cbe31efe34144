import Glibc
import Testing

@testable import FEEL

@Suite struct DecimalTests {
  /// Two numbers to the text of the result.
  private static let textual: [String: @Sendable (Decimal, Decimal) -> Decimal?] = [
    "add": { $0.adding($1) }, "subtract": { $0.subtracting($1) }, "multiply": { $0.multiplied(by: $1) },
    "divide": { $0.divided(by: $1) },
  ]
  /// Two numbers to a number, whose trailing zeros are not prescribed.
  private static let numeric: [String: @Sendable (Decimal, Decimal) -> Decimal?] = [
    "modulo": { $0.modulo($1) }, "power": { $0.power($1) }, "exp": { a, _ in a.exponential() },
    "ln": { a, _ in a.naturalLogarithm() },
  ]

  @Test(arguments: ["add", "subtract", "multiply", "divide"])
  func `arithmetic agrees with the oracle in value and trailing zeros`(_ operation: String) throws {
    let apply = try #require(Self.textual[operation])
    for (operands, expected) in try cases("decimal-\(operation)") {
      let result = apply(try number(operands[0]), try number(operands[1]))
      #expect(text(result) == expected, "\(operation) \(operands)")
    }
  }

  @Test(arguments: ["modulo", "power", "exp", "ln"])
  func `functions agree with the oracle in every digit`(_ operation: String) throws {
    let apply = try #require(Self.numeric[operation])
    for (operands, expected) in try cases("decimal-\(operation)") {
      let result = apply(try number(operands[0]), try number(operands[operands.count - 1]))
      #expect(result == Decimal(expected), "\(operation) \(operands)")
    }
  }

  @Test func `roots agree with the oracle in value and trailing zeros`() throws {
    for (operands, expected) in try cases("decimal-sqrt") {
      #expect(text(try number(operands[0]).squareRoot()) == expected, "\(operands)")
    }
  }

  @Test func `rounding agrees with the oracle in every mode`() throws {
    let modes = Dictionary(uniqueKeysWithValues: Decimal.RoundingMode.allCases.map { ("\($0)", $0) })
    for (operands, expected) in try cases("decimal-round") {
      let mode = try #require(modes[operands[0]])
      let scale = try #require(Int(operands[2]))
      #expect(text(try number(operands[1]).rounded(scale: scale, mode)) == expected, "\(operands)")
    }
  }

  @Test func `order, equality and hash are numeric`() throws {
    for (operands, expected) in try cases("decimal-compare") {
      let (a, b) = (try number(operands[0]), try number(operands[1]))
      #expect((a < b ? "-1" : a == b ? "0" : "1") == expected, "\(operands)")
      #expect((b < a ? "1" : a == b ? "0" : "-1") == expected, "\(operands)")
      if a == b { #expect(a.hashValue == b.hashValue, "\(operands)") }
    }
  }

  @Test func `text is read and written as the oracle does`() throws {
    for (operands, expected) in try cases("decimal-parse") {
      #expect(text(Decimal(operands[0])) == expected, "\(operands)")
    }
  }

  @Test func `conversions are exact or nearest`() throws {
    for (operands, expected) in try cases("decimal-int") {
      #expect((try number(operands[0]).int.map { "\($0)" } ?? "nil") == expected, "\(operands)")
    }
    for (operands, expected) in try cases("decimal-double") {
      #expect(try number(operands[0]).double == Double(expected), "\(operands)")
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.", "-.", "e5", "1e", "1e+", "1.e5", "1..2", "1.2.3", "--1", "1 ", " 1", "0x10",
    "1_000",
    "1e1.5", "NaN", "Infinity", "1,5", "١",
  ])
  func `what is not a number is refused`(_ text: String) {
    #expect(Decimal(text) == nil)
    #expect(Decimal(utf8: Array(text.utf8)) == nil)
  }

  @Test func `random numbers keep the laws of arithmetic`() throws {
    var random = SplitMix(state: 34)
    for _ in 0..<5000 {
      let (a, b) = (Decimal.random(&random), Decimal.random(&random))
      #expect(text(a.adding(b)) == text(b.adding(a)))
      #expect(text(a.multiplied(by: b)) == text(b.multiplied(by: a)))
      #expect(a.subtracting(b) == b.subtracting(a)?.negated)
      #expect(a.subtracting(a) == .zero)
      #expect(a.adding(.zero) == a && a.multiplied(by: .one) == a)
      #expect(Decimal(a.description) == a && Decimal(utf8: Array(a.description.utf8)) == a)
      // Underflow is gradual: the difference of two numbers is never rounded to nothing.
      if let difference = b.subtracting(a) { #expect((a < b) == (difference > .zero)) }
      #expect(a.negated.negated == a && a.magnitude >= .zero)
      if let modulo = a.modulo(b) { #expect(modulo.isZero || modulo.isNegative == b.isNegative) }
    }
  }
}

extension Decimal {
  /// Mostly of everyday size, sometimes at the ends of the range, often with few digits.
  fileprivate static func random(_ random: inout SplitMix) -> Decimal {
    var digits = UInt128(random.next()) * UInt128(random.next()) % limit
    for _ in 0..<random.next() % 30 { digits /= 10 }
    let exponent = random.next() % 8 == 0 ? Int(random.next() % 12_288) - 6176 : Int(random.next() % 60) - 40
    return Decimal(negative: random.next() & 1 == 0, digits: digits, exponent: exponent)
  }
}

private func number(_ text: String) throws -> Decimal { try #require(Decimal(text), "\(text)") }

private func text(_ number: Decimal?) -> String { number?.description ?? "nil" }

/// A generator of its own, so that a failure can be repeated.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }
}

/// The lines `operands = result` of a file in `Cases/Values`, in words.
func cases(_ name: String) throws -> [(operands: [String], expected: String)] {
  try lines(name).map { operands, results in (operands, results.joined(separator: " ")) }
}

/// The lines `operand = number number...`.
func numbers(_ name: String) throws -> [(operand: String, expected: [Int])] {
  try lines(name).map { operands, results in (operands[0], results.compactMap(Int.init)) }
}

private func lines(_ name: String) throws -> [(operands: [String], results: [String])] {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let file = try #require(fopen("/\(folder)/Cases/Values/\(name).txt", "r"), "no case file \(name)")
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  let text = String(decoding: bytes, as: UTF8.self)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    let words = line.split(separator: " ").map(String.init)
    let equals = words.lastIndex(of: "=") ?? words.endIndex
    return (Array(words[..<equals]), Array(words[equals...].dropFirst()))
  }
}
