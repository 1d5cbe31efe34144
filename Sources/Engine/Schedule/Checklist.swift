package import FEEL

/// The tasks that close the gaps, each once, ordered in time: what to do, who, when, and whether it fits.
package struct Checklist: Sendable {
  package enum Phase: String, Sendable, CaseIterable { case prepare, build, run }

  package struct Task: Sendable {
    /// Control id, or `change-…` for a change to the plan.
    package var id: String
    package var title: String
    package var description: String
    package var owner: String
    package var external: String?
    package var stream: String
    package var phase: Phase
    /// Working days, minimum, likely, maximum.
    package var duration: (min: Int, likely: Int, max: Int)
    package var effortDays: Double
    /// Ids of tasks that come first.
    package var requires: [String]
    package var earliestStart: CalendarDate
    package var earliestFinish: CalendarDate
    package var latestStart: CalendarDate
    package var latestFinish: CalendarDate
    /// Working days that it can slip without moving the end.
    package var slack: Int
    /// No slack, or part of the chain that determines the finish.
    package var isCritical: Bool
    /// Ids of findings that it helps close; empty for a pure prerequisite.
    package var closes: [String]
    package var evidence: String
    /// Already under way according to the plan.
    package var isPlanned: Bool
    /// Earliest finish if every task takes its maximum.
    package var worstFinish: CalendarDate
    /// Countries whose working days count, the owner's first.
    package var calendars: [String] = []
  }

  package var start: CalendarDate
  /// start + 90 calendar days.
  package var deadline: CalendarDate
  /// By start, then finish, then id: prerequisites come first.
  package var tasks: [Task]
  /// Likely and worst finish of the whole.
  package var finish: CalendarDate
  package var latestFinish: CalendarDate
  /// Whether the likely finish is within the window; `fitsAtWorst`: the worst one too.
  package var fits: Bool
  package var fitsAtWorst: Bool
  /// Ids of the chain that determines the finish, in order.
  package var criticalPath: [String]
  /// Gaps for which the packs name no remedy.
  package var withoutRemedy: [String]
  /// Legal dates between start and the horizon: a law that starts to apply.
  package var legalDates: [LegalDate]
  /// In the order of the plan.
  package var markets: [MarketDate] = []
  /// By owner: how much work falls on whom. The schedule itself assumes that hands are no limit.
  package var workloads: [Workload] = []
  /// What the dates rest on, in words.
  package var assumptions: [String] = []

  package struct LegalDate: Sendable {
    package var date: CalendarDate
    package var title: String
    package var findings: [String]
  }

  /// When one market is ready, against the date on which the plan enters it.
  package struct MarketDate: Sendable {
    package var country: String
    package var name: String
    package var entry: CalendarDate?
    /// Last day of the tasks that close its gaps (upcoming law: if it starts by the entry); nil: nothing to
    /// do.
    package var ready: CalendarDate?
    package var worstReady: CalendarDate?
    /// The same for the gaps that block entry; nil: none of them, or one without remedy (see `blockedBy`).
    package var unblocked: CalendarDate?
    /// Entry-blocking gaps for which there is no task.
    package var blockedBy: [String]
    /// Whether the last day lies before the entry; nil without an entry date.
    package var isInTime: Bool?
    /// Ids of the chain that ends on the last day.
    package var chain: [String]
  }

  package struct Workload: Sendable {
    package var owner: String
    package var tasks: Int
    /// Person days, likely.
    package var effortDays: Double
    /// Working days of the window.
    package var workingDays: Int
  }
}
