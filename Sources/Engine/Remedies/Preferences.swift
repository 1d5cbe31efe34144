package import Diagnostics
package import Rules

/// What the user wants of the choice of remedies.
package struct Preferences: Sendable {
  /// What is to be least.
  package typealias Objective = ChoiceObjective

  package var objective: Objective
  /// Controls, changes (`change-…`) and titles of remedies that must not be used.
  package var ruledOut: Set<String>
  /// The same that are to be used in any case.
  package var decided: Set<String>
  /// Gaps below this severity are not planned.
  package var severity: Severity
  /// Where the plan takes those of the decisions that are its own.
  package internal(set) var locations: [String: Location] = [:]

  package init(
    objective: Objective = .effort, ruledOut: Set<String> = [], decided: Set<String> = [],
    severity: Severity = .low
  ) {
    self.objective = objective
    self.ruledOut = ruledOut
    self.decided = decided
    self.severity = severity
  }
}
