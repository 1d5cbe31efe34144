package import Diagnostics

/// A canary beside what was in use before: its outcomes tested one after the other.
package struct Canary: Sendable {
  package var test: SequentialTest
  package var state: SequentialTest.State
  /// All outcomes of the canary in the table, also those after the decision.
  package var outcomes: Int
  /// Failures of the other arms; nil without any outcome.
  package var control: Proportion?
  package var notes: [String]

  /// A table with the columns `arm` and `success` (1 or 0, true or false, yes or no), in the order in which the outcomes came.
  package init(_ table: CSVTable, canary: String, _ test: SequentialTest) throws(Mistakes) {
    let places = try table.places(of: ["arm"], ["success"])
    let (arm, success) = (places[0], places[1])
    var mistakes = table.mistakes
    var seen: [Bool] = []
    var others: (failures: Int, count: Int) = (0, 0)
    for row in table.rows {
      if row.cells[arm].isEmpty {
        mistakes.append(Diagnostic(.canary, at: table.location(row), "`arm` is empty"))
      }
      guard let isSuccess = outcome(row.cells[success]) else {
        mistakes.append(
          Diagnostic(.canary, at: table.location(row), outcomeComplaint("success", row.cells[success])))
        continue
      }
      if row.cells[arm] == canary {
        seen.append(isSuccess)
      } else {
        others.count += 1
        if !isSuccess { others.failures += 1 }
      }
    }
    if mistakes.isEmpty, seen.isEmpty {
      let arms = Set(table.rows.map { $0.cells[arm] }).sorted()
      mistakes.append(
        Diagnostic(
          .canary, at: Location(file: table.file, line: 1), "no row has the arm `\(canary)`",
          suggestion: didYouMean(canary, among: arms)))
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    self.test = test
    state = test.state(after: seen)
    outcomes = seen.count
    control = others.count > 0 ? Proportion(others.failures, of: others.count) : nil
    notes = []
    if let control {
      let interval = control.interval(reach: Distribution.normalReach(0.95))
      if !interval.contains(test.usual) {
        notes.append(
          "the other arm fails in \(percent(control.rate, 2)) (95 %: \(percent(interval.lowerBound, 2)) to \(percent(interval.upperBound, 2))), which is not the usual rate of \(percent(test.usual, 2)) stated: the test compares with what was stated"
        )
      }
    }
    if state.count < outcomes {
      notes.append("decided after \(state.count) of \(outcomes) outcomes; what came later does not count")
    }
    if state.decision == .inconclusive {
      notes.append(
        "no answer after three times the mean length of the test: the rate lies between the two; this is no pass"
      )
    }
  }

  /// For people.
  package func text(file: String) -> String {
    var lines = ["Canary in \(file): \(state.decision.rawValue.uppercased())"]
    lines.append(
      "\(state.failures) failures in \(state.count) outcomes"
        + (control.map { "; the other arm \($0.count) in \($0.total)" } ?? ""))
    lines.append(
      "Failures of \(percent(test.usual, 2)) are usual, of \(percent(test.harmful, 2)) harmful; a good canary is rolled back in at most \(percent(test.falseAlarm)) of cases, a harmful one proceeds in at most \(percent(test.miss)) (Wald's test, bounds approximate)"
    )
    lines.append(
      "Log likelihood ratio \(fixed(state.ratio, 3)): proceed at \(fixed(test.lower, 3)), roll back at \(fixed(test.upper, 3))"
    )
    lines.append(
      "Length on average \(fixed(test.meanIfUsual, 0)) outcomes if usual, \(fixed(test.meanIfHarmful, 0)) if harmful; at most \(test.limit)"
    )
    if state.decision == .hold {
      lines.append(
        "Without a further failure it proceeds after \(test.successesToProceed(after: state)) more outcomes")
    }
    for note in notes { lines.append("Note: \(note)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Diagnostic.Code { fileprivate static let canary = Self(rawValue: "canary.form") }
