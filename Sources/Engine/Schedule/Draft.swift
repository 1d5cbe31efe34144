import FEEL
import Facts

/// A job with what the catalogue says of it: everything of a task but its dates.
struct Draft {
  let job: Work.Job
  let control: Catalogue.Control?
  /// New evidence for a control that is in place.
  let isRenewal: Bool
  /// Countries whose working days count: those of the owner, then of every market in which somebody outside takes part.
  let home: String?
  let away: [String]
  let days: Project.Days
  let waits: [(stated: Catalogue.Wait, countries: [String], length: Project.Days)]
  /// Person days, likely.
  let effort: Double
  /// Thousandths of people that it takes while own work lasts.
  let demand: Int

  var id: String { isRenewal ? Self.renewal + job.id : job.id }
  static let renewal = "renew-"
  var requires: [String] { isRenewal ? [] : control?.requires ?? job.change?.after.sorted() ?? [] }
  var owner: String { control?.owner ?? Change.owners[job.change?.topic ?? ""] ?? Change.owner }
  var countries: [String] { away + waits.flatMap(\.countries) + [home].compactMap(\.self) }

  /// Of the markets, those of the plan count: a finding may name more countries than are entered.
  init(
    _ job: Work.Job, _ control: Catalogue.Control?, _ staffing: Staffing, _ markets: [String],
    isRenewal: Bool = false
  ) {
    self.job = job
    self.control = control
    self.isRenewal = isRenewal
    let owner = control?.owner ?? Change.owners[job.change?.topic ?? ""] ?? Change.owner
    let home = staffing.country(of: owner)
    self.home = home
    let concerned = markets.filter(job.markets.contains)
    let stated = control?.waits ?? []
    waits = stated.map { wait in
      let there = wait.place == .market && !concerned.isEmpty ? concerned : [home].compactMap(\.self)
      return (wait, wait.unit == .working ? there : [], Project.Days(wait.days))
    }
    // Where the days of the party outside are stated, own work goes on without it.
    let isLocal = stated.isEmpty && control?.external != nil && control?.stream == "regulatory"
    away = isLocal && !isRenewal ? concerned : []
    let weekdays = staffing.days(in: [home].compactMap(\.self)).weekdays
    let length =
      isRenewal
      ? staffing.estimates.renewal
      : (control?.lead ?? job.change?.length ?? staffing.estimates.change).without(
        stated.map { $0.days.scaled($0.unit == .working ? 7 / Double(weekdays) : 1) })
    days = Project.Days(length, weekdays: weekdays)
    effort = isRenewal ? 0 : control?.effort.likely ?? job.change?.effort.likely ?? 0
    demand = Self.demand(effort, days.likely)
  }

  /// Effort ÷ working days, in thousandths of people, rounded up.
  private static func demand(_ effort: Double, _ days: Int) -> Int {
    guard effort > 0, days > 0 else { return 0 }
    return Int(min(1e6, effort * 1000 / Double(days)).rounded(.up))
  }

  /// The task for the schedule, without its prerequisites.
  func task(_ staffing: Staffing) -> Project.Task {
    let own = [home].compactMap(\.self)
    var task = Project.Task(
      id: id, lanes: away.isEmpty ? [staffing.days(in: own)] : away.map { staffing.days(in: own + [$0]) },
      owner: staffing.days(in: own), length: days)
    task.waits = waits.map { wait in
      Project.Wait(
        lanes: wait.stated.unit == .calendar
          ? []
          : wait.countries.isEmpty ? [staffing.days(in: [])] : wait.countries.map { staffing.days(in: [$0]) },
        length: wait.length)
    }
    task.role = staffing.place(of: owner)
    task.demand = demand
    return task
  }

  /// A control's phase is the catalogue's; a change belongs to build if it moves systems, and never before
  /// its controls. Evidence is renewed while everything runs.
  func phase(_ phases: Phases) -> Checklist.Phase {
    if isRenewal { return .run }
    let own = phases[job.id] ?? (stream == "infrastructure" ? .build : .prepare)
    return requires.compactMap { phases[$0] }.reduce(own, max)
  }

  var stream: String { control?.stream ?? Change.streams[job.change?.topic ?? ""] ?? "regulatory" }

  var title: String {
    let title = control?.title ?? job.change?.title ?? job.id
    return isRenewal ? "Renew: \(title)" : title
  }

  /// What must be true for it to be ticked off.
  var doneWhen: String {
    if isRenewal { return "New evidence is kept: \(control?.evidence ?? "")" }
    if let control { return control.done ?? "Kept as evidence: \(control.evidence)" }
    return "The changed plan, assessed again, no longer has the gap"
  }
}

/// Who changes a plan, and in which stream, by the topic of the rule: a remedy does not say.
enum Change {
  static let owners = [
    "dataProtection": "DPO", "artificialIntelligence": "AI lead", "localization": "Engineering",
    "transfer": "Legal",
    "security": "Engineering", "employment": "HR",
  ]
  static let owner = "Management"
  static let streams = ["localization": "infrastructure", "security": "infrastructure"]
}

extension CalendarDate {
  /// The day with a number that the schedule computed.
  init(day: Int) {
    guard let date = CalendarDate(dayNumber: day) else {
      preconditionFailure("a schedule ends within the years of the calendar")
    }
    self = date
  }
}
