import Diagnostics
package import FEEL

extension Decisions {
  /// One run over the decisions: what the inputs are, and what was found so far.
  package struct Run: Sendable {
    private let decisions: Decisions
    private var outcomes: [Outcome?]
    /// Steps that all decisions together may still take.
    private var work: Int

    /// `inputs` give the value of input data; also of decisions, which are then not made.
    package init(
      _ decisions: Decisions, inputs: [(element: Int, value: Value)], work: Int = 50_000_000
    ) {
      self.work = work
      self.decisions = decisions
      outcomes = Array(repeating: nil, count: decisions.elements.count)
      for (element, value) in inputs {
        let input = decisions.elements[element]
        let outcome = Function.conforming(value, to: input.type, decisions.manuscript)
        outcomes[element] = Outcome(
          value: outcome.value,
          errors: outcome.errors.map {
            Diagnostic($0.code, at: input.node.location, "the input `\(input.node.name)`: \($0.message)")
          })
      }
    }

    /// The value of a decision or of input data, with all that went wrong on the way to it.
    package mutating func outcome(of element: Int) -> Outcome {
      let needed = needed(by: element)
      var errors: [Diagnostic] = []
      var firings: [Firing] = []
      for index in decisions.order where needed.contains(index) {
        if outcomes[index] == nil { outcomes[index] = made(index) }
        errors += outcomes[index]?.errors ?? []
        firings += outcomes[index]?.firings ?? []
      }
      return Outcome(
        value: outcomes[element]?.value ?? .null, errors: Array(errors.prefix(100)), firings: firings)
    }

    /// Which rules of the tables in a decision gave its value, once it has been made.
    package func firings(of element: Int) -> [Firing] { outcomes[element]?.firings ?? [] }

    private func needed(by element: Int) -> Set<Int> {
      var needed: Set<Int> = [element]
      var open = [element]
      while let next = open.popLast() {
        if outcomes[next] != nil { continue }
        for target in decisions.elements[next].frame where needed.insert(target).inserted {
          open.append(target)
        }
      }
      return needed
    }

    /// Input data that is not given is null.
    private mutating func made(_ index: Int) -> Outcome {
      let element = decisions.elements[index]
      guard let logic = element.logic else { return Outcome(value: .null, errors: []) }
      var host = NoHost()
      let frame = element.frame.map { outcomes[$0]?.value ?? .null }
      return logic.outcome(
        frame, definitions: decisions.definitions, work: &work, decisions.manuscript, &host)
    }
  }

  /// Calls a business knowledge model or a decision service; arguments that are not given are null.
  package func call(_ element: Int, _ arguments: [(name: String, value: Value)]) -> Outcome {
    guard let definition = elements[element].definition else { return Outcome(value: .null, errors: []) }
    var host = NoHost()
    let values = elements[element].parameters.map { parameter in
      arguments.first { $0.name == parameter.name }?.value ?? .null
    }
    return definitions[definition].outcome(
      values, definitions: definitions, in: surroundings, manuscript, &host)
  }
}
