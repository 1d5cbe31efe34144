import Diagnostics
import FEEL

extension TestFile {
  /// Runs the cases against the models; the first model is the one that they speak of.
  package func verdicts(on decisions: Decisions, main: String, folder: String) -> [Verdict] {
    cases.flatMap { each in each.verdicts(on: decisions, main: main, folder: folder, file: file) }
  }

  /// The verdicts when there is no model to run against.
  package func failures(folder: String, reason: String) -> [Verdict] {
    cases.flatMap { each in
      each.results.map { result in
        Verdict(
          folder: folder, file: file, caseID: each.id, result: result.name, isPassed: false,
          agreesOnError: false,
          reason: reason, expected: result.expected.value(of: .any).description, actual: "")
      }
    }
  }
}

extension TestFile.Case {
  fileprivate func verdicts(on decisions: Decisions, main: String, folder: String, file: String) -> [Verdict]
  {
    var run = Decisions.Run(decisions, inputs: stated(decisions, main))
    return results.map { result in
      let (outcome, type) = outcome(of: result, &run, decisions, main)
      let expected = result.expected.value(of: type)
      let isPassed = outcome?.value.passes(as: expected) ?? false
      let reason =
        outcome == nil
        ? "no element of this name"
        : outcome?.errors.first.map { "\($0.location.line): \($0.message)" } ?? ""
      return Verdict(
        folder: folder, file: file, caseID: id, result: result.name, isPassed: isPassed,
        agreesOnError: outcome.map { $0.errors.isEmpty != result.isError } ?? false, reason: reason,
        expected: expected.description, actual: outcome?.value.description ?? "")
    }
  }

  private func outcome(
    of result: TestFile.Result, _ run: inout Decisions.Run, _ decisions: Decisions, _ main: String
  ) -> (Outcome?, Type) {
    switch target {
    case .decision:
      let element =
        decisions.index(of: result.name, in: result.namespace ?? main, where: \.isDecision)
        ?? decisions.index(of: result.name, where: \.isValue)
      return (element.map { run.outcome(of: $0) }, element.map { decisions.elements[$0].valueType } ?? .any)
    case .bkm, .decisionService:
      let name = invocable ?? result.name
      let element =
        decisions.index(of: name, in: main, where: { !$0.isValue })
        ?? decisions.index(of: name, where: { !$0.isValue })
      guard let element else { return (nil, .any) }
      let parameters = decisions.elements[element].parameters
      let arguments = inputs.map { input in
        let type = parameters.first { $0.name == input.name }?.type.type ?? .any
        return (name: input.name, value: input.value.value(of: type))
      }
      let outcome = decisions.call(element, arguments)
      let type = decisions.elements[element].valueType
      // A service with several outputs gives a context; a test may ask for one of them.
      if target == .decisionService, result.name != name, case .context(let context) = outcome.value,
        let value = context[result.name]
      {
        return (Outcome(value: value, errors: outcome.errors), .any)
      }
      return (outcome, type)
    }
  }

  private func stated(_ decisions: Decisions, _ main: String) -> [(element: Int, value: Value)] {
    inputs.compactMap { input in
      let element =
        decisions.index(of: input.name, in: input.namespace ?? main, where: \.isValue)
        ?? decisions.index(of: input.name, where: \.isValue)
      return element.map { ($0, input.value.value(of: decisions.elements[$0].valueType)) }
    }
  }
}

extension Node.Kind {

  fileprivate var isValue: Bool {
    switch self {
    case .input, .decision: true
    case .knowledge, .service: false
    }
  }
}
