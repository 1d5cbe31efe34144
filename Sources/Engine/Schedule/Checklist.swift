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
    package var isCritical: Bool
    /// Ids of findings that it helps close; empty for a pure prerequisite.
    package var closes: [String]
    package var evidence: String
    /// Already under way according to the plan.
    package var isPlanned: Bool
  }

  package var start: CalendarDate
  /// start + 90 calendar days.
  package var deadline: CalendarDate
  package var tasks: [Task]
  /// Likely and worst finish of the whole.
  package var finish: CalendarDate
  package var latestFinish: CalendarDate
  package var fits: Bool
  /// Ids of the chain that determines the finish, in order.
  package var criticalPath: [String]
  /// Gaps for which the packs name no remedy.
  package var withoutRemedy: [String]
  /// Legal dates between start and the horizon: a law that starts to apply.
  package var legalDates: [LegalDate]

  package struct LegalDate: Sendable {
    package var date: CalendarDate
    package var title: String
    package var findings: [String]
  }
}
