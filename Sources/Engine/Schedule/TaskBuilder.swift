import FEEL
import Facts

/// Writes the tasks of the checklist from the project and its timetables.
struct TaskBuilder {
  let network: Network
  let scheduled: Scheduled
  let early: Timetable
  let worst: Timetable
  let phases: Phases
  let room: Room
  /// The chain that determines the finish.
  let path: [Int]

  init(network: Network, scheduled: Scheduled, early: Timetable, worst: Timetable, phases: Phases) {
    self.network = network
    self.scheduled = scheduled
    self.early = early
    self.worst = worst
    self.phases = phases
    let planning = scheduled.planning
    room = planning.levelling.room(of: planning.times, planning.lengths)
    path = planning.times.chain(endingAt: planning.times.lastPlace(planning.project))
  }

  func task(_ place: Int) -> Checklist.Task {
    let draft = network.drafts[place]
    let task = scheduled.project.tasks[place]
    let times = scheduled.planning.times
    let slack = max(0, task.owner.count(from: times.start[place], to: room.start[place]))
    let isCritical = !task.isDone && (slack == 0 || path.contains(place))
    var made = Checklist.Task(
      id: draft.id, title: draft.title,
      description: draft.control?.description ?? draft.job.change?.text ?? "",
      owner: draft.owner, external: draft.control?.external, stream: draft.stream, phase: draft.phase(phases),
      duration: (min: draft.days.min, likely: draft.days.likely, max: draft.days.max),
      effortDays: draft.effort, requires: task.requires.map { network.drafts[$0].id }.sorted(),
      earliestStart: CalendarDate(day: early.start[place]),
      earliestFinish: CalendarDate(day: early.finish[place]),
      latestStart: CalendarDate(day: room.start[place]), latestFinish: CalendarDate(day: room.finish[place]),
      slack: slack, isCritical: isCritical, closes: draft.job.closes.sorted(),
      evidence: draft.control?.evidence ?? "The changed plan, assessed again",
      isPlanned: draft.job.isPlanned, worstFinish: CalendarDate(day: worst.finish[place]),
      calendars: [draft.home].compactMap(\.self) + draft.away,
      start: CalendarDate(day: times.start[place]), finish: CalendarDate(day: times.finish[place]))
    made.due = scheduled.due(place).map(CalendarDate.init(day:))
    made.doneWhen = draft.doneWhen
    made.waits = waits(place)
    made.markets = draft.job.markets.sorted()
    made.provisions = Set(network.serves[place].compactMap { network.provisions[$0] }).sorted()
    made.people = Double(scheduled.people(place)) / 1000
    made.cost = draft.isRenewal ? 0 : draft.control?.cost.likely ?? draft.job.change?.cost ?? 0
    if let baseline = scheduled.baseline {
      made.baseline = Checklist.Span(
        start: CalendarDate(day: baseline.start[place]), finish: CalendarDate(day: baseline.finish[place]))
      made.pushes = scheduled.pushed(by: place).map { network.drafts[$0].id }.sorted()
    }
    switch task.state {
    case .open: break
    case .underWay(let since, let remaining):
      made.progress = .underWay(since: CalendarDate(day: since), remaining: remaining)
    case .done(_, let day): made.progress = .done(on: CalendarDate(day: day))
    }
    return made
  }

  private func waits(_ place: Int) -> [Checklist.Wait] {
    let planning = scheduled.planning
    guard !scheduled.project.tasks[place].isDone else { return [] }
    let spans = planning.levelling.waits(place, end: planning.times.end[place], planning.lengths)
    return zip(network.drafts[place].waits, spans).compactMap { wait, span in
      guard span.first <= span.last else { return nil }
      return Checklist.Wait(
        title: wait.stated.title, party: wait.stated.party.rawValue,
        span: Checklist.Span(start: CalendarDate(day: span.first), finish: CalendarDate(day: span.last)),
        citation: wait.stated.cite)
    }
  }
}
