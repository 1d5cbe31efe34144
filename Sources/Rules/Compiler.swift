import Archive
import DMN
package import Diagnostics
import FEEL
package import Facts

extension Rulebook {
  /// Resolves the names and checks the types of every condition. Throws all mistakes of all packs. `areChecked`: all
  /// this was done before for these packs together with this vocabulary, so that a condition may wait for its first use.
  package init(
    compiling packs: [(pack: Pack, sha256: String, tables: [TableFile])], vocabulary: Vocabulary,
    catalogue: Catalogue,
    geography: Geography, areChecked: Bool = false
  ) throws(Mistakes) {
    let table = HostFunction.table(for: vocabulary)
    var mistakes: [Diagnostic] = []
    var environment = vocabulary.environment
    environment.functions = table.map(\.signature)
    var compiler = Compiler(vocabulary: vocabulary, environment: environment, isChecked: areChecked)
    let derivations = compiler.derivations()
    mistakes += compiler.mistakes
    var compiled: [CompiledPack] = []
    for (pack, sha256, tables) in packs {
      var states: [CompiledPack] = []
      for law in pack.states {
        compiler = Compiler(vocabulary: vocabulary, environment: environment, isChecked: areChecked)
        states.append(compiler.compile(law, sha256: sha256, tables))
        // What no amendment changed is wrong in every state.
        mistakes +=
          pack.earlier.isEmpty ? compiler.mistakes : compiler.mistakes.filter { !mistakes.contains($0) }
      }
      guard var last = states.popLast() else { continue }
      last.earlier = states.compactMap { law in
        law.pack.enacted.until.map { EarlierLaw(until: $0, Late(made: law)) }
      }
      compiled.append(last)
    }
    for (index, pack) in packs.enumerated() {
      for other in packs[(index + 1)...] where other.pack.id == pack.pack.id {
        mistakes.append(
          Diagnostic(
            .duplicate, at: Location(file: other.pack.file, line: 1),
            "the pack `\(other.pack.id)` is already defined in \(pack.pack.file)"))
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.init(
      vocabulary: vocabulary, catalogue: catalogue, geography: geography, functions: table.map(\.function),
      derivations: derivations, packs: compiled)
  }
}

/// Compiles one pack; definitions become visible in the order in which they are written, so that none can refer to itself.
private struct Compiler {
  let vocabulary: Vocabulary
  var environment: Environment {
    didSet { environments.removeAll(keepingCapacity: true) }
  }
  /// With the subject of a kind in the first slot.
  private var environments: [(kind: Int, environment: Environment)] = []
  let isChecked: Bool
  var mistakes: [Diagnostic] = []
  /// Of the pack at hand.
  private var conditions: [CompiledCondition] = []

  init(vocabulary: Vocabulary, environment: Environment, isChecked: Bool) {
    self.vocabulary = vocabulary
    self.environment = environment
    self.isChecked = isChecked
  }

  mutating func derivations() -> [[CheckedExpression?]] {
    vocabulary.kinds.enumerated().map { index, kind in
      kind.facts.map { fact in
        guard let source = fact.derivation else { return nil }
        environment.variables = [Environment.Variable(kind.name, .entity(index))]
        return check(source, expecting: vocabulary.type(of: fact.type))
      }
    }
  }

  mutating func compile(_ pack: Pack, sha256: String, _ files: [TableFile]) -> CompiledPack {
    var tables = TableCompiler(files, areChecked: isChecked)
    environment.variables = [Compiler.noSubject]
    environment.variables += Rulebook.commonVariables(vocabulary).map {
      Environment.Variable($0.name, $0.type)
    }
    for parameter in pack.parameters { environment.variables.append(.init(parameter.name, parameter.type)) }
    var definitions = [[CompiledDefinition]](repeating: [], count: vocabulary.kinds.count)
    var planDefinitions: [CompiledDefinition] = []
    var growth = Growth(vocabulary)
    for definition in pack.definitions {
      let kind = definition.per.flatMap { index(of: $0) }
      guard kind != nil || definition.per == nil,
        let (body, type) = body(of: definition, per: kind, &tables)
      else { continue }
      // A definition that does not check is still declared, so that one mistake is not reported at every use.
      if let kind {
        environment.kinds[kind].facts.append(Type.Member(definition.name, type))
        if let body { definitions[kind].append(body) }
        if let body, !isChecked { growth.add(body, named: definition.name, isOfPlan: false) }
      } else {
        environment.variables.append(Environment.Variable(definition.name, type))
        if let body { planDefinitions.append(body) }
        if let body, !isChecked { growth.add(body, named: definition.name, isOfPlan: true) }
      }
    }
    tables.compileRest()
    mistakes += tables.mistakes
    var scopes = [CompiledCondition?](repeating: nil, count: vocabulary.kinds.count)
    for scope in pack.scopes {
      guard let kind = index(of: scope.per) else { continue }
      scopes[kind] = condition(scope.expression, per: kind)
    }
    let provisions = pack.provisions.compactMap { compile($0, of: pack) }
    // To look into conditions that wait for their first use would be to read them all.
    let growing = isChecked ? Array(provisions.indices) : growth.places(provisions, scopes: scopes)
    return CompiledPack(
      pack: pack, sha256: sha256, tables: files, tableRemarks: tables.remarks,
      planDefinitions: planDefinitions, definitions: definitions, conditions: conditions, scopes: scopes,
      provisions: provisions, growing: growing)
  }

  /// The checked body, if it checks, and its type; nil where even that is not known.
  private mutating func body(
    of definition: Definition, per kind: Int?, _ tables: inout TableCompiler
  ) -> (CompiledDefinition?, Type)? {
    switch definition.body {
    case .expression(let source, let name):
      guard let type = Type(named: name, in: vocabulary) else {
        let names = ["boolean", "number", "string", "date", "any"] + vocabulary.enumerations.map(\.name)
        mistakes.append(
          Diagnostic(
            .value, at: definition.location, "`\(name)` is not a type",
            suggestion: didYouMean(name, among: names)))
        return nil
      }
      return (check(source, of: kind, expecting: type).map { .expression($0) }, type)
    case .decision(let call):
      guard let target = tables.target(call, at: definition.location) else { return (nil, .any) }
      let inputs = inputs(of: call, target, per: kind, at: definition.location)
      let decision = inputs.map {
        CompiledDecision(
          written: Late(made: target.decisions), element: target.element, inputs: $0, file: target.file)
      }
      return (decision.map { .decision($0) }, result(of: target, named: definition.name))
    }
  }

  /// Every input of the decision gets an expression of its type; nil if one does not.
  private mutating func inputs(
    of call: Definition.Call, _ target: TableCompiler.Target, per kind: Int?, at location: Location
  ) -> [(element: Int, expression: CheckedExpression)]? {
    var inputs: [(element: Int, expression: CheckedExpression)] = []
    let before = mistakes.count
    let names = target.inputs.map { target.decisions.elements[$0].node.name }
    var seen: Set<Int> = []
    for given in call.inputs {
      guard let place = names.firstIndex(of: given.name) else {
        mistakes.append(
          Diagnostic(
            .reference, at: given.location, "the decision `\(call.decision)` has no input `\(given.name)`",
            suggestion: didYouMean(given.name, among: names)))
        continue
      }
      let element = target.inputs[place]
      if !seen.insert(place).inserted {
        mistakes.append(
          Diagnostic(.duplicate, at: given.location, "the input `\(given.name)` is given twice"))
        continue
      }
      let input = target.decisions.elements[element]
      guard input.type.type.isDefinite else {
        // A type that is not there was told already.
        if target.decisions.mistakes.isEmpty {
          mistakes.append(
            Diagnostic(
              .value, at: input.node.location,
              "what a pack gives to `\(given.name)` cannot be checked, for it has no type",
              suggestion: "declare one: `typeRef` of its <variable>"))
        }
        continue
      }
      if let checked = check(given.expression, of: kind, expecting: input.type.type) {
        inputs.append((element, checked))
      }
    }
    for name in names where !call.inputs.contains(where: { $0.name == name }) {
      mistakes.append(
        Diagnostic(.missing, at: location, "the decision `\(call.decision)` needs its input `\(name)`"))
    }
    return mistakes.count == before ? inputs : nil
  }

  private mutating func result(of target: TableCompiler.Target, named name: String) -> Type {
    let element = target.decisions.elements[target.element]
    return listed(element.valueType, element.valueDeclarations, named: name)
  }

  /// Strings that the model lists become an enumeration, so that a typo in a condition is found.
  private mutating func listed(_ type: Type, _ declared: [Declaration], named name: String) -> Type {
    switch type {
    case .string:
      guard let values = declared.lazy.compactMap(\.stringValues).first else { return type }
      environment.enumerations.append(Environment.Enumeration(name: name, values: values))
      return .enumeration(environment.enumerations.count - 1)
    case .list(let item): return .list(listed(item, declared.compactMap(\.item), named: name))
    case .context(let members):
      return .context(
        members.map { member in
          let declared = declared.compactMap { $0.member(member.name) }
          return Type.Member(member.name, listed(member.type, declared, named: member.name))
        })
    default: return type
    }
  }

  private mutating func check(_ source: Source, of kind: Int?, expecting type: Type) -> CheckedExpression? {
    kind.map { check(source, per: $0, expecting: type) } ?? check(source, expecting: type)
  }

  private mutating func compile(_ provision: Provision, of pack: Pack) -> CompiledProvision? {
    guard let kind = index(of: provision.per), let body = provision.requirement else { return nil }
    // A standard is followed of free will: what it asks for keeps nobody out of a market.
    let blocksEntry = pack.kind == .standard ? false : nil
    return CompiledProvision(
      Rule(provision, of: pack.id, sanctions: pack.sanctions, blocksEntry: blocksEntry), kind: kind,
      applies: provision.applies.flatMap { condition($0, per: kind) },
      exceptions: provision.exceptions.compactMap { condition($0.expression, per: kind) },
      requirement: compile(body, per: kind),
      readings: provision.readings.map { reading in
        CompiledReading(
          reading, of: provision, applies: reading.applies.flatMap { condition($0, per: kind) },
          requirement: reading.requirement.map { compile($0, per: kind) })
      },
      offers: Late(made: offers(of: provision.remedies, per: kind)))
  }

  /// When remedies are offered; empty if all of them always are. No verdict rests on these conditions, so they have no place among
  /// those of the pack.
  private mutating func offers(of remedies: [Remedy], per kind: Int) -> [CheckedExpression?] {
    guard remedies.contains(where: { $0.when != nil }) else { return [] }
    return remedies.map { $0.when.flatMap { check($0, per: kind, expecting: .boolean) } }
  }

  private mutating func compile(_ requirement: Requirement, per kind: Int) -> CompiledRequirement {
    switch requirement {
    case .condition(let source, let title, let citations):
      guard let condition = condition(source, per: kind) else { return .all([]) }
      return .condition(condition, title: title, citations: citations)
    case .control(let id): return .control(id)
    case .permission(let id): return .permission(id)
    case .all(let parts): return .all(parts.map { compile($0, per: kind) })
    case .any(let parts): return .any(parts.map { compile($0, per: kind) })
    }
  }

  private mutating func condition(_ source: Source, per kind: Int) -> CompiledCondition? {
    guard let checked = check(source, per: kind, expecting: .boolean) else { return nil }
    conditions.append(CompiledCondition(expression: checked, kind: kind, place: conditions.count))
    return conditions.last
  }

  /// Checks an expression with the subject in the first slot; a singleton has a slot of its own.
  private mutating func check(_ source: Source, per kind: Int, expecting type: Type) -> CheckedExpression? {
    check(source, in: environment(of: kind), expecting: type)
  }

  /// What a condition about a kind can name; kept while nothing new is defined.
  private mutating func environment(of kind: Int) -> Environment {
    if vocabulary.kinds[kind].isSingleton { return environment }
    for index in environments.indices where environments[index].kind == kind {
      return environments[index].environment
    }
    var result = environment
    result.variables[0] = Environment.Variable(vocabulary.kinds[kind].name, .entity(kind))
    environments.append((kind, result))
    return result
  }

  /// The first slot of a condition without a subject: no name in a pack can reach it.
  private static let noSubject = Environment.Variable("no subject", .null)

  private mutating func check(_ source: Source, expecting type: Type) -> CheckedExpression? {
    check(source, in: environment, expecting: type)
  }

  private mutating func check(
    _ source: Source, in environment: Environment, expecting type: Type
  ) -> CheckedExpression? {
    if isChecked { return CheckedExpression(known: source, in: environment, expecting: type) }
    do throws(Mistakes) {
      return try CheckedExpression(source, in: environment, expecting: type)
    } catch {
      mistakes += error.all
      return nil
    }
  }

  private func index(of kind: String) -> Int? { vocabulary.kinds.firstIndex { $0.name == kind } }
}

extension Type {
  /// Does it say of every part what it is. Rows of the plan are nothing that a decision could read.
  fileprivate var isDefinite: Bool {
    switch self {
    case .any, .function, .entity: false
    case .list(let part), .range(let part): part.isDefinite
    case .context(let members): !members.isEmpty && members.allSatisfy(\.type.isDefinite)
    default: true
    }
  }
}
