import Engine

/// The likely loss for the terminal, after the maxima; nothing if it was not asked for.
package func lossText(_ report: Report) -> String {
  guard let loss = report.loss else { return "" }
  var lines = ["", "Likely loss: a rough model, no forecast (\(loss.drawsText))"]
  guard !loss.cases.isEmpty else { return (lines + ["  \(Loss.nothing)"]).joined(separator: "\n") + "\n" }
  lines.append("  \(Loss.method) More in \(Loss.page).")
  if let assumed = loss.assumptionText { lines.append("  \(oneLine(assumed))") }
  lines += columns([["  ", "low", "likely", "high"]] + loss.yearRows.map { ["  \($0[0])"] + $0.dropFirst() })
  lines.append("  \(Loss.endsText)")
  lines += ["", "One fine, if the case comes, in EUR"]
  for row in loss.caseRows {
    lines.append("  \(row[0]): \(row[1]); chance in a year \(row[2])")
    lines.append("    50 of 100 at most \(row[3]); 90: \(row[4]); 99: \(row[5]); maximum \(row[6])")
  }
  if let rest = loss.withoutFineText { lines.append("  \(rest)") }
  if !loss.curve.isEmpty {
    lines += ["", "Chance that a year costs more than"]
    lines += columns(
      [["  EUR", "low", "likely", "high"]] + loss.curveRows.map { ["  \($0[0])"] + $0.dropFirst() })
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  /// The likely loss as a section of the Markdown report; none if it was not asked for.
  func lossSection() -> [String] {
    guard let loss else { return [] }
    var lines = ["", "## Likely loss", ""]
    guard !loss.cases.isEmpty else { return lines + [Loss.nothing] }
    lines.append(
      "A rough model, no forecast; \(loss.drawsText). \(Loss.method) More in [\(Loss.page)](<\(Loss.pageLink)>)."
    )
    if let assumed = loss.assumptionText { lines += ["", escaped(assumed)] }
    lines += table(["Year", "Low", "Likely", "High"], loss.yearRows)
    lines += ["", Loss.endsText]
    lines += table(Loss.caseHeads, loss.caseRows.map { [escaped($0[0])] + $0.dropFirst() })
    if let rest = loss.withoutFineText { lines += ["", rest] }
    return lines + table(["A year costs more than, EUR", "Low", "Likely", "High"], loss.curveRows)
  }
}
