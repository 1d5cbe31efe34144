package import Diagnostics
internal import FEEL

/// Events of a service and how many were good, row after row; a row stands for the time up to the next.
package struct Measured: Sendable {
  package struct Row: Sendable {
    package var moment: Moment
    package var good: Count
    package var total: Count
  }
  package let rows: [Row]
  /// The most frequent distance of two rows, in seconds.
  package let step: Int
  /// Whether minutes are counted: no row has more than those for which it stands, and most have just as many.
  package let isMinutes: Bool

  package init(_ table: CSVTable) throws(Mistakes) {
    let places = try table.places(of: ["timestamp", "date"], ["good"], ["total"])
    var mistakes = table.mistakes
    var rows: [Row] = []
    for row in table.rows {
      func complain(_ message: String, suggestion: String? = nil) {
        mistakes.append(
          Diagnostic(.serviceLevel, at: table.location(row), message, suggestion: suggestion))
      }
      let moment = Moment(row.cells[places[0]])
      if moment == nil {
        complain(
          "`\(row.cells[places[0]])` is no time", suggestion: "write 2026-01-05 or 2026-01-05T10:00:00Z")
      }
      let counts = [("good", places[1]), ("total", places[2])].map { column, place in
        let count = Count(row.cells[place])
        if count == nil {
          complain(
            cellComplaint(
              column, row.cells[place],
              "no number from 0 to 1000000000000 with at most six digits after the point"))
        }
        return count
      }
      if let good = counts[0], let total = counts[1], good > total {
        complain("`good`, \(good.text), is above `total`, \(total.text)")
      }
      guard let moment else { continue }
      if let last = rows.last, moment <= last.moment {
        complain("\(moment) does not come after \(last.moment); rows go forward in time, each once")
        continue
      }
      rows.append(Row(moment: moment, good: counts[0] ?? .zero, total: counts[1] ?? .zero))
    }
    if mistakes.isEmpty, rows.count < 2 {
      mistakes.append(
        Diagnostic(
          .serviceLevel, at: Location(file: table.file, line: 1), "fewer than two rows of measurements"))
    }
    if let first = rows.first, let last = rows.last,
      last.moment.seconds - first.moment.seconds > Self.longest
    {
      mistakes.append(
        Diagnostic(
          .serviceLevel, at: Location(file: table.file, line: 1),
          "the measurements go from \(first.moment) to \(last.moment), more than 100 years"))
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    let distances = zip(rows, rows.dropFirst()).map { $1.moment.seconds - $0.moment.seconds }
    let counts = Dictionary(distances.map { ($0, 1) }, uniquingKeysWith: +)
    let step = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
    let minutes = zip(rows, distances + [step]).map { ($0.total, Count(minutesIn: min($1, step))) }
    isMinutes =
      minutes.allSatisfy { $0 <= $1 } && 2 * minutes.count { $0 == $1 } > minutes.count
    (self.rows, self.step) = (rows, step)
  }

  /// Of measurements, in seconds.
  private static let longest = 36_525 * 86_400

  package var end: Moment { Moment(seconds: (rows.last?.moment.seconds ?? 0) + step) }

  /// Where the time ends for which a row stands: at the next row, but no later than the usual step.
  private func end(of index: Int) -> Int {
    let usual = rows[index].moment.seconds + step
    return index + 1 < rows.count ? min(usual, rows[index + 1].moment.seconds) : usual
  }

  /// The last so many seconds. A row counts where it begins.
  package func window(last seconds: Int) -> Period {
    var window = Period(from: Moment(seconds: end.seconds - seconds), to: end, isMinutes: isMinutes)
    for (index, row) in zip(rows.indices, rows).reversed() {
      let until = end(of: index)
      guard until > window.start.seconds else { break }
      window.measured += until - max(row.moment.seconds, window.start.seconds)
      guard row.moment >= window.start else { continue }
      window.good += row.good
      window.total += row.total
    }
    return window
  }

  /// The same for a burn rate; nil where rows stand for longer than that, or there was no event.
  package func counts(last seconds: Int) -> Period? {
    guard seconds >= step else { return nil }
    let window = window(last: seconds)
    return window.total > .zero ? window : nil
  }

  /// Every month from the first row to the last, in UTC, also those without a row.
  package var months: [Period] {
    guard let first = rows.first?.moment.day, let last = rows.last?.moment else { return [] }
    var months: [Period] = []
    var next = CalendarDate(year: first.year, month: first.month, day: 1)
    while let start = next, Moment(start) <= last, let end = start.adding(months: 1) {
      months.append(Period(from: Moment(start), to: Moment(end), isMinutes: isMinutes))
      next = end
    }
    var place = 0
    for (index, row) in rows.enumerated() {
      while row.moment >= months[place].end { place += 1 }
      months[place].good += row.good
      months[place].total += row.total
      // The time of a row may reach into later months.
      var (from, at) = (row.moment.seconds, place)
      let until = end(of: index)
      while from < until, at < months.count {
        let stop = min(until, months[at].end.seconds)
        months[at].measured += stop - from
        (from, at) = (stop, at + 1)
      }
    }
    return months
  }
}
