package import Diagnostics
package import FEEL
package import Rules

/// The dated targets of the expansion's success metrics (`rules/targets.csv`).
package struct Targets: Sendable {
  package struct Target: Sendable {
    package var metric: SuccessMetric.Metric
    package var title: String
    package var value: Decimal
    /// days or percent.
    package var unit: String
    /// Fewer answers settle nothing.
    package var minimumAnswers: Decimal?
    package var period: Period
    package var source: String
  }
  package var targets: [Target]

  /// Reads the table; a target has a number, a unit, a date and a source.
  package init(_ source: Source) throws(Mistakes) {
    let columns = ["metric", "title", "target", "unit", "minimumAnswers", "from", "until", "source"]
    let table = try Table(source, columns: columns)
    var mistakes: [Diagnostic] = []
    targets = []
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      guard let metric = SuccessMetric.Metric(rawValue: text("metric")) else {
        let names = SuccessMetric.Metric.allCases.map(\.rawValue)
        mistakes.append(
          Diagnostic(
            .target, at: row.location, "`\(text("metric"))` is no metric",
            suggestion: didYouMean(text("metric"), among: names)))
        continue
      }
      guard let value = Decimal(text("target")), let from = CalendarDate(text("from")),
        ["days", "percent"].contains(text("unit")),
        text("minimumAnswers").isEmpty || Decimal(text("minimumAnswers")) != nil
      else {
        mistakes.append(
          Diagnostic(
            .target, at: row.location, "a target is a number of days or percent, from a day on"))
        continue
      }
      targets.append(
        Target(
          metric: metric, title: text("title"), value: value, unit: text("unit"),
          minimumAnswers: Decimal(text("minimumAnswers")),
          period: Period(from: from, until: CalendarDate(text("until"))), source: text("source")))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }
}

extension Diagnostic.Code { fileprivate static let target = Self(rawValue: "targets.target") }
