package import Engine

/// Recall, false alarms and open questions per law and decision.
package func text(_ backtest: Backtest) -> String {
  var lines: [String] = []
  for decision in backtest.decisions {
    let tally = decision.tally
    lines.append(
      "\(decision.name): found \(tally.found) of \(tally.infringed), \(tally.falseAlarms) false alarms of \(tally.clear) clear"
    )
    lines += decision.missed.map { "  missed  \($0)" }
    lines += decision.alarms.map { "  alarm   \($0)" }
    lines += decision.leftOut.map { "  not counted  \($0)" }
  }
  lines.append("")
  for (law, tally) in backtest.laws { lines.append("\(law): \(summary(tally))") }
  lines.append("total: \(backtest.total.decisions) decisions, \(summary(backtest.total))")
  return lines.joined(separator: "\n") + "\n"
}

private func summary(_ tally: Backtest.Tally) -> String {
  "articles \(share(tally.found, tally.infringed)), paragraphs \(share(tally.paragraphFound, tally.infringed)), "
    + "undetermined \(tally.undetermined), false alarms \(share(tally.falseAlarms, tally.clear))"
}

/// `19 of 20 (95.0 %)`
private func share(_ part: Int, _ whole: Int) -> String {
  guard whole > 0 else { return "none to count" }
  let permille = (part * 1000 + whole / 2) / whole
  return "\(part) of \(whole) (\(permille / 10).\(permille % 10) %)"
}

/// The same as JSON, keys sorted.
package func json(_ backtest: Backtest) -> String {
  let file = BacktestFile(
    total: .init(backtest.total),
    laws: Dictionary(
      backtest.laws.map { ($0.law, .init($0.tally)) }, uniquingKeysWith: { first, _ in first }),
    decisions: backtest.decisions.map {
      .init(case: $0.name, tally: .init($0.tally), missed: $0.missed, alarms: $0.alarms, leftOut: $0.leftOut)
    })
  return json(of: file)
}

private struct BacktestFile: Encodable {
  struct Tally: Encodable {
    var decisions, infringed, found, paragraphFound, undetermined, clear, falseAlarms: Int
    init(_ tally: Backtest.Tally) {
      decisions = tally.decisions
      infringed = tally.infringed
      found = tally.found
      paragraphFound = tally.paragraphFound
      undetermined = tally.undetermined
      clear = tally.clear
      falseAlarms = tally.falseAlarms
    }
  }
  struct Decision: Encodable {
    var `case`: String
    var tally: Tally
    var missed, alarms, leftOut: [String]
  }
  var total: Tally
  var laws: [String: Tally]
  var decisions: [Decision]
}
