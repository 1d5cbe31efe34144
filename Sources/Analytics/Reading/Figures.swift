package import Diagnostics
package import FEEL

/// The dated figures that operations are held against (`rules/operations.csv`), each with its source.
package struct Figures: Sendable {
  package struct Figure: Sendable {
    package var id: String
    package var title: String
    package var value: Double
    package var unit: String
    package var from: CalendarDate
    /// The first day on which it no longer holds.
    package var until: CalendarDate?
    package var source: String
  }
  package let figures: [Figure]

  /// Reads the table; a figure has a number, a unit, a day and a source.
  package init(_ source: Source) throws(Mistakes) {
    let table = try CSVTable(source)
    let columns = ["figure", "title", "value", "unit", "from", "until", "source"]
    guard table.columns == columns else {
      throw Mistakes([
        Diagnostic(
          .figure, at: Location(file: table.file, line: 1),
          "the columns are `\(columns.joined(separator: ","))`")
      ])
    }
    var mistakes = table.mistakes
    var figures: [Figure] = []
    for row in table.rows {
      let until = CalendarDate(row.cells[5])
      guard let value = number(row.cells[2]), let from = CalendarDate(row.cells[4]),
        ["percent", "number"].contains(row.cells[3]), !row.cells[6].isEmpty,
        row.cells[5].isEmpty || until != nil
      else {
        mistakes.append(
          Diagnostic(
            .figure, at: table.location(row),
            "a figure is a percent or a number, from a day on, with its source"))
        continue
      }
      figures.append(
        Figure(
          id: row.cells[0], title: row.cells[1], value: row.cells[3] == "percent" ? value / 100 : value,
          unit: row.cells[3], from: from, until: until, source: row.cells[6]))
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    self.figures = figures
  }

  /// The figure that holds on a day: the one that began last.
  package func figure(_ id: String, on day: CalendarDate) -> Figure? {
    figures.filter { $0.id == id && $0.from <= day && $0.until.map { day < $0 } ?? true }.max {
      $0.from < $1.from
    }
  }
}

extension Diagnostic.Code { fileprivate static let figure = Self(rawValue: "figures.figure") }
