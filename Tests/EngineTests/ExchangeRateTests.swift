import Diagnostics
import FEEL
import Testing

@testable import Engine

/// Amounts in other currencies, by the plan's rates and by those of the dated table.
@Suite struct ExchangeRateTests {
  let rates: ExchangeRates
  let day: CalendarDate

  init() throws {
    rates = try ExchangeRates(repositoryFile("rules/rates.csv"))
    day = try #require(CalendarDate("2026-11-21"))
  }

  @Test(arguments: [
    // 1 ÷ 1.12998, the mean of 2025.
    ("USD", "EUR", 2025, "0.8849714154", "0.02"),
    // 1 ÷ 1.1684, 13 April 2026.
    ("USD", "EUR", nil, "0.8558712770", "0.02"),
    // 8.1185 ÷ 0.93703: by way of the euro.
    ("CHF", "CNY", 2025, "8.6640769239", "0.02"),
    // The peg of 3.6725 to the dollar, at the dollar's mean: 1 ÷ (3.6725 × 1.12998).
    ("AED", "EUR", 2025, "0.2409724753", "0.02"),
    ("BGN", "EUR", 2025, nil, "0"),
    ("EUR", "XOF", nil, "655.957", "0"),
    ("KZT", "EUR", 2025, "0.0017857143", "0.25"),
    ("XXX", "EUR", nil, nil, "0"),
  ])
  func `a rate is the mean of its year, else the last one`(
    from: String, to: String, year: Int?, expected: String?, margin: String
  ) throws {
    let found = rates.rate(from: from, to: to, year: year, asOf: day)
    #expect(found?.rate == expected.flatMap { Decimal($0) })
    guard let found else { return }
    #expect(found.margin == Decimal(margin) && !found.words.isEmpty)
  }

  @Test func `a rate of later days is not used`() throws {
    let before = try #require(CalendarDate("2026-04-12"))
    #expect(rates.rate(from: "USD", to: "EUR", year: nil, asOf: before) == nil)
    #expect(rates.rate(from: "USD", to: "EUR", year: 2025, asOf: before) != nil)
  }

  @Test func `what the plan states goes before`() throws {
    var firm = Firm()
    firm.reference = (rates, day)
    #expect(firm.convert(Decimal(100), from: "USD", to: "EUR")?.source != nil)
    firm.rates = [Firm.Rate(from: "EUR", to: "USD", rate: Decimal(2))]
    let converted = try #require(firm.convert(Decimal(100), from: "USD", to: "EUR"))
    #expect(converted.amount == Decimal(50) && converted.source == nil && converted.margin == .zero)
  }

  /// 50 million euro are the limit; USD 56 million are 49.6 at the mean of 2025, and the mean may be 2 % off.
  @Test(arguments: [(50_000_000, 1), (56_000_000, 2), (60_000_000, 1)])
  func `close to a limit the size stays open`(turnover: Int, sizes: Int) throws {
    let classes = try SizeClasses(repositoryFile("rules/size.csv"))
    var firm = Firm()
    firm.reference = (rates, day)
    firm.employees = Decimal(100)
    firm.isPartOfGroup = false
    firm.balanceSheet = (Decimal(90_000_000), "EUR")
    firm.turnover = [
      .init(year: 2025, scope: .group, territory: "world", amount: Decimal(turnover), currency: "USD")
    ]
    #expect(classes.sizes(of: firm, asOf: day).possible.count == sizes)
  }

  @Test(arguments: [
    ("USD,1.1,EUR,weekly,0.02,2025-01-01,,S,high", "`weekly` is no kind of rate"),
    ("USD,1.1,EUR,dayly,0.02,2025-01-01,,S,high", "did you mean `daily`?"),
    ("usd,1.1,EUR,daily,0.02,2025-01-01,,S,high", "`usd` is no currency"),
    ("USD,0,EUR,daily,0.02,2025-01-01,,S,high", "a number above 0"),
    ("USD,1.1,EUR,daily,1,2025-01-01,,S,high", "a margin below 1"),
    ("USD,1.1,EUR,daily,0.02,2025,,S,high", "a first day"),
    ("USD,1.1,EUR,daily,0.02,2025-01-01,,,high", "and a source"),
  ])
  func `a faulty rate is told with its line`(row: String, words: String) {
    let text = "currency,units,per,kind,margin,from,until,source,confidence\n\(row)\n"
    do {
      _ = try ExchangeRates(Source(name: "rates.csv", bytes: Array(text.utf8)))
      Issue.record("was read")
    } catch {
      #expect(error.all.map(\.text).joined().contains(words))
      #expect(error.all.first?.location.line == 2)
    }
  }
}
