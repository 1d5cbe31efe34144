import Engine
import FEEL

/// The entry schedule as iCalendar (RFC 5545): a to-do per task; an event per legal date, market entry and legal clock.
///
/// A to-do is due when the schedule has it finished, for what comes after it waits; the day that law or a market sets stands in
/// its text. `DTSTAMP` is the as-of date, so that the same result gives the same bytes.
package func checklistICalendar(_ report: Report) -> String {
  let calendar = Calendar(report)
  var lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pratique//Entry schedule//EN", "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:\(calendarText("Entry schedule of \(report.about)"))",
  ]
  for task in report.tasks {
    lines += calendar.todo(task)
    // A term that the law sets to somebody else: the day on which to ask what has become of it.
    for (number, wait) in task.waits.enumerated() where wait.citation != nil && !task.isDone {
      lines += calendar.event(
        "wait-\(task.id)-\(number + 1)", on: wait.span.finish,
        summary: "Term ends: \(wait.title) (\(task.title))",
        description: wait.text, categories: ["legal term"], alarm: 3)
    }
  }
  for (index, date) in report.checklist.legalDates.enumerated() {
    lines += calendar.event(
      "law-\(date.date)-\(date.findings.first.map(anchor) ?? String(index))", on: date.date,
      summary: "Law: \(date.title)", description: date.findings.joined(separator: "\n"), categories: ["law"],
      alarm: 14)
  }
  for market in report.assessment.markets {
    guard let entry = market.entry else { continue }
    lines += calendar.event(
      "entry-\(anchor(market.country))", on: entry, summary: "Entry: \(market.name)", description: "",
      categories: ["entry"], alarm: 14)
  }
  return (lines + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
}

/// The components of one calendar; names do not change while plan and task stay the same.
private struct Calendar {
  let report: Report
  let stamp: String
  let scope: String

  init(_ report: Report) {
    self.report = report
    stamp = basic(report.assessment.asOf) + "T000000Z"
    scope = String(hexadecimal(report.digest(Array(report.about.utf8))).prefix(16))
  }

  func todo(_ task: Checklist.Task) -> [String] {
    let due = max(task.start, task.finish)
    var lines = [
      "BEGIN:VTODO", uid("UID:", "task-\(task.id)"), "DTSTAMP:\(stamp)",
      // A due must come after the start (RFC 5545 3.8.2.3); a task of one day states its due alone.
      task.start < due ? "DTSTART;VALUE=DATE:\(basic(task.start))" : nil, "DUE;VALUE=DATE:\(basic(due))",
      "SUMMARY:\(calendarText("\(task.title) (\(task.owner))"))",
      "DESCRIPTION:\(calendarText(report.noteLines(task).joined(separator: "\n")))",
      "CATEGORIES:\(categories(task).map(calendarText).joined(separator: ","))", "PRIORITY:\(priority(task))",
    ]
    lines += status(task)
    // RFC 9253 5.2: it depends on those, which must be finished first.
    lines += task.requires.filter { id in report.checklist.tasks.contains { $0.id == id } }.map {
      uid("RELATED-TO;RELTYPE=DEPENDS-ON:", "task-\($0)")
    }
    if !task.isDone { lines += alarm(3, of: task.title, at: "RELATED=END:") }
    return lines.compactMap(\.self) + ["END:VTODO"]
  }

  func event(
    _ name: String, on day: CalendarDate, summary: String, description: String, categories: [String],
    alarm days: Int
  ) -> [String] {
    // DTEND is the day after the last one (RFC 5545 3.6.1).
    let end = day.adding(days: 1) ?? day
    let lines = [
      "BEGIN:VEVENT", uid("UID:", name), "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(basic(day))",
      "DTEND;VALUE=DATE:\(basic(end))", "SUMMARY:\(calendarText(summary))",
      description.isEmpty ? nil : "DESCRIPTION:\(calendarText(description))",
      "CATEGORIES:\(categories.map(calendarText).joined(separator: ","))", "TRANSP:TRANSPARENT",
    ]
    return lines.compactMap(\.self) + alarm(days, of: summary, at: "RELATED=START:") + ["END:VEVENT"]
  }

  private func alarm(_ days: Int, of text: String, at anchor: String) -> [String] {
    [
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(calendarText(text))", "TRIGGER;\(anchor)-P\(days)D",
      "END:VALARM",
    ]
  }

  private func categories(_ task: Checklist.Task) -> [String] {
    [task.phase.rawValue, task.streamTitle] + task.markets + (task.isCritical ? ["critical path"] : [])
      + (task.isOverdue ? ["late"] : [])
  }

  /// 1 is the highest (RFC 5545 3.8.1.9).
  private func priority(_ task: Checklist.Task) -> Int {
    if task.isOverdue { return 1 }
    if task.isCritical { return 3 }
    return task.due == nil ? 9 : 5
  }

  private func status(_ task: Checklist.Task) -> [String] {
    let percent = task.percentDone.map { ["PERCENT-COMPLETE:\($0)"] } ?? []
    if let day = task.doneOn {
      return ["STATUS:COMPLETED", "COMPLETED:\(basic(day))T000000Z"] + percent
    }
    return ["STATUS:\(task.state == "underWay" ? "IN-PROCESS" : "NEEDS-ACTION")"] + percent
  }

  private func uid(_ property: String, _ name: String) -> String {
    "\(property)\(calendarText("\(name).\(scope)"))@pratique.invalid"
  }
}

private func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }
