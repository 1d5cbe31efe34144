package import Diagnostics
package import FEEL

/// What an overview compares with: a few numbers of a result file written before.
package struct EarlierResult: Sendable {
  /// The result file.
  package var file: String
  /// Where it names its plan.
  package var location: Location
  package var version: String
  package var engine: String
  package var asOf: CalendarDate
  /// The organization, else the plan's file.
  package var name: String
  package var planFile: String
  /// Id and SHA-256 of each pack, sorted.
  package var packs: [String]
  package var profiles: [String]
  /// One for each market; one without a market for a plan that names none.
  package var rows: [Row]

  package struct Row: Sendable {
    package var market: String?
    package var marketName: String
    package var decision: Decision
    package var isCovered: Bool
    package var met: Int
    package var applicable: Int
    package var readiness: Portfolio.Tenths
    /// In the order of the categories; nil: the result does not have it.
    package var categories: [Portfolio.Tenths?]
  }

  /// Results are longer than plans.
  package static let limits: Node.Limits = {
    var limits = Node.Limits()
    limits.bytes = 32 << 20
    limits.nodes = 1_000_000
    return limits
  }()

  /// Two results of one plan leave open which of them is meant.
  package static func twins(_ results: [EarlierResult]) -> [Diagnostic] {
    let sorted = results.sorted { ($0.name, $0.planFile, $0.file) < ($1.name, $1.planFile, $1.file) }
    return zip(sorted, sorted.dropFirst()).compactMap { first, second in
      guard first.name == second.name, first.planFile == second.planFile else { return nil }
      return Diagnostic(
        .result, at: second.location,
        "`\(oneLine(second.name))` (\(oneLine(second.planFile))) is also the plan of \(first.file)",
        suggestion: "give one earlier result of each plan")
    }
  }
}

extension Diagnostic.Code {
  static let result = Self(rawValue: "result.form")
}
