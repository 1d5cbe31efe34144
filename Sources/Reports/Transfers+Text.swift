import Engine

/// The lanes of data that the engine derived, and what the law says of each, for the terminal.
package func transfersText(_ report: Report) -> String {
  let lanes = report.assessment.transfers
  guard !lanes.isEmpty else { return "No transfer across a border follows from the plan.\n" }
  var lines = ["\(count(lanes.count, "transfer")) derived from collection, storage, access and recipients"]
  for lane in lanes {
    lines += [
      "",
      "\(lane.origin) > \(lane.destination ?? "not known")  \(oneLine(lane.activity)), \(lane.via)",
    ]
    let origins = lane.originCountries.joined(separator: ", ")
    lines.append("  origin countries: \(origins.isEmpty ? "not stated" : origins)")
    let to = [lane.recipient.map { "recipient \(oneLine($0))" }, lane.store.map { "store \(oneLine($0))" }]
      .compactMap(\.self)
    if !to.isEmpty { lines.append("  to: \(to.joined(separator: ", "))") }
    lines.append("  mechanism: \(lane.mechanismText)")
    lines.append(
      "  laws: \(lane.laws.isEmpty ? "none of the packs governs it" : lane.laws.joined(separator: ", "))")
    lines += report.judgements(lane).map {
      "  \($0.verdict.sign) \($0.verdict.word): \($0.id)  \(oneLine($0.title))"
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Transfer {
  var mechanismText: String {
    guard let mechanisms else { return "not stated" }
    return mechanisms.isEmpty ? "none" : mechanisms.map(oneLine).joined(separator: ", ")
  }
}

extension Report {
  /// The findings that judge a lane.
  func judgements(_ lane: Transfer) -> [Finding] {
    ranked(assessment.findings.filter { lane.findings.contains($0.id) })
  }
}
