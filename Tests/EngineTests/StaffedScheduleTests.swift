import Diagnostics
@testable import Engine
import FEEL
@testable import Facts
@testable import Rules
import Testing

/// Schedules under people, waits, windows, days and progress, in small plans worked out by hand. 23 November 2026 is a Monday.
struct StaffedScheduleTests {
  static func control(
    _ id: String, requires: [String] = [], days: Double = 14, effort: Double = 10, owner: String = "DPO",
    waits: [Catalogue.Wait] = [], windows: [Catalogue.Window] = []
  ) -> Catalogue.Control {
    var control = Catalogue.Control.sample(id, requires: requires, lead: (days, days, days), owner: owner)
    control.effort = .init(min: effort, likely: effort, max: effort)
    control.waits = waits
    control.windows = windows
    return control
  }

  static func gap(_ id: String, _ controls: String..., markets: [String] = ["DE"]) -> Finding {
    .sample(id, markets: markets, blocksEntry: true, remedies: [Remedy(title: "Do it", controls: controls)])
  }

  static func checklist(
    _ controls: [Catalogue.Control], _ findings: [Finding], inPlace: Set<String> = [],
    markets: [Assessment.Market] = [.sample("DE", entry: day("2027-02-15"))],
    calendar: WorkCalendar = WorkCalendar(), today: String = "2026-11-23", terms: Checklist.Terms = .init()
  ) -> Checklist {
    Checklist(
      closing: findings, catalogue: Catalogue(controls: controls),
      status: { inPlace.contains($0) ? .asserted : .missing }, markets: markets, home: "US",
      start: day(today), horizon: day("2027-02-21"), calendar: calendar, terms: terms)
  }

  static func terms(
    _ team: [String: Int] = [:], by: String? = nil, progress: Checklist.ProgressReport? = nil
  ) -> Checklist.Terms {
    var terms = Checklist.Terms()
    terms.team = team.sorted { $0.key < $1.key }.map { .init(name: $0.key, thousandths: $0.value) }
    terms.by = by.map(day)
    terms.progress = progress
    return terms
  }

  /// Two tasks of ten working days and ten person days each, the second with a follower of another role.
  static let controls = [control("a"), control("b"), control("c", requires: ["b"], days: 7, owner: "CISO")]
  static let findings = [gap("f", "a"), gap("g", "c")]

