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
    /// Own work in working days, without its waits: minimum, likely, maximum.
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
    /// Days on which it is carried out under the capacity that the plan states: never before the earliest ones.
    package var start: CalendarDate
    package var finish: CalendarDate
    /// The last day on which it may end: the day before the first entry that needs it, or before the first day of the law if that
    /// is later; or the end of a window for filing. nil: nothing binds on a day.
    package var due: CalendarDate?
    /// What must be true for it to be ticked off.
    package var doneWhen = ""
    /// Days in which somebody else has it, within `start...finish`.
    package var waits: [Wait] = []
    /// Markets that it serves, by country code.
    package var markets: [String] = []
    /// `eu.gdpr/art-27`: the provisions behind it, also those that it serves as a prerequisite.
    package var provisions: [String] = []
    /// People of the owner's role that it takes while own work lasts.
    package var people: Double = 0
    /// External cost in EUR, likely.
    package var cost: Double = 0
    package var progress: Progress = .open
    /// When the schedule as it was at the beginning had it; nil without a progress file.
    package var baseline: Span?
    /// Ids of the tasks that start later because this one ends later than in the baseline.
    package var pushes: [String] = []

    package var isLate: Bool { due.map { finish > $0 } ?? false }
  }

  package struct Span: Sendable, Hashable {
    package var start: CalendarDate
    package var finish: CalendarDate
  }

  /// A time in which somebody outside has the work.
  package struct Wait: Sendable {
    /// Answer of the authority.
    package var title: String
    /// authority, notifiedBody, worksCouncil, translator …
    package var party: String
    package var span: Span
    /// Where the law fixes it.
    package var citation: String?
  }

  package enum Progress: Sendable, Hashable {
    case open
    /// Since when, and working days still to do.
    case underWay(since: CalendarDate, remaining: Int)
    case done(on: CalendarDate)
  }

  /// The first day of work.
  package var start: CalendarDate
  /// start + 90 calendar days, or the day asked for.
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
  /// By owner: how much work falls on whom, and how many people there are if the plan says so.
  package var workloads: [Workload] = []
  /// What the dates rest on, in words.
  package var assumptions: [String] = []
  package var choice: Choice?
  package var bound: Bound?
  /// Clocks that run after entry.
  package var clocks: [Clock] = []
  /// What bound, likelihood and levers are computed from when somebody asks for them.
  var basis: Basis?

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
    /// The earliest day of entry with no gap that blocks it, law that begins by then included; nil: see `blockedBy`.
    package var lawful: CalendarDate?
  }

  package struct Workload: Sendable {
    package var owner: String
    package var tasks: Int
    /// Person days, likely.
    package var effortDays: Double
    /// Working days of the window.
    package var workingDays: Int
    /// As the plan states; nil: not stated, and no limit to the schedule.
    package var people: Double?
    /// The most people that its tasks take on one day of the schedule.
    package var peak: Double = 0
  }

  /// How the remedies were chosen.
  package struct Choice: Sendable {
    /// effort, time or money.
    package var objective: String
    /// Sums over the chosen measures, prerequisites included; likely figures.
    package var effortDays: Double
    package var cost: Double
    /// In units of the objective: what was chosen, and what no choice can undercut.
    package var value: Double
    package var bound: Double
    /// No choice is better.
    package var isProven: Bool
    /// Gaps closed, and the measures it takes.
    package var gaps: Int
    package var measures: Int
    package var alternatives: [Alternative] = []
    /// Gaps whose remedies were all ruled out.
    package var ruledOut: [String] = []
    /// The decisions that leave those without a way, and decisions that cannot be kept.
    package var obstacles: [String] = []
    package var conflicts: [RemedyProblem.Conflict] = []
    /// Gaps that the choice opens and for which it was made too; whether nothing more was open when the rounds ended.
    package var followUps: [String] = []
    package var isSettled = true
    /// Titles of remedies left out because the plan with them still has their gap.
    package var failed: [String] = []
    /// Findings whose remedy was proven by judging the changed plan; those that stayed open; those that the change opened;
    /// those whose change is stated in words alone.
    package var proof: Proof?
  }

  /// Another way to close some gaps, with its price against the choice.
  package struct Alternative: Sendable {
    /// Ids of the findings concerned.
    package var gaps: [String]
    /// Titles of the remedies.
    package var instead: String
    package var use: String
    /// Task ids that fall away, and that come in.
    package var drops: [String]
    package var adds: [String]
    /// Differences; positive: dearer, later.
    package var effortDays: Double
    package var cost: Double
    package var days: Int
    /// The worst of the remedies used.
    package var standing = RemedyProblem.Standing.proven
  }

  package struct Proof: Sendable {
    package var closed: [String]
    package var stillOpen: [String]
    package var opened: [String]
    package var inWords: [String]
  }

  /// What the finish cannot undercut, whatever the order of tasks.
  package struct Bound: Sendable {
    package var finish: CalendarDate
    /// In words: the critical path, or the work of a role.
    package var reason: String
  }

  /// How likely the schedule keeps its dates, by simulation over the three-point estimates.
  package struct Likelihood: Sendable {
    package var draws: Int
    package var seed: UInt64
    /// Draws that finish by the deadline.
    package var inTime: Int
    /// Finish that 10, 50, 80 and 90 % of the draws keep.
    package var quantiles: [(percent: Int, finish: CalendarDate)]
    /// By market: draws that are ready before its entry; nil without an entry date.
    package var markets: [(country: String, inTime: Int?)]
  }

  /// Something that would shorten the schedule, tried out.
  package struct Lever: Sendable {
    package enum Kind: String, Sendable { case remedy, people, window }
    package var kind: Kind
    package var title: String
    package var finish: CalendarDate
    package var daysSaved: Int
  }

  /// A clock that the law runs after entry: a breach must be notified within 72 hours.
  package struct Clock: Sendable {
    package var event: String
    package var within: String
    package var to: String?
    package var citation: String
    package var finding: String
  }
}
