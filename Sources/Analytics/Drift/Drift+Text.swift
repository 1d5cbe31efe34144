extension Drift {
  /// For people.
  package func text(reference: String, current: String) -> String {
    var lines = ["Drift of \(current) from \(reference)"]
    lines.append(
      "False alarms: \(percent(terms.significance)) over \(tests) tests, \(percent(significanceOfOne, 2)) for each (Bonferroni)"
    )
    lines.append(
      "Shift: population stability index from \(terms.moderate) moderate, from \(terms.large) large, if above what chance gives; or distance (Kolmogorov-Smirnov) from \(terms.distance), if chance rarely gives it"
    )
    lines.append("Half a count is added to each bin; bins of numbers are tenths of the reference")
    for note in notes { lines.append("Note: \(note)") }
    lines.append("")
    let head = ["column", "values", "before", "bins", "index", "chance gives", "distance", "p", "shift"]
    lines.append(
      Analytics.columns(
        [head]
          + columns.map { column in
            [
              column.name, String(column.current), String(column.reference), String(column.bins.count),
              fixed(column.stability.index, 4), fixed(column.stability.critical, 4),
              column.distance.map { fixed($0.distance, 4) } ?? "-",
              column.distance.map { $0.chance < 0.0001 ? "<0.0001" : fixed($0.chance, 4) } ?? "-",
              column.verdict.rawValue,
            ]
          }))
    for column in columns where column.verdict.isFinding {
      lines.append("")
      lines.append("\(column.name): bins by what they add to the index")
      lines.append(Analytics.columns([["bin", "before", "now"]] + widest(column)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The five bins whose shares moved most.
  private func widest(_ column: Column) -> [[String]] {
    let (before, after) = (
      Double(max(1, column.bins.reduce(0) { $0 + $1.reference })),
      Double(max(1, column.bins.reduce(0) { $0 + $1.current }))
    )
    return column.bins.enumerated().map { index, bin in
      (index, bin, Double(bin.reference) / before, Double(bin.current) / after)
    }
    .sorted { (abs($0.3 - $0.2), $1.0) > (abs($1.3 - $1.2), $0.0) }.prefix(5)
    .map { [$0.1.name, percent($0.2), percent($0.3)] }
  }

  package var csv: String {
    let head = "column,kind,current,reference,bins,psi,psiCritical,ksDistance,ksChance,shift"
    let rows = columns.map { column in
      [
        csvCell(column.name), column.isNumeric ? "number" : "category", String(column.current),
        String(column.reference), String(column.bins.count), fixed(column.stability.index, 6),
        fixed(column.stability.critical, 6), column.distance.map { fixed($0.distance, 6) } ?? "",
        column.distance.map { fixed($0.chance, 6) } ?? "", column.verdict.rawValue,
      ].joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\r\n") + "\r\n"
  }
}
