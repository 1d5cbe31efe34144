import Engine
import FEEL

/// The entry schedule for the terminal: whether it fits, then every item once, by market, phase and stream of work.
package func checklistText(_ report: Report) -> String {
  let list = report.checklist
  var lines = [
    "Entry schedule for \(oneLine(report.about)), \(list.start) to \(list.deadline) (\(list.windowText))"
  ]
  lines += report.checklistHead + [report.doneText].compactMap(\.self) + report.profileHeads
  lines += section("Choice of remedies", report.choiceTexts)
  lines += section("Alternatives", list.choice?.alternatives.map(\.text) ?? [])
  lines += section("Lower bound", [report.boundText].compactMap(\.self))
  lines += report.marketDates()
  lines += section("Success metrics", report.metrics.map(\.line))
  lines += section("Late", report.overdueTasks.map(report.lateText))
  for group in report.groups {
    lines += ["", "\(group.title) (\(group.tasks.count))"]
    for part in group.phases {
      for stream in part.streams {
        lines += ["", "  \(capitalized(part.phase.rawValue)): \(stream.title)"]
        lines += stream.tasks.flatMap(report.itemLines)
      }
    }
  }
  lines += section("Fixed dates", list.legalDates.map { "\($0.date)  \(oneLine($0.title))" })
  lines += section("Clocks that run after entry", list.clocks.map { oneLine($0.text) })
  lines += section("No known remedy: change the plan, or take advice", list.withoutRemedy)
  lines += section(report.workloadTitle, columns(list.workloads.map(report.workloadCells)))
  lines += section("Assumptions", list.assumptions.map(oneLine))
  return lines.joined(separator: "\n") + "\n"
}

private func section(_ title: String, _ lines: [String]) -> [String] {
  lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
}

extension Report {
  /// `Data map: due 2026-12-01, finishes 4 days late; pushes DPIA`
  func lateText(_ task: Checklist.Task) -> String {
    "\(oneLine(task.title)): \([task.dueText, pushText(task)].compactMap(\.self).joined(separator: "; "))"
  }

  var workloadTitle: String {
    checklist.workloads.contains { $0.people != nil }
      ? "Workload" : "Workload; the dates assume that hands are no limit"
  }

  func workloadCells(_ each: Checklist.Workload) -> [String] {
    var capacity = each.people.map(personText) ?? "people not stated"
    if each.peak > 0 { capacity += ", at most \(decimal(each.peak)) at work on one day" }
    return [
      oneLine(each.owner), count(each.tasks, "task"),
      "\(decimal(each.effortDays)) person days in \(each.workingDays) working days", capacity,
    ]
  }

  /// `2,310 of 10,000 courses (23 %)`: how often a market is ready before its entry.
  func likelyText(_ each: Checklist.MarketDate) -> String? {
    guard let likelihood, likelihood.draws > 0,
      let inTime = likelihood.markets.first(where: { $0.country == each.country })?.inTime
    else { return nil }
    let share = percent(inTime, of: likelihood.draws)
    return "\(grouped(inTime)) of \(grouped(likelihood.draws)) courses (\(share) %)"
  }

  /// The readiness of a market, part by part.
  func readyTexts(_ each: Checklist.MarketDate) -> [String] {
    var parts = [each.ready.map { "ready \($0)" } ?? "nothing to do"]
    if let worst = each.worstReady { parts.append("at worst \(worst)") }
    if let unblocked = each.unblocked { parts.append("blockers closed \(unblocked)") }
    if let isInTime = each.isInTime { parts.append(isInTime ? "in time" : "too late") }
    if let likely = likelyText(each) { parts.append("in time in \(likely)") }
    if !each.blockedBy.isEmpty { parts.append("no task for \(each.blockedBy.joined(separator: ", "))") }
    return parts
  }

  fileprivate func marketDates() -> [String] {
    section(
      "Markets",
      columns(
        checklist.markets.map { each in
          [
            oneLine(each.name), each.entry.map { "entry \($0)" } ?? "entry not stated",
            readyTexts(each).joined(separator: ", "),
          ]
        }))
  }

  fileprivate func itemLines(_ task: Checklist.Task) -> [String] {
    var first =
      "  [\(task.isDone ? "x" : " ")] \(task.start) to \(task.finish)  \(oneLine(task.title)) (\(task.id))"
    if task.isCritical { first += "  critical" }
    if isLate(task) { first += "  \(checklist.beyondText)" }
    return [first] + itemTexts(task).map { "      \($0)" }
  }

  /// Everything that is said of an item below its title.
  func itemTexts(_ task: Checklist.Task) -> [String] {
    let range = task.duration
    var work = "\(range.min) to \(range.max) working days, likely \(range.likely)"
    if let people = task.peopleText { work += ", \(people)" }
    if task.cost > 0 { work += ", EUR \(grouped(task.cost))" }
    let head: [String?] = [
      oneLine(task.ownerText), task.dueText, task.progressText, work,
      task.isDone ? nil : "latest start \(task.latestStart), slack \(count(task.slack, "day"))",
    ]
    var lines = [head.compactMap(\.self).joined(separator: "; ")]
    if task.markets.count > 1 {
      lines.append("markets: \(marketNames(task).map(oneLine).joined(separator: ", "))")
    }
    if !task.requires.isEmpty { lines.append("after: \(task.requires.map(oneLine).joined(separator: ", "))") }
    lines += task.waits.map { "wait: \(oneLine($0.text))" }
    if !task.doneWhen.isEmpty { lines.append("done when: \(oneLine(task.doneWhen))") }
    if !task.evidence.isEmpty { lines.append("keep: \(oneLine(task.evidence))") }
    lines.append(
      task.closes.isEmpty ? "prerequisite" : "closes: \(task.closes.map(oneLine).joined(separator: ", "))")
    if !task.provisions.isEmpty {
      lines.append("provisions: \(task.provisions.map(oneLine).joined(separator: ", "))")
    }
    if let baseline = task.baseline, baseline.start != task.start || baseline.finish != task.finish {
      lines.append("at first \(baseline.start) to \(baseline.finish)")
    }
    if let push = pushText(task) { lines.append(push) }
    return lines
  }
}
