package import Diagnostics
import FEEL

extension LossTable {
  /// Reads the table; every figure has a unit, a range or none, a basis, a source, a confidence and a day.
  package init(_ source: Source) throws(Mistakes) {
    let table = try Table(
      source,
      columns: ["parameter", "unit", "value", "low", "high", "basis", "source", "confidence", "from"])
    var mistakes: [Diagnostic] = []
    var figures: [Parameter: Loss.Ends<Double>] = [:]
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      let name = text("parameter")
      func fault(_ message: String, _ suggestion: String? = nil) {
        mistakes.append(
          Diagnostic(.loss, at: row.location, "`\(name)`: \(message)", suggestion: suggestion))
      }
      guard let parameter = Parameter(rawValue: name) else {
        fault("no figure of the model", didYouMean(name, among: Parameter.allCases.map(\.rawValue)))
        continue
      }
      if figures[parameter] != nil { fault("stands in the table twice") }
      for (column, allowed) in [("basis", bases), ("confidence", confidences)]
      where !allowed.contains(text(column)) {
        fault("`\(text(column))` is no \(column)", didYouMean(text(column), among: allowed))
      }
      if text("source").isEmpty { fault("has no source") }
      if CalendarDate(text("from")) == nil { fault("`\(text("from"))` is not a date; write YYYY-MM-DD") }
      if text("unit") != parameter.unit { fault("its unit is `\(parameter.unit)`") }
      guard let ends = ends(text("value"), text("low"), text("high")) else {
        fault("value, low and high are numbers from 0 to 1,000,000,000,000,000, in order; or no range")
        continue
      }
      if !parameter.allows(ends) { fault(parameter.bounds) }
      figures[parameter] = ends
    }
    for missing in Parameter.allCases where figures[missing] == nil && mistakes.isEmpty {
      mistakes.append(
        Diagnostic(
          .loss, at: Location(file: source.name, line: 1), "the figure `\(missing.rawValue)` is missing"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.init(figures: figures)
  }
}

private let bases = ["fitted", "known", "chosen", "judgement"]
private let confidences = ["low", "medium", "high"]

private func ends(_ value: String, _ low: String, _ high: String) -> Loss.Ends<Double>? {
  func number(_ text: String) -> Double? {
    Decimal(text).map(\.double).flatMap { (0...1e15).contains($0) ? $0 : nil }
  }
  guard let likely = number(value) else { return nil }
  if low.isEmpty, high.isEmpty { return Loss.Ends(likely) }
  guard let low = number(low), let high = number(high), low <= likely, likely <= high else { return nil }
  return Loss.Ends(low: low, likely: likely, high: high)
}

extension LossTable.Parameter {
  fileprivate var unit: String {
    switch self {
    case .median, .referenceTurnover, .referenceMaximum, .turnoverBelow50, .turnover50To249,
      .turnover250AndMore, .turnoverUnknown:
      "EUR"
    case .turnoverPower, .maximumPower: "exponent"
    case .spread: "decimal logarithm"
    case .frequencyBelow50, .frequency50To249, .frequency250AndMore, .frequencyUnknown: "share per year"
    case .complaint: "share of complaints"
    case .notifiedBreach: "share of notices"
    default: "factor"
    }
  }

  /// What goes beyond `ends` for this figure, in words.
  fileprivate var bounds: String {
    switch unit {
    case "EUR": "an amount is above 0"
    case "factor": "a factor is at most \(self == .concurrency ? 1 : 1000)"
    case "decimal logarithm": "a spread is above 0 and at most 3"
    default: "at most 1"
    }
  }

  fileprivate func allows(_ ends: Loss.Ends<Double>) -> Bool {
    switch unit {
    case "EUR": ends.low > 0
    case "factor": ends.high <= (self == .concurrency ? 1 : 1000)
    case "decimal logarithm": ends.low > 0 && ends.high <= 3
    default: ends.high <= 1
    }
  }
}

extension Diagnostic.Code { fileprivate static let loss = Self(rawValue: "loss.figure") }
