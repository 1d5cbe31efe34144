import Engine
import FEEL

/// The entry schedule as Markdown with boxes to tick, for an issue or a wiki.
package func checklistMarkdown(_ report: Report) -> String {
  let list = report.checklist
  var lines = [
    "# Entry schedule: \(escaped(report.about))", "",
    "\(list.start) to \(list.deadline) (\(list.windowText)), law as of \(report.assessment.asOf).", "",
    "**\(escaped(report.fitText))**",
  ]
  lines += paragraphs(report.checklistHead.dropFirst() + [report.doneText].compactMap(\.self))
  lines += part("Choice of remedies", paragraphs(report.choiceTexts))
  lines += table(
    ["Instead of", "Use", "Person days", "EUR", "Days later"],
    (list.choice?.alternatives ?? []).map { each in
      [
        escaped(each.instead), escaped(each.useText), decimal(each.effortDays), grouped(each.cost),
        String(each.days),
      ]
    })
  lines += paragraphs([report.boundText].compactMap(\.self))
  lines += part(
    "Markets",
    table(
      ["Market", "Entry", "Ready"],
      list.markets.map { each in
        [
          escaped(each.name), each.entry?.description ?? "not stated",
          escaped(report.readyTexts(each).joined(separator: ", ")),
        ]
      }))
  lines += part(
    "Success metrics",
    table(
      ["Metric", "Target", "Value", "Verdict"],
      report.metrics.map { metric in
        [
          escaped(metric.title), escaped(metric.targetText),
          escaped(
            [metric.text(metric.value), metric.projectedText].compactMap(\.self).joined(separator: "; ")),
          metric.verdictText,
        ]
      }))
  lines += part("Late", bullets(report.overdueTasks.map(report.lateText)))
  for group in report.groups {
    lines += ["", "## \(escaped(group.title)) (\(group.tasks.count))"]
    for phase in group.phases {
      lines += ["", "### \(capitalized(phase.phase.rawValue))"]
      for stream in phase.streams {
        lines += ["", "**\(escaped(stream.title))**", ""] + stream.tasks.flatMap(report.markdownItem)
      }
    }
  }
  lines += part("Fixed dates", bullets(list.legalDates.map { "\($0.date): \($0.title)" }))
  lines += part("Clocks that run after entry", bullets(list.clocks.map(\.text)))
  lines += part("No known remedy: change the plan, or take advice", bullets(list.withoutRemedy))
  lines += part(
    report.workloadTitle,
    table(["Owner", "Tasks", "Work", "People"], list.workloads.map { report.workloadCells($0).map(escaped) }))
  lines += part("Assumptions", bullets(list.assumptions))
  lines += ["", escaped(Report.disclaimer)]
  return lines.joined(separator: "\n") + "\n"
}

private func part(_ title: String, _ lines: [String]) -> [String] {
  lines.isEmpty ? [] : ["", "## \(escaped(title))"] + lines
}

private func paragraphs(_ texts: [String]) -> [String] { texts.flatMap { ["", escaped($0)] } }

private func bullets(_ texts: [String]) -> [String] {
  texts.isEmpty ? [] : [""] + texts.map { "- \(escaped($0))" }
}

extension Report {
  fileprivate func markdownItem(_ task: Checklist.Task) -> [String] {
    var first = "- [\(task.isDone ? "x" : " ")] **\(escaped(task.title))** (\(code(task.id))), "
    first += "\(task.start) to \(task.finish)"
    if task.isCritical { first += ", critical" }
    if isLate(task) { first += ", \(checklist.beyondText)" }
    return [first] + itemTexts(task).map { "  - \(escaped($0))" }
  }
}
