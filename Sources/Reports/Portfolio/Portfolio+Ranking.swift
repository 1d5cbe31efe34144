import Engine
package import FEEL
import Rules

extension Portfolio {
  /// A plan as judged: what the overview takes from its report.
  package struct Entry: Sendable {
    package var name: String
    package var file: String
    package var packs: [String]
    package var profiles: [String]
    package var rows: [Row]
  }

  /// How the rows are ranked, and what their numbers are.
  package static let formula =
    "Ranked by decision (no-go, cannot tell, go with conditions, go), then by the upper end of the weighted residual points of "
    + "all six categories together, the highest first, then by name and file of the plan and by market. Points of a duty in a "
    + "category: likelihood × impact of its harm × the factor of the profiles, at most 25, × the share that remains. Score: 0 to "
    + "100 from the same terms, each level and readiness as in the report of the plan alone. A range spans what is possible "
    + "while facts are unknown. The worst plan of a cell has the highest upper end of the score, then the highest lower end, "
    + "then the first place."

  /// The same whatever the order of `entries` and of `earlier`.
  package init(_ entries: [Entry], earlier: [EarlierResult], asOf: CalendarDate, engine: String) {
    let entries = entries.sorted { ($0.name, $0.file) < ($1.name, $1.file) }
    self.asOf = asOf
    self.engine = engine
    plans = entries.map { entry in
      let isAlone = entries.count { $0.name == entry.name } == 1
      return Plan(
        name: entry.name, file: entry.file, label: isAlone ? entry.name : "\(entry.name) (\(entry.file))",
        packs: entry.packs, profiles: entry.profiles)
    }
    rows = entries.enumerated().flatMap { place, entry in
      entry.rows.map { row in
        var row = row
        row.plan = place
        return row
      }
    }
    .sorted(by: Self.isWorse)
    for index in rows.indices { rows[index].place = index + 1 }
    heat = Self.heat(rows)
    (self.earlier, gone) = ([], [])
    compare(with: earlier)
  }

  /// Plans are numbered by name and file.
  private static func isWorse(_ a: Row, _ b: Row) -> Bool {
    if a.decision != b.decision { return a.decision > b.decision }
    let (first, second) = (a.points.high, b.points.high)
    if first != second { return first > second }
    return (a.plan, a.market ?? "") < (b.plan, b.market ?? "")
  }

  private static func heat(_ rows: [Row]) -> [HeatRow] {
    var markets: [String?] = []
    for row in rows where !markets.contains(row.market) { markets.append(row.market) }
    // No code of a country is greater than a tilde.
    markets.sort { ($0 ?? "~") < ($1 ?? "~") }
    return markets.map { market in
      let own = rows.indices.filter { rows[$0].market == market }
      let judged = own.filter { rows[$0].isCovered }
      return HeatRow(
        market: market, marketName: own.first.map { rows[$0].marketName } ?? "",
        cells: Harm.Category.allCases.map { category in
          judged.reduce(nil) { (worst: Cell?, row: Int) in
            guard let score = rows[row].scores.first(where: { $0.category == category }) else { return worst }
            guard let worst, !score.isWorse(than: worst.score) else {
              return Cell(row: row, score: score, of: judged.count)
            }
            return worst
          }
        })
    }
  }
}

extension Portfolio.Score {
  fileprivate func isWorse(than other: Self) -> Bool {
    score.high != other.score.high ? score.high > other.score.high : score.low > other.score.low
  }
}
