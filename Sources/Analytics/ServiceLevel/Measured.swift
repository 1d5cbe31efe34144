package import Diagnostics

/// Events of a service and how many were good, row after row; a row stands for the time up to the next.
package struct Measured: Sendable {
  package struct Row: Sendable {
    package var moment: Moment
    package var good: Int
    package var total: Int
  }
  package let rows: [Row]
  /// The most frequent distance of two rows, in seconds.
  package let step: Int

  package init(_ table: CSVTable) throws(Mistakes) {
    let time = try table.place(of: "timestamp", "date")
    let good = try table.place(of: "good")
    let total = try table.place(of: "total")
    var mistakes: [Diagnostic] = []
    var rows: [Row] = []
    for row in table.rows {
      guard let moment = Moment(row.cells[time]), let all = Int(row.cells[total]),
        let kept = Int(row.cells[good]),
        0...1_000_000_000_000 ~= all, 0...all ~= kept
      else {
        mistakes.append(
          Diagnostic(
            .serviceLevel, at: table.location(row),
            "a row has a time, and whole numbers of which `good` is not above `total`"))
        continue
      }
      if let last = rows.last, moment <= last.moment {
        mistakes.append(
          Diagnostic(
            .serviceLevel, at: table.location(row),
            "\(moment) does not come after \(last.moment); rows go forward in time, each once"))
        continue
      }
      rows.append(Row(moment: moment, good: kept, total: all))
    }
    if mistakes.isEmpty, rows.count < 2 {
      mistakes.append(
        Diagnostic(
          .serviceLevel, at: Location(file: table.file, line: 1), "fewer than two rows of measurements"))
    }
    guard mistakes.isEmpty else { throw Mistakes(Array(mistakes.prefix(CSVTable.mostMistakes))) }
    let counts = Dictionary(
      zip(rows, rows.dropFirst()).map { ($1.moment.seconds - $0.moment.seconds, 1) }, uniquingKeysWith: +)
    step = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
    self.rows = rows
  }

  package var end: Moment { Moment(seconds: (rows.last?.moment.seconds ?? 0) + step) }

  /// Good and all events of the last so many seconds; nil where rows stand for longer than that, or there was no event.
  package func counts(last seconds: Int) -> (good: Int, total: Int)? {
    guard seconds >= step else { return nil }
    let start = end.seconds - seconds
    var sum = (good: 0, total: 0)
    for row in rows.reversed() {
      guard row.moment.seconds >= start else { break }
      sum.good += row.good
      sum.total += row.total
    }
    return sum.total > 0 ? sum : nil
  }
}
