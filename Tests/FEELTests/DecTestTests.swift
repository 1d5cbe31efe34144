import Testing

@testable import FEEL

/// The decQuad files of Mike Cowlishaw's decTest suite, the reference tests of IEEE 754 decimal arithmetic.
///
/// Python carries them; `PRATIQUE_DECTEST` names their folder (`…/test/decimaltestdata`), without it the test is skipped.
@Suite struct DecTestTests {
  private static let folder = variable("PRATIQUE_DECTEST")
  private static let files = [
    "Abs", "Add", "Base", "Compare", "Copy", "CopyAbs", "CopyNegate", "Divide", "Max", "Min",
    "Minus", "Multiply", "Plus", "Quantize", "Reduce", "Remainder", "SameQuantum", "Subtract", "ToIntegral",
  ]

  @Test(.enabled(if: folder != nil, "PRATIQUE_DECTEST does not name the folder of the decTest files"))
  func `the decQuad files agree in every bit`() throws {
    let folder = try #require(Self.folder)
    var total = Tally()
    for file in Self.files {
      let path = "\(folder)/dq\(file).decTest"
      var (tally, rounding) = (Tally(), "half_even")
      for line in try #require(lines(ofFile: path), "cannot read \(path)") {
        let words = DecTest.words(line)
        if words.first == "rounding:" { rounding = words[1] }
        guard words.contains("->"), let test = DecTest(words, rounding: rounding) else { continue }
        tally.count(test)
      }
      print("dq\(file): \(tally.passed) passed, \(tally.failed) failed, \(tally.skipped) skipped")
      #expect(tally.run > 0, "dq\(file)")
      total.add(tally)
    }
    let reasons = total.reasons.sorted { $0.value > $1.value }.map { "\($0.value) \($0.key)" }
    print(
      "decTest: \(total.run) run, \(total.passed) passed, \(total.failed) failed, \(total.skipped) skipped")
    print("skipped: " + reasons.joined(separator: "; "))
  }
}

private struct Tally {
  var passed = 0
  var failed = 0
  var reasons: [String: Int] = [:]

  var run: Int { passed + failed }
  var skipped: Int { reasons.values.reduce(0, +) }

  mutating func count(_ test: DecTest) {
    switch test.outcome {
    case .passed: passed += 1
    case .failed(let found):
      failed += 1
      Issue.record("\(test.id) \(test.operation) \(test.operands) -> \(test.expected), but ours is \(found)")
    case .skipped(let reason): reasons[reason, default: 0] += 1
    }
  }

  mutating func add(_ other: Tally) {
    passed += other.passed
    failed += other.failed
    reasons.merge(other.reasons, uniquingKeysWith: +)
  }
}

/// `dqadd001 add 1 1 -> 2 Inexact Rounded`
private struct DecTest {
  enum Outcome { case passed, failed(String), skipped(String) }

  let id: String
  let operation: String
  let operands: [String]
  let expected: String
  let conditions: [String]
  let rounding: String

  /// Words stand in quotes if they need to; a comment starts with two hyphens. `7.` is no number of FEEL: read as `7`.
  static func words(_ line: String) -> [String] {
    var (result, rest) = ([String](), line[...])
    while let first = rest.first(where: { !$0.isWhitespace }),
      !rest.drop(while: \.isWhitespace).hasPrefix("--")
    {
      rest = rest.drop(while: \.isWhitespace)
      let isQuoted = first == "'" || first == "\""
      if isQuoted { rest = rest.dropFirst() }
      let word = rest.prefix { isQuoted ? $0 != first : !$0.isWhitespace }
      rest = rest.dropFirst(word.count + (isQuoted ? 1 : 0))
      result.append(word.wholeNumberPoint ?? String(word))
    }
    return result
  }

  init?(_ words: [String], rounding: String) {
    guard let arrow = words.firstIndex(of: "->"), arrow > 2, arrow + 1 < words.count else { return nil }
    id = words[0]
    operation = words[1].lowercased()
    operands = Array(words[2..<arrow])
    expected = words[arrow + 1]
    conditions = words[(arrow + 2)...].map { $0.lowercased() }
    self.rounding = rounding
  }

