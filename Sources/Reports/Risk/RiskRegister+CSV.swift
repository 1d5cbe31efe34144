import Engine
import FEEL
import Rules

/// The risk register as a table (RFC 4180), the highest residual risk first.
package func riskRegisterCSV(_ report: Report) -> String {
  let header = [
    "id", "risk", "cause", "consequence", "category", "provisions", "markets", "subjects",
    "inherent points low",
    "inherent points high", "inherent level", "residual points low", "residual points high", "residual level",
    "above appetite", "owner role", "treatment", "treatment reason", "controls", "review date", "findings",
  ]
  return csv(
    [header]
      + (report.register?.entries ?? []).map { entry in
        let (inherent, residual) = (entry.inherentLevels, entry.residualLevels)
        return [
          entry.id, "Not met: \(entry.title)", entry.cause, entry.consequenceText, entry.category.rawValue,
          entry.citations.joined(separator: "; "), entry.markets.joined(separator: "; "),
          entry.subjects.joined(separator: "; "), number(entry.inherent.low), number(entry.inherent.high),
          words(inherent.low, inherent.high), number(entry.residual.low), number(entry.residual.high),
          words(residual.low, residual.high), entry.aboveAppetite.map { "above \($0.rawValue)" } ?? "",
          report.owner(of: entry), entry.treatment.rawValue, entry.treatmentReason,
          entry.controls.map { "\($0.control) (\($0.assurance.word))" }.joined(separator: "; "),
          entry.review.description, entry.findings.joined(separator: "; "),
        ]
      })
}

private func number(_ value: Double) -> String { decimal(value) }

extension RiskRegister.Entry {
  /// `compliance: likely, major (16 points); fine under GDPR Article 83(4)`
  var consequenceText: String {
    let harms = consequences.map { each in
      each.likelihood == "notDeclared"
        ? "\(each.category.rawValue) (\(decimal(each.points)) points, of its severity)"
        : "\(each.category.rawValue): \(spaced(each.likelihood)), \(each.impact) (\(decimal(each.points)) points)"
    }
    return (harms + sanctions).joined(separator: "; ")
  }
}

extension Report {
  /// Who closes it by the schedule; else the one who must act by the law.
  func owner(of entry: RiskRegister.Entry) -> String {
    let closing = tasks.filter { task in task.closes.contains(where: entry.findings.contains) }
    var owners: [String] = []
    for task in closing where !owners.contains(task.owner) { owners.append(task.owner) }
    return owners.isEmpty ? entry.actor ?? "no owner yet" : owners.joined(separator: ", ")
  }
}
