import Engine
import FEEL

/// The tasks as Microsoft Project imports them from CSV: the columns bear the English names of its fields.
///
/// A duration counts the days from Monday to Friday, as the standard calendar of Project does, so that its finish is ours.
package func checklistProject(_ report: Report) -> String {
  let tasks = report.tasks
  let numbers = Dictionary(tasks.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
  let header = [
    "ID", "Name", "Duration", "Start", "Finish", "Predecessors", "Resource Names", "Deadline", "% Complete",
    "Notes",
    "Text1", "Text2", "Text3",
  ]
  var rows = [header]
  for (place, task) in tasks.enumerated() {
    let predecessors = task.requires.compactMap { numbers[$0] }.sorted().map { String($0) }
    rows.append([
      String(place + 1), oneLine(task.title), count(task.weekdays, "day"), task.start.description,
      task.finish.description, predecessors.joined(separator: ";"), resource(task),
      task.due?.description ?? "",
      String(task.percentDone ?? 0), report.noteLines(task).joined(separator: "\n"), task.id,
      task.phase.rawValue,
      task.stream,
    ])
  }
  return csv(rows)
}

/// `DPO[50%]`: a role with how much of one person it takes. Project separates resources by commas and units by brackets.
private func resource(_ task: Checklist.Task) -> String {
  let name = oneLine(String(task.owner.map { "[],;".contains($0) ? " " : $0 }))
  let units = Int((task.people * 100).rounded())
  return units <= 0 || units == 100 ? name : "\(name)[\(units)%]"
}

extension Report {
  /// What a task manager shows as the notes of a task.
  func noteLines(_ task: Checklist.Task) -> [String] {
    [oneLine(task.description)].filter { !$0.isEmpty } + itemTexts(task)
  }
}