  @Test func `one person does one thing after the other, two side by side`() throws {
    let free = Self.checklist(Self.controls, Self.findings)
    #expect(
      free.tasks.map { "\($0.id) \($0.start) \($0.finish)" } == [
        "a 2026-11-23 2026-12-04", "b 2026-11-23 2026-12-04", "c 2026-12-07 2026-12-11",
      ])
    let one = Self.checklist(Self.controls, Self.findings, terms: Self.terms(["DPO": 1000]))
    // What has a follower goes first: 10 days each, the follower beside the second.
    #expect(
      one.tasks.map { "\($0.id) \($0.start) \($0.finish)" } == [
        "b 2026-11-23 2026-12-04", "c 2026-12-07 2026-12-11", "a 2026-12-07 2026-12-18",
      ])
    #expect(one.criticalPath == ["b", "a"] && one.finish == day("2026-12-18"))
    #expect(one.tasks[2].earliestStart == day("2026-11-23") && one.tasks[2].people == 1)
    let bound = try #require(one.lowerBound())
    #expect(bound.finish == one.finish && bound.reason.contains("2 tasks of DPO take 20 person days"))
    #expect(one.workloads.first { $0.owner == "DPO" }.map { [$0.people, $0.peak] } == [1, 1])
    let two = Self.checklist(Self.controls, Self.findings, terms: Self.terms(["DPO": 2000]))
    #expect(two.finish == free.finish)
    #expect(one.levers().map { "\($0.title) \($0.daysSaved)" } == ["DPO: 2 people 7"])
    #expect(two.levers().isEmpty)
  }

  @Test func `half a person takes twice as long`() {
    let list = Self.checklist([Self.control("a")], [Self.gap("f", "a")], terms: Self.terms(["DPO": 500]))
    #expect(list.finish == day("2026-12-18") && list.tasks[0].people == 0.5)
    #expect(list.assumptions.contains { $0.contains("DPO 0.5") })
  }

  @Test func `others have the work for their own days, without hands`() {
    let wait = Catalogue.Wait(
      party: .authority, place: .market, unit: .working, days: .init(min: 3, likely: 5, max: 10),
      title: "Answer", cite: "Law 1")
    let eightWeeks = Catalogue.Wait(
      party: .authority, place: .market, unit: .calendar, days: .init(min: 28, likely: 28, max: 56),
      title: "Clock")
    var away = WorkCalendar.Country(weekdays: [1, 2, 3, 4, 5])
    away.holidays = [day("2026-12-08").dayNumber]
    let calendar = WorkCalendar(countries: ["US": .init(weekdays: [1, 2, 3, 4, 5]), "DE": away])
    let control = Self.control("a", days: 21 + 28, waits: [wait, eightWeeks])
    let list = Self.checklist(
      [control, Self.control("b")], [Self.gap("f", "a"), Self.gap("g", "b")], calendar: calendar,
      terms: Self.terms(["DPO": 1000]))
    // 49 days less 28 and less 5 × 7 ÷ 5: two weeks of own work, to 4 December. The answer takes five German working days from
    // 5 December, the 8th being free: to 14 December. Then 28 days.
    let task = list.tasks[0]
    #expect(task.id == "a" && task.duration.likely == 10)
    #expect(
      task.waits.map { "\($0.title) \($0.span.start) \($0.span.finish)" } == [
        "Answer 2026-12-05 2026-12-14", "Clock 2026-12-15 2027-01-11",
      ])
    #expect(task.finish == day("2027-01-11") && task.waits[0].citation == "Law 1")
    // The other task has the hands as soon as own work is done.
    #expect(list.tasks[1].start == day("2026-12-07"))
    // At worst ten and 56 days.
    #expect(task.worstFinish == day("2027-02-15"))
  }

  @Test func `a task must be done before the first entry that needs it, or before the law begins`() throws {
    let markets: [Assessment.Market] = [
      .sample("DE", entry: day("2026-12-11")), .sample("FR", entry: day("2027-01-31")), .sample("IT"),
    ]
    let law = Finding.sample(
      "l", verdict: .upcoming, markets: ["DE"], blocksEntry: true, appliesFrom: day("2027-02-01"),
      remedies: [Remedy(title: "Do it", controls: ["l"])])
    let list = Self.checklist(
      [
        Self.control("a"), Self.control("b", requires: ["a"], days: 7), Self.control("l", days: 60),
        Self.control("i"),
      ],
      [Self.gap("f", "b", markets: ["FR", "DE"]), Self.gap("g", "i", markets: ["IT"]), law], markets: markets)
    let due = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0.due?.description) })
    #expect(due == ["a": "2026-12-10", "b": "2026-12-10", "l": "2027-01-31", "i": nil])
    // 5 days after 4 December end on the 11th, a day too late.
    #expect(list.tasks.filter(\.isLate).map(\.id) == ["b"])
    #expect(list.markets.map { $0.lawful?.description } == ["2026-12-12", "2026-12-12", "2026-12-05"])
    #expect(list.tasks.first { $0.id == "a" }?.provisions == ["eu.test/f"])
  }

  @Test func `law that begins by the later entry holds it up again`() {
    let law = Finding.sample(
      "l", verdict: .upcoming, blocksEntry: true, appliesFrom: day("2026-12-01"),
      remedies: [Remedy(title: "Do it", controls: ["l"])])
    let controls = [Self.control("a"), Self.control("l", days: 42)]
    let list = Self.checklist(controls, [Self.gap("f", "a"), law], markets: [.sample("DE")])
    // The gap is closed on 4 December; by then the law binds, and its 30 working days end on 1 January.
    #expect(list.markets[0].lawful == day("2027-01-02"))
    // Without the gap one could enter today, before the law.
    #expect(Self.checklist(controls, [law], markets: [.sample("DE")]).markets[0].lawful == day("2026-11-23"))
  }

  @Test func `the window can be any day`() {
    let controls = [Self.control("a")]
    for (by, fits) in [("2026-12-03", false), ("2026-12-04", true)] {
      let list = Self.checklist(controls, [Self.gap("f", "a")], terms: Self.terms(by: by))
      #expect(list.deadline == day(by) && list.fits == fits)
    }
  }

  @Test func `a filing is due so many days after what it follows`() throws {
    let window = Catalogue.Window(after: "a", within: 10, unit: .working, cite: "Law 2")
    for (days, isLate) in [(14.0, false), (15.0, true)] {
      let list = Self.checklist(
        [Self.control("a"), Self.control("b", days: days, windows: [window])],
        [Self.gap("f", "a"), Self.gap("g", "b")])
      let filing = try #require(list.tasks.last)
      // Two weeks after 4 December; what is 15 days long takes 11 working days.
      #expect(filing.id == "b" && filing.due == day("2026-12-18") && filing.isLate == isLate)
      #expect(filing.requires == ["a"])
    }
  }

  @Test func `evidence that ends before the entry is renewed, and is no gap`() throws {
    let satisfied = Finding.sample("s", .satisfied, controls: [.init(control: "a", assurance: .evidenced)])
    func list(until: String) -> Checklist {
      var terms = Checklist.Terms()
      terms.evidence = [.init(control: "a", until: day(until))]
      return Self.checklist([Self.control("a")], [satisfied], inPlace: ["a"], terms: terms)
    }
    let task = try #require(list(until: "2027-02-14").tasks.first)
    #expect(task.id == "renew-a" && task.title == "Renew: Control a" && task.closes.isEmpty)
    #expect(task.due == day("2027-02-14") && task.markets == ["DE"])
    #expect(list(until: "2027-02-15").tasks.isEmpty)
  }

  @Test func `beyond the known holidays weekends alone are free, and the schedule says so`() {
    var home = WorkCalendar.Country(weekdays: [1, 2, 3, 4, 5])
    home.holidays = [day("2026-11-26").dayNumber]
    let calendar = WorkCalendar(
      countries: ["US": home], known: day("2026-10-01").dayNumber...day("2026-11-30").dayNumber)
    let list = Self.checklist([Self.control("a")], [Self.gap("f", "a")], calendar: calendar)
    #expect(list.finish == day("2026-12-07"))
    #expect(
      list.assumptions.contains(
        "Public holidays are known from 2026-10-01 to 2026-11-30; outside, only weekends are free."))
  }

  @Test func `half of the draws of a symmetric triangle end by its middle`() throws {
    var control = Self.control("a")
    // Every day of the week counts: 10, 20 and 30 days.
    control.lead = .init(min: 10, likely: 20, max: 30)
    let calendar = WorkCalendar(countries: ["US": .init(weekdays: [1, 2, 3, 4, 5, 6, 7])])
    let list = Self.checklist(
      [control], [Self.gap("f", "a")], calendar: calendar, terms: Self.terms(by: "2026-12-12"))
    let likely = try #require(list.likelihood())
    // 20 days from 23 November end on 12 December; four standard errors of 10,000 draws are 2 %.
    #expect(likely.draws == 10_000 && abs(likely.inTime - 5000) < 200)
    // 10 + √20 = 14.5, 20, 30 − √40 = 23.7 and 30 − √20 = 25.5 days, begun ones whole.
    #expect(
      likely.quantiles.map(\.finish.description) == ["2026-12-07", "2026-12-12", "2026-12-16", "2026-12-18"])
    #expect(likely.markets.map(\.inTime) == [10_000])
    #expect("\(try #require(list.likelihood()))" == "\(likely)")
    #expect(list.likelihood(seed: 2)?.inTime != likely.inTime)
  }
}
