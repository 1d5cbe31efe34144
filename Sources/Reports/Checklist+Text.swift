import Engine
import FEEL

/// The entry schedule for the terminal: tasks by phase with owner and dates, then what cannot be scheduled.
package func checklistText(_ report: Report) -> String {
  let list = report.checklist
  var lines = [
    "Entry schedule for \(oneLine(report.about)), \(list.start) to \(list.deadline) (90 days)",
    report.fitText,
  ]
  lines += report.profileHeads
  if !list.criticalPath.isEmpty {
    lines.append("Critical path: \(report.criticalPathTitles.map(oneLine).joined(separator: " > "))")
  }
  lines += report.marketDates()
  for phase in Checklist.Phase.allCases {
    lines += report.taskLines(
      capitalized(phase.rawValue), report.tasks.filter { $0.phase == phase && !report.isLate($0) })
  }
  lines += report.taskLines("Does not fit in 90 days", report.tasks.filter(report.isLate))
  if !list.legalDates.isEmpty {
    lines += ["", "Legal dates"] + list.legalDates.map { "  \($0.date)  \(oneLine($0.title))" }
  }
  if !list.withoutRemedy.isEmpty {
    lines += ["", "No known remedy: change the plan, or take advice"] + list.withoutRemedy.map { id in
      "  \(id)" + (list.choice?.ruledOut.contains(id) ?? false ? " (every remedy is ruled out)" : "")
    }
  }
  if !list.workloads.isEmpty { lines += ["", "Workload; the dates assume that hands are no limit"] }
  lines += columns(
    list.workloads.map { each in
      [
        "  \(oneLine(each.owner))", count(each.tasks, "task"),
        "\(decimal(each.effortDays)) person days in \(each.workingDays) working days",
      ]
    })
  if !list.assumptions.isEmpty { lines += ["", "Assumptions"] + list.assumptions.map { "  \(oneLine($0))" } }
  return lines.joined(separator: "\n") + "\n"
}

/// The tasks as a table (RFC 4180).
package func checklistCSV(_ report: Report) -> String {
  let header = [
    "id", "title", "phase", "stream", "owner", "with", "earliest start", "earliest finish", "latest start",
    "latest finish", "worst finish", "days min", "days likely", "days max", "effort days", "slack",
    "critical", "fits in 90 days",
    "under way", "requires", "closes", "evidence",
  ]
  return csv(
    [header]
      + report.tasks.map { task in
        [
          task.id, task.title, task.phase.rawValue, task.stream, task.owner, task.external ?? "",
          task.earliestStart.description, task.earliestFinish.description, task.latestStart.description,
          task.latestFinish.description, task.worstFinish.description, String(task.duration.min),
          String(task.duration.likely),
          String(task.duration.max), decimal(task.effortDays), String(task.slack),
          task.isCritical ? "yes" : "no",
          report.isLate(task) ? "no" : "yes", task.isPlanned ? "yes" : "no",
          task.requires.joined(separator: "; "),
          task.closes.joined(separator: "; "), task.evidence,
        ]
      })
}

extension Report {
  fileprivate func marketDates() -> [String] {
    guard !checklist.markets.isEmpty else { return [] }
    return ["", "Markets"]
      + columns(
        checklist.markets.map { each in
          var parts = [each.ready.map { "ready \($0)" } ?? "nothing to do"]
          if let worst = each.worstReady { parts.append("at worst \(worst)") }
          if let unblocked = each.unblocked { parts.append("blockers closed \(unblocked)") }
          if let isInTime = each.isInTime { parts.append(isInTime ? "in time" : "too late") }
          if !each.blockedBy.isEmpty { parts.append("no task for \(each.blockedBy.joined(separator: ", "))") }
          return [
            "  \(oneLine(each.name))", each.entry.map { "entry \($0)" } ?? "entry not stated",
            parts.joined(separator: ", "),
          ]
        })
  }

  fileprivate func taskLines(_ heading: String, _ tasks: [Checklist.Task]) -> [String] {
    guard !tasks.isEmpty else { return [] }
    return ["", "\(heading) (\(tasks.count))"]
      + tasks.flatMap { task in
        var first =
          "  [ ] \(task.earliestStart) to \(task.earliestFinish)  \(oneLine(task.title)) (\(task.id))"
        if task.isCritical { first += "  critical" }
        if task.isPlanned { first += "  under way" }
        let range = task.duration
        var second = "      \(oneLine(task.owner))"
        if let external = task.external { second += " with \(oneLine(external))" }
        second += "; \(range.min) to \(range.max) working days, likely \(range.likely)"
        second += "; latest start \(task.latestStart), slack \(count(task.slack, "day"))"
        if !task.requires.isEmpty { second += "; after \(task.requires.joined(separator: ", "))" }
        let reason = task.closes.isEmpty ? "prerequisite" : "closes \(task.closes.joined(separator: ", "))"
        return [first, second, "      \(reason); evidence: \(oneLine(task.evidence))"]
      }
  }
}
