import Foundation
import Testing

/// The commands that make numbers of tables: what they answer, and how they refuse.
@Suite struct OperateTests {
  func run(_ arguments: String, input: String = "") throws -> Tool.Result {
    try Tool.run(arguments.split(separator: " ").map(String.init), input: input)
  }

  static let series = "Tests/AnalyticsTests/Series"

  @Test func `a forecast in three forms`() throws {
    let file = "\(Self.series)/trend-and-week.csv"
    let text = try run("forecast \(file) --horizon 7")
    #expect(text.status == 0)
    #expect(text.output.contains("\nMethod: Holt-Winters, additive season; "))
    let table = try run("forecast \(file) --until 2026-08-09 --format csv --level 0.9")
    let lines = table.output.split(separator: "\r\n")
    #expect(lines.first == "region,date,forecast,deviation,method,low90,high90")
    #expect(lines.count == 8)
    #expect(lines.last?.hasPrefix(",2026-08-09,") == true)
    let json = try run(
      "forecast - --format json --period 2",
      input: "date,value\n2026-01-01,1\n2026-01-02,2\n2026-01-03,1\n2026-01-04,2\n")
    let made = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(made?.first?["method"] as? String == "seasonal-naive")
  }

  @Test func `capacity, with files`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try run(
      "capacity \(Self.series)/nothing.csv --unit-capacity 50 --as-of 2026-11-22 --output-dir \(folder.path)")
    #expect(made.status == 0)
    #expect(made.output.contains("in a band from 70 % to 85 %"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == ["capacity.tf", "hpa-app.yaml"])
  }

  @Test(arguments: [
    ("bias -", "group,selected,total\na,30,100\nb,48,100\n", 1),
    ("bias -", "group,selected,total\na,47,100\nb,48,100\n", 0),
    ("bias -", "group,selected,total\na,4,10\nb,48,100\n", 3),
    ("canary - --usual 0.01 --harmful 0.5", "arm,success\n" + String(repeating: "canary,1\n", count: 9), 0),
    ("canary - --usual 0.01 --harmful 0.5", "arm,success\ncanary,0\ncanary,0\n", 1),
    ("canary - --usual 0.01 --harmful 0.5", "arm,success\ncanary,1\n", 3),
  ]) func `exit statuses`(_ arguments: String, _ input: String, _ status: Int32) throws {
    #expect(try run("\(arguments) --as-of 2026-11-22", input: input).status == status)
  }

  @Test func `drift`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, shift) in [("a", 0), ("b", 30)] {
      let rows = (0..<100).map { "\($0 + shift),\($0 % 3)" }
      try Data((["x,y"] + rows).joined(separator: "\n").utf8).write(to: folder.appending(path: "\(name).csv"))
    }
    let (a, b) = (folder.appending(path: "a.csv").path, folder.appending(path: "b.csv").path)
    #expect(try run("drift \(a) \(b) --as-of 2026-11-22").status == 1)
    #expect(try run("drift \(a) \(b) --column y --categorical y --as-of 2026-11-22").status == 0)
    #expect(try run("drift \(a) \(b) --column z --as-of 2026-11-22").status == 2)
  }

  @Test(arguments: [
    ("forecast -", "date,value\n2026-01-01,1\n2026-01-02,x\n", "standard input:3:1: error: `x` is no number"),
    ("forecast - --horizon 0", "", "error: `--horizon 0` is not a number from 1 to 2000"),
    ("forecast - --period 9223372036854775807", "", "is not a number from 2 to 20000"),
    ("forecast - --level 1", "", "error: `--level 1.0` is no share between 0 and 1"),
    ("forecast - --method holt", "", "error: `holt` is no method of forecasts"),
    (
      "capacity - --unit-capacity 50 --target 0.9", "",
      "error: `--target 0.9` is not in the band from 70.0 % to 85.0 %"
    ),
    (
      "capacity - --unit-capacity 50 --as-of 2025-01-01", "",
      "error: rules/operations.csv has no figure `utilizationLow` for 2025-01-01"
    ),
    ("canary - --usual 0.5 --harmful 0.1", "", "error: `--harmful 0.1` is not above `--usual 0.5`"),
    ("bias - --reference c", "group,selected\na,1\nb,0\n", "error: no row of `-` has the group `c`"),
  ]) func `bad input`(_ arguments: String, _ input: String, _ complaint: String) throws {
    let made = try run(
      arguments
        + (arguments.contains("--as-of") || arguments.hasPrefix("forecast") ? "" : " --as-of 2026-11-22"),
      input: input)
    #expect(made.status == 2)
    #expect(made.errors.contains(complaint))
  }

  static let promise =
    "service: Checkout <b>\nobjective: 99.9 %\nfee: 8000\ncredits:\n  - {below: 99.9 %, credit: 10 %}\n"

  @Test(arguments: [("text", 999, 0), ("text", 998, 1), ("json", 998, 1), ("html", 999, 0)])
  func `a service level`(_ format: String, _ good: Int, _ status: Int32) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sla.yaml").path
    try Data(Self.promise.utf8).write(to: URL(filePath: file))
    let rows = (1...30).map { "2026-04-\($0 < 10 ? "0" : "")\($0),\(good),1000" }
    let input = (["timestamp,good,total"] + rows).joined(separator: "\n")
    let made = try run("sla \(file) - --as-of 2026-11-22 --format \(format)", input: input)
    #expect(made.status == status)
    switch format {
    case "html":
      #expect(
        made.output.contains(
          "<h1 id=\"title\">Checkout &lt;b&gt;: <span class=\"verdict\">objective met</span></h1>"))
    case "json": #expect(made.output.contains("\"amount\": 800.0"))
    default: #expect(made.output.contains(status == 0 ? "objective met" : "10 %, 800.00"))
    }
  }

  @Test(arguments: [
    ("text", "MLOps platform: not settled; these may win: Modelbit, AWS MLOps\n"),
    ("text", "\nNote: left out: Neptune.ai, discontinued on 2026-03-05 (maintainers of software"),
    ("text", "\nNote: not confirmed to be offered, and compared as if it were: Modelbit (nothing was found"),
    ("text", "AWS MLOps has no upper end, for it is not stated: the most of the licence, people"),
    ("json", "\"verdict\": \"open\""),
    ("markdown", "# MLOps platform: not settled; these may win: Modelbit, AWS MLOps\n"),
    ("markdown", "| Technical capability | 25 % | unknown | unknown |"),
    ("html", "<span class=\"verdict\">not settled; these may win: Modelbit, AWS MLOps</span>"),
  ]) func `the platforms of the playbook`(_ format: String, _ part: String) throws {
    let made = try run("platform --as-of 2026-11-22 --format \(format)")
    #expect(made.status == 0)
    #expect(made.output.contains(part))
  }

  /// The first line of a definition, two options and a roadmap, with names that mean something in HTML and Markdown.
  static let choice = """
    title: Choice <b>
    criteria: [{id: a, weight: 1}]
    options: [{id: x|y, scores: {a: 4}}, {id: "<z>", scores: {a: 3}}]
    roadmap: [{id: one, days: {optimistic: 1, likely: 2, pessimistic: 9}}]
    """

  @Test(arguments: [
    ("platform -", "Choice <b>: x|y, if it is offered\n"),
    // Mean 3, standard deviation 8 ÷ 6: the chance of 3 days is a half.
    ("platform - --within 3 --start 2027-01-30", "The chance to finish within 3 days: 50.0 %."),
    ("platform - --start 2027-01-30", "2027-01-30 to 2027-02-01"),
    ("platform - --format markdown", "# Choice \\<b\\>: x\\|y, if it is offered\n"),
    ("platform - --format html", "<th scope=\"col\">&lt;z&gt;</th>"),
  ]) func `a choice of a platform`(_ arguments: String, _ part: String) throws {
    let made = try run("\(arguments) --as-of 2026-11-22", input: Self.choice)
    #expect(made.status == 0)
    #expect(made.output.contains(part))
  }

  @Test(arguments: [
    ("platform -", "title: T\nweights: 1\n", "standard input:2:1: error: `weights` means nothing here"),
    ("platform - --within 0", choice, "error: `--within 0.0` is not from 1.0 to 100000.0"),
    ("platform - --start soon", choice, "error: `soon` is not a date; write YYYY-MM-DD"),
    ("platform - --format csv", choice, "error: `csv` is not a format"),
    (
      "platform - --within 9",
      "title: T\ncriteria: [{id: a, weight: 1}]\noptions: [{id: x}, {id: y}]\n",
      "error: `standard input` has no `roadmap`, of which `--within` and `--start` speak"
    ),
  ]) func `a broken choice`(_ arguments: String, _ input: String, _ complaint: String) throws {
    let made = try run("\(arguments) --as-of 2026-11-22", input: input)
    #expect(made.status == 2)
    #expect(made.errors.contains(complaint))
  }

  static let success = """
    remediation:
      - We name the cause within 5 working days
      - We agree on a plan <within> 10
    success:
      - {name: Plus, criteria: from 100 users, services: a manager of success, contact: success@example.com}

    """

  /// `missing`: the first of ten days in April without a row.
  @Test(
    arguments: [
      ("text", 998, nil, 1), ("text", 999, nil, 0), ("text", 999, 10, 3), ("json", 998, nil, 1),
      ("json", 999, 10, 3), ("html", 998, nil, 1), ("html", 999, nil, 0), ("html", 999, 10, 3),
    ] as [(String, Int, Int?, Int32)])
  func `remediation, customer success and what is unknown`(
    _ format: String, _ good: Int, _ missing: Int?, _ status: Int32
  ) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sla.yaml").path
    try Data((Self.promise + Self.success).utf8).write(to: URL(filePath: file))
    let days = (1...30).filter { day in missing.map { !($0..<$0 + 10).contains(day) } ?? true }
    let rows = days.map { "2026-04-\($0 < 10 ? "0" : "")\($0),\(good),1000" }
    let input = (["timestamp,good,total"] + rows).joined(separator: "\n")
    let made = try run("sla \(file) - --as-of 2026-11-22 --format \(format)", input: input)
    #expect(made.status == status)
    let isMissed = status == 1
    switch format {
    case "html":
      #expect(made.output.contains("<p>The objective was missed in 2026-04:</p>") == isMissed)
      #expect(
        made.output.contains(
          "<dt>If the objective is missed</dt><dd><ol><li>We name the cause within 5 working days</li><li>We agree on a plan &lt;within&gt; 10</li></ol></dd>"
        ))
      #expect(made.output.contains("<h2 id=\"success-title\">Customer success</h2>"))
      #expect(
        made.output.contains(
          "<tr><th scope=\"row\">Plus</th><td>from 100 users</td><td>a manager of success</td><td>success@example.com</td></tr>"
        ))
      // Nothing of the report of a plan.
      for furniture in ["<script", "script-src", "Skip to the verdict", "plan, packs", "Theme:"] {
        #expect(!made.output.contains(furniture))
      }
      #expect(
        made.output.contains("<td>66.6 %</td><td>19980</td><td>20000</td><td>99.9000 %</td><td>unknown</td>")
          == (status == 3))
    case "json":
      let object = try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any]
      let month = (object?["months"] as? [[String: Any]])?.first
      #expect(month?["violation"] as? Bool == (isMissed ? true : nil))
      #expect(month?["credit"] as? Double == (isMissed ? 0.1 : nil))
      #expect(object?["kept"] as? Bool == (isMissed ? false : nil))
      let remediation = object?["remediation"] as? [String: Any]
      #expect(remediation?["missed"] as? [String] == (isMissed ? ["2026-04"] : []))
      #expect((remediation?["steps"] as? [String])?.count == 2)
      #expect((object?["success"] as? [[String: Any]])?.first?["contact"] as? String == "success@example.com")
    default:
      let lead = isMissed ? "The objective was missed in 2026-04:" : "If the objective is missed:"
      #expect(made.output.contains("\n\n\(lead)\n  1. We name the cause within 5 working days\n"))
      #expect(
        made.output.contains(
          "\nCustomer success:\n  Plus (from 100 users): a manager of success; success@example.com\n"))
      #expect(made.output.contains("nobody knows whether the objective is met") == (status == 3))
    }
  }

  @Test(arguments: [
    (
      "capacity - --unit-capacity=0 --hourly-cost=-1 --target=2 --fewest=0 --level=1.5 --currency=EURO --horizon 7 --until 2027-01-01 --beyond=-1",
      [
        "error: `--unit-capacity 0.0` is not from 1e-09 to 1000000000000000.0",
        "error: `--hourly-cost -1.0` is not from 0.0 to 1000000000.0",
        "error: `--fewest 0` is not a number from 1 to 1000000",
        "error: `--target 2.0` is not in the band from 70.0 % to 85.0 %",
        "error: `--level 1.5` is no share between 0 and 1",
        "error: `--currency EURO` is not three capital letters, such as EUR",
        "error: `--horizon` and `--until` say each how far; give one", "error: `--beyond` needs `--plan`",
        "error: `--beyond -1` is not a number from 0 to 3660",
      ]
    ),
    (
      "drift \(series)/nothing.csv \(series)/nothing.csv --significance 7 --column nope --format xml",
      [
        "error: `xml` is not a format", "error: `--significance 7.0` is not from 1e-06 to 0.5",
        "nothing.csv:1:1: error: there is no column `nope`",
      ]
    ),
    (
      "bias - --level 2 --ratio 7",
      [
        "error: `--level 2.0` is no share between 0 and 1", "error: `--ratio 7.0` is not from 0.01 to 1.0",
        "standard input:1:1: error: the file is empty",
      ]
    ),
    (
      "canary - --usual 2 --harmful 0 --miss 3",
      [
        "error: `--usual 2.0` is no share", "error: `--harmful 0.0` is no share",
        "error: `--miss 3.0` is not from",
      ]
    ),
  ]) func `mistakes in options are told all at once`(_ arguments: String, _ complaints: [String]) throws {
    let made = try run("\(arguments) --as-of 2026-11-22")
    #expect(made.status == 2)
    for complaint in complaints { #expect(made.errors.contains(complaint), "\(complaint)") }
  }

  /// Seven weeks of days from 1 June 2026; the last is 19 July.
  static let regions: String = {
    let start = 20_605
    let days = (0..<49).map { day in
      let date = Date(timeIntervalSince1970: Double((start + day) * 86_400))
      return date.formatted(.iso8601.year().month().day())
    }
    let rows = ["AT", "home", "nl"].flatMap { region in
      days.enumerated().map { "\($1),\(100 + $0 % 7),\(region)" }
    }
    return (["date,value,region"] + rows + ["2026-07-01,5,DE"]).joined(separator: "\n")
  }()

  static let markets = """
    pratique: 1
    markets:
      - {country: AT, entry: 2026-08-15}
      - {country: NL, entry: 2026-08-15}
      - {country: DE, entry: 2026-09-01}
      - {country: FR}

    """

  @Test(arguments: [
    ("--plan PLAN", "2026-08-15"), ("--plan PLAN --beyond 14", "2026-08-29"),
    ("--until 2026-08-01", "2026-08-01"),
  ]) func `a forecast to the entry of each market`(_ options: String, _ last: String) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appending(path: "plan.yaml").path
    try Data(Self.markets.utf8).write(to: URL(filePath: plan))
    let asked = options.replacing("PLAN", with: plan)
    let isPlan = asked != options
    for command in ["forecast -", "capacity - --unit-capacity 5 --as-of 2026-11-22"] {
      let json = try run("\(command) \(asked) --format json", input: Self.regions)
      #expect(json.status == 3)
      let made = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      let steps = try #require(made.first?["steps"] as? [[String: Any]])
      #expect(steps.last?["date"] as? String == last)
      var reasons: [String: String] = [:]
      for each in made { reasons[each["region"] as? String ?? ""] = each["notForecast"] as? String }
      #expect(
        reasons
          == (isPlan
            ? [
              "DE": "one value is no series", "FR": "a market of the plan, of which the table has no value",
              "NL": "a market of the plan, of which the table has no value",
              "home": "no market of `\(plan)`", "nl": "no market of `\(plan)`; did you mean `NL`?",
            ] : ["DE": "one value is no series"]))
      let text = try run("\(command) \(asked)", input: Self.regions)
      #expect(text.status == 3)
      #expect(text.output.contains("\nNot forecast:\n  DE: one value is no series\n"))
      #expect(text.output.contains("Note: to the entry on 2026-08-15") == isPlan)
      let table = try run("\(command) \(asked) --format csv", input: Self.regions)
      #expect(table.errors.contains("note: region `DE` is not forecast: one value is no series\n"))
    }
  }

  @Test(arguments: [
    ("date,value\n2026-06-01,1\n2026-06-02,1\n", "has no column `region`, where the countries"),
    (
      "date,value,region\n2026-08-20,1,AT\n2026-08-21,1,AT\n",
      "region `AT`: the last value, 2026-08-21, is not before the entry on 2026-08-15; --beyond goes on after it"
    ),
    (
      "date,value,region\n2026-06-20,1,FR\n2026-06-21,1,FR\n",
      "states no date on which this market is entered"
    ),
    (
      "date,value,region\n2026-06-20,1,AT\n2026-06-21,1,AT\n",
      "region `AT`: 2 values are fewer than two periods of 7"
    ),
  ]) func `no region can be forecast`(_ input: String, _ complaint: String) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appending(path: "plan.yaml").path
    try Data(Self.markets.utf8).write(to: URL(filePath: plan))
    let made = try run("forecast - --plan \(plan)", input: input)
    #expect(made.status == 2)
    #expect(made.errors.contains(complaint))
  }

  @Test func `a broken service level`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sla.yaml").path
    try Data("service: x\nobjectve: 0.9\n".utf8).write(to: URL(filePath: file))
    let made = try run("sla \(file) - --as-of 2026-11-22", input: "timestamp,good,total\n")
    #expect(made.status == 2)
    #expect(
      made.errors.contains("sla.yaml:2:1: error: `objectve` means nothing here; did you mean `objective`?"))
  }
}
