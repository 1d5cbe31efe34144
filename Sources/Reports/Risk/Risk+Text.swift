import Engine
import Rules

/// Readiness and scores as ranges with their formula, what would lower them, and the statutory maxima, for the terminal. `most`:
/// lines of each list of what lowers the risk.
package func riskText(_ report: Report, most: Int = 10) -> String {
  let risk = report.risk
  var lines = [
    "Risk for \(oneLine(report.about)), law as of \(report.assessment.asOf)",
    "Score: \(oneLine(risk.formula))",
  ]
  lines += report.profileHeads
  if let by = risk.scoring.by {
    lines.append(oneLine("Model \(risk.scoring.model.rawValue), chosen by \(by.profile): \(by.reason)"))
  }
  lines.append("A range spans what is possible while facts are unknown.")
  for readiness in [risk.total] + risk.markets + risk.systems { lines += [""] + report.lines(readiness) }
  lines += report.reductionLines(most)
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
  fileprivate func lines(_ readiness: Risk.Readiness) -> [String] {
    let readinessText = isCovered(readiness) ? readiness.text : "not judged: no pack"
    var lines = ["\(name(of: readiness)): \(readinessText)"]
    if readiness.applicable > 0 {
      lines.append("  weighted (\(risk.scoring.model.rawValue)): \(readiness.weighted.text)")
    }
    lines.append("  \(count(readiness.gaps, "duty", "duties")) not met, \(readiness.undetermined) unknown")
    lines += columns(
      readiness.categories.map { each in
        [
          "  \(each.category.rawValue)", "\(each.score.text) of 100", each.levels,
          "inherent \(each.inherent.text), \(each.inherentLevels)",
          "\(each.gaps.count) not met, \(each.undetermined.count) unknown",
        ] + (appetiteMark(each).map { [$0] } ?? [])
      })
    return lines
  }

  /// `Germany (DE)`, `AI system Ranker (ranker)`.
  func name(of readiness: Risk.Readiness) -> String {
    readiness.system.map { "AI system \(oneLine($0.title)) (\(oneLine($0.id)))" }
      ?? marketName(readiness.market)
  }

  /// What the appetite of the profiles says of a category; nil where it is kept.
  func appetiteMark(_ category: Risk.Category) -> String? {
    let limit = assessment.tailoring?.appetite.limits.first { $0.harm == category.category }
    guard let limit else { return nil }
    switch state(of: limit, category) {
    case .kept: return nil
    case .possiblyExceeded: return "perhaps above the appetite (\(limit.level.rawValue))"
    case .exceeded: return "above the appetite (\(limit.level.rawValue))"
    }
  }

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
