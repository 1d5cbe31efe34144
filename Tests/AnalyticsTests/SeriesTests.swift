import Analytics
import Diagnostics
import Testing

/// What a table of measurements may look like, and what is said of one that may not.
@Suite struct SeriesTests {
  static let broken: [(text: String, complaint: String)] = [
    ("", "d.csv:1:1: error: the file is empty; its first line names the columns"),
    ("date,value\n", "d.csv:1:1: error: there is no row with a value"),
    (
      "day,value\n2026-01-01,1\n",
      "d.csv:1:1: error: there is no column `date` or `timestamp`; rename `day` to `date`"
    ),
    ("date,value,value\n", "d.csv:1:1: error: the column `value` stands twice"),
    (
      "date,value\n2026-01-01,1\n2026-01-02\n",
      "d.csv:3:1: error: this row has 1 field, the first line has 2"
    ),
    (
      "date,value\n2026-02-30,1\n",
      "d.csv:2:1: error: `2026-02-30` is no date; write 2026-01-05 or 2026-01-05T10:00:00Z"
    ),
    ("date,value\n2026-01-01,1\n2026-01-02,0x10\n", "d.csv:3:1: error: `0x10` is no number"),
    (
      "date,value\n2026-01-01,1\n2026-01-02,2e15\n",
      "d.csv:3:1: error: `2e15` is beyond 1e15, the largest number that is read"
    ),
    (
      "date,value\n2026-01-01,1\n2026-01-02,-1e999\n",
      "d.csv:3:1: error: `-1e999` is beyond 1e15, the largest number that is read"
    ),
    ("date,value\n2026-01-01,nan\n2026-01-02,2\n", "d.csv:2:1: error: `nan` is no number"),
    ("date,value\n2026-01-01,1\n2026-01-01,2\n", "d.csv:3:1: error: 2026-01-01 stands twice, on line 2 too"),
    (
      "date,value\n2026-01-02,1\n2026-01-01,2\n",
      "d.csv:3:1: error: 2026-01-01 stands after 2026-01-02; rows go forward in time"
    ),
    ("date,value\n2026-01-01,1\n", "d.csv:2:1: error: one value is no series"),
    (
      "timestamp,value\n2026-01-01,1\n2026-01-02,1\n2026-01-03,1\n2026-01-03T05:00:00Z,2\n",
      "d.csv:5:1: error: 2026-01-03T05:00:00Z does not lie on the grid of 1 day that begins with 2026-01-01"
    ),
    ("date,value\n2026-01-01,\"1\n", "d.csv:2:1: error: a quoted field is not closed"),
    (
      "date,value\n2026-01-01,\"1\"2\n", "d.csv:2:1: error: a quoted field ends with a quote before the comma"
    ),
    (
      "date,value\n0001-01-01,1\n0001-01-02,1\n0001-01-03,1\n9999-01-01,1\n",
      "d.csv:5:1: error: the series has more than 20000 steps"
    ),
  ]

  @Test(arguments: broken) func `a broken table`(_ broken: (text: String, complaint: String)) throws {
    let found = #expect(throws: Mistakes.self) {
      _ = try Series.all(try CSVTable(Source(name: "d.csv", text: broken.text)))
    }
    #expect(found?.all.first?.text == broken.complaint)
  }

  @Test func `every mistake of a table is told`() {
    let text = "date,value\n2026-01-01,1,3\n2026-01-02\nfoo,baz\n2026-01-03,bar\n"
    let found = #expect(throws: Mistakes.self) {
      _ = try Series.all(try CSVTable(Source(name: "d.csv", text: text)))
    }
    #expect(
      found?.all.map(\.message) == [
        "this row has 3 fields, the first line has 2", "this row has 1 field, the first line has 2",
        "`foo` is no date", "`baz` is no number", "`bar` is no number",
      ])
    let columns = #expect(throws: Mistakes.self) {
      _ = try Series.all(try CSVTable(Source(name: "d.csv", text: "day,amount\n1,2,3\n")))
    }
    #expect(
      columns?.all.map(\.message) == [
        "there is no column `date` or `timestamp`", "there is no column `value`",
        "this row has 3 fields, the first line has 2",
      ])
  }

  @Test(arguments: [(20, nil), (21, "1 more mistake is not shown"), (57, "37 more mistakes are not shown")])
  func `after twenty mistakes stands how many more there are`(_ count: Int, _ last: String?) {
    let text = "date,value\n" + String(repeating: "foo,1\n", count: count)
    let found = #expect(throws: Mistakes.self) {
      _ = try Series.all(try CSVTable(Source(name: "d.csv", text: text)))
    }
    #expect(found?.all.count { $0.severity == .error } == 20)
    #expect(found?.all.first { $0.severity == .note }?.message == last)
  }

  @Test func `limits of a table`() {
    var limits = CSVTable.Limits()
    (limits.bytes, limits.rows, limits.columns) = (30, 2, 2)
    for text in [String(repeating: "a", count: 31), "a\n1\n2\n3\n", "a,b,c\n"] {
      #expect(throws: Mistakes.self) { _ = try CSVTable(Source(name: "d.csv", text: text), limits: limits) }
    }
  }

  @Test func `regions, gaps, line ends and a byte order mark`() throws {
    let text =
      "\u{FEFF}date,value,region\r\n2026-01-01,1,b\r\n2026-01-01,5,\"a, c\"\r\n2026-01-02,6,\"a, c\"\r\n2026-01-02,2,b\r\n2026-01-04,4,b\r\n2026-01-05,,b\r\n"
    let found = try Series.all(try CSVTable(Source(name: "d.csv", text: text))).series
    #expect(found.map(\.region) == ["a, c", "b"])
    #expect(found[1].values == [1, 2, nil, 4, nil])
    #expect(found[1].missing.map(\.description) == ["2026-01-03", "2026-01-05"])
    #expect(found[1].week == 7)
  }

  @Test(arguments: [
    ("2026-01-05", "2026-01-05"), ("2026-01-05T10:30", "2026-01-05T10:30:00Z"),
    ("2026-01-05 10:30:15.25", "2026-01-05T10:30:15Z"), ("2026-01-05T01:00:00+05:30", "2026-01-04T19:30:00Z"),
    ("1969-12-31T23:00Z", "1969-12-31T23:00:00Z"),
  ]) func `a moment`(_ text: String, _ shown: String) {
    #expect(Moment(text)?.description == shown)
  }

  @Test(arguments: [
    "", "2026-1-5", "2026-01-05T", "2026-01-05T25:00", "2026-01-05T10:00X", "2026-01-05T10:00+5",
    "12026-01-05",
  ])
  func `no moment`(_ text: String) { #expect(Moment(text) == nil) }
}
