package import Diagnostics
package import FEEL
package import Rules

/// The classes of firm size that sanctions distinguish, with their dated thresholds (`rules/size.csv`).
package struct SizeClasses: Sendable {
  package struct Class: Sendable {
    package var size: Sanction.Size
    package var period: Period
    package var employeesBelow: Decimal
    package var turnoverUpTo: Decimal
    package var balanceSheetUpTo: Decimal
    package var currency: String
    package var citation: String
  }
  package var classes: [Class]

  /// Reads the table of thresholds.
  package init(_ source: Source) throws(Mistakes) {
    let columns = [
      "class", "from", "until", "employeesBelow", "turnoverUpTo", "balanceSheetUpTo", "currency", "citation",
    ]
    let table = try Table(source, columns: columns)
    var mistakes: [Diagnostic] = []
    classes = []
    for row in table.rows {
      func number(_ column: String) -> Decimal? { Decimal(table.field(column, of: row)) }
      let sizes: [String: Sanction.Size] = ["sme": .sme, "smallMidCap": .smallMidCap]
      guard let size = sizes[table.field("class", of: row)], let employees = number("employeesBelow"),
        let turnover = number("turnoverUpTo"), let balance = number("balanceSheetUpTo"),
        let from = CalendarDate(table.field("from", of: row))
      else {
        mistakes.append(
          Diagnostic(.size, at: row.location, "a class is sme or smallMidCap, with a date and three numbers"))
        continue
      }
      classes.append(
        Class(
          size: size, period: Period(from: from, until: CalendarDate(table.field("until", of: row))),
          employeesBelow: employees, turnoverUpTo: turnover, balanceSheetUpTo: balance,
          currency: table.field("currency", of: row), citation: table.field("citation", of: row)))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  /// The sizes that the firm can have on a day (nil: none of these classes), and the facts that would settle
  /// it.
  func sizes(of firm: Firm, asOf: CalendarDate) -> (possible: Set<Sanction.Size?>, missing: [String]) {
    func fits(_ size: Sanction.Size) -> Bool? {
      guard let limits = classes.first(where: { $0.size == size && $0.period.contains(asOf) }) else {
        return false
      }
      let turnover = firm.turnover(asOf: asOf, in: limits.currency)?.isAtMost(limits.turnoverUpTo)
      let balance = firm.balanceSheet(in: limits.currency)?.isAtMost(limits.balanceSheetUpTo)
      return both(firm.employees.map { $0 < limits.employeesBelow }, either(turnover, balance))
    }
    let sme = fits(.sme)
    let smallMidCap = fits(.smallMidCap)
    var possible: Set<Sanction.Size?> = []
    if sme != false { possible.insert(.sme) }
    if sme != true, smallMidCap != false { possible.insert(.smallMidCap) }
    if sme != true, smallMidCap != true { possible.insert(nil) }
    guard possible.count > 1 else { return (possible, []) }
    let currency = classes.first?.currency ?? "EUR"
    var missing: [String] = []
    if firm.employees == nil { missing.append("organization.employees") }
    if firm.turnover(asOf: asOf, in: currency) == nil {
      missing.append("organization.turnover (\(asOf.year - 1), group, world, in \(currency))")
    }
    if firm.balanceSheet(in: currency) == nil { missing.append("organization.balanceSheet (in \(currency))") }
    return (possible, missing)
  }

  private func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    a == false || b == false ? false : a == nil || b == nil ? nil : true
  }
  private func either(_ a: Bool?, _ b: Bool?) -> Bool? {
    a == true || b == true ? true : a == nil || b == nil ? nil : false
  }
}

extension Firm {
  /// With linked enterprises, the preceding year.
  fileprivate func turnover(asOf: CalendarDate, in currency: String) -> Conversion? {
    TurnoverBase("worldwide-group-turnover-preceding-year").flatMap {
      let base = amount(of: $0, asOf: asOf, in: currency)
      return base.amount.map { Conversion(amount: $0, margin: base.margin) }
    }
  }
  fileprivate func balanceSheet(in currency: String) -> Conversion? {
    balanceSheet.flatMap { convert($0.amount, from: $0.currency, to: currency) }
  }
}

extension Firm.Conversion {
  /// Nil: so close to the limit that the rate decides.
  fileprivate func isAtMost(_ limit: Decimal) -> Bool? {
    guard let slack = amount.multiplied(by: margin), let low = amount.subtracting(slack),
      let high = amount.adding(slack)
    else { return nil }
    return high <= limit ? true : low > limit ? false : nil
  }
}

extension Diagnostic.Code { fileprivate static let size = Self(rawValue: "size.class") }
