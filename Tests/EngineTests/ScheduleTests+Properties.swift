@testable import Engine
import FEEL
@testable import Facts
@testable import Rules
import Testing

/// What holds of every schedule, tried on random catalogues, findings and calendars.
struct ScheduleProperties {
  /// A random problem; `isUniform`: everybody keeps the same calendar.
  struct Problem {
    var catalogue: Catalogue
    var findings: [Finding] = []
    var states: [String: ControlState.Assurance] = [:]
    var markets: [Assessment.Market] = []
    var calendar: WorkCalendar
    let start = day("2026-11-20")

    init(_ dice: inout Dice, isUniform: Bool, hasChoice: Bool = true) {
      let ids = (0..<24).map { "c\($0)" }
      var controls: [Catalogue.Control] = []
      for (place, id) in ids.enumerated() {
        let likely = Double(1 + dice.roll(60))
        controls.append(
          .sample(
            id, requires: dice.some(of: Array(ids[..<place]), percent: 12),
            lead: (likely / 2, likely, likely * Double(1 + dice.roll(3))),
            owner: dice.pick(["Legal", "CISO"]),
            stream: dice.pick(["regulatory", "infrastructure", "operations", "team"]),
            external: !isUniform && dice.chance(40) ? "authority" : nil))
      }
      catalogue = Catalogue(controls: dice.shuffled(controls))
      let countries = ["AA", "BB", "CC"]
      calendar = WorkCalendar()
      for code in ["HH"] + countries {
        var country = WorkCalendar.Country(
          weekdays: Set(dice.pick([[1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4]])))
        for _ in 0..<20 { country.holidays.insert(start.dayNumber + dice.roll(300)) }
        calendar.countries[code] = country
      }
      markets = countries.map { .sample($0, entry: start.adding(days: 200)) }
      for id in ids {
        states[id] = dice.pick([
          .missing, .missing, .unknown, .planned, .partial, .asserted, .evidenced, .stale,
        ])
      }
      for index in 0..<12 {
        var remedies = (0..<dice.roll(3)).map {
          Remedy(title: "r\($0)", controls: dice.some(of: ids, percent: 8))
        }
        if dice.chance(40) {
          let controls = dice.some(of: ids, percent: 5)
          remedies.append(
            Remedy(
              title: "Change", controls: controls, change: "x\(dice.roll(3))",
              days: dice.chance(30) ? 14 : nil))
        }
        if !hasChoice { remedies = Array(remedies.prefix(1)) }
        findings.append(
          .sample(
            "f\(index)", dice.pick([.gap, .gap, .satisfied, [.gap, .satisfied]]),
            markets: dice.some(of: countries, percent: 60), remedies: remedies,
            controls: dice.some(of: ids, percent: 10).map {
              .init(control: $0, assurance: dice.pick([.missing, .asserted]))
            }))
      }
    }

    func checklist(_ findings: [Finding]) -> Checklist {
      Checklist(
        closing: findings, catalogue: catalogue, status: { states[$0] ?? .missing }, markets: markets,
        home: "HH",
        start: start, horizon: day("2027-02-18"), calendar: calendar)
    }
  }

  @Test(arguments: [true, false])
  func `no task breaks a prerequisite, starts on a free day or lacks slack`(_ isUniform: Bool) throws {
    for seed in 0..<150 {
      var dice = Dice(seed: UInt64(seed))
      let problem = Problem(&dice, isUniform: isUniform)
      let list = problem.checklist(problem.findings)
      let byId = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0) })
      let home = problem.calendar.days(in: ["HH"])
      for task in list.tasks {
        for id in task.requires {
          let before = try #require(byId[id])
          #expect(before.earliestFinish < task.earliestStart && before.latestFinish < task.latestStart)
          #expect(before.phase <= task.phase)
        }
        #expect(task.slack >= 0)
        #expect(task.earliestStart <= task.latestStart && task.earliestFinish <= task.latestFinish)
        #expect(task.latestFinish <= list.finish && task.earliestStart >= list.start)
        #expect(task.earliestFinish <= task.worstFinish)
        for date in [task.earliestStart, task.earliestFinish, task.latestStart, task.latestFinish] {
          #expect(home.contains(date.dayNumber))
        }
        let needed = problem.catalogue[task.id]?.requires.filter { byId[$0] == nil } ?? []
        #expect(needed.allSatisfy { [.asserted, .evidenced, .stale].contains(problem.states[$0]) })
      }
    }
  }

  @Test func `the critical path is a path from a first task to the finish; on one calendar it has no slack`()
    throws
  {
    for seed in 0..<300 {
      var dice = Dice(seed: UInt64(seed))
      let isUniform = seed.isMultiple(of: 2)
      let problem = Problem(&dice, isUniform: isUniform)
      let list = problem.checklist(problem.findings)
      let byId = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0) })
      let path = try list.criticalPath.map { try #require(byId[$0]) }
      #expect(path.isEmpty == list.tasks.isEmpty)
      #expect(path.first?.requires.isEmpty ?? true)
      #expect(path.last.map { $0.earliestFinish == list.finish } ?? true)
      #expect(path.allSatisfy { $0.isCritical })
      for (before, after) in zip(path, path.dropFirst()) { #expect(after.requires.contains(before.id)) }
      if isUniform { #expect(path.allSatisfy { $0.slack == 0 }) }
      if let last = path.last { #expect(last.earliestStart == last.latestStart) }
    }
  }

  /// Without a choice of remedies: another gap may make a slower remedy the cheaper one.
  @Test func `another finding never moves the finish earlier, and their order does not matter`() {
    for seed in 0..<40 {
      var dice = Dice(seed: UInt64(seed))
      let problem = Problem(&dice, isUniform: false, hasChoice: false)
      var finish = problem.start
      var worst = problem.start
      for count in 0...problem.findings.count {
        let list = problem.checklist(Array(problem.findings.prefix(count)))
        #expect(list.finish >= finish && list.latestFinish >= worst)
        (finish, worst) = (list.finish, list.latestFinish)
      }
      let shuffled = problem.checklist(dice.shuffled(problem.findings))
      #expect("\(shuffled)" == "\(problem.checklist(problem.findings))")
    }
  }
}
