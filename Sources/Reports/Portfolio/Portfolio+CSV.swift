import Engine
import FEEL
import Rules

/// The ranked rows as a table (RFC 4180); what only an earlier result has stands at the end, without a rank.
package func portfolioCSV(_ portfolio: Portfolio) -> String {
  let measures = ["readiness %"] + Harm.Category.allCases.map(\.rawValue)
  var header = [
    "rank", "plan", "file", "market", "market name", "decision", "because", "gaps that block", "unknown",
    "blocking gaps", "met", "applicable", "readiness % low", "readiness % high",
  ]
  for category in Harm.Category.allCases {
    header += ["low", "high", "level", "appetite"].map { "\(category.rawValue) \($0)" }
  }
  header += [
    "weighted points low", "weighted points high", "largest single ceiling", "ceilings without amount",
    "entry", "ready", "in time", "blocking gaps without task", "trend", "decision before",
  ]
  for measure in measures {
    header += ["\(measure) low before", "\(measure) high before", "\(measure) change"]
  }
  return csv(
    [header] + portfolio.rows.map(portfolio.cells) + portfolio.gone.map { portfolio.cells($0, header) })
}

extension Portfolio {
  fileprivate func cells(_ row: Row) -> [String] {
    var cells = [
      String(row.place), plans[row.plan].name, plans[row.plan].file, row.market ?? "", row.marketName,
      row.decision.title, row.because, String(row.blockers.count), String(row.unknown),
      row.blockers.joined(separator: "; "),
    ]
    cells +=
      row.isCovered
      ? [String(row.met), String(row.applicable), decimal(row.readiness.low), decimal(row.readiness.high)]
      : ["", "", "", ""]
    for category in Harm.Category.allCases {
      let score = row.scores.first { $0.category == category }
      cells +=
        score.flatMap { row.isCovered ? $0 : nil }.map {
          [decimal($0.score.low), decimal($0.score.high), $0.levels, $0.breachText ?? ""]
        } ?? ["", "", "", ""]
    }
    cells += [
      decimal(row.points.low), decimal(row.points.high),
      row.ceilings.compactMap(\.maximumText).joined(separator: "; "), String(row.openCeilings),
      row.entry?.description ?? "", row.ready.date?.description ?? "",
      row.ready.isInTime.map { $0 ? "yes" : "no" } ?? "", String(row.ready.blocked),
    ]
    guard let trend = row.trend else { return cells + Self.nothingBefore("", nil) }
    guard let change = trend.change else { return cells + Self.nothingBefore(trend.plainText ?? "", nil) }
    cells += ["since \(change.asOf)", change.decision.title]
    for shift in [change.readiness] + change.categories {
      cells +=
        shift.map { [decimal($0.before.range.low), decimal($0.before.range.high), $0.text] } ?? ["", "", ""]
    }
    return cells
  }

  /// Trend and decision before, and no numbers.
  private static func nothingBefore(_ trend: String, _ decision: Decision?) -> [String] {
    [trend, decision?.title ?? ""]
      + [String](repeating: "", count: 3 * (1 + Harm.Category.allCases.count))
  }

  fileprivate func cells(_ gone: Gone, _ header: [String]) -> [String] {
    let start = ["", gone.name, gone.planFile, gone.row.market ?? "", gone.row.marketName]
    let rest = Self.nothingBefore(gone.text, gone.row.decision)
    return start + [String](repeating: "", count: header.count - start.count - rest.count) + rest
  }
}
