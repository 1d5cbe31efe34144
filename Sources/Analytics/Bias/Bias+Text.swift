extension Bias {
  /// For people.
  package func text(file: String) -> String {
    var lines = ["Rates by group in \(file), held against `\(reference)`"]
    lines.append(
      "Intervals of \(levelText(level)): rate Wilson, difference Newcombe, ratio Katz. Gap: ratio below \(least) and interval below 1; watch: interval with 1; not judged: fewer than \(fewest)"
    )
    if let note { lines.append("Note: \(note)") }
    lines.append("")
    let head = [
      "group", "selected", "of", "rate", "interval", "difference", "interval", "ratio", "interval", "verdict",
    ]
    lines.append(
      columns(
        [head]
          + groups.map { group in
            let isReference = group.verdict == .reference
            return [
              group.name, String(group.selected.count), String(group.selected.total),
              percent(group.selected.rate),
              span(group.interval, percent), isReference ? "-" : percent(group.difference.value),
              isReference ? "-" : span(group.difference.interval, percent),
              isReference ? "-" : group.ratio.map { fixed($0.value, 3) } ?? "-",
              isReference
                ? "-" : group.ratio.map { span($0.interval) { value, _ in fixed(value, 3) } } ?? "-",
              group.verdict.rawValue,
            ]
          }))
    return lines.joined(separator: "\n") + "\n"
  }

  private func span(_ range: ClosedRange<Double>, _ text: (Double, Int) -> String) -> String {
    "\(text(range.lowerBound, 1)) to \(text(range.upperBound, 1))"
  }

  package var csv: String {
    let head =
      "group,selected,total,rate,rateLow,rateHigh,difference,differenceLow,differenceHigh,ratio,ratioLow,ratioHigh,verdict"
    let rows = groups.map { group in
      let numbers =
        [group.selected.rate, group.interval.lowerBound, group.interval.upperBound, group.difference.value]
        + [group.difference.interval.lowerBound, group.difference.interval.upperBound]
      let ratio = group.ratio.map { [$0.value, $0.interval.lowerBound, $0.interval.upperBound] }
      return
        ([csvCell(group.name), String(group.selected.count), String(group.selected.total)]
        + numbers.map { fixed($0, 6) } + (ratio?.map { fixed($0, 6) } ?? ["", "", ""]) + [
          group.verdict.rawValue
        ])
        .joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\r\n") + "\r\n"
  }
}
