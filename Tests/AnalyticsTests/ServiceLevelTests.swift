import Analytics
import Diagnostics
import Testing

/// Budgets, burn rates and credits by numbers worked out by hand.
@Suite struct ServiceLevelTests {
  func node(_ value: String) -> Node {
    .scalar(.init(value, isText: false, at: Location(file: "s.yaml", line: 1)))
  }

  func map(_ entries: [(String, Node)]) -> Node {
    let place = Location(file: "s.yaml", line: 1)
    return .map(entries.map { Node.Entry($0.0, at: place, $0.1) }, place)
  }

  func level(
    _ objective: String = "0.999",
    tiers: [(String, String)] = [("0.999", "10 %"), ("0.99", "25 %"), ("0.95", "1")]
  ) throws
    -> ServiceLevel
  {
    let credits = tiers.map { map([("below", node($0.0)), ("credit", node($0.1))]) }
    return try ServiceLevel(
      map([
        ("service", node("Checkout")), ("objective", node(objective)), ("fee", node("8000")),
        ("currency", node("EUR")),
        ("credits", .list(credits, Location(file: "s.yaml", line: 1))),
      ]))
  }

  /// Downtime in tenths of minutes of 30 days, a fee of 8,000.
  @Test(arguments: [(300, 0.0), (432, 0), (440, 800), (4320, 800), (4330, 2000), (22000, 8000)])
  func `credits of a month`(_ down: Int, _ expected: Double) throws {
    let text = "timestamp,good,total\n2026-04-01,\(432_000 - down),432000\n2026-04-02,0,0\n"
    let measured = try Measured(CSVTable(Source(name: "m.csv", text: text)))
    let report = ServiceReport(try level(), measured, shares: [0.02, 0.05, 0.1, 0.1], fewest: 100)
    #expect(report.months.map(\.amount) == [expected])
    #expect(report.months.map(\.isViolation) == [expected > 0])
    #expect(report.notes.contains { $0.hasSuffix("not final: 2026-04") })
  }

  @Test(
    arguments: [
      ("0.999", 999_000_000), ("99.95 %", 999_500_000), ("99.95%", 999_500_000), ("1", 1_000_000_000),
      ("0", 0), ("100 %", 1_000_000_000),
      ("0.9999999999", nil), ("1.1", nil), ("-1", nil), ("", nil), ("%", nil), (".5", nil), ("1.", nil),
      ("0.9.9", nil), ("abc", nil),
    ] as [(String, Int?)]) func `shares`(_ text: String, _ billionths: Int?)
  {
    #expect(Share(text)?.billionths == billionths)
  }

  /// A day of minutes with 1,000 events each, of which so many are bad in the last hour, and so many before.
  func report(last: Int, before: Int, objective: String = "0.999") throws -> ServiceReport {
    let start = 1_775_001_600
    let rows = (0..<4320).map { minute in
      "\(Moment(seconds: start + 60 * minute)),\(1000 - (minute >= 4260 ? last : before)),1000"
    }
    let text = (["timestamp,good,total"] + rows).joined(separator: "\n")
    return ServiceReport(
      try level(objective, tiers: []), try Measured(CSVTable(Source(name: "m.csv", text: text))),
      shares: [0.02, 0.05, 0.1, 0.1], fewest: 100)
  }

  @Test func `burn rates and alerts`() throws {
    let quiet = try report(last: 1, before: 1)
    #expect(areClose(quiet.alerts.map(\.threshold), [14.4, 6, 3, 1]))
    #expect(areClose(quiet.alerts.compactMap(\.longBurn), [1, 1, 1, 1]))
    #expect(quiet.alerts.map(\.fires) == [false, false, false, true])
    #expect(isClose(quiet.budgetSpent, 1))
    let burning = try report(last: 20, before: 0)
    #expect(isClose(burning.alerts[0].longBurn, 20))
    #expect(isClose(burning.alerts[1].longBurn, 20.0 / 6))
    #expect(burning.alerts.map(\.fires) == [true, false, false, false])
    // 1 ÷ (1 − 0.9) is 10: 14.4 is never reached.
    #expect(
      try report(last: 1000, before: 1000, objective: "0.9").notes.contains {
        $0.hasPrefix("the alert of 1 hour can never fire")
      })
  }

  @Test func `1,800 bad events of 1,000,000 burn 1.8 times the budget of 99.9 %`() throws {
    let text = "timestamp,good,total\n2026-04-01T00:00Z,998200,1000000\n2026-04-01T00:05Z,0,0\n"
    let report = ServiceReport(
      try level(), try Measured(CSVTable(Source(name: "m.csv", text: text))), shares: [0.02, 0.05, 0.1, 0.1],
      fewest: 100)
    #expect(isClose(report.alerts[0].longBurn, 1.8))
    #expect(isClose(report.budgetSpent, 1.8))
    // Nothing happened in the last five minutes: unknown, not 0; but the hour alone settles it.
    #expect(report.alerts[0].shortBurn == nil)
    #expect(report.alerts[0].fires == false)
    #expect(report.alerts[3].fires == true)
    #expect(isClose(report.alerts[3].shortBurn, 1.8))
  }

  @Test(
    arguments: [
      ("0.9", [("0.99", "10 %"), ("0.999", "25 %")], "credits go down in `below` and up in `credit`"),
      ("0.9", [("0.99", "much")], "`credit` is a share such as 0.999 or 99.9 %"),
      ("1", [], "an objective of 100 % leaves no error budget, or no service"),
      ("high", [], "`objective` is a share such as 0.999 or 99.9 %"),
    ] as [(String, [(String, String)], String)])
  func `a broken definition`(_ objective: String, _ tiers: [(String, String)], _ complaint: String) {
    let found = #expect(throws: Mistakes.self) { _ = try level(objective, tiers: tiers) }
    #expect(found?.all.map(\.message) == [complaint])
  }

  @Test func `unknown keys and what is missing`() {
    let found = #expect(throws: Mistakes.self) {
      _ = try ServiceLevel(map([("servce", node("x")), ("objective", node("0.9"))]))
    }
    #expect(found?.all.map(\.suggestion) == ["did you mean `service`?", nil])
    #expect(found?.all.last?.message == "`service` is missing")
  }

  @Test(arguments: [
    (
      "timestamp,good,total\n2026-04-01,2,1\n",
      "m.csv:2:1: error: a row has a time, and whole numbers of which `good` is not above `total`"
    ),
    (
      "timestamp,good,total\n2026-04-01,1,1\n2026-04-01,1,1\n",
      "m.csv:3:1: error: 2026-04-01 does not come after 2026-04-01; rows go forward in time, each once"
    ),
    ("timestamp,good,total\n2026-04-01,1,1\n", "m.csv:1:1: error: fewer than two rows of measurements"),
  ]) func `broken measurements`(_ text: String, _ complaint: String) {
    let found = #expect(throws: Mistakes.self) {
      _ = try Measured(CSVTable(Source(name: "m.csv", text: text)))
    }
    #expect(found?.all.first?.text == complaint)
  }
}
