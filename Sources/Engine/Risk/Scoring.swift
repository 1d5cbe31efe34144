package import Diagnostics
package import FEEL
package import Rules

/// How scores are made on a day: dated shares with their source (`rules/risk.csv`), and what profiles say of weights and model.
package struct Scoring: Sendable {
  /// A value of the method, with where it comes from.
  package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: Double
    package var from: CalendarDate
    package var source: String
  }

  package var model = ScoringModel.severity
  /// The profile that chose the model, and why; nil: nobody did.
  package var by: Tailoring.Decision?
  /// Those in force on the day, in the order of the table.
  package private(set) var parameters: [Parameter] = []
  private var tailoring: Tailoring?
  private var packs: [String: Pack] = [:]

  /// What the table must say.
  private static let names =
    ["remaining.evidenced", "remaining.asserted", "remaining.stale"] + (2...5).map { "exposure.step.\($0)" }
    + Severity.allCases.map { "review.\($0.rawValue)" }

  /// Values that are given.
  package init(model: ScoringModel, parameters: [Parameter]) {
    self.model = model
    self.parameters = parameters
  }

  /// Reads the table of values; every one must be there on the day.
  package init(_ source: Source, asOf: CalendarDate) throws(Mistakes) {
    let table = try Table(source, columns: ["parameter", "value", "from", "until", "source"])
    var mistakes: [Diagnostic] = []
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      let name = text("parameter")
      guard Self.names.contains(name) else {
        mistakes.append(
          Diagnostic(
            .parameter, at: row.location, "`\(name)` is no value of the method",
            suggestion: didYouMean(name, among: Self.names)))
        continue
      }
      guard let value = Decimal(text("value"))?.double, value >= 0, let from = CalendarDate(text("from")),
        !text("source").isEmpty, !name.hasPrefix("remaining.") || value <= 1
      else {
        mistakes.append(
          Diagnostic(
            .parameter, at: row.location, "a value is a number, for shares at most 1, with a day and a source"
          ))
        continue
      }
      let period = Period(from: from, until: CalendarDate(text("until")))
      if period.contains(asOf) {
        parameters.append(.init(name: name, value: value, from: from, source: text("source")))
      }
    }
    // Before the first day of the table its first values count: there is no older method.
    for name in Self.names where !parameters.contains(where: { $0.name == name }) {
      guard let row = table.rows.first(where: { table.field("parameter", of: $0) == name }),
        let value = Decimal(table.field("value", of: row))?.double,
        let from = CalendarDate(table.field("from", of: row))
      else {
        if mistakes.isEmpty {
          mistakes.append(
            Diagnostic(.parameter, at: Location(file: source.name, line: 1), "there is no value `\(name)`"))
        }
        continue
      }
      parameters.append(.init(name: name, value: value, from: from, source: table.field("source", of: row)))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  /// With the weights, the model and the share that profiles set.
  package func tailored(by tailoring: Tailoring?, of rulebook: Rulebook) -> Scoring {
    guard let tailoring else { return self }
    var result = self
    result.tailoring = tailoring
    result.packs = Dictionary(rulebook.packs.map { ($0.pack.id, $0.pack) }, uniquingKeysWith: { a, _ in a })
    guard let scoring = tailoring.scoring else { return result }
    result.model = scoring.model
    result.by = scoring.by
    if let asserted = scoring.asserted?.double {
      for place in result.parameters.indices {
        let name = result.parameters[place].name
        // Evidence out of date is worth no more than a statement.
        guard name == "remaining.asserted" || name == "remaining.stale" else { continue }
        result.parameters[place].value =
          name == "remaining.stale" ? max(asserted, result.parameters[place].value) : asserted
        result.parameters[place].source = "Profile \(scoring.by.profile): \(scoring.by.reason)"
      }
    }
    return result
  }

  package func value(_ name: String) -> Double { parameters.first { $0.name == name }?.value ?? 0 }

  /// The share of a harm that remains behind a duty that is met, by how a control of it stands.
  func remaining(_ assurance: ControlState.Assurance) -> Risk.Range {
    let asserted = value("remaining.asserted")
    let evidenced = min(asserted, value("remaining.evidenced"))
    switch assurance {
    case .evidenced: return .init(low: evidenced, high: evidenced)
    case .stale:
      let stale = max(asserted, value("remaining.stale"))
      return .init(low: stale, high: stale)
    // What is not in place gives no evidence either; the duty is met in another way.
    case .asserted, .missing, .planned, .partial: return .init(low: asserted, high: asserted)
    case .unknown: return .init(low: evidenced, high: max(asserted, value("remaining.stale")))
    }
  }

  /// How much a kind of harm weighs in a provision, for these profiles.
  func factor(_ rule: Rule, _ harm: Harm.Category) -> Double {
    guard let tailoring, let pack = packs[rule.pack] else { return 1 }
    return tailoring.factor(of: rule.provision, in: pack, harm: harm).double
  }

  /// 1 to 5, by the steps that an amount in EUR reaches.
  func weight(ofMaximum amount: Double) -> Double {
    (2...5).reduce(1.0) { amount >= value("exposure.step.\($1)") ? max($0, Double($1)) : $0 }
  }
  static let mostExposureWeight = 5.0
}

extension Diagnostic.Code { fileprivate static let parameter = Self(rawValue: "risk.parameter") }
