import Engine
import FEEL
import Rules

/// The overview for the terminal: ranked rows, the heat map as a table, the trend.
package func portfolioText(_ portfolio: Portfolio) -> String {
  var lines = [
    "Portfolio of \(portfolio.summaryText), law as of \(portfolio.asOf)", oneLine(Portfolio.formula),
  ]
  for row in portfolio.rows { lines += [""] + portfolio.lines(row) }
  lines += [
    "", "Heat map: residual risk by market and category, with the plan that is worst there",
  ]
  lines += columns(
    [["  Market", "Category", "Score", "Level", "Worst plan"]]
      + portfolio.heat.flatMap { market in
        zip(Harm.Category.allCases, market.cells).enumerated().map { index, pair in
          let head = index == 0 ? "  \(oneLine(market.marketName))" : ""
          guard let cell = pair.1 else { return [head, pair.0.rawValue, "–", "/ no pack", "not looked at"] }
          return [
            head, pair.0.rawValue, cell.score.text, "\(cell.score.sign) \(cell.score.levels)",
            portfolio.heatText(cell),
          ]
        }
      })
  return (lines + portfolio.earlierLines).joined(separator: "\n") + "\n"
}

extension Portfolio {
  fileprivate func lines(_ row: Row) -> [String] {
    var lines = [
      "\(row.place). \(row.decisionText)  \(label(row)), \(oneLine(row.marketName))  [\(file(row))]",
      "   \(row.because)", "   readiness: \(row.readinessText)",
    ]
    if row.isCovered {
      lines += columns(
        row.scores.map { each in
          ["   \(each.category.rawValue)", "\(each.text) of 100", "\(each.sign) \(each.levels)"]
            + (each.breachText.map { [$0] } ?? [])
        })
      lines.append("   weighted points: \(row.points.text)")
    }
    lines += ["   largest single ceiling: \(row.ceilingText)", "   ready: \(row.readyText)"]
    if let trend = row.trend { lines += trendLines(trend, row) }
    return lines
  }

  private func trendLines(_ trend: Trend, _ row: Row) -> [String] {
    guard let change = trend.change else { return ["   trend: \(trend.plainText ?? "")"] }
    return ["   trend since \(change.asOf): \(change.decisionText(row.decision))"]
      + columns(
        [["     readiness %", change.readiness.full]]
          + change.categoryTexts.map { ["     \($0.category.rawValue)", $0.text] })
  }

  fileprivate var earlierLines: [String] {
    guard !earlier.isEmpty else { return [] }
    var lines = ["", "Compared with"]
    for each in earlier {
      lines.append("  \(each.head)")
      if let remarks = each.remarkText { lines.append("    \(remarks)") }
    }
    lines.append("  \(Self.trendWords)")
    guard !gone.isEmpty else { return lines }
    return lines + ["", "In an earlier result alone"]
      + columns(
        gone.map { each in
          [
            "  \(oneLine(each.name)), \(oneLine(each.row.marketName))", each.text,
            "was \(each.row.decision.title.lowercased())", each.readinessText,
          ]
        })
  }
}
