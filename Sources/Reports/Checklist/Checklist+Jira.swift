import Engine
import FEEL

/// The tasks as the CSV importer of Jira takes them: repeated columns hold several labels and links, as it wants them.
///
/// Roles are not users, so that nobody is assigned; the role is a label. Links are outward: an item blocks those after it.
package func checklistJira(_ report: Report) -> String {
  let tasks = report.tasks
  let numbers = Dictionary(tasks.enumerated().map { ($1.id, String($0 + 1)) }) { first, _ in first }
  let labels = tasks.map(labels)
  let blocked = tasks.map { task in
    tasks.filter { $0.requires.contains(task.id) }.compactMap { numbers[$0.id] }
  }
  let widths = (labels: labels.map(\.count).max() ?? 0, links: blocked.map(\.count).max() ?? 0)
  let header =
    [
      "Summary", "Issue Type", "Issue Id", "External issue ID", "Description", "Assignee", "Priority",
      "Status",
      "Start date", "Due date", "Original Estimate",
    ] + Array(repeating: "Labels", count: widths.labels) + Array(repeating: "Blocks", count: widths.links)
  var rows = [header]
  for (place, task) in tasks.enumerated() {
    let own: [String] = [
      oneLine(task.title), "Task", String(place + 1), task.id, report.noteLines(task).joined(separator: "\n"),
      "",
      priority(task), status(task), task.start.description, task.finish.description, estimate(task),
    ]
    rows.append(own + padded(labels[place], widths.labels) + padded(blocked[place], widths.links))
  }
  return csv(rows)
}

/// Seconds, of days of eight hours.
private func estimate(_ task: Checklist.Task) -> String {
  let days = max(0, min(task.effortDays, 10_000))
  return String(Int((days * 8 * 3600).rounded()))
}

private func padded(_ cells: [String], _ width: Int) -> [String] {
  cells + Array(repeating: "", count: max(0, width - cells.count))
}

/// A label has no blanks.
private func labels(_ task: Checklist.Task) -> [String] {
  let all =
    ["role-\(task.owner)", "phase-\(task.phase.rawValue)", "stream-\(task.stream)"]
    + task.markets.map { "market-\($0)" } + (task.isCritical ? ["critical-path"] : [])
    + (task.isOverdue ? ["late"] : [])
  return all.map { label in
    anchor(oneLine(label.lowercased())).split(separator: "-").joined(separator: "-")
  }
}

private func priority(_ task: Checklist.Task) -> String {
  if task.isOverdue { return "Highest" }
  if task.isCritical { return "High" }
  return task.due == nil ? "Low" : "Medium"
}

private func status(_ task: Checklist.Task) -> String {
  switch task.state {
  case "done": "Done"
  case "underWay": "In Progress"
  default: "To Do"
  }
}
