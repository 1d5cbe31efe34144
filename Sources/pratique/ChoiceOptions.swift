import ArgumentParser
import Diagnostics
import Engine
import Plans
import Rules

/// Options of the commands that choose remedies.
struct ChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Choose the remedies that take least: effort, time or money. Default: what a profile says, else effort.",
      valueName: "what"))
  var minimize: String?

  @Option(
    help: ArgumentHelp(
      "Do not use this control, change or remedy (id, task id or title); several times.", valueName: "id"))
  var ruleOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "Use this control, change or remedy in any case; several times. Counts before the decisions of the plan, as --rule-out does.",
      valueName: "id"))
  var decide: [String] = []

  @Option(
    help: ArgumentHelp(
      "Plan only the gaps of this severity and above: low, medium, high, critical.", valueName: "severity"))
  var gapsFrom = Severity.low.rawValue

  var request: ChoiceRequest {
    ChoiceRequest(minimize: minimize, ruleOut: ruleOut, decide: decide, gapsFrom: gapsFrom)
  }
}

/// What the command line says of the choice of remedies.
struct ChoiceRequest {
  /// nil: what a profile says, else effort.
  var minimize: String?
  var ruleOut: [String] = []
  var decide: [String] = []
  var gapsFrom = Severity.low.rawValue

  /// With the decisions of the plan; a name that is none is a mistake.
  func preferences(_ plan: Plan, _ rulebook: Rulebook) throws -> Preferences {
    let usual = rulebook.tailoring?.choice?.objective ?? .effort
    guard let objective = minimize.map(Preferences.Objective.init(rawValue:)) ?? usual else {
      throw Problem.unknown(
        minimize ?? "", "what can be minimized", Preferences.Objective.allCases.map(\.rawValue))
    }
    guard let severity = Severity(rawValue: gapsFrom) else {
      throw Problem.unknown(gapsFrom, "a severity", Severity.allCases.map(\.rawValue))
    }
    if !ruleOut.isEmpty || !decide.isEmpty {
      let names = RemedyNames(rulebook)
      for name in ruleOut + decide where !names.contains(name) {
        let hint = names.suggestion(for: name).map { "; \($0)" } ?? ""
        throw Problem("`\(name)` is neither a control nor a remedy nor a change\(hint)")
      }
      if let both = ruleOut.first(where: decide.contains) {
        throw Problem("`\(both)` cannot be decided and ruled out at once")
      }
    }
    return try Preferences(
      objective: objective, ruledOut: Set(ruleOut), decided: Set(decide), severity: severity
    ).adding(decisionsOf: plan, rulebook)
  }
}

extension Preferences {
  /// Decisions that cannot be kept together are mistakes: of the plan where it takes one of them, else of the command line.
  func refuse(_ conflicts: [RemedyProblem.Conflict]) throws {
    let mistakes = conflicts.compactMap { conflict -> Diagnostic? in
      let message =
        conflict.decided == conflict.ruledOut
        ? "`\(conflict.decided)` is to be used and ruled out at once"
        : "`\(conflict.decided)` is to be used, but `\(conflict.ruledOut)`, without which it cannot be, is ruled out"
      let other: String
      let place: Location
      if let used = locations[conflict.decided] {
        (place, other) = (used, conflict.ruledOut)
      } else if let ruledOut = locations[conflict.ruledOut] {
        (place, other) = (ruledOut, conflict.decided)
      } else {
        return nil
      }
      return Diagnostic(.decision, at: place, "\(message) (\(origin(of: other)))")
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes.inFileOrder) }
    if let first = conflicts.first {
      throw Problem(
        "`--decide \(first.decided)` cannot be kept: `\(first.ruledOut)`, without which it cannot be, is ruled out "
          + "(\(origin(of: first.ruledOut)))")
    }
  }
}

extension Problem {
  fileprivate static func unknown(_ word: String, _ what: String, _ known: [String]) -> Problem {
    Problem("`\(word)` is not \(what)\(didYouMean(word, among: known).map { "; \($0)" } ?? "")")
  }
}
