import Diagnostics
@testable import Engine
import FEEL
@testable import Rules
import Testing

/// The table of the model, and what it is made of in a plan.
struct LossFileTests {
  let table: LossTable
  let rates: ExchangeRates
  let sizes: SizeClasses

  init() throws {
    table = try LossTable(repositoryFile("rules/loss.csv"))
    rates = try ExchangeRates(repositoryFile("rules/rates.csv"))
    sizes = try SizeClasses(repositoryFile("rules/size.csv"))
  }

  private func messages(_ change: (String) -> String) throws -> [String] {
    let text = change(String(decoding: try repositoryFile("rules/loss.csv").bytes, as: UTF8.self))
    do {
      _ = try LossTable(Source(name: "loss.csv", bytes: Array(text.utf8)))
      return []
    } catch {
      return error.all.map(\.text)
    }
  }

  @Test(arguments: [
    ("severity.spread", "severity.spraed", "no figure of the model"),
    ("concurrency.next,factor,0.5", "concurrency.next,factor,1.5", "a factor is at most 1"),
    ("severity.spread,decimal logarithm", "severity.spread,factor", "its unit is `decimal logarithm`"),
    ("concurrency.next,factor", "severity.maximumPower,exponent", "stands in the table twice"),
    ("0.0002,0.00002,0.002", "0.0002,0.0003,0.002", "in order; or no range"),
    ("0.0002,0.00002,0.002", "0.0002,0.00002,", "in order; or no range"),
    ("0.0002,0.00002,0.002", "0.0002,0.00002,2", "at most 1"),
    ("EUR,200000,20000,425000", "EUR,200000,0,425000", "an amount is above 0"),
    ("EUR,200000,20000,425000", "EUR,1e16,1e16,1e16", "numbers from 0 to"),
    ("EUR,200000,20000,425000,fitted", "EUR,200000,20000,425000,fited", "`fited` is no basis"),
    ("0.9,0.7,1,fitted", "0.9,0.7,4,fitted", "a spread is above 0 and at most 3"),
    ("As above,low,2026-11-21", ",low,2026-11-21", "has no source"),
    ("As above,low,2026-11-21", "As above,lo,2026-11-21", "`lo` is no confidence"),
    ("As above,low,2026-11-21", "As above,low,yesterday", "`yesterday` is not a date"),
  ])
  func `a fault of the table is told with its line`(_ right: String, _ wrong: String, _ message: String)
    throws
  {
    let found = try messages { text in text.replacing(right, with: wrong, maxReplacements: 1) }
    #expect(found.count == 1 && found.first?.contains(message) == true, "\(found)")
    #expect(found.first?.hasPrefix("loss.csv:") == true)
  }

