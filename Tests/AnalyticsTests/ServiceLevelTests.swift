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

  func report(_ rows: [String], level: ServiceLevel) throws -> ServiceReport {
    let text = (["timestamp,good,total"] + rows).joined(separator: "\n")
    return ServiceReport(
      level, try Measured(CSVTable(Source(name: "m.csv", text: text))), shares: [0.02, 0.05, 0.1, 0.1],
      fewest: 100)
  }

  /// Days of April 2026, each with so many minutes of its 1,440 good.
  func days(_ range: ClosedRange<Int>, good: (Int) -> String = { _ in "1440" }) -> [String] {
    range.map { "2026-04-\($0 < 10 ? "0" : "")\($0),\(good($0)),1440" }
  }

  /// Minutes down in 30 days, a fee of 8,000: of 43,200 minutes 99.9 % are 43,156.8.
  @Test(arguments: [
    ("30", 0.0), ("43.2", 0), ("43.200001", 800), ("44", 800), ("432", 800), ("433", 2000), ("1440", 2000),
  ])
  func `credits of a month`(_ down: String, _ expected: Double) throws {
    let good = try #require(Count(down)).millionths
    let rows = days(1...30) { $0 == 9 ? Count(millionths: 1_440_000_000 - good).text : "1440" }
    let report = try report(rows, level: level())
    #expect(report.months.map(\.amount) == [expected...expected])
    #expect(report.months.map(\.isViolation) == [expected > 0])
    #expect(report.isKept == (expected == 0))
    #expect(report.budget.isMinutes)
    #expect(!report.notes.contains { $0.contains("in part") })
  }

  @Test func `2,200 minutes down give the whole fee back`() throws {
    let rows = days(1...30) { $0 == 9 ? "0" : $0 == 10 ? "680" : "1440" }
    #expect(try report(rows, level: level()).months.map(\.amount) == [8000...8000])
  }

  /// April without some of its days. 43.2 minutes of 43,200 may be bad for 99.9 %, 432 for 99 %, 2,160 for 95 %.
  @Test(
    arguments: [
      // Nothing is missing.
      (0, "1440", false, "0 %", "0 %"),
      // A day is missing: 1,440 minutes, bad or good.
      (1, "1440", nil, "0 %", "25 %"),
      // 100 bad minutes are too many however good the day that is missing was; with it there are 1,540.
      (1, "1340", true, "10 %", "25 %"),
      (1, "900", true, "25 %", "25 %"),
      (2, "1440", nil, "0 %", "100 %"),
    ] as [(Int, String, Bool?, String, String)])
  func `minutes that are missing`(
    _ missing: Int, _ good: String, _ isViolation: Bool?, _ least: String, _ most: String
  ) throws {
    let rows = days(1...30) { $0 == 3 ? good : "1440" }.filter { row in
      !(0..<missing).contains { row.hasPrefix("2026-04-1\($0)") }
    }
    let report = try report(rows, level: level())
    #expect(report.months.map(\.isViolation) == [isViolation])
    #expect(report.isKept == isViolation.map(!))
    let (low, high) = (try #require(Share(least)), try #require(Share(most)))
    #expect(report.months.map(\.credit) == [low...high])
    #expect(isClose(report.months[0].period.share, Double(30 - missing) / 30))
  }

  /// Hours of April with 100 events each, all good, but for the days 5 to 24: 10 of 30 days are left.
  @Test func `events that are missing are unknown`() throws {
    let start = try #require(Moment("2026-04-01")).seconds
    let rows = (0..<720).filter { !(96..<576).contains($0) }.map {
      "\(Moment(seconds: start + 3600 * $0)),100,100"
    }
    let report = try report(rows, level: level())
    #expect(report.isKept == nil)
    #expect(report.verdict == "nobody knows whether the objective is met")
    #expect(report.months.map(\.isViolation) == [nil])
    #expect(report.months[0].credit == nil && report.months[0].amount == nil)
    #expect(
      report.monthRows == [["2026-04", "33.3 %", "24000", "24000", "100.0000 %", "unknown", "unknown"]])
    #expect(
      report.notes.contains(
        "measured in part, so that nobody knows whether the objective was kept: 2026-04 (33.3 %)"))
  }

  @Test func `a month without a row, and one that has begun`() throws {
    let first = days(1...30)
    let later = first.map { $0.replacing("2026-04", with: "2026-06") } + ["2026-07-01,1440,1440"]
    let report = try report(first + later, level: level())
    #expect(report.months.map(\.name) == ["2026-04", "2026-05", "2026-06", "2026-07"])
    #expect(report.months.map(\.isViolation) == [false, nil, false, nil])
    #expect(report.months.map(\.period.shareText) == ["100 %", "0.0 %", "100 %", "3.2 %"])
  }

  @Test(
    arguments: [
      ("43198.2", 43_198_200_000), ("0.000001", 1), ("7", 7_000_000),
      ("1000000000000", 1_000_000_000_000_000_000),
      ("1000000000000.1", nil), ("0.0000001", nil), ("-1", nil), ("1e3", nil), ("", nil), (".5", nil),
      ("1.", nil),
      ("1.2.3", nil), ("1,5", nil), ("NaN", nil),
    ] as [(String, Int?)]) func `counts`(_ text: String, _ millionths: Int?)
  {
    #expect(Count(text)?.millionths == millionths.map { Int128($0) })
    #expect(Count(text).map(\.text) == (millionths == nil ? nil : text))
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
    return try report(rows, level: level(objective, tiers: []))
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
    let report = try report(
      ["2026-04-01T00:00Z,998200,1000000", "2026-04-01T00:05Z,0,0"], level: level())
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

  @Test(arguments: ["EURO", "eur", "€", "E\"R", ""])
  func `no currency`(_ text: String) {
    let found = #expect(throws: Mistakes.self) {
      _ = try ServiceLevel(
        map([("service", node("x")), ("objective", node("0.9")), ("currency", node(text))]))
    }
    #expect(found?.all.map(\.message) == ["`currency` is three capital letters, such as EUR"])
  }

  func list(_ nodes: [Node]) -> Node { .list(nodes, Location(file: "s.yaml", line: 1)) }

  func level(_ entries: [(String, Node)]) throws -> ServiceLevel {
    try ServiceLevel(map([("service", node("x")), ("objective", node("0.9"))] + entries))
  }

  @Test func `remediation and tiers of customer success`() throws {
    let level = try level([
      ("remediation", list([node("A cause within 5 days"), node("A plan within 10")])),
      (
        "success",
        list([
          map([("name", node("Basic")), ("services", node("mail"))]),
          map([
            ("name", node("Plus")), ("criteria", node("from 100 users")), ("services", node("a manager")),
            ("contact", node("success@example.com")),
          ]),
        ])
      ),
    ])
    #expect(level.remediation == ["A cause within 5 days", "A plan within 10"])
    #expect(level.success.map(\.name) == ["Basic", "Plus"])
    #expect(level.success.map(\.criteria) == [nil, "from 100 users"])
    #expect(level.success.map(\.services) == ["mail", "a manager"])
    #expect(level.success.map(\.contact) == [nil, "success@example.com"])
  }

  @Test func `broken remediation and tiers of customer success`() {
    let found = #expect(throws: Mistakes.self) {
      _ = try level([
        ("exclusions", node("none")), ("remediation", list([map([]), node("")])),
        (
          "success",
          list([
            node("Basic"), map([("services", list([])), ("contct", node("x"))]),
            map([("name", node("A")), ("services", node("b"))]),
            map([("name", node("A")), ("services", node("c"))]),
          ])
        ),
      ])
    }
    #expect(
      found?.all.map(\.message) == [
        "`exclusions` is a list of texts", "an entry of `remediation` is a text",
        "an entry of `remediation` is a text",
        "a map with `name`, `criteria`, `services`, `contact` stands here", "`contct` means nothing here",
        "a tier of success has no `name`", "`services` is a text", "the tier `A` stands here twice",
      ])
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
      "timestamp,good,total\n2026-04-01,2,1.5\nfoo,-1,x\n2026-04-02,1\n",
      [
        "2: `good`, 2, is above `total`, 1.5", "3: `foo` is no time",
        "3: `good` is `-1`, no number from 0 to 1000000000000 with at most six digits after the point",
        "3: `total` is `x`, no number from 0 to 1000000000000 with at most six digits after the point",
        "4: this row has 2 fields, the first line has 3",
      ]
    ),
    (
      "timestamp,good,total\n2026-04-01,1,1\n2026-04-01,1,1\n",
      ["3: 2026-04-01 does not come after 2026-04-01; rows go forward in time, each once"]
    ),
    ("timestamp,good,total\n2026-04-01,1,1\n", ["1: fewer than two rows of measurements"]),
    (
      "timestamp,good,total\n0001-01-01,1,1\n9999-01-01,1,1\n",
      ["1: the measurements go from 0001-01-01 to 9999-01-01, more than 100 years"]
    ),
  ]) func `broken measurements`(_ text: String, _ complaints: [String]) {
    let found = #expect(throws: Mistakes.self) {
      _ = try Measured(CSVTable(Source(name: "m.csv", text: text)))
    }
    #expect(found?.all.map { "\($0.location.line): \($0.message)" } == complaints)
  }
}
