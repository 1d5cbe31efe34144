extension ServiceReport {
  /// For people.
  package func text(file: String) -> String {
    var lines = ["\(level.service)\(level.customer.map { " for \($0)" } ?? ""): \(verdict)"]
    lines.append("\(level.indicator), measured from \(start) to \(end) (\(file))")
    lines.append("Objective \(level.objective.text) over \(level.days) days; \(budgetText)")
    for note in notes { lines.append("Note: \(note)") }
    lines.append("")
    lines.append(columns([["window", "burn", "short window", "burn", "alert from", "alert"]] + alertRows))
    lines.append("")
    lines.append(columns([["month", "good", "events", "availability", "objective", "credit"]] + monthRows))
    return lines.joined(separator: "\n") + "\n"
  }

  package var verdict: String {
    total == nil ? "nothing measured" : isBroken ? "objective missed" : "objective met"
  }

  package var budgetText: String {
    guard let availability, let budgetSpent, let total, let good else { return "no event was measured" }
    return
      "measured \(percent(availability, 4)): \(total - good) bad events, \(percent(budgetSpent)) of the error budget"
  }

  package var alertRows: [[String]] {
    alerts.map { alert in
      [
        hoursText(alert.long), alert.longBurn.map { fixed($0, 2) } ?? "unknown", hoursText(alert.short),
        alert.shortBurn.map { fixed($0, 2) } ?? "unknown", fixed(alert.threshold, 1),
        alert.fires.map { $0 ? "yes" : "no" } ?? "unknown",
      ]
    }
  }

  package var monthRows: [[String]] {
    months.map { month in
      let amount =
        month.amount.map { ", \(fixed($0, 2))\(level.currency.isEmpty ? "" : " \(level.currency)")" } ?? ""
      return [
        month.name, String(month.good), String(month.total),
        month.total > 0 ? percent(Double(month.good) / Double(month.total), 4) : "unknown",
        month.total > 0 ? (month.isViolation ? "missed" : "met") : "unknown",
        month.credit.map { "\($0.text)\(amount)" } ?? "none",
      ]
    }
  }
}
