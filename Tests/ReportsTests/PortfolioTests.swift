import Diagnostics
import Testing

@testable import Engine
@testable import Reports
@testable import Rules

@Suite struct PortfolioTests {
  private func portfolio(_ entries: [Portfolio.Entry], _ earlier: [EarlierResult] = []) -> Portfolio {
    Portfolio(entries, earlier: earlier, asOf: Fixture.date("2026-11-02"), engine: "0.1.0")
  }

  private func names(_ portfolio: Portfolio) -> [String] {
    portfolio.rows.map { "\(portfolio.plans[$0.plan].label) \($0.market ?? "-")" }
  }

  // MARK: Ranking

  /// No-go: Acme 20 + 3 = 23 points at the upper end, Beta 20. Then cannot tell, with conditions, go.
  @Test func `decision, then points at the upper end`() {
    let made = Fixture.portfolio
    #expect(names(made) == ["Acme DE", "Beta DE", "Beta BR", "Acme FR", "Core -"])
    #expect(made.rows.map(\.place) == [1, 2, 3, 4, 5])
    #expect(made.rows[0].points == Risk.Range(low: 15, high: 23))
  }

  @Test func `of equal rows the name decides, then the file, then the market`() {
    let row = { Fixture.row($0, $0, .noGo, [.technical: (8, 8)]) }
    let made = portfolio([
      Fixture.entry("B", [row("FR"), row("DE")]), Fixture.entry("A", file: "z.yaml", [row("IT")]),
      Fixture.entry("A", file: "y.yaml", [row("US")]),
    ])
    #expect(names(made) == ["A (y.yaml) US", "A (z.yaml) IT", "B DE", "B FR"])
  }

  // MARK: Heat map

  @Test func `the worst plan decides a cell`() throws {
    let made = Fixture.portfolio
    #expect(made.heat.map(\.market) == ["BR", "DE", "FR", nil])
    let germany = made.heat[1].cells
    // Both reach 80; Beta cannot come below it.
    let compliance = try #require(germany[2])
    #expect(made.heatText(compliance) == "Beta (worst of 2)")
    #expect(compliance.score.full == "80, critical")
    #expect(made.heatText(try #require(germany[1])) == "Acme (worst of 2)")
    // Nothing decides between two zeros but the rank.
    #expect(made.heatText(try #require(germany[0])) == "Acme (worst of 2)")
  }

  @Test func `no pack is not clean`() {
    #expect(Fixture.portfolio.heat[0].cells.allSatisfy { $0 == nil })
    #expect(Fixture.portfolio.heatMap.contains("no pack"))
  }

  // MARK: Trend

  @Test func `both ends of every range are compared`() throws {
    let change = try #require(Fixture.portfolio.rows[0].trend?.change)
    // 20–50 before, 25–50 now.
    #expect(change.readiness.full == "20–50 to 25–50: low end up 5, high end same")
    // 60.5–70 before, 48–80 now.
    #expect(change.categories[2]?.full == "60.5–70 to 48–80: low end down 12.5, high end up 10")
    #expect((change.categories[2]?.low, change.categories[2]?.high) == (-125, 100))
    #expect(change.categories[1] == nil)
    #expect(change.decisionText(.noGo) == "was go with conditions")
  }

  @Test(arguments: [
    ((100, 200), (100, 200), "10–20: same"), ((100, 200), (150, 250), "10–20 to 15–25: up 5"),
    ((300, 300), (0, 0), "30 to 0: down 30"),
    ((0, 1000), (1, 999), "0–100 to 0.1–99.9: low end up 0.1, high end down 0.1"),
  ])
  func `a change in words`(_ before: (Int, Int), _ now: (Int, Int), _ words: String) {
    let shift = Portfolio.Shift(
      before: .init(low: before.0, high: before.1), now: .init(low: now.0, high: now.1))
    #expect(shift.full == words)
  }

  @Test func `what is new and what is gone is told`() {
    let made = Fixture.portfolio
    #expect(
      made.rows.map { $0.trend?.plainText } == [
        nil, "new plan", "new plan", "new market of the plan", "new plan",
      ])
    #expect(
      made.gone.map { "\($0.name) \($0.row.market ?? "-") \($0.reason)" } == [
        "Acme IT market", "Gone DE plan",
      ])
  }

  @Test func `another engine, law or pack is told`() throws {
    let made = Fixture.portfolio
    let acme = try #require(made.earlier.first)
    #expect(
      acme.remarks == [
        "engine 0.0.9, here 0.1.0", "law as of 2026-05-01, here 2026-11-02",
        "1 pack changed, added or left out",
      ])
    // Gone has nothing here to be compared with.
    #expect(made.earlier[1].remarks == [])
  }

  @Test func `without an earlier result there is no trend`() {
    let made = portfolio([Fixture.acme])
    #expect(made.rows.allSatisfy { $0.trend == nil } && made.gone.isEmpty)
    #expect(!portfolioText(made).contains("rend") && made.trendTable.isEmpty)
  }

  @Test func `a market that no pack took in is not compared`() {
    let earlier = Fixture.before(
      "Beta", "beta.yaml",
      [Fixture.earlierRow("BR", "Brazil (BR)", .cannotTell, (1000, 1000), compliance: (0, 0))])
    let row = portfolio([Fixture.beta], [earlier]).rows.first { $0.market == "BR" }
    #expect(row?.trend?.plainText == "not compared: no pack, now or before")
  }

  // MARK: Names

  /// One name, two plans: the file decides; where it does not, nothing is guessed.
  @Test func `the same plan name twice`() {
    let row = Fixture.row("DE", "Germany (DE)", .noGo, [.technical: (8, 8)])
    let entries = ["a.yaml", "b.yaml"].map { Fixture.entry("Acme", file: $0, [row]) }
    let old = Fixture.earlierRow("DE", "Germany (DE)", .noGo, (0, 0), compliance: (0, 0))
    let made = portfolio(
      entries,
      [
        Fixture.before("Acme", "a.yaml", file: "1.json", [old]),
        Fixture.before("Acme", "c.yaml", file: "2.json", [old]),
      ])
    #expect(names(made) == ["Acme (a.yaml) DE", "Acme (b.yaml) DE"])
    #expect(made.rows[0].trend?.change != nil)
    #expect(made.rows[1].trend?.plainText?.hasPrefix("not compared") == true)
    #expect(made.gone.map(\.planFile) == ["c.yaml"])
    #expect(made.gone.first?.reason == .unclear)
  }

  @Test func `a plan that moved is known by its name`() {
    let moved = Fixture.entry("Acme", file: "elsewhere.yaml", Fixture.acme.rows)
    #expect(portfolio([moved], [Fixture.acmeBefore]).rows[0].trend?.change != nil)
  }

  @Test func `two earlier results of one plan are a mistake`() {
    let twin = Fixture.before("Acme", "acme.yaml", file: "other.json", [])
    let mistakes = EarlierResult.twins([twin, Fixture.goneBefore, Fixture.acmeBefore])
    #expect(mistakes.map(\.message) == ["`Acme` (acme.yaml) is also the plan of acme-may.json"])
    #expect(mistakes.first?.location.file == "other.json")
  }

  // MARK: Order and sources

  @Test func `the order of plans and results does not matter`() {
    let entries = [Fixture.acme, Fixture.beta, Fixture.core]
    let results = [Fixture.acmeBefore, Fixture.goneBefore]
    let other = portfolio(entries, results)
    #expect(portfolioText(other) == portfolioText(Fixture.portfolio))
    #expect(portfolioCSV(other) == portfolioCSV(Fixture.portfolio))
    #expect(portfolioJSON(other) == portfolioJSON(Fixture.portfolio))
    #expect(other.main == Fixture.portfolio.main)
  }

  /// The numbers are those of the report: 2 of 8 duties, and of the ceilings the larger.
  @Test func `a row takes what the report has`() throws {
    let made = portfolio([Portfolio.Entry(Fixture.report)])
    let germany = try #require(made.rows.first { $0.market == "DE" })
    #expect(germany.readinessText == "met 2 of 8 applicable duties (25–50 %)")
    #expect(germany.scores.map(\.full) == ["41.7–66.7, medium to high", "12, low"])
    #expect(germany.points == Risk.Range(low: 16.8, high: 24))
    #expect(germany.ceilings.map(\.maximum) == ["EUR 20,000,000"])
    #expect(germany.openCeilings == 1)
    #expect(germany.readyText.hasPrefix("2027-02-26, too late for entry"))
    #expect(made.rows.first { $0.market == "BR" }?.readinessText == "not judged")
    #expect(made.rows.first { $0.market == "BR" }?.decision == .cannotTell)
  }

  @Test func `a ready date says what it leaves out`() {
    var row = Fixture.row("DE", "Germany (DE)", .noGo, [:])
    row.ready = .init(date: Fixture.date("2027-01-05"), isInTime: true, blocked: 2)
    #expect(row.readyText == "2027-01-05, before entry, 2 blocking gaps without a task")
    row.ready = .init(date: nil, isInTime: true, blocked: 1)
    #expect(row.readyText == "no date, 1 blocking gap without a task")
    row.ready.blocked = 0
    #expect(row.readyText == "nothing to do")
  }

  /// The limit is low; compliance is medium at least.
  @Test func `what is above the appetite is flagged`() {
    let made = portfolio([Portfolio.Entry(Fixture.tailored)])
    let marks = made.rows.first { $0.market == "DE" }?.scores.compactMap(\.breachText)
    #expect(marks == ["above the appetite (low)"])
    #expect(portfolioText(made).contains("above the appetite (low)"))
  }

  @Test func `a spreadsheet has as many cells in every row`() {
    let rows = portfolioCSV(Fixture.portfolio).split(separator: "\r\n").map { row in
      row.replacing(/"[^"]*"/, with: "").count { $0 == "," }
    }
    #expect(Set(rows).count == 1)
    #expect(rows.count == 1 + 5 + 2)
  }
}