  var outcome: Outcome {
    if (operands + [expected]).contains(where: { $0.hasPrefix("#") }) {
      return .skipped("written as the bits of an encoding")
    }
    if operands.contains(where: \.isSpecial) { return .skipped("with an operand that is NaN or infinite") }
    guard let mode = modes[rounding] else { return .skipped("with the rounding \(rounding)") }
    if mode != .halfEven, !(operation == "quantize" || operation.hasPrefix("toint")),
      conditions.contains("inexact")
    {
      return .skipped("with another rounding than half-even, which arithmetic always has")
    }
    let numbers = operands.compactMap { Decimal($0) }
    guard numbers.count == operands.count else {
      return expected.isSpecial ? .passed : .failed("unreadable")
    }
    guard let result = result(numbers, mode) else {
      return .skipped("of an operation we have not: \(operation)")
    }
    if operation == "remainder", numbers[0].isNegative != numbers[1].isNegative, let rest = result,
      !rest.isZero
    {
      return .skipped("of a remainder that has the sign of the dividend; ours is floored")
    }
    if conditions.contains("division_impossible") {
      return .skipped("of a remainder whose quotient has more than 34 digits; ours is exact")
    }
    return judge(result)
  }

  private func judge(_ result: Decimal?) -> Outcome {
    if expected.isSpecial { return result == nil ? .passed : .failed(result?.bits ?? "") }
    guard let result else { return .failed("nil") }
    // FEEL does not prescribe the zeros at the end of a remainder, nor which of two equal numbers is the larger.
    let agrees =
      ["remainder", "max", "min"].contains(operation)
      ? result == Decimal(expected) : result.bits == Decimal(expected)?.bits
    return agrees ? .passed : .failed(result.bits)
  }

  /// nil for an operation that there is not, nil inside for no result.
  private func result(_ numbers: [Decimal], _ mode: Decimal.RoundingMode) -> Decimal?? {
    guard let a = numbers.first, let b = numbers.last else { return nil }
    switch operation {
    case "add": return a.adding(b)
    case "subtract": return a.subtracting(b)
    case "multiply": return a.multiplied(by: b)
    case "divide": return a.divided(by: b)
    case "remainder": return a.modulo(b)
    case "compare": return Decimal(a.compare(b))
    case "abs", "copyabs": return a.magnitude
    case "minus", "copynegate": return a.negated
    case "plus", "apply", "tosci", "copy", "canonical": return a
    case "max": return a < b ? b : a
    case "min": return b < a ? b : a
    case "reduce": return a.isZero ? .zero : a.trimmed(toExponent: Decimal.maxExponent)
    case "samequantum": return Decimal(a.exponent == b.exponent ? 1 : 0)
    case "quantize":
      // Where digits do not fit, FEEL's `decimal` gives the number back; IEEE has no result.
      let rounded = a.rounded(scale: -b.exponent, mode)
      return rounded?.exponent == b.exponent ? rounded : .some(nil)
    case "tointegral", "tointegralx": return a.exponent >= 0 ? a : a.rounded(scale: 0, mode)
    default: return nil
    }
  }

  private var modes: [String: Decimal.RoundingMode] {
    [
      "half_even": .halfEven, "half_up": .halfUp, "half_down": .halfDown, "up": .up, "down": .down,
      "ceiling": .ceiling, "floor": .floor,
    ]
  }
}

extension StringProtocol {
  /// The number without the point that no digit follows.
  fileprivate var wholeNumberPoint: String? {
    guard let point = firstIndex(of: "."), point > startIndex,
      self[..<point].allSatisfy({ $0.isNumber || $0 == "-" || $0 == "+" })
    else {
      return nil
    }
    let rest = self[index(after: point)...]
    guard rest.isEmpty || rest.first == "e" || rest.first == "E" else { return nil }
    return String(self[..<point]) + rest
  }
}

extension String {
  /// NaN, infinity and `?`, no result.
  fileprivate var isSpecial: Bool {
    let word = drop { $0 == "-" || $0 == "+" }.lowercased()
    return word.hasPrefix("nan") || word.hasPrefix("snan") || word.hasPrefix("inf") || word == "?"
  }
}
