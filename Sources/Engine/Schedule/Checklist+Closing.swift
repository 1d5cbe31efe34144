package import FEEL
package import Facts
import Rules

extension Checklist {
  /// The tasks for every gap among `findings`, and for law that starts by the horizon and would gap.
  ///
  /// `status` is the organization-wide state of a control; `home` the country whose calendar the own staff
  /// follow; `start` the day from which the work is planned: today. `selection`: what was chosen already, for what the choice
  /// opens too; without it the gaps of the plan alone are closed.
  package init(
    closing findings: [Finding], catalogue: Catalogue, status: @escaping (String) -> ControlState.Assurance,
    markets: [Assessment.Market], home: String?, start: CalendarDate, horizon: CalendarDate,
    calendar: WorkCalendar, estimates: Estimates = Estimates(), preferences: Preferences = Preferences(),
    terms: Terms = Terms(), selection: RemedySelection? = nil
  ) {
    let gaps = findings.filter { preferences.counts($0, on: horizon) }
    let open = gaps + (selection?.followUps ?? [])
    let work =
      selection?.work
      ?? Work(
        closing: gaps, controls: catalogue, status: status, estimates: estimates, preferences: preferences)
    let staffing = Staffing(calendar: calendar, home: home, estimates: estimates, team: terms.team)
    let first = terms.progress.map { min($0.start, start) } ?? start
    deadline = terms.by ?? first.adding(days: estimates.window) ?? first
    let reliance = Reliance(terms.evidence, findings, markets, until: deadline)
    let codes = markets.map(\.country)
    let drafts =
      work.jobs.values.sorted { $0.id < $1.id }.map { Draft($0, catalogue[$0.id], staffing, codes) }
      + reliance.jobs(besides: work.jobs).map {
        Draft($0, catalogue[$0.id], staffing, codes, isRenewal: true)
      }
    let network = Network(drafts, staffing, open, markets, reliance)
    let scheduled = Scheduled(network.project(from: first), today: start, terms.progress)
    let times = scheduled.planning.times
    let worst = scheduled.planning.worst
    let early = scheduled.planning.earliest

    let built = TaskBuilder(
      network: network, scheduled: scheduled, early: early, worst: worst, phases: catalogue.phases)
    let all = drafts.indices.map { built.task($0) }
    self.start = first
    tasks = all.sorted { ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id) }
    finish = all.map(\.finish).max() ?? first
    latestFinish = all.map(\.worstFinish).max() ?? first
    fits = finish <= deadline
    fitsAtWorst = latestFinish <= deadline
    criticalPath = built.path.map { drafts[$0].id }
    withoutRemedy = work.withoutRemedy
    choice = work.choice
    legalDates = Self.legalDates(findings, from: first, to: horizon)
    let readying = Readying(drafts: drafts, times: times, worst: worst.finish, start: start.dayNumber)
    self.markets = readying.dates(of: markets, open, withoutRemedy: Set(work.withoutRemedy))
    workloads = Workload.all(of: drafts, scheduled, staffing, first...max(first, deadline))
    assumptions =
      staffing.assumptions(
        drafts, from: first, to: max(latestFinish, deadline), dropped: network.dropped.map { drafts[$0].id })
      + preferences.assumptions(findings, on: horizon)
    clocks = Clock.all(of: findings)
    basis = Basis(
      scheduled: scheduled, roles: staffing.roles,
      markets: zip(markets, self.markets).map { market, _ in readying.places(closing: market, open) })
  }
}

extension Checklist.Workload {
  /// By owner, the most work first. `window`: the days whose working days are told.
  fileprivate static func all(
    of drafts: [Draft], _ scheduled: Scheduled, _ staffing: Staffing, _ window: ClosedRange<CalendarDate>
  ) -> [Self] {
    let places = Dictionary(grouping: drafts.indices) { drafts[$0].owner }
    return places.map { owner, places in
      let stated = staffing.team.first { $0.name == owner }
      let days = staffing.days(in: [staffing.country(of: owner)].compactMap(\.self))
      return Self(
        owner: owner, tasks: places.count,
        effortDays: places.map { drafts[$0].effort }.sorted().reduce(0, +),
        workingDays: days.count(from: window.lowerBound.dayNumber, to: window.upperBound.dayNumber + 1),
        people: stated.map { Double($0.thousandths) / 1000 }, peak: scheduled.peak(of: places))
    }.sorted { ($1.effortDays, $0.owner) < ($0.effortDays, $1.owner) }
  }
}

extension Checklist.Clock {
  /// Clocks of the law that applies or may apply, each once.
  fileprivate static func all(of findings: [Finding]) -> [Self] {
    var seen: Set<String> = []
    return findings.filter { $0.verdict != .notApplicable && $0.verdict != .error }.flatMap { finding in
      finding.rule.provision.clocks.compactMap { clock in
        let key = "\(finding.pack)/\(finding.provision) \(clock.event) \(clock.within) \(clock.unit.rawValue)"
        guard seen.insert(key).inserted else { return nil }
        let citations = clock.citations.isEmpty ? finding.rule.provision.citations : clock.citations
        return Self(
          event: clock.event, within: clock.withinText, to: clock.to,
          citation: citations.map(\.text).joined(separator: "; "), finding: finding.id)
      }
    }
  }
}

extension Clock {
  /// `72 hours`, `1 working day`.
  package var withinText: String {
    let words = unit == .workingDays ? "working days" : unit.rawValue
    return "\(within) \(within == 1 ? String(words.dropLast()) : words)"
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

  /// The last day on which it can be closed before it binds in a market that is entered on that day.
  func lastDay(before entry: CalendarDate) -> Int {
    guard verdict == .upcoming, let appliesFrom else { return entry.dayNumber - 1 }
    return max(entry, appliesFrom).dayNumber - 1
  }
}
