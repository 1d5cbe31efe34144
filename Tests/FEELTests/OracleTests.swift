import Glibc
import Testing

@testable import FEEL

/// Random operations and what Python's `decimal` and `datetime` made of them; `scripts/oracle.py` writes such files.
///
/// A sample is kept here. `make differential` writes many more and names their folder in `PRATIQUE_ORACLE`.
@Suite struct OracleTests {
  private static let folders = [folder("Cases/Oracle"), variable("PRATIQUE_ORACLE")].compactMap(\.self)

  @Test(arguments: folders)
  func `decimals agree with Python's`(_ folder: String) throws {
    try compare("\(folder)/decimals.txt", Decimal.answer)
  }

  @Test(arguments: folders)
  func `dates and durations agree with Python's`(_ folder: String) throws {
    try compare("\(folder)/dates.txt", CalendarDate.answer)
  }

  /// Tells the first 20 lines that differ, and how many agree.
  private func compare(_ path: String, _ answer: (String, [String]) -> String?) throws {
    var (agreed, differing) = (0, 0)
    for line in try #require(lines(ofFile: path), "cannot read \(path)") {
      let words = line.split(separator: " ").map(String.init)
      guard let equals = words.lastIndex(of: "="), equals > 0 else {
        Issue.record("not a line of the oracle: \(line)")
        continue
      }
      let expected = words[(equals + 1)...].joined(separator: " ")
      let found = answer(words[0], Array(words[1..<equals]))
      if let found, found == expected || words[0].isNumeric && Decimal(found) == Decimal(expected) {
        agreed += 1
      } else {
        differing += 1
        if differing <= 20 { Issue.record("\(line), but ours is \(found ?? "unreadable")") }
      }
    }
    #expect(agreed > 1_000 && differing == 0)
    print("\(path): \(agreed) agree, \(differing) differ")
  }
}

extension String {
  /// Operations whose trailing zeros are not prescribed.
  fileprivate var isNumeric: Bool { self == "modulo" || self == "power" }
}

extension Decimal {
  /// Every bit of the number, `-1230E-5`.
  var bits: String { "\(isNegative ? "-" : "")\(coefficient)E\(exponent)" }

  fileprivate static func answer(_ operation: String, _ operands: [String]) -> String? {
    if operation == "read" { return Decimal(operands[0])?.bits ?? "nil" }
    if operation == "round" { return rounded(operands)?.bits ?? "nil" }
    let numbers = operands.compactMap { Decimal($0) }
    guard let a = numbers.first, let b = numbers.last, numbers.count == operands.count,
      numbers.map(\.bits) == operands
    else { return nil }
    let result: Decimal? =
      switch operation {
      case "add": a.adding(b)
      case "subtract": a.subtracting(b)
      case "multiply": a.multiplied(by: b)
      case "divide": a.divided(by: b)
      case "modulo": a.modulo(b)
      case "power": a.power(b)
      case "sqrt": a.squareRoot()
      case "exp": a.exponential()
      case "ln": a.naturalLogarithm()
      case "compare": Decimal(a.compare(b))
      default: nil
      }
    switch operation {
    case "compare": return result?.description
    case "write": return a.description
    default: return result?.bits ?? "nil"
    }
  }

  private static func rounded(_ operands: [String]) -> Decimal? {
    guard let mode = RoundingMode.allCases.first(where: { "\($0)" == operands[0] }),
      let scale = Int(operands[2])
    else { return nil }
    return Decimal(operands[1])?.rounded(scale: scale, mode)
  }
}

extension CalendarDate {
  fileprivate static func answer(_ operation: String, _ operands: [String]) -> String? {
    if operation == "read" { return CalendarDate(operands[0])?.description ?? "nil" }
    let (first, last) = (operands[0], operands[operands.count - 1])
    if let date = CalendarDate(first) { return date.answer(operation, last) }
    if operation == "times" {
      return DayTimeDuration(first).flatMap { a in Decimal(last).flatMap { a.multiplied(by: $0) } }?
        .description
    }
    guard let moment = DateTime(first), moment.description == first else { return nil }
    if operation == "plus" { return DayTimeDuration(last).flatMap { moment.adding($0) }?.description }
    guard let other = DateTime(last) else { return nil }
    return operation == "minus"
      ? moment.subtracting(other)?.description : moment.compare(other).map { "\($0)" }
  }

  private func answer(_ operation: String, _ operand: String) -> String? {
    switch operation {
    case "numbers":
      CalendarDate(dayNumber: dayNumber) == self ? "\(dayNumber) \(weekday) \(dayOfYear) \(weekOfYear)" : nil
    case "days": Int(operand).flatMap { adding(days: $0) }?.description
    case "months": Int(operand).flatMap { adding(months: $0) }?.description
    default:
      CalendarDate(operand).flatMap { other in
        let midnights = [self, other].map { DateTime(date: $0, time: .midnight(in: .local)) }
        return midnights[0].subtracting(midnights[1])?.description
      }
    }
  }
}

func folder(_ name: String) -> String {
  "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
}

/// The value of an environment variable that names a folder.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The lines of a file that say something; nil if it cannot be read.
func lines(ofFile path: String) -> [String]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
}
