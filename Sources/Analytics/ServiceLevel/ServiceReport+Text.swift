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
    lines.append(
      columns([["month", "measured", "good", "all", "availability", "objective", "credit"]] + monthRows))
    if !level.remediation.isEmpty {
      lines += ["", "\(remediationLead):"]
      lines += level.remediation.enumerated().map { "  \($0 + 1). \($1)" }
    }
    if !level.success.isEmpty {
      lines += ["", "Customer success:"]
      lines += level.success.map { tier in
        let whom = tier.criteria.map { " (\($0))" } ?? ""
        return "  \(tier.name)\(whom): \(tier.services)\(tier.contact.map { "; \($0)" } ?? "")"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands before the steps of the remediation.
  package var remediationLead: String {
    missedMonths.isEmpty
      ? "If the objective is missed" : "The objective was missed in \(missedMonths.joined(separator: ", "))"
  }

  /// Names of months that surely missed the objective.
  package var missedMonths: [String] { months.filter { $0.isViolation == true }.map(\.name) }

  package var verdict: String {
    guard months.contains(where: { $0.period.total > .zero }) else { return "nothing measured" }
    return isKept.map { $0 ? "objective met" : "objective missed" }
      ?? "nobody knows whether the objective is met"
  }

  package var budgetText: String {
    guard let availability, let budgetSpent else { return "no event was measured" }
    let bad = (budget.total - budget.good).text
    return
      "measured \(percent(availability, 4)): \(bad) bad \(budget.isMinutes ? "minutes" : "events"), \(percent(budgetSpent)) of the error budget"
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
      let (good, total) = (month.period.good, month.period.total)
      return [
        month.name, month.period.shareText, good.text, total.text,
        total > .zero ? percent(good.value / total.value, 4) : "unknown",
        month.isViolation.map { $0 ? "missed" : "met" } ?? "unknown", creditText(month),
      ]
    }
  }

  private func creditText(_ month: Month) -> String {
    guard let credit = month.credit else { return "unknown" }
    guard credit.upperBound.billionths > 0 else { return "none" }
    let isKnown = credit.lowerBound == credit.upperBound
    let least = credit.lowerBound.billionths > 0 ? credit.lowerBound.text : "none"
    let amount = month.amount.map { amount in
      ", \(isKnown ? "" : "\(fixed(amount.lowerBound, 2)) to ")\(fixed(amount.upperBound, 2))"
        + (level.currency.isEmpty ? "" : " \(level.currency)")
    }
    return "\(isKnown ? "" : "\(least) to ")\(credit.upperBound.text)\(amount ?? "")"
  }
}

extension Period {
  /// How much of it was measured; what lacks a little is not shown as all of it.
  package var shareText: String {
    isWhole ? "100 %" : percent((share * 1000).rounded(.down) / 1000)
  }
}
