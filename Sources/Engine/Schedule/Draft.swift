import FEEL
import Facts

/// A job with what the catalogue says of it: everything of a task but its dates.
struct Draft {
  /// Whose working days count.
  struct Calendars {
    var home: String?
    /// Where an authority or another local party takes part: one lane per market, each after that market's
    /// days too.
    var markets: [String] = []
    func lanes(of calendar: WorkCalendar) -> [WorkingDays] {
      let own = [home].compactMap(\.self)
      return markets.isEmpty ? [calendar.days(in: own)] : markets.map { calendar.days(in: own + [$0]) }
    }
  }

  let job: Work.Job
  let control: Catalogue.Control?
  let calendars: Calendars
  let duration: (min: Int, likely: Int, max: Int)
  var requires: [String] { control?.requires ?? job.change?.after.sorted() ?? [] }

  /// Of the markets, those of the plan count: a finding may name more countries than are entered.
  init(_ job: Work.Job, _ control: Catalogue.Control?, _ staffing: Staffing, _ markets: [String]) {
    self.job = job
    self.control = control
    let isLocal = control.map { $0.external != nil && $0.stream == "regulatory" } ?? false
    let concerned = markets.filter(job.markets.contains)
    calendars = Calendars(home: staffing.homeCode, markets: isLocal ? concerned : [])
    let days = control?.lead ?? job.change?.length ?? staffing.estimates.change
    let weekdays = staffing.weekdays
    duration = (
      Estimates.workingDays(days.min, weekdays: weekdays),
      Estimates.workingDays(days.likely, weekdays: weekdays),
      Estimates.workingDays(days.max, weekdays: weekdays)
    )
  }

  /// A control's phase is the catalogue's; a change belongs to build if it moves systems, and never before
  /// its controls.
  func phase(_ phases: Phases) -> Checklist.Phase {
    let own = phases[job.id] ?? (stream == "infrastructure" ? .build : .prepare)
    return requires.compactMap { phases[$0] }.reduce(own, max)
  }

  private var stream: String { control?.stream ?? Change.streams[job.change?.topic ?? ""] ?? "regulatory" }

  func task(
    _ times: Network.Times, requires: [String], phase: Checklist.Phase, isCritical: Bool, worst: Int
  ) -> Checklist.Task {
    Checklist.Task(
      id: job.id, title: control?.title ?? job.change?.title ?? job.id,
      description: control?.description ?? job.change?.text ?? "",
      owner: control?.owner ?? Change.owners[job.change?.topic ?? ""] ?? "Management",
      external: control?.external, stream: stream, phase: phase,
      duration: duration, effortDays: control?.effort.likely ?? job.change?.effort.likely ?? 0,
      requires: requires,
      earliestStart: CalendarDate(day: times.earliestStart),
      earliestFinish: CalendarDate(day: times.earliestFinish),
      latestStart: CalendarDate(day: times.latestStart), latestFinish: CalendarDate(day: times.latestFinish),
      slack: times.slack, isCritical: isCritical, closes: job.closes.sorted(),
      evidence: control?.evidence ?? "The changed plan, assessed again",
      isPlanned: job.isPlanned, worstFinish: CalendarDate(day: worst),
      calendars: [calendars.home].compactMap(\.self) + calendars.markets,
      start: CalendarDate(day: times.earliestStart), finish: CalendarDate(day: times.earliestFinish),
      markets: job.markets.sorted(), cost: control?.cost.likely ?? job.change?.cost ?? 0)
  }
}

/// Who changes a plan, and in which stream, by the topic of the rule: a remedy does not say.
private enum Change {
  static let owners = [
    "dataProtection": "DPO", "artificialIntelligence": "AI lead", "localization": "Engineering",
    "transfer": "Legal",
    "security": "Engineering", "employment": "HR",
  ]
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
