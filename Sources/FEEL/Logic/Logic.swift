package import Diagnostics

/// The logic of a decision, or of a function that models share, ready to be evaluated.
package struct Logic: Sendable {
  package let type: Type
  /// What strict mode would have refused; evaluation gives null where it stands.
  package let mistakes: [Diagnostic]
  let tables: [Checker.FoundTable]
  private let root: Checked
  private let surroundings: Surroundings

  /// Levels of a tree put together from several texts.
  private static let depthLimit = 400
  /// Parts of the type that is handed on.
  private static let typeLimit = 10_000

  package init(_ expression: Expression, in environment: Environment, _ manuscript: Manuscript) {
    surroundings = Surroundings(environment)
    var checker = Checker(environment)
    guard expression.depth <= Logic.depthLimit else {
      let mistake = Mistake(
        .limit, at: expression.extent, "decision logic nests at most \(Logic.depthLimit) levels")
      (root, type, mistakes) = (.failed(mistake), .any, [manuscript.diagnostic(mistake)])
      tables = []
      return
    }
    let typed = checker.check(expression)
    // A type is a help to those who read the value; one that doubles from decision to decision is none.
    var budget = Logic.typeLimit
    (root, type) = (typed.node, typed.type.fits(&budget) ? typed.type : .any)
    tables = checker.tables
    mistakes = (checker.mistakes + checker.warnings).map(manuscript.diagnostic)
  }

  /// `frame`: values of the environment's variables, in order. `work`: the steps that are left to a whole run.
  package func outcome(
    _ frame: [Value], definitions: [Function], work: inout Int, _ manuscript: Manuscript,
    _ host: inout some Host
  ) -> Outcome {
    let steps = min(work, 10_000_000)
    var evaluation = Evaluation(frame: frame, in: surroundings, definitions: definitions, steps: steps)
    let value = evaluation.value(root, &host)
    work = max(0, work - (steps - evaluation.remainingWork))
    return Outcome(
      value: evaluation.settled(value), errors: evaluation.failures.map(manuscript.diagnostic),
      firings: evaluation.firings)
  }

  /// The function that this logic is, to be shared by a set of models.
  package var function: Function? {
    guard case .function(let parameters, let result, let body) = root else { return nil }
    return Function(parameters, result: result, .expression(body, frame: []))
  }
}

extension Function {
  /// Calls a function of a set of models from outside.
  package func outcome(
    _ arguments: [Value], definitions: [Function], in surroundings: Surroundings, _ manuscript: Manuscript,
    _ host: inout some Host
  ) -> Outcome {
    var evaluation = Evaluation(frame: [], in: surroundings, definitions: definitions)
    let value = evaluation.invoke(.function(self), arguments, 0..<0, &host)
    return Outcome(value: evaluation.settled(value), errors: evaluation.failures.map(manuscript.diagnostic))
  }

  /// A body that sees nothing but its parameters, whose types it looks at itself.
  fileprivate init(_ parameters: [String], _ body: Checked) {
    self.init(parameters.map { Parameter($0) }, result: .any, .expression(body, frame: []))
  }

  /// Stands for a function that cannot be called.
  package static func refused(_ parameters: [String]) -> Function {
    Function(parameters, .constant(.null))
  }
}

extension Checked.Tests {
  /// The tests that a type declares for its values.
  package init(_ tests: UnaryTests, of type: Type) {
    var checker = Checker(Environment(isStrict: false))
    self = checker.tests(tests, of: type)
  }
}

extension Value {
  /// A value as a conformance test states it.
  package init?(literal text: String, in surroundings: Surroundings) {
    self.init(temporal: text, zones: surroundings.zones)
  }

  /// FEEL's `=`, as a plain answer.
  package func isEqual(to other: Value) -> Bool { equals(other) == .yes }
}

extension Logic {
  /// The logic as a function of what it reads.
  package func function(of parameters: [String]) -> Function {
    Function(parameters, root)
  }
}

extension Function {
  /// A decision inside a service: which it is, and the slots of what it reads.
  package struct Step: Sendable {
    let definition: Int
    let arguments: [Int?]
    package init(definition: Int, arguments: [Int?]) {
      self.definition = definition
      self.arguments = arguments
    }
  }

  /// A decision service as a function: its inputs, then its decisions one after another, then what it gives.
  package static func service(
    _ parameters: [Expression.Admission], _ steps: [Step], _ outputs: [(name: String, slot: Int?)],
    result declared: Declaration
  ) -> Function {
    func read(_ slot: Int?) -> Checked { slot.map { .slot($0) } ?? .constant(.null) }
    let entries = steps.map { step in
      Checked.Entry(
        name: "", value: .invoke(.definition(step.definition), step.arguments.map(read), names: [], 0..<0))
    }
    let result: Checked =
      outputs.count == 1
      ? read(outputs[0].slot) : .context(outputs.map { Checked.Entry(name: $0.name, value: read($0.slot)) })
    let path = Checked.path(.context(entries + [Checked.Entry(name: "=", value: result)]), "=", 0..<0)
    let body = declared.isAny ? path : .typed(path, declared, 0..<0)
    let admissions = parameters.enumerated().filter { !$0.element.type.isAny }.map {
      Checked.Admission(slot: $0.offset, name: $0.element.name, type: $0.element.type)
    }
    return Function(parameters.map(\.name), .admitted(admissions, body, 0..<0))
  }
}

extension Environment.Alias {
  /// The elements of an imported model, as a context under the name of the import.
  package init(importing prefix: String, _ entries: [(name: String, node: Checked, type: Type)]) {
    self.init(
      prefix, .context(entries.map { Checked.Entry(name: $0.name, value: $0.node) }),
      .context(entries.map { Type.Member($0.name, $0.type) }))
  }
}

extension Function {
  /// A value as an input of a declared type takes it.
  package static func conforming(_ value: Value, to type: Declaration, _ manuscript: Manuscript) -> Outcome {
    var evaluation = Evaluation(frame: [], in: Surroundings())
    var host = NoHost()
    let value = evaluation.typed(value, type, 0..<0, &host)
    return Outcome(value: evaluation.settled(value), errors: evaluation.failures.map(manuscript.diagnostic))
  }
}

extension Logic {
  /// What a decision table declares in its columns of the result.
  package var declaration: Declaration? {
    var node = root
    if case .typed(let inner, _, _) = node { node = inner }
    guard case .table(let table, _) = node else { return nil }
    let columns = table.outputs.map { output in
      Declaration(
        output.type.form, name: output.type.name,
        allowed: [output.values].compactMap(\.self) + output.type.allowed)
    }
    let members = zip(table.outputs, columns).map { Declaration.Member($0.name, $1) }
    let row = columns.count == 1 ? columns[0] : Declaration(.context(members), name: "")
    return switch table.hitPolicy {
    case .unique, .any, .priority, .first: row
    case .ruleOrder, .outputOrder, .collect(nil): Declaration(.list(row), name: "")
    case .collect: nil
    }
  }
}

extension Logic {
  /// The decision tables in it, by name, with their rules.
  package var tableRules: [(table: String, rules: [RuleLabel])] {
    tables.map { ($0.table.name, $0.table.rules.map(\.label)) }
  }
}
