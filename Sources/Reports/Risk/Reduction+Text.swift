import Engine

extension Report {
  /// What would lower the risk most: three short lists, each with how many more there are.
  func reductionLines(_ most: Int) -> [String] {
    guard let reduction else { return [] }
    var lines = [
      "", "What lowers the risk most, in points of all categories together (now \(points(reduction.points)))",
    ]
    lines += list(
      "By person day", reduction.steps, most, "remedy", "remedies",
      rate: { "\(decimal($0.perEffort)) a person day" })
    lines += list(
      "By calendar day", reduction.quickest, most, "remedy", "remedies",
      rate: { "\(decimal($0.perDay)) a day" })
    lines.append("  Unknown facts, by what they would settle")
    if reduction.facts.isEmpty { lines.append("    none") }
    lines += columns(reduction.facts.prefix(most).map { ["    \($0.settledText)", $0.fact, $0.triedText] })
    lines += more(reduction.facts.count - most, "fact", "facts")
    return lines
  }

  private func list(
    _ title: String, _ steps: [Reduction.Step], _ most: Int, _ noun: String, _ nouns: String,
    rate: (Reduction.Step) -> String
  ) -> [String] {
    var lines = ["  \(title)"]
    if steps.isEmpty { lines.append("    none") }
    lines += columns(
      steps.prefix(most).map { step in
        [
          "    \(rate(step))", "takes off \(points(step.lowers))",
          "\(decimal(step.effort)) person days, \(decimal(step.days)) days",
          oneLine(step.title), step.basisText,
        ]
      })
    return lines + more(steps.count - most, noun, nouns)
  }

  private func more(_ rest: Int, _ noun: String, _ nouns: String) -> [String] {
    rest > 0 ? ["    and \(count(rest, "more \(noun)", "more \(nouns)"))"] : []
  }

  /// `310 to 842.4`
  private func points(_ range: Risk.Range) -> String { rangeText(range) }
}

extension Reduction.Step {
  var basisText: String {
    switch basis {
    case .judgedAgain: "judged again, \(count(findings.count, "finding"))"
    case .fromFindings: "from \(count(findings.count, "finding"))"
    }
  }
}

extension Reduction.Settling {
  var settledText: String { basis == .judgedAgain ? rangeText(settles) : "up to \(decimal(settles.high))" }
  var triedText: String {
    switch basis {
    case .judgedAgain: "tried \(tried.joined(separator: ", ")), \(count(findings, "finding"))"
    case .fromFindings: "from \(count(findings, "finding"))"
    }
  }
}

/// `310 to 842.4`; a dash would look like a minus.
func rangeText(_ range: Risk.Range) -> String {
  let (low, high) = (decimal(range.low), decimal(range.high))
  return low == high ? low : "\(low) to \(high)"
}
