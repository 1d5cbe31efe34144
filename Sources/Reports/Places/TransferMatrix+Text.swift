import Engine
import Rules

/// What the law of one country says of lanes to others; those of which it says the same stand in one line.
package func transferMatrixText(_ report: Report, from origin: String, to destinations: [String]) -> String {
  var rows: [(saying: [String], to: [String])] = []
  for destination in destinations {
    let saying = report.saying(of: destination)
    if let index = rows.firstIndex(where: { $0.saying == saying }) {
      rows[index].to.append(destination)
    } else {
      rows.append((saying, [destination]))
    }
  }
  let heading = "From \(origin), law as of \(report.assessment.asOf)"
  let blocks = rows.map { saying, to in
    ["", "\(saying[0]): \(to.joined(separator: ", "))"] + saying.dropFirst().map { "  \($0)" }
  }
  let own = report.ownPlaceLines
  return ([heading] + blocks.joined() + (own.isEmpty ? [] : [""] + own)).joined(separator: "\n") + "\n"
}

extension Report {
  /// The state of the lane to a country, the laws, and the ways: open ones, else what is possible.
  fileprivate func saying(of destination: String) -> [String] {
    guard let lane = assessment.transfers.first(where: { $0.destination == destination }) else {
      return ["✓ no border"]
    }
    let judged = judgements(lane)
    let duties = judged.filter { $0.modality != .permission }
    guard !duties.isEmpty else { return ["– no pack has a rule"] }
    let wanting = duties.filter { $0.verdict == .gap || $0.verdict == .undetermined }
    let isMet = duties.allSatisfy { $0.verdict == .satisfied }
    let state =
      wanting.contains { $0.verdict == .gap }
      ? "× barred as it stands"
      : isMet
        ? "✓ free"
        : wanting.isEmpty
          ? "◆ not judged in full, or law that starts later" : "? needs a mechanism, or more facts"
    let ways = { (word: String, verdict: Verdict) in
      judged.filter { $0.modality == .permission && $0.verdict == verdict }.map {
        "\(word): \(oneLine($0.title)) (\($0.citationText))"
      }
    }
    let open = ways("open", .allowed)
    var lines = open.isEmpty ? ways("possible", .undetermined) : open
    // A way that is possible has its line already.
    for line in wanting.flatMap(\.wanting) where !lines.contains(line) {
      let way = line.split(separator: ": ", maxSplits: 1).last ?? ""
      if !lines.contains(where: { $0.contains(way) }) { lines.append(line) }
    }
    return [state, "laws: \(lane.laws.joined(separator: ", "))"] + lines
  }
}