  @Test func `all faults are told at once, and a figure that is missing`() throws {
    #expect(try messages { $0 } == [])
    #expect(try messages { $0.replacing("As above,low,", with: ",lo,") }.count == 4)
    let missing = try messages { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("severity.spread") }.joined(separator: "\n")
    }
    #expect(missing.count == 1 && missing[0].contains("`severity.spread` is missing"))
  }

  private func sanction(
    _ rule: Sanction.Rule, fixed: Int? = nil, percent: Int? = nil, currency: String? = "EUR"
  ) -> Sanction {
    Sanction(
      id: "s", citations: [], fixed: fixed.map { Decimal($0) }, currency: currency,
      percent: percent.map { Decimal($0) }, of: "worldwide-group-turnover-preceding-year", rule: rule,
      sizes: [], consequences: [], confidence: .high, period: Period())
  }

  private func loss(_ findings: [Finding], _ firm: Firm) -> Loss {
    Loss(
      findings: findings, jurisdictions: ["eu.test": "EEA"], firm: firm, sizes: sizes, table: table,
      asOf: day("2026-11-21"), terms: .init(draws: 100, seed: 1))
  }

  /// 2 % of the turnover of 2025, at least EUR 10 million.
  private var gdpr: Sanction { sanction(.higherOf, fixed: 10_000_000, percent: 2) }

  private func firm(_ turnover: Int?, staff: Int? = nil, year: Int = 2025, _ currency: String = "EUR") -> Firm
  {
    var firm = Firm()
    firm.reference = (rates, day("2026-11-21"))
    firm.employees = staff.map { Decimal($0) }
    firm.turnover =
      turnover.map {
        [.init(year: year, scope: .group, territory: "world", amount: Decimal($0), currency: currency)]
      } ?? []
    return firm
  }

  @Test func `turnover, staff and maximum are those of the plan`() throws {
    let loss = loss([.sample("a", sanctions: [gdpr])], firm(2_000_000_000, staff: 300))
    #expect(loss.assumptions == [] && loss.staff == .from250 && loss.turnover == Loss.Ends(2e9))
    #expect(loss.cases.map(\.law) == ["Law"] && loss.cases.map(\.jurisdiction) == ["EEA"])
    let fine = try #require(loss.cases.first?.fine.likely)
    // As in loss.txt.
    #expect(fine.maximum == 40_000_000 && fine.median.rounded() == 744_658)
  }

  @Test func `without a turnover the table has one, at three ends`() throws {
    let loss = loss([.sample("a", sanctions: [gdpr])], firm(nil, staff: 300))
    #expect(loss.turnover == table[.turnover250AndMore])
    #expect(
      loss.assumptions == [
        "turnover EUR 200,000,000 (50,000,000 to 2,000,000,000), by number of staff, for organization.turnover (2025, group, world) is not stated"
      ])
    let fine = try #require(loss.cases.first?.fine)
    #expect(fine.all.map { $0?.maximum } == [10_000_000, 10_000_000, 40_000_000])
  }

  @Test func `neither turnover nor staff is the widest range`() {
    let wide = loss([.sample("a", sanctions: [gdpr])], firm(nil))
    #expect(wide.assumptions.count == 2)
    for staff in [10, 100, 1000] {
      let narrow = loss([.sample("a", sanctions: [gdpr])], firm(nil, staff: staff))
      #expect(wide.year.low.chance <= narrow.year.low.chance)
      #expect(
        narrow.year.high.chance <= wide.year.high.chance && narrow.year.high.mean <= wide.year.high.mean)
      #expect(wide.year.low.mean <= narrow.year.low.mean)
    }
  }

  @Test func `a turnover of an earlier year or in another currency is used, and said`() {
    let early = loss([.sample("a", sanctions: [gdpr])], firm(60_000_000, staff: 60, year: 2023))
    #expect(early.turnover == Loss.Ends(60e6))
    #expect(early.assumptions.count == 1 && early.assumptions[0].hasPrefix("the group's turnover of 2023"))
    // 81.185 million at the mean of 2025, 8.1185 for one euro.
    let foreign = loss([.sample("a", sanctions: [gdpr])], firm(81_185_000, staff: 60, "CNY"))
    #expect(abs(foreign.turnover.likely - 10e6) < 1)
    #expect(foreign.assumptions.count == 1 && foreign.assumptions[0].hasPrefix("CNY: ECB euro foreign"))
    let unknown = loss([.sample("a", sanctions: [gdpr])], firm(82_000_000, staff: 60, "XXX"))
    #expect(unknown.turnover == table[.turnover50To249] && unknown.assumptions.count == 2)
  }

  @Test func `persons, bans and law to come are no fine of the firm`() {
    let personal = sanction(.criminalPersonal, fixed: 250_000)
    let loss = loss(
      [
        .sample("a", sanctions: [personal, sanction(.noneSet)]), .sample("b"),
        .sample("c", verdict: .upcoming, sanctions: [gdpr]), .sample("d", .satisfied, sanctions: [gdpr]),
        .sample("e", modality: .permission, sanctions: [gdpr]),
      ], firm(60_000_000, staff: 60))
    #expect(loss.cases.isEmpty && loss.withoutFine == ["a", "b"] && loss.curve.isEmpty)
    #expect(loss.year == Loss.Ends(.init(chance: 0, mean: 0, quantiles: [0, 0, 0])))
  }

  @Test func `a maximum for each violation is open, and a waiver binds no authority`() throws {
    let each = sanction(.perViolation, fixed: 5000)
    let loss = loss(
      [
        .sample("a", verdict: .waived, sanctions: [gdpr]),
        .sample("b", [.gap, .satisfied], sanctions: [each]),
      ],
      firm(60_000_000, staff: 60))
    let one = try #require(loss.cases.first)
    #expect(one.gaps == ["a"] && one.undetermined == ["b"] && loss.cases.count == 1)
    #expect(one.fine.low?.maximum == 10_000_000 && one.fine.likely?.maximum == 10_000_000)
    #expect(one.fine.high.map { $0.maximum == nil } == true)
  }

  @Test func `the order of findings does not matter`() {
    let all: [Finding] = (0..<12).map { index in
      let sanctions = [
        gdpr, sanction(.perViolation, fixed: 5000), sanction(.fixed, fixed: 900_000, currency: "CNY"),
      ]
      return .sample(
        "f\(index)", index.isMultiple(of: 3) ? [.gap, .satisfied] : .gap,
        severity: [.low, .medium, .high, .critical][index % 4], sanctions: [sanctions[index % 3]])
    }
    var dice = Dice(seed: 1)
    let first = "\(loss(all, firm(60_000_000, "INR")))"
    for _ in 0..<10 { #expect("\(loss(dice.shuffled(all), firm(60_000_000, "INR")))" == first) }
  }
}
