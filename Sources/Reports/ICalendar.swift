import Engine
import FEEL
import Rules

/// The entry schedule as iCalendar (RFC 5545): an all-day event per task, legal date and market entry.
///
/// Events and not to-dos, because the calendars people use import only events.
package func checklistICalendar(_ report: Report) -> String {
  let asOf = report.assessment.asOf
  let scope = String(hexadecimal(report.digest(Array(report.about.utf8))).prefix(16))
  var lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pratique//Entry schedule//EN", "CALSCALE:GREGORIAN",
  ]
  for task in report.tasks {
    lines += event(
      "task-\(task.id).\(scope)", stamp: asOf, from: task.earliestStart, to: task.earliestFinish,
      summary: "\(task.title) (\(task.owner))", description: report.calendarText(task),
      categories: [task.phase.rawValue] + (task.isCritical ? ["critical path"] : []))
  }
  for (index, date) in report.checklist.legalDates.enumerated() {
    let key = date.findings.first.map(anchor) ?? String(index)
    lines += event(
      "law-\(date.date)-\(key).\(scope)", stamp: asOf, from: date.date, to: date.date,
      summary: "Law: \(date.title)",
      description: date.findings.joined(separator: "\n"), categories: ["law"])
  }
  for market in report.assessment.markets {
    guard let entry = market.entry else { continue }
    lines += event(
      "entry-\(anchor(market.country)).\(scope)", stamp: asOf, from: entry, to: entry,
      summary: "Entry: \(market.name)",
      description: "", categories: ["entry"])
  }
  return (lines + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
}

extension Report {
  fileprivate func calendarText(_ task: Checklist.Task) -> String {
    var lines = [task.description, "Owner: \(task.owner)"]
    if let external = task.external { lines.append("With: \(external)") }
    lines.append("Latest finish: \(task.latestFinish), slack \(count(task.slack, "working day"))")
    if !task.requires.isEmpty {
      lines.append("After: \(task.requires.map(title(ofTask:)).joined(separator: ", "))")
    }
    lines.append("Evidence: \(task.evidence)")
    lines += task.closes.map { "Closes: \($0)" }
    return lines.joined(separator: "\n")
  }
}

private func event(
  _ uid: String, stamp: CalendarDate, from: CalendarDate, to: CalendarDate, summary: String,
  description: String,
  categories: [String]
) -> [String] {
  // DTEND is the day after the last one (RFC 5545 3.6.1).
  let end = max(from, to).adding(days: 1) ?? to
  return [
    "BEGIN:VEVENT", "UID:\(calendarText(uid))@pratique.invalid", "DTSTAMP:\(basic(stamp))T000000Z",
    "DTSTART;VALUE=DATE:\(basic(from))", "DTEND;VALUE=DATE:\(basic(end))", "SUMMARY:\(calendarText(summary))",
    description.isEmpty ? nil : "DESCRIPTION:\(calendarText(description))",
    "CATEGORIES:\(categories.map(calendarText).joined(separator: ","))", "TRANSP:TRANSPARENT", "END:VEVENT",
  ].compactMap(\.self)
}

private func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

/// TEXT of RFC 5545 3.3.11.
func calendarText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case ";": result += "\\;"
    case ",": result += "\\,"
    case "\n", "\u{2028}", "\u{2029}": result += "\\n"
    default: if !isBreakOrControl(scalar) { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}

/// Lines of at most 75 octets (RFC 5545 3.1); a character is never torn.
func folded(_ line: String) -> String {
  var result = ""
  var octets = 0
  for scalar in line.unicodeScalars {
    let size = UTF8.width(scalar)
    if octets + size > 75 {
      result += "\r\n "
      octets = 1
    }
    result.unicodeScalars.append(scalar)
    octets += size
  }
  return result
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
