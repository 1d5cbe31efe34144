@testable import Engine
import FEEL
@testable import Facts
@testable import Rules
import Testing

/// What is done and when, in small plans worked out by hand. 23 November 2026 is a Monday.
struct ScheduleTests {
  let catalogue = Catalogue(controls: [
    .sample("map", lead: (7, 14, 28), owner: "DPO"),
    .sample("register", requires: ["map"], lead: (7, 7, 14), owner: "DPO"),
    .sample("assess", requires: ["register"], lead: (14, 28, 56), owner: "DPO"),
    .sample("file", requires: ["assess"], lead: (28, 42, 84), external: "authority"),
    .sample("harden", lead: (7, 21, 42), owner: "CISO", stream: "infrastructure"),
    .sample("watch", requires: ["harden"], lead: (7, 7, 7), owner: "CISO", stream: "operations"),
  ])

  func checklist(
    _ findings: [Finding], inPlace: Set<String> = [], planned: Set<String> = [],
    markets: [Assessment.Market] = [.sample("DE", entry: day("2027-02-15"))],
    calendar: WorkCalendar = WorkCalendar(),
    home: String? = "US"
  ) -> Checklist {
    Checklist(
      closing: findings, catalogue: catalogue,
      status: { inPlace.contains($0) ? .asserted : planned.contains($0) ? .planned : .missing },
      markets: markets,
      home: home, start: day("2026-11-23"), horizon: day("2027-02-21"), calendar: calendar)
  }

  func gap(_ id: String, needs controls: String...) -> Finding {
    .sample(id, remedies: [Remedy(title: "Do it", controls: controls)])
  }

  @Test func `a chain is laid end to end, with its prerequisites`() {
    let list = checklist([gap("a", needs: "assess")])
    #expect(list.tasks.map(\.id) == ["map", "register", "assess"])
    // 14, 7 and 28 calendar days are 10, 5 and 20 working days.
    #expect(list.tasks.map(\.duration.likely) == [10, 5, 20])
    #expect(list.tasks.map(\.earliestStart.description) == ["2026-11-23", "2026-12-07", "2026-12-14"])
    #expect(list.tasks.map(\.earliestFinish.description) == ["2026-12-04", "2026-12-11", "2027-01-08"])
    #expect(list.tasks.map(\.closes) == [[], [], ["a"]])
    #expect(list.criticalPath == ["map", "register", "assess"])
    #expect(list.fits && list.finish == day("2027-01-08"))
    // At most 20, 10 and 40 working days: 14 weeks.
    #expect(list.latestFinish == day("2027-02-26") && !list.fitsAtWorst)
    #expect(list.deadline == day("2027-02-21"))
  }

  @Test func `what runs beside the chain has slack`() throws {
    let list = checklist([gap("a", needs: "assess"), gap("b", needs: "harden")])
    let harden = try #require(list.tasks.first { $0.id == "harden" })
    // 15 of 35 working days.
    #expect(harden.slack == 20 && !harden.isCritical)
    #expect(harden.latestStart == day("2026-12-21") && harden.latestFinish == day("2027-01-08"))
  }

  @Test func `what is in place is neither done again nor asked for as a prerequisite`() {
    let list = checklist([gap("a", needs: "map", "assess")], inPlace: ["map", "register"])
    #expect(list.tasks.map(\.id) == ["assess"])
  }

  @Test func `a subject's own state goes before that of the organization`() {
    let finding = gap("a", needs: "map").with(controls: [
      ControlState(control: "map", assurance: .missing)
    ])
    #expect(checklist([finding], inPlace: ["map"]).tasks.map(\.id) == ["map"])
  }

  @Test func `of the remedies that are not yet in place the cheapest is taken`() {
    let remedies = [
      Remedy(title: "Map", controls: ["map"]), Remedy(title: "Harden", controls: ["harden"]),
      Remedy(title: "Move", controls: [], change: "Host elsewhere"),
    ]
    let list = checklist([.sample("a", remedies: remedies)], inPlace: ["map"])
    #expect(list.tasks.map(\.id) == ["harden"])
    let moved = checklist([.sample("a", remedies: remedies)], inPlace: ["map", "harden"])
    #expect(moved.tasks.map(\.id) == ["change-eu-test-a"])
  }

  @Test func `one change for two findings is one task`() {
    let move = Remedy(title: "Move", controls: [], change: "Host in Frankfurt", days: 21)
    let list = checklist([.sample("b", remedies: [move]), .sample("a", remedies: [move])])
    #expect(list.tasks.map(\.id) == ["change-eu-test-a"])
    #expect(list.tasks.first?.closes == ["a", "b"])
    // 21 calendar days likely: 10.5 to 42, so 8, 15 and 30 working days.
    #expect(list.tasks.first.map { [$0.duration.min, $0.duration.likely, $0.duration.max] } == [8, 15, 30])
    let other = checklist([.sample("a", remedies: [Remedy(title: "Stop", controls: [], change: "Stop")])])
    // 5, 10, 20 calendar days.
    #expect(other.tasks.first.map { [$0.duration.min, $0.duration.likely, $0.duration.max] } == [4, 8, 15])
  }

  @Test func `a change follows the controls of its remedy and then takes a day`() {
    let both = Remedy(title: "Move", controls: ["map", "harden"], change: "Host in Frankfurt")
    let list = checklist([.sample("a", remedies: [both])], inPlace: ["map"])
    #expect(list.tasks.map(\.id) == ["harden", "change-eu-test-a"])
    #expect(list.tasks.map(\.duration.likely) == [15, 1] && list.tasks[1].requires == ["harden"])
    #expect(list.tasks.map(\.owner) == ["CISO", "Engineering"])
    // All controls in place, the gap still there: the change is what remains.
    let rest = checklist([.sample("a", remedies: [both])], inPlace: ["map", "harden"])
    #expect(rest.tasks.map(\.id) == ["change-eu-test-a"] && rest.tasks[0].duration.likely == 8)
  }

  @Test func `without a remedy the missing controls of the requirement are, else the gap is listed`() {
    let states = [
      ControlState(control: "map", assurance: .asserted),
      ControlState(control: "harden", assurance: .partial),
    ]
    #expect(checklist([.sample("a", controls: states)]).tasks.map(\.id) == ["harden"])
    let list = checklist([.sample("a")])
    #expect(list.tasks.isEmpty && list.withoutRemedy == ["a"] && list.fits && list.finish == list.start)
  }

  @Test func `only gaps and law that will gap within the horizon make tasks`() {
    let remedies = [Remedy(title: "Map", controls: ["map"])]
    func made(_ outcomes: Outcomes, _ verdict: Verdict?, from: String? = nil) -> Int {
      checklist([.sample("a", outcomes, verdict: verdict, appliesFrom: from.map(day), remedies: remedies)])
        .tasks.count
    }
    #expect(made(.gap, .gap) == 1)
    #expect(made(.gap, .waived) == 0)
    #expect(made([.gap, .satisfied], nil) == 0)
    #expect(made(.gap, .upcoming, from: "2027-02-21") == 1)
    #expect(made(.gap, .upcoming, from: "2027-02-22") == 0)
    #expect(made([.gap, .notApplicable], .upcoming, from: "2027-01-01") == 0)
  }

  @Test func `phases follow stream, depth and outside parties`() {
    let phases = catalogue.phases
    let found = Dictionary(uniqueKeysWithValues: catalogue.controls.map { ($0.id, phases[$0.id]) })
    #expect(
      found == [
        "map": .prepare, "register": .prepare, "assess": .build, "file": .build, "harden": .build,
        "watch": .run,
      ])
  }

  @Test func `an authority works on its own days, in every market at once`() throws {
    var away = WorkCalendar.Country(weekdays: [7, 1, 2, 3, 4])
    away.holidays = [day("2026-12-01").dayNumber]
    let calendar = WorkCalendar(countries: ["US": .init(weekdays: [1, 2, 3, 4, 5]), "SA": away])
    func filed(_ markets: String...) throws -> Checklist.Task {
      let list = checklist(
        [.sample("a", markets: markets, remedies: [Remedy(title: "File", controls: ["file"])])],
        inPlace: ["assess"], markets: markets.map { .sample($0) }, calendar: calendar)
      return try #require(list.tasks.first)
    }
    // 30 working days: six weeks at home.
    #expect(try filed("US").earliestFinish == day("2027-01-01"))
    // Monday to Thursday, less one holiday: 27 days up to 7 January, then three more.
    #expect(try filed("SA").earliestFinish == day("2027-01-13"))
    #expect(try filed("US", "SA").earliestFinish == day("2027-01-13"))
    #expect(try filed("US", "SA").calendars == ["US", "US", "SA"])
  }

  @Test func `a market is in time if the last task ends before its entry`() throws {
    let findings = [gap("a", needs: "assess"), gap("b", needs: "harden")]
    let markets: [Assessment.Market] = [
      .sample("DE", entry: day("2027-01-08")), .sample("FR", entry: day("2027-01-09")), .sample("IT"),
    ]
    var both = findings
    both[0].markets = ["DE", "FR"]
    both[1].markets = ["IT"]
    let list = checklist(both, markets: markets)
    #expect(list.markets.map(\.isInTime) == [false, true, nil])
    #expect(list.markets.map { $0.ready?.description } == ["2027-01-08", "2027-01-08", "2026-12-11"])
    #expect(list.markets[0].chain == ["map", "register", "assess"])
    #expect(list.markets[2].chain == ["harden"])
  }

  @Test func `legal dates are grouped by day and pack`() {
    let findings: [Finding] = [
      .sample("a", verdict: .upcoming, appliesFrom: day("2026-12-02")),
      .sample("b", .satisfied, appliesFrom: day("2026-12-02")),
      .sample("c", .notApplicable, appliesFrom: day("2026-12-02")),
      .sample("d", verdict: .upcoming, appliesFrom: day("2027-02-21")),
      .sample("e", verdict: .upcoming, appliesFrom: day("2027-02-22")),
    ]
    let dates = checklist(findings).legalDates
    #expect(dates.map(\.title) == ["Law: 2 provisions start to apply", "Law Article 1: Duty d"])
    #expect(dates.map(\.findings) == [["a", "b"], ["d"]])
  }

  @Test func `planned controls keep their task, and work is shown by owner`() {
    let list = checklist([gap("a", needs: "register"), gap("b", needs: "harden")], planned: ["map"])
    #expect(list.tasks.filter(\.isPlanned).map(\.id) == ["map"])
    #expect(list.workloads.map(\.owner) == ["DPO", "CISO"])
    // 23 November to 21 February: thirteen weeks.
    #expect(list.workloads.map(\.workingDays) == [65, 65])
    #expect(list.assumptions.contains { $0.contains("No calendar of US: Monday to Friday") })
    #expect(list.assumptions.contains { $0.contains("takes 10 (5 to 20) calendar days") })
  }

  @Test func `a circle of prerequisites is cut and said`() {
    let circle = Catalogue(controls: [.sample("x", requires: ["y"]), .sample("y", requires: ["x"])])
    let list = Checklist(
      closing: [gap("a", needs: "x")], catalogue: circle, status: { _ in .missing }, markets: [], home: nil,
      start: day("2026-11-23"), horizon: day("2027-02-21"), calendar: WorkCalendar())
    #expect(list.tasks.count == 2)
    #expect(list.assumptions.contains { $0.contains("form a circle") })
  }
}
