import Engine
import Rules

/// Readiness and scores as ranges with their formula, and the statutory maxima, for the terminal.
package func riskText(_ report: Report) -> String {
  let risk = report.risk
  var lines = [
    "Risk for \(oneLine(report.about)), law as of \(report.assessment.asOf)",
    "Score: \(oneLine(risk.formula))",
  ]
  lines += report.profileHeads
  lines.append("A range spans what is possible while facts are unknown.")
  for readiness in [risk.total] + risk.markets {
    let readinessText = report.isCovered(readiness) ? readiness.text : "not judged: no pack"
    lines += ["", "\(report.marketName(readiness.market)): \(readinessText)"]
    lines.append("  \(count(readiness.gaps, "gap")), \(readiness.undetermined) unknown")
    lines += columns(
      readiness.categories.map { each in
        [
          "  \(each.category.rawValue)", "\(each.score.text) of 100", each.levels,
          "\(count(each.gaps.count, "gap")), \(each.undetermined.count) unknown",
        ]
      })
  }
  guard !risk.exposures.isEmpty else { return lines.joined(separator: "\n") + "\n" }
  lines += ["", "Statutory maxima: ceilings, not forecasts; never added up"]
  for each in risk.exposures {
    lines.append(
      "  \(each.maximumText.map(oneLine) ?? "cannot be computed")  \(each.finding) (\(each.citation))")
    lines.append("    \(oneLine(each.formula))")
    if let rule = each.sizeRule { lines.append("    size rule: \(oneLine(rule))") }
    if !each.missing.isEmpty { lines.append("    needs: \(each.missing.joined(separator: ", "))") }
    if !each.consequences.isEmpty {
      lines.append("    also: \(each.consequences.map(oneLine).joined(separator: ", "))")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  /// Whether a pack takes in the market; without one its zeros mean nothing.
  func isCovered(_ readiness: Risk.Readiness) -> Bool {
    guard let country = readiness.market else { return !assessment.packs.isEmpty }
    return assessment.markets.first { $0.country == country }.map { !$0.packs.isEmpty } ?? true
  }

  func marketName(_ country: String?) -> String {
    guard let country else { return "All markets" }
    return assessment.markets.first { $0.country == country }.map { "\(oneLine($0.name)) (\(country))" }
      ?? country
  }
}
