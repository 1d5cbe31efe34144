package import FEEL
package import Facts
import Rules

extension Checklist {
  /// The tasks for every gap among `findings`, and for law that starts by the horizon and would gap.
  ///
  /// `status` is the organization-wide state of a control; `home` the country whose calendar the own staff
  /// follow.
  package init(
    closing findings: [Finding], catalogue: Catalogue, status: @escaping (String) -> ControlState.Assurance,
    markets: [Assessment.Market], home: String?, start: CalendarDate, horizon: CalendarDate,
    calendar: WorkCalendar,
    estimates: Estimates = Estimates(), preferences: Preferences = Preferences()
  ) {
    let controls = catalogue
    let open = findings.filter { preferences.counts($0, on: horizon) }
    let work = Work(
      closing: open, controls: controls, status: status, estimates: estimates, preferences: preferences)
    let staffing = Staffing(calendar: calendar, home: home, estimates: estimates)
    let drafts = work.jobs.values.sorted { $0.id < $1.id }.map { job in
      Draft(job, controls[job.id], staffing, markets.map(\.country))
    }
    let places = Dictionary(uniqueKeysWithValues: drafts.enumerated().map { ($1.job.id, $0) })
    let network = Network(
      drafts.map { draft in
        Network.Node(
          id: draft.job.id, lanes: draft.calendars.lanes(of: calendar),
          owner: calendar.days(in: [home].compactMap(\.self)),
          length: draft.duration.likely, requires: draft.requires.compactMap { places[$0] })
      })
    let times = network.times(from: start.dayNumber)
    let worst = network.with(lengths: drafts.map(\.duration.max)).forward(from: start.dayNumber).map(\.finish)
    let path = network.chain(times.map(\.earliestFinish))
    let phases = catalogue.phases
    let onPath = Set(path)

    let all = network.nodes.indices.map { place in
      drafts[place].task(
        times[place], requires: network.nodes[place].requires.map { drafts[$0].job.id }.sorted(),
        phase: drafts[place].phase(phases), isCritical: times[place].slack == 0 || onPath.contains(place),
        worst: worst[place])
    }
    self.start = start
    deadline = start.adding(days: estimates.window) ?? start
    tasks = all.sorted {
      ($0.earliestStart, $0.earliestFinish, $0.id) < ($1.earliestStart, $1.earliestFinish, $1.id)
    }
    finish = all.map(\.earliestFinish).max() ?? start
    latestFinish = all.map(\.worstFinish).max() ?? start
    fits = finish <= deadline
    fitsAtWorst = latestFinish <= deadline
    criticalPath = path.map { drafts[$0].job.id }
    withoutRemedy = work.withoutRemedy
    choice = work.choice
    legalDates = Self.legalDates(findings, from: start, to: horizon)
    self.markets = Readying(
      network: network, finish: times.map(\.earliestFinish), worst: worst, drafts: drafts
    )
    .dates(of: markets, open, withoutRemedy: Set(work.withoutRemedy))
    workloads = Self.workloads(all, staffing.home.count(from: start.dayNumber, to: deadline.dayNumber + 1))
    assumptions = staffing.assumptions(
      drafts, from: start, to: max(latestFinish, deadline),
      dropped: network.dropped.map { drafts[$0.0].job.id })
      + preferences.assumptions(findings, on: horizon)
  }

  private static func workloads(_ tasks: [Task], _ workingDays: Int) -> [Workload] {
    Dictionary(grouping: tasks, by: \.owner).map { owner, tasks in
      Workload(
        owner: owner, tasks: tasks.count, effortDays: tasks.map(\.effortDays).sorted().reduce(0, +),
        workingDays: workingDays)
    }.sorted { ($1.effortDays, $0.owner) < ($0.effortDays, $1.owner) }
  }
}

extension Finding {
  /// A gap, or law to come within the horizon that would be one.
  func isOpen(on horizon: CalendarDate) -> Bool {
    switch verdict {
    case .gap: true
    case .upcoming: outcomes == .gap && (appliesFrom.map { $0 <= horizon } ?? true)
    default: false
    }
  }

  /// Whether it binds on the day of entry; law without an entry date counts.
  func binds(at entry: CalendarDate?) -> Bool {
    guard verdict == .upcoming, let appliesFrom, let entry else { return true }
    return appliesFrom <= entry
  }
}
