import FEEL
import Facts
import Rules

/// What the conditions of a pack stand in, under the law of a day, for evaluation over columns.
extension Program.World {
  init(_ pack: CompiledPack, of rulebook: Rulebook, on day: CalendarDate) {
    let vocabulary = rulebook.vocabulary
    var environment = vocabulary.environment
    environment.functions = HostFunction.table(for: vocabulary).map(\.signature)
    var slots: [Program.Slot] = []
    func add(_ slot: Program.Slot, _ name: String, _ type: Type) {
      slots.append(slot)
      environment.variables.append(Environment.Variable(name, type))
    }
    environment.variables = []
    add(.subject, "no subject", .null)
    for variable in Rulebook.commonVariables(vocabulary) {
      let slot: Program.Slot =
        variable.kind.map { vocabulary.kinds[$0].isSingleton ? .singleton($0) : .collection($0) }
        ?? .constant(.date(day))
      add(slot, variable.name, variable.type)
    }
    for parameter in pack.pack.parameters {
      add(.constant(parameter.value(on: day)), parameter.name, parameter.type)
    }
    var derivations = rulebook.derivations.map { kind in
      kind.map { $0.map { Program.Derivation($0, seesSlots: false) } }
    }
    var planDefinitions = pack.planDefinitions.makeIterator()
    var definitions = pack.definitions.map { $0.makeIterator() }
    for definition in pack.pack.definitions {
      let type = definition.type(in: vocabulary)
      if let name = definition.per {
        guard let kind = vocabulary.kind(named: name), let body = definitions[kind].next() else { continue }
        environment.kinds[kind].facts.append(Type.Member(definition.name, type))
        derivations[kind].append(Program.Derivation(body.expression, seesSlots: true))
      } else if let body = planDefinitions.next() {
        add(body.expression.map { .definition($0) } ?? .given, definition.name, type)
      }
    }
    let lowering = FunctionLowering(rulebook: rulebook, day: day)
    self.init(environment: environment, slots: slots, derivations: derivations) { lowering.lower($0, $1) }
  }
}

extension Definition {
  fileprivate func type(in vocabulary: Vocabulary) -> Type {
    guard case .expression(_, let type) = body else { return .any }
    return Type(named: type, in: vocabulary) ?? .any
  }
}

extension CompiledDefinition {
  /// Nil for a decision of a DMN file, which only the reference makes.
  fileprivate var expression: CheckedExpression? {
    if case .expression(let expression) = self { expression } else { nil }
  }
}
