/// How a value stands in a cell of a table: every comparison of two cells of one type is one of integers.
///
/// Numbers are counted in millionths, dates by year, month and day, booleans 0 and 1, strings by their number in the
/// table, rows by their place, lists by where their members lie. The lowest codes are not values.
enum CellCode {
  /// Not stated.
  static let unknown = Int64.min
  static let null = Int64.min + 1
  /// Values that have no code stand in a list of their own, from this number on.
  static let firstOther = Int64.min + 16
  /// Below this no cell holds a coded value.
  static let firstCoded = Int64.min + 1 << 40

  static let scale: Int64 = 1_000_000
  private static let scaleDigits = 6
  private static let largest: Int64 = 1 << 62

  static func isCoded(_ cell: Int64) -> Bool { cell >= firstCoded }

  /// Nil: the number has too many digits.
  static func code(_ number: Decimal) -> Int64? {
    let trimmed = number.trimmed()
    let shift = trimmed.exponent + scaleDigits
    guard shift >= 0, shift <= 24, trimmed.coefficient < UInt128(largest) else { return nil }
    let (product, overflow) = trimmed.coefficient.multipliedReportingOverflow(by: powerOfTen(shift))
    guard !overflow, product < UInt128(largest) else { return nil }
    return trimmed.isNegative ? -Int64(product) : Int64(product)
  }

  static func number(_ code: Int64) -> Decimal {
    Decimal(negative: code < 0, digits: UInt128(code.magnitude), exponent: -scaleDigits).trimmed()
  }

  static func code(_ date: CalendarDate) -> Int64 {
    Int64(date.year) * 512 + Int64(date.month) * 32 + Int64(date.day)
  }

  static func date(_ code: Int64) -> CalendarDate? {
    let (year, rest) = code.flooredDivision(by: 512)
    return CalendarDate(year: Int(year), month: Int(rest / 32), day: Int(rest % 32))
  }
}

/// The members of a list: a stretch of the table's members, and whether there may be more.
struct ListCode {
  static let largestCount = 1 << 24 - 1
  private static let openBit: Int64 = 1 << 62

  let code: Int64

  init(code: Int64) { self.code = code }

  init(start: Int, count: Int, isOpen: Bool = false) {
    precondition(count <= ListCode.largestCount && start < 1 << 37)
    code = Int64(start) << 24 | Int64(count) | (isOpen ? ListCode.openBit : 0)
  }

  var start: Int { Int(code & ~ListCode.openBit) >> 24 }
  var count: Int { Int(code & Int64(ListCode.largestCount)) }
  var isOpen: Bool { code & ListCode.openBit != 0 }
}
