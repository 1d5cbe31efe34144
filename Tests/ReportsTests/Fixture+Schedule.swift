@testable import Engine
import FEEL

@testable import Reports

extension Fixture {
  /// The made-up company two weeks on: one item done, one under way and late, waits, a choice with its price, a simulation.
  static let planned: Report = {
    var report = Fixture.report
    report.assessment.asOf = date("2026-11-16")
    report.checklist.tasks = [dataMap, region, appointment, assessment36, runbook]
    report.checklist.finish = date("2027-02-11")
    report.checklist.latestFinish = date("2027-04-09")
    report.checklist.criticalPath = ["data-map", "dpia"]
    report.checklist.markets = [
      .init(
        country: "DE", name: "Germany", entry: date("2027-02-01"), ready: date("2027-02-11"),
        worstReady: date("2027-04-09"), unblocked: date("2026-12-11"), blockedBy: [], isInTime: false,
        chain: ["data-map", "dpia"]),
      .init(
        country: "FR", name: "France", entry: nil, ready: date("2027-02-11"), worstReady: date("2027-04-09"),
        unblocked: nil, blockedBy: ["fr.law/x@organization"], isInTime: nil, chain: ["data-map", "dpia"]),
    ]
    report.checklist.workloads = [
      .init(owner: "DPO", tasks: 2, effortDays: 27.5, workingDays: 63, people: 1, peak: 1),
      .init(owner: "Engineering", tasks: 1, effortDays: 45, workingDays: 63, people: nil, peak: 1.5),
    ]
    report.checklist.choice = .init(
      objective: "effort", effortDays: 80.5, cost: 12_000, value: 80.5, bound: 80.5, isProven: true, gaps: 4,
      measures: 5,
      alternatives: [
        .init(
          gaps: ["eu.gdpr/art-46@ranking-us"], instead: "Host in the Union",
          use: "Standard contractual clauses; with #1: a test",
          drops: ["eu-region"], adds: ["scc"], effortDays: -30, cost: -7_500, days: 0)
      ], ruledOut: [],
      proof: .init(
        closed: ["eu.gdpr/art-46@ranking-us", "eu.gdpr/art-35@ranking"], stillOpen: [], opened: [],
        inWords: []))
    report.checklist.bound = .init(
      finish: date("2027-02-08"), reason: "the critical path with unlimited hands")
    report.checklist.clocks = [
      .init(
        event: "a personal data breach", within: "72 hours", to: "supervisory authority",
        citation: "GDPR Article 33(1)",
        finding: "eu.gdpr/art-33@organization")
    ]
    report.likelihood = .init(
      draws: 10_000, seed: 20_261_102, inTime: 1_249,
      quantiles: [
        (10, date("2027-01-29")), (50, date("2027-02-11")), (80, date("2027-02-26")),
        (90, date("2027-03-05")),
      ], markets: [("DE", 2_310), ("FR", nil)])
    report.levers = [
      .init(kind: .people, title: "One more DPO", finish: date("2027-02-09"), daysSaved: 2),
      .init(kind: .remedy, title: "Host in the Union", finish: date("2027-02-11"), daysSaved: 0),
    ]
    return report
  }()

  /// Done two days later than at first.
  private static let dataMap: Checklist.Task = {
    var task = Fixture.task(
      "data-map", "Data map", .prepare, "2026-11-02", "2026-11-13", critical: true, closes: [])
    task.stream = "team"
    task.markets = ["DE", "FR"]
    task.provisions = ["eu.gdpr/art-30", "eu.gdpr/art-35"]
    task.doneWhen = "Every system has an owner, a purpose and a place"
    task.progress = .done(on: date("2026-11-13"))
    task.baseline = .init(start: date("2026-11-02"), finish: date("2026-11-11"))
    task.pushes = ["dpia"]
    task.people = 0.5
    return task
  }()

  /// Eight weeks of prior consultation (GDPR 36(2)) from 18 December end on 11 February.
  private static let assessment36: Checklist.Task = {
    var task = Fixture.task(
      "dpia", "Impact assessment: prior consultation; with #, 100 %", .build, "2026-11-16", "2027-02-11",
      requires: ["data-map"], critical: true, closes: ["eu.gdpr/art-35@ranking"],
      external: "supervisory authority")
    task.duration = (min: 25, likely: 40, max: 80)
    task.markets = ["DE", "FR"]
    task.provisions = ["eu.gdpr/art-35", "eu.gdpr/art-36"]
    task.doneWhen = "The authority has answered, and its advice is carried out"
    task.waits = [
      .init(
        title: "Answer of the authority", party: "authority",
        span: .init(start: date("2026-12-18"), finish: date("2027-02-11")), citation: "GDPR Article 36(2)")
    ]
    task.due = date("2027-02-01")
    task.progress = .underWay(since: date("2026-11-16"), remaining: 30)
    task.baseline = .init(start: date("2026-11-12"), finish: date("2027-02-08"))
    task.people = 1
    task.cost = 4_500
    return task
  }()

  private static let region: Checklist.Task = {
    var task = Fixture.task(
      "eu-region", "Host in the Union", .build, "2026-11-02", "2026-12-11",
      closes: ["eu.gdpr/art-46@ranking-us"])
    task.owner = "Engineering"
    task.stream = "infrastructure"
    task.markets = ["DE"]
    task.provisions = ["eu.gdpr/art-46"]
    task.due = date("2027-02-01")
    task.people = 1.5
    task.cost = 7_500
    return task
  }()

  /// A single day.
  private static let appointment: Checklist.Task = {
    var task = Fixture.task("appointment", "Appointment", .prepare, "2026-11-16", "2026-11-16", closes: [])
    task.owner = "HR"
    task.stream = "team"
    task.markets = ["FR"]
    return task
  }()

  /// For no market of its own, and with text that tries to break out.
  private static let runbook: Checklist.Task = {
    var task = Fixture.task(
      "runbook", hostile, .run, "2026-12-14", "2026-12-18", requires: ["eu-region"],
      closes: ["eu.gdpr/art-33@organization"],
      planned: true)
    task.owner = "Operations [night]; day"
    task.stream = "operations"
    task.doneWhen = "-1 is not a formula"
    return task
  }()
}
