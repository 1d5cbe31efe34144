@testable import Engine
import FEEL
@testable import Facts
@testable import Rules
import Testing

/// What the choice makes of findings: tasks, what is ruled out and decided, alternatives.
struct RemedyWork {
  let catalogue = Catalogue(controls: [
    .sample("map", lead: (7, 14, 28)), .sample("register", requires: ["map"], lead: (7, 7, 14)),
    .sample("harden", lead: (7, 21, 42)),
  ])

  func work(
    _ findings: [Finding], _ preferences: Preferences = Preferences(), inPlace: Set<String> = [],
    failed: Set<RemedyMenu.Failure> = []
  ) -> Work {
    Work(
      closing: findings.filter { preferences.counts($0, on: day("2027-02-21")) }, controls: catalogue,
      status: { inPlace.contains($0) ? .asserted : .missing }, estimates: Estimates(),
      preferences: preferences, failed: failed)
  }

  let either = [
    Remedy(title: "Move", controls: ["harden"], change: "Host elsewhere", effort: 20, cost: 100),
    Remedy(title: "Stop", controls: [], change: "Drop the data", days: 90, effort: 1),
  ]

  @Test func `a change costs what the pack says, else the default`() {
    let stated = work([.sample("a", remedies: [either[0]])])
    #expect(
      stated.jobs["change-eu-test-a"]?.change?.effort
        == Catalogue.ThreePoint(min: 20.0 / 3, likely: 20, max: 200.0 / 3))
    #expect(stated.chosen.cost == 100)
    let unstated = work([
      .sample("a", remedies: [Remedy(title: "Move", controls: [], change: "Host elsewhere")])
    ])
    #expect(unstated.chosen.effort == 3 && unstated.chosen.cost == 0)
  }

  @Test func `the objective turns the choice`() {
    let finding = Finding.sample("a", remedies: either)
    // Its task keeps its name whatever is chosen.
    #expect(work([finding]).jobs.keys.sorted() == ["change-eu-test-a-2"])
    // 21 calendar days and 1 for the change, against 90.
    let soon = work([finding], Preferences(objective: .time))
    #expect(soon.jobs.keys.sorted() == ["change-eu-test-a", "harden"] && soon.choice.value == 22)
    #expect(soon.jobs["change-eu-test-a"]?.change?.after == ["harden"])
  }

  @Test func `ruled out and decided are controls, titles and tasks`() {
    let finding = Finding.sample("a", remedies: either)
    for name in ["change-eu-test-a-2", "Stop"] {
      #expect(
        work([finding], Preferences(ruledOut: [name])).jobs.keys.sorted() == ["change-eu-test-a", "harden"])
    }
    for name in ["change-eu-test-a", "Move"] {
      #expect(
        work([finding], Preferences(decided: [name])).jobs.keys.sorted() == ["change-eu-test-a", "harden"])
    }
    let none = work([finding], Preferences(ruledOut: ["harden", "Stop"]))
    #expect(none.jobs.isEmpty && none.withoutRemedy == ["a"] && none.choice.ruledOut == ["a"])
    // A decided control is work even if the gap is closed another way.
    #expect(
      work([finding], Preferences(decided: ["harden"])).jobs.keys.sorted() == [
        "change-eu-test-a-2", "harden",
      ])
  }

  /// Words cost one day, giving the market up half of one, the proven way twenty.
  @Test func `an estimate is no reason to take what nothing proves, or to give up business`() throws {
    let proven = Remedy(
      title: "Move", controls: [], change: "Host elsewhere", effort: 20,
      edits: [.init(.set, "activity.moved", .boolean(true))])
    let words = Remedy(title: "Explain", controls: [], change: "Say why it is fair", effort: 1)
    let leave = Remedy(
      title: "Leave", controls: [], change: "Leave the market", effort: 0.5,
      edits: [.init(.set, "activity.moved", .boolean(true))], surrenders: true)
    func taken(_ remedies: [Remedy], _ preferences: Preferences = Preferences()) -> [String] {
      work([.sample("a", remedies: remedies)], preferences).taken.map(\.remedy.title)
    }
    for objective in Preferences.Objective.allCases {
      #expect(taken([leave, words, proven], Preferences(objective: objective)) == ["Move"])
    }
    // Only where no better one is left, or where it is decided.
    #expect(taken([leave, words, proven], Preferences(ruledOut: ["Move"])) == ["Explain"])
    #expect(taken([leave, words, proven], Preferences(ruledOut: ["Move", "Explain"])) == ["Leave"])
    #expect(taken([leave, words]) == ["Explain"] && taken([leave]) == ["Leave"])
    #expect(taken([leave, words, proven], Preferences(decided: ["Leave"])) == ["Leave"])
    #expect(taken([leave, words, proven], Preferences(decided: ["Explain"])) == ["Explain"])
    // A control alone is judged anew: it counts as proven.
    #expect(taken([words, Remedy(title: "Harden", controls: ["harden"])]) == ["Harden"])

    let others = work([.sample("a", remedies: [leave, words, proven])]).alternatives
    #expect(others.map(\.use) == ["Leave", "Explain"] && others.map(\.effortDays) == [-19.5, -19])
    #expect(others.map(\.standing) == [.surrenders, .inWords])
  }

  @Test func `gaps below the severity are not planned`() {
    let low = Finding.sample("a", severity: .low, remedies: either)
    #expect(work([low], Preferences(severity: .medium)).jobs.isEmpty)
    #expect(work([low], Preferences(severity: .low)).jobs.count == 1)
  }

  @Test func `prerequisites that are in place cost nothing`() {
    let remedies = [
      Remedy(title: "Register", controls: ["register"]), Remedy(title: "Harden", controls: ["harden"]),
    ]
    #expect(work([.sample("a", remedies: remedies)]).jobs.keys.sorted() == ["harden"])
    // Equal then: the shorter lead time.
    #expect(work([.sample("a", remedies: remedies)], inPlace: ["map"]).jobs.keys.sorted() == ["register"])
  }

  @Test func `an alternative names what comes and goes, with its price`() throws {
    let all = work([.sample("a", remedies: either), .sample("b", remedies: [either[1], either[0]])])
      .alternatives
    let one = try #require(all.first)
    #expect(all.count == 1 && one.gaps == ["a", "b"] && one.instead == "Stop" && one.use == "Move")
    #expect(one.drops == ["change-eu-test-a-2"] && one.adds == ["change-eu-test-a", "harden"])
    let effort = catalogue["harden"]?.effort.likely ?? 0
    #expect(
      one.effortDays == 19 + effort && one.cost == 100 + (catalogue["harden"]?.cost.likely ?? 0)
        && one.days == -68)
  }
}
