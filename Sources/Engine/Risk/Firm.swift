package import FEEL

/// The size of the organization in figures, as far as the plan states them.
package struct Firm: Sendable {
  package enum Scope: String, Sendable { case entity, group }
  package struct Figure: Sendable {
    package var year: Int?
    package var scope: Scope?
    package var territory: String?
    package var amount: Decimal
    package var currency: String?
    package init(year: Int?, scope: Scope?, territory: String?, amount: Decimal, currency: String?) {
      self.year = year
      self.scope = scope
      self.territory = territory
      self.amount = amount
      self.currency = currency
    }
  }
  package struct Rate: Sendable {
    package var from: String
    package var to: String
    /// Units of `to` for one of `from`.
    package var rate: Decimal
    package var on: CalendarDate?
    package init(from: String, to: String, rate: Decimal, on: CalendarDate? = nil) {
      self.from = from
      self.to = to
      self.rate = rate
      self.on = on
    }
  }
  package var turnover: [Figure] = []
  package var rates: [Rate] = []
  package var employees: Decimal?
  package var balanceSheet: (amount: Decimal, currency: String)?
  package var isPartOfGroup: Bool?
  /// Rates for pairs of which the plan states none, and the day by which they are chosen.
  package var reference: (rates: ExchangeRates, asOf: CalendarDate)?
  /// Codes by name of country, both in small letters: laws name the country, plans its code.
  package var countryCodes: [String: String] = [:]
  package init() {}

  /// An amount in another currency.
  struct Conversion {
    var amount: Decimal
    /// Nil: nothing had to be converted.
    var rate: Decimal?
    /// Where the rate is from, if the plan does not state it.
    var source: String?
    /// How far the amount may lie from it, as a share.
    var margin: Decimal = .zero
  }

  /// Converted by the plan's own rates, the latest of a pair, either way round, no detour; else by the reference rate: of the
  /// financial year of the amount, if it has one.
  func convert(_ amount: Decimal, from: String?, to: String?, year: Int? = nil) -> Conversion? {
    guard let from, let to else { return nil }
    if from == to { return Conversion(amount: amount) }
    func latest(_ a: String, _ b: String) -> Decimal? {
      rates.filter { $0.from == a && $0.to == b && $0.rate > .zero }.max { a, b in
        ((a.on?.dayNumber ?? Int.min), a.rate) < ((b.on?.dayNumber ?? Int.min), b.rate)
      }?.rate
    }
    let rate = latest(from, to) ?? latest(to, from).flatMap { Decimal.one.divided(by: $0) }
    if let rate { return amount.multiplied(by: rate).map { Conversion(amount: $0, rate: rate) } }
    guard let reference,
      let found = reference.rates.rate(from: from, to: to, year: year, asOf: reference.asOf),
      let result = amount.multiplied(by: found.rate)
    else { return nil }
    return Conversion(amount: result, rate: found.rate, source: found.words, margin: found.margin)
  }
}

/// `EUR 20,000,000`, `EUR 821.90`: two decimals or none.
func money(_ amount: Decimal, _ currency: String?) -> String {
  let rounded = amount.rounded(scale: 2, .halfUp) ?? amount
  let parts = rounded.description.split(separator: ".")
  var digits = ""
  for (index, digit) in (parts.first ?? "0").reversed().enumerated() {
    if index > 0, index.isMultiple(of: 3), digit.isNumber { digits.append(",") }
    digits.append(digit)
  }
  var cents = parts.count > 1 ? String(parts[1]) : ""
  if cents.count == 1 { cents += "0" }
  if cents == "00" { cents = "" }
  return "\(currency.map { "\($0) " } ?? "")\(String(digits.reversed()))\(cents.isEmpty ? "" : ".\(cents)")"
}
