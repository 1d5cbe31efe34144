import Engine
import Rules

/// Readiness and scores as ranges with their formula, and the statutory maxima, for the terminal.
package func riskText(_ report: Report) -> String {
  let risk = report.risk
  var lines = ["Risk for \(oneLine(report.about)), law as of \(report.assessment.asOf)", "Score: \(oneLine(risk.formula))"]
  lines.append("A range runs from every unknown at best to every unknown at worst.")
  for readiness in [risk.total] + risk.markets {
    lines += ["", "\(report.marketName(readiness.market)): \(readiness.text)"]
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
    lines.append("  \(each.maximum.map(oneLine) ?? "cannot be computed")  \(each.finding) (\(each.citation))")
    lines.append("    \(oneLine(each.formula))")
    if let rule = each.sizeRule { lines.append("    size rule: \(oneLine(rule))") }
    if !each.missing.isEmpty { lines.append("    needs: \(each.missing.joined(separator: ", "))") }
    if !each.consequences.isEmpty { lines.append("    also: \(each.consequences.map(oneLine).joined(separator: ", "))") }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  func marketName(_ country: String?) -> String {
    guard let country else { return "All markets" }
    return assessment.markets.first { $0.country == country }.map { "\(oneLine($0.name)) (\(country))" } ?? country
  }
}
