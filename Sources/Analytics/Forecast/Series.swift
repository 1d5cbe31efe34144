package import Diagnostics

/// What was measured at equal distances in time; nil where nothing was measured.
package struct Series: Sendable {
  /// The region measured; nil if the table names none.
  package var region: String?
  package var start: Moment
  /// Seconds from one value to the next.
  package var step: Int
  package var values: [Double?]

  package init(region: String? = nil, start: Moment, step: Int, values: [Double?]) {
    (self.region, self.start, self.step, self.values) = (region, start, step, values)
  }

  package func moment(_ index: Int) -> Moment { Moment(seconds: start.seconds + index * step) }

  package var missing: [Moment] { values.indices.filter { values[$0] == nil }.map(moment) }

  package var stated: [Double] { values.compactMap { $0 } }

  /// How many values are a week; nil where a week is no whole number of them, or fewer than two.
  package var week: Int? {
    604_800 % step == 0 && 604_800 / step >= 2 ? 604_800 / step : nil
  }
}

extension Series {
  /// The most values of one series, measured and missing.
  package static let most = 20_000

  /// One series for each region, by name, of a table with the columns `date` (or `timestamp`), `value` and perhaps `region`; and the
  /// regions that have one value only.
  package static func all(_ table: CSVTable) throws(Mistakes) -> (series: [Series], alone: [String]) {
    let places = try table.places(of: ["date", "timestamp"], ["value"])
    let (time, value) = (places[0], places[1])
    let region = table.columns.firstIndex(of: "region")
    var mistakes = table.mistakes
    var points: [String: [Point]] = [:]
    for row in table.rows {
      let name = region.map { row.cells[$0] } ?? ""
      let moment = Moment(row.cells[time])
      if moment == nil {
        mistakes.append(
          Diagnostic(
            .series, at: table.location(row), "`\(row.cells[time])` is no date",
            suggestion: "write 2026-01-05 or 2026-01-05T10:00:00Z"))
      }
      // An empty field is a measurement that is missing, like a row that is not there.
      let text = row.cells[value]
      let measured = number(text)
      if measured == nil, !text.isEmpty {
        mistakes.append(Diagnostic(.series, at: table.location(row), numberComplaint(text)))
      }
      guard let moment else { continue }
      let point = Point(moment: moment, value: measured, line: row.line)
      if let last = points[name]?.last, moment <= last.moment {
        mistakes.append(
          Diagnostic(
            .series, at: table.location(row),
            moment == last.moment
              ? "\(moment) stands twice, on line \(last.line) too"
              : "\(moment) stands after \(last.moment); rows go forward in time"))
        continue
      }
      points[name, default: []].append(point)
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    var found: (series: [Series], alone: [String]) = ([], [])
    for (name, points) in points.sorted(by: { $0.key < $1.key }) {
      if region != nil, points.count == 1 {
        found.alone.append(name)
        continue
      }
      do throws(Mistakes) {
        found.series.append(try Series(region == nil ? nil : name, points, file: table.file))
      } catch {
        mistakes += error.all
      }
    }
    if table.rows.isEmpty {
      mistakes.append(
        Diagnostic(.series, at: Location(file: table.file, line: 1), "there is no row with a value"))
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    return found
  }

  /// A row of the table.
  private struct Point {
    var moment: Moment
    var value: Double?
    var line: Int
  }

  /// The distance that is most frequent is the step; every other must be a multiple of it.
  private init(_ region: String?, _ points: [Point], file: String) throws(Mistakes) {
    func mistake(_ line: Int, _ message: String) -> Mistakes {
      Mistakes([Diagnostic(.series, at: Location(file: file, line: line), message)])
    }
    guard let first = points.first, let last = points.last, points.count > 1 else {
      throw mistake(points.first?.line ?? 1, "one value is no series")
    }
    let distances = zip(points, points.dropFirst()).map { $1.moment.seconds - $0.moment.seconds }
    let counts = Dictionary(distances.map { ($0, 1) }, uniquingKeysWith: +)
    let step = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 86_400
    let count = (last.moment.seconds - first.moment.seconds) / step + 1
    guard count <= Self.most else { throw mistake(last.line, "the series has more than \(Self.most) steps") }
    var values = [Double?](repeating: nil, count: count)
    for point in points {
      let offset = point.moment.seconds - first.moment.seconds
      guard offset % step == 0 else {
        throw mistake(
          point.line,
          "\(point.moment) does not lie on the grid of \(Self.words(step)) that begins with \(first.moment)")
      }
      values[offset / step] = point.value
    }
    self.init(region: region, start: first.moment, step: step, values: values)
  }

  /// `1 day`, `6 hours`.
  package static func words(_ step: Int) -> String {
    for (unit, name) in [(86_400, "day"), (3600, "hour"), (60, "minute")] where step % unit == 0 {
      return "\(step / unit) \(name)\(step == unit ? "" : "s")"
    }
    return "\(step) second\(step == 1 ? "" : "s")"
  }
}

extension Diagnostic.Code { package static let series = Self(rawValue: "series.form") }
