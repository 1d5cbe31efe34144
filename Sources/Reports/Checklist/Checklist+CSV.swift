import Engine
import FEEL

/// The tasks as a table (RFC 4180); the columns are described in `docs/checklist.md`.
package func checklistCSV(_ report: Report) -> String {
  csv(
    [checklistColumns.map(\.name)]
      + report.tasks.map { task in checklistColumns.map { $0.cell(task, report) } })
}

/// The columns with what stands in them, in their order.
private let checklistColumns: [(name: String, cell: @Sendable (Checklist.Task, Report) -> String)] = [
  ("id", { task, _ in task.id }),
  ("title", { task, _ in task.title }),
  ("description", { task, _ in task.description }),
  ("markets", { task, _ in listed(task.markets) }),
  ("phase", { task, _ in task.phase.rawValue }),
  ("stream", { task, _ in task.stream }),
  ("owner", { task, _ in task.owner }),
  ("with", { task, _ in task.external ?? "" }),
  ("start", { task, _ in task.start.description }),
  ("finish", { task, _ in task.finish.description }),
  ("due", { task, _ in task.due?.description ?? "" }),
  ("days late", { task, _ in String(task.isOverdue ? task.daysLate : 0) }),
  ("state", { task, _ in task.state }),
  ("done on", { task, _ in task.doneOn?.description ?? "" }),
  ("percent done", { task, _ in task.percentDone.map(String.init) ?? "" }),
  ("done when", { task, _ in task.doneWhen }),
  ("evidence", { task, _ in task.evidence }),
  ("provisions", { task, _ in listed(task.provisions) }),
  ("closes", { task, _ in listed(task.closes) }),
  ("requires", { task, _ in listed(task.requires) }),
  ("waits", { task, _ in listed(task.waits.map(\.text)) }),
  ("days min", { task, _ in String(task.duration.min) }),
  ("days likely", { task, _ in String(task.duration.likely) }),
  ("days max", { task, _ in String(task.duration.max) }),
  ("effort days", { task, _ in decimal(task.effortDays) }),
  ("people", { task, _ in decimal(task.people) }),
  ("cost EUR", { task, _ in decimal(task.cost) }),
  ("critical", { task, _ in yes(task.isCritical) }),
  ("slack", { task, _ in String(task.slack) }),
  ("fits in window", { task, report in yes(!report.isLate(task)) }),
  ("earliest start", { task, _ in task.earliestStart.description }),
  ("earliest finish", { task, _ in task.earliestFinish.description }),
  ("latest start", { task, _ in task.latestStart.description }),
  ("latest finish", { task, _ in task.latestFinish.description }),
  ("worst finish", { task, _ in task.worstFinish.description }),
  ("baseline start", { task, _ in task.baseline?.start.description ?? "" }),
  ("baseline finish", { task, _ in task.baseline?.finish.description ?? "" }),
  ("pushes", { task, _ in listed(task.pushes) }),
]

private func listed(_ texts: [String]) -> String { texts.joined(separator: "; ") }
private func yes(_ flag: Bool) -> String { flag ? "yes" : "no" }

extension Checklist.Task {
  var doneOn: CalendarDate? { if case .done(let day) = progress { day } else { nil } }
}
