import Engine
import FEEL

/// The entry schedule as JSON: keys sorted, the same bytes for the same report.
package func checklistJSON(_ report: Report) -> String { json(of: ChecklistFile(report)) }

/// The file of the checklist, for those who load tasks and need no findings; `rules/schema/checklist.schema.json`.
///
/// Additions raise the minor version and may be ignored by readers; anything else raises the major version.
package struct ChecklistFile: Codable, Sendable {
  package static let schemaVersion = "1.0"

  package var schemaVersion, asOf, engine, commandLine: String
  package var plan: ResultFile.Plan
  package var start, deadline, finish, latestFinish: String
  package var fits, fitsAtWorst: Bool
  package var summary: [String]
  package var markets: [ResultFile.MarketDate]
  package var tasks: [Task]
  package var criticalPath, withoutRemedy: [String]
  package var legalDates: [ResultFile.LegalDate]
  package var clocks: [ScheduleFile.Clock]
  package var workloads: [ResultFile.Workload]
  package var assumptions: [String]
  package var levers: [ScheduleFile.Lever]
  package var metrics: [MetricFile]
  package var choice: ScheduleFile.Choice?
  package var bound: ScheduleFile.Bound?
  package var likelihood: ScheduleFile.Likelihood?

  package struct Task: Codable, Sendable {
    package var id, title, description: String
    package var start, finish: String
    package var due: String?
    package var late: Int
    package var prerequisites: [String]
    package var owner: String
    package var external: String?
    package var phase, stream: String
    package var market, provisions, closes: [String]
    package var critical: Bool
    package var slack: Int
    package var fitsWindow: Bool
    package var duration: ResultFile.Duration
    package var effortDays, people, cost: Double
    package var doneWhen, evidence: String
    package var waits: [ScheduleFile.Wait]
    package var progress: ScheduleFile.Progress
    package var baseline: ScheduleFile.Span?
    package var pushes: [String]
    package var earliestStart, earliestFinish, latestStart, latestFinish, worstFinish: String
  }
}

extension ChecklistFile {
  init(_ report: Report) {
    let list = report.checklist
    self.init(
      schemaVersion: Self.schemaVersion, asOf: report.assessment.asOf.description,
      engine: report.assessment.engineVersion, commandLine: report.commandLine,
      plan: .init(file: report.assessment.planFile, organization: report.assessment.organization),
      start: list.start.description, deadline: list.deadline.description, finish: list.finish.description,
      latestFinish: list.latestFinish.description, fits: list.fits, fitsAtWorst: list.fitsAtWorst,
      summary: report.checklistHead, markets: list.markets.map(ResultFile.MarketDate.init),
      tasks: report.tasks.map { Task($0, fitsWindow: !report.isLate($0)) }, criticalPath: list.criticalPath,
      withoutRemedy: list.withoutRemedy,
      legalDates: list.legalDates.map {
        .init(date: $0.date.description, title: $0.title, findings: $0.findings)
      },
      clocks: list.clocks.map(ScheduleFile.Clock.init),
      workloads: list.workloads.map(ResultFile.Workload.init),
      assumptions: list.assumptions, levers: report.levers.map(ScheduleFile.Lever.init),
      metrics: report.metrics.map(MetricFile.init),
      choice: list.choice.map(ScheduleFile.Choice.init), bound: list.bound.map(ScheduleFile.Bound.init),
      likelihood: report.likelihood.map(ScheduleFile.Likelihood.init))
  }
}

extension ChecklistFile.Task {
  init(_ task: Checklist.Task, fitsWindow: Bool) {
    self.init(
      id: task.id, title: task.title, description: task.description, start: task.start.description,
      finish: task.finish.description, due: task.due?.description, late: task.isOverdue ? task.daysLate : 0,
      prerequisites: task.requires, owner: task.owner, external: task.external, phase: task.phase.rawValue,
      stream: task.stream, market: task.markets, provisions: task.provisions, closes: task.closes,
      critical: task.isCritical, slack: task.slack, fitsWindow: fitsWindow,
      duration: .init(min: task.duration.min, likely: task.duration.likely, max: task.duration.max),
      effortDays: tenth(task.effortDays), people: tenth(task.people), cost: tenth(task.cost),
      doneWhen: task.doneWhen, evidence: task.evidence, waits: task.waits.map(ScheduleFile.Wait.init),
      progress: .init(task), baseline: task.baseline.map(ScheduleFile.Span.init), pushes: task.pushes,
      earliestStart: task.earliestStart.description, earliestFinish: task.earliestFinish.description,
      latestStart: task.latestStart.description, latestFinish: task.latestFinish.description,
      worstFinish: task.worstFinish.description)
  }
}
