package import Diagnostics
import FEEL
import Rules

/// Dated exchange rates with their sources (`rules/rates.csv`); what a plan states goes before them.
package struct ExchangeRates: Sendable {
  /// How a rate came about.
  package enum Kind: String, CaseIterable, Sendable { case fixed, peg, average, daily, approximate }

  /// Units of a currency for one of another.
  struct Row: Sendable {
    var currency: String
    var per: String
    var units: Decimal
    var kind: Kind
    /// How far the rate of the day in question may lie from it, as a share: a comparison this close to a limit stays open.
    var margin: Decimal
    var period: Period
    var source: String
  }
  private let rows: [Row]

  /// Reads the table; a rate has a number above 0, a kind, a margin below 1, a first day and a source.
  package init(_ source: Source) throws(Mistakes) {
    let table = try Table(
      source,
      columns: ["currency", "units", "per", "kind", "margin", "from", "until", "source", "confidence"])
    var mistakes: [Diagnostic] = []
    var rows: [Row] = []
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      func fault(_ message: String, _ suggestion: String? = nil) {
        mistakes.append(Diagnostic(.rate, at: row.location, message, suggestion: suggestion))
      }
      for column in ["currency", "per"] where !Self.isCode(text(column)) {
        fault("`\(text(column))` is no currency; write three capital letters (ISO 4217)")
      }
      guard let kind = Kind(rawValue: text("kind")) else {
        fault(
          "`\(text("kind"))` is no kind of rate",
          didYouMean(text("kind"), among: Kind.allCases.map(\.rawValue)))
        continue
      }
      guard let units = Decimal(text("units")), units > .zero, let margin = Decimal(text("margin")),
        margin >= .zero, margin < .one, let from = CalendarDate(text("from")),
        text("until").isEmpty || CalendarDate(text("until")) != nil, !text("source").isEmpty
      else {
        fault("a rate has a number above 0, a margin below 1, a first day, a last day or none, and a source")
        continue
      }
      rows.append(
        Row(
          currency: text("currency"), per: text("per"), units: units, kind: kind, margin: margin,
          period: Period(from: from, until: CalendarDate(text("until"))), source: text("source")))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.rows = rows
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  /// Units of `to` for one of `from`: for an amount of a financial year the average of that year where there is one, else the
  /// last rate by the day. `words`: what the rate is, with its source. Nil without a rate of both.
  func rate(from: String, to: String, year: Int?, asOf: CalendarDate) -> (
    rate: Decimal, margin: Decimal, words: String
  )? {
    guard let first = perEuro(from, year, asOf), let second = perEuro(to, year, asOf),
      let rate = second.units.divided(by: first.units).flatMap({ $0.rounded(scale: 10, .halfEven) }),
      rate > .zero
    else { return nil }
    var sources: [String] = []
    for source in first.sources + second.sources where !sources.contains(source) { sources.append(source) }
    return (rate, max(first.margin, second.margin), sources.joined(separator: "; "))
  }

  private func perEuro(_ currency: String, _ year: Int?, _ asOf: CalendarDate) -> (
    units: Decimal, margin: Decimal, sources: [String]
  )? {
    if currency == "EUR" { return (.one, .zero, []) }
    guard let row = row(of: currency, year, asOf) else { return nil }
    if row.per == "EUR" { return (row.units, row.margin, [row.source]) }
    // A peg stands on another currency, which stands on the euro.
    guard let base = self.row(of: row.per, year, asOf), base.per == "EUR",
      let units = row.units.multiplied(by: base.units)
    else { return nil }
    return (units, max(row.margin, base.margin), [row.source, base.source])
  }

  private func row(of currency: String, _ year: Int?, _ asOf: CalendarDate) -> Row? {
    let own = rows.filter { $0.currency == currency && ($0.period.from.map { $0 <= asOf } ?? true) }
    if let year, let average = own.last(where: { $0.kind == .average && $0.period.from?.year == year }) {
      return average
    }
    return own.filter { $0.kind != .average && $0.period.contains(asOf) }
      .max { ($0.period.from?.dayNumber ?? 0) < ($1.period.from?.dayNumber ?? 0) }
  }
}

extension Diagnostic.Code { fileprivate static let rate = Self(rawValue: "rates.rate") }
