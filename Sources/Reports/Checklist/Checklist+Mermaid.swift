import Engine
import FEEL

/// The entry schedule as a Gantt diagram of Mermaid, one section per phase.
///
/// A task begins with its box, so that no title is taken for a keyword of the language.
package func checklistMermaid(_ report: Report) -> String {
  let list = report.checklist
  var lines = [
    "gantt", "  title \(mermaid("Entry schedule of \(report.about), \(list.start) to \(list.deadline)"))",
    "  dateFormat YYYY-MM-DD", "  axisFormat %Y-%m-%d", "  todayMarker off",
  ]
  var numbers = (task: 0, mark: 0)
  let bands = report.bands
  for band in bands {
    lines.append("  section \(mermaid(band.title))")
    for task in band.tasks {
      numbers.task += 1
      let tags = [
        task.state == "done" ? "done" : task.state == "underWay" ? "active" : nil,
        task.isCritical ? "crit" : nil,
      ]
      let parts =
        tags.compactMap(\.self) + ["t\(numbers.task)", task.start.description, afterDay(task.finish)]
      let late = task.isOverdue ? " (\(task.dueText ?? "late"))" : ""
      lines.append(
        "  \(task.isDone ? "☑" : "☐") \(mermaid("\(task.title), \(task.owner)\(late)")) :\(parts.joined(separator: ", "))"
      )
    }
  }
  lines.append("  section Fixed dates")
  for (sign, date, title) in report.fixedDates {
    numbers.mark += 1
    lines.append("  \(sign) \(mermaid(title)) :milestone, m\(numbers.mark), \(date), 0d")
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Mermaid draws up to the beginning of the end.
private func afterDay(_ date: CalendarDate) -> String { (date.adding(days: 1) ?? date).description }

/// Text that Mermaid takes for text: what it would take for syntax is written as its entity code.
func mermaid(_ text: String) -> String {
  var result = ""
  for scalar in oneLine(text).unicodeScalars {
    if "#;:%\"<>{}\\`".unicodeScalars.contains(scalar) {
      result += "#\(scalar.value);"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension Report {
  /// Tasks by phase; those that end after the window in a band of their own.
  var bands: [(title: String, tasks: [Checklist.Task])] {
    let inTime = Checklist.Phase.allCases.map { phase in
      (title: capitalized(phase.rawValue), tasks: tasks.filter { $0.phase == phase && !isLate($0) })
    }
    return (inTime + [(title: capitalized(checklist.beyondText), tasks: tasks.filter(isLate))])
      .filter { !$0.tasks.isEmpty }
  }

  /// The end of the window, law that begins, and entries, by day.
  var fixedDates: [(sign: String, date: CalendarDate, title: String)] {
    let ends = [("◆", checklist.deadline, "End of the window, \(checklist.windowText)")]
    let laws = checklist.legalDates.map { ("§", $0.date, "Law begins, \($0.title)") }
    let entries = assessment.markets.compactMap { market in
      market.entry.map { ("→", $0, "Entry, \(market.name)") }
    }
    return (ends + laws + entries).sorted { ($0.1, $0.2) < ($1.1, $1.2) }
  }
}
