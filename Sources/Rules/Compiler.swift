package import Diagnostics
import FEEL
package import Facts

extension Rulebook {
  /// Resolves the names and checks the types of every condition. Throws all mistakes of all packs. `areChecked`: all
  /// this was done before for these packs together with this vocabulary, so that a condition may wait for its first use.
  package init(
    compiling packs: [(pack: Pack, sha256: String)], vocabulary: Vocabulary, catalogue: Catalogue,
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
    for (pack, sha256) in packs {
      compiler = Compiler(vocabulary: vocabulary, environment: environment, isChecked: areChecked)
      compiled.append(compiler.compile(pack, sha256: sha256))
      mistakes += compiler.mistakes
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
    didSet { environments = [Environment?](repeating: nil, count: environments.count) }
  }
  /// By kind, with its subject in the first slot.
  private var environments: [Environment?]
  let isChecked: Bool
  var mistakes: [Diagnostic] = []

  init(vocabulary: Vocabulary, environment: Environment, isChecked: Bool) {
    self.vocabulary = vocabulary
    self.environment = environment
    environments = [Environment?](repeating: nil, count: vocabulary.kinds.count)
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

  mutating func compile(_ pack: Pack, sha256: String) -> CompiledPack {
    environment.variables = [Compiler.noSubject]
    environment.variables += Rulebook.commonVariables(vocabulary).map {
      Environment.Variable($0.name, $0.type)
    }
    for parameter in pack.parameters { environment.variables.append(.init(parameter.name, parameter.type)) }
    var definitions = [[CheckedExpression]](repeating: [], count: vocabulary.kinds.count)
    var planDefinitions: [CheckedExpression] = []
    for definition in pack.definitions {
      define(definition, pack, &definitions, &planDefinitions)
    }
    var scopes = [CheckedExpression?](repeating: nil, count: vocabulary.kinds.count)
    for scope in pack.scopes {
      guard let kind = index(of: scope.per) else { continue }
      scopes[kind] = check(scope.expression, per: kind, expecting: .boolean)
    }
    let provisions = pack.provisions.compactMap { compile($0, of: pack) }
    return CompiledPack(
      pack: pack, sha256: sha256, planDefinitions: planDefinitions, definitions: definitions, scopes: scopes,
      provisions: provisions)
  }

  private mutating func define(
    _ definition: Definition, _ pack: Pack, _ byKind: inout [[CheckedExpression]],
    _ ofPlan: inout [CheckedExpression]
  ) {
    guard let type = Type(named: definition.type, in: vocabulary) else {
      let names = ["boolean", "number", "string", "date", "any"] + vocabulary.enumerations.map(\.name)
      mistakes.append(
        Diagnostic(
          .value, at: Location(file: pack.file, line: definition.expression.firstLine),
          "`\(definition.type)` is not a type", suggestion: didYouMean(definition.type, among: names)))
      return
    }
    let kind = definition.per.flatMap { index(of: $0) }
    // A definition that does not check is still declared, so that one mistake is not reported at every use.
    let checked =
      kind.map { check(definition.expression, per: $0, expecting: type) }
      ?? check(definition.expression, expecting: type)
    if let kind {
      environment.kinds[kind].facts.append(Type.Member(definition.name, type))
      if let checked { byKind[kind].append(checked) }
    } else if definition.per == nil {
      environment.variables.append(Environment.Variable(definition.name, type))
      if let checked { ofPlan.append(checked) }
    }
  }

  private mutating func compile(_ provision: Provision, of pack: Pack) -> CompiledProvision? {
    guard let kind = index(of: provision.per), let body = provision.requirement else { return nil }
    return CompiledProvision(
      Rule(provision, of: pack.id, sanctions: pack.sanctions), kind: kind,
      applies: provision.applies.flatMap { check($0, per: kind, expecting: .boolean) },
      exceptions: provision.exceptions.compactMap { check($0.expression, per: kind, expecting: .boolean) },
      requirement: compile(body, per: kind),
      readings: provision.readings.map { reading in
        CompiledReading(
          reading: reading, applies: reading.applies.flatMap { check($0, per: kind, expecting: .boolean) },
          requirement: reading.requirement.map { compile($0, per: kind) })
      })
  }

  private mutating func compile(_ requirement: Requirement, per kind: Int) -> CompiledRequirement {
    switch requirement {
    case .condition(let source, let title, let citations):
      guard let checked = check(source, per: kind, expecting: .boolean) else { return .all([]) }
      return .condition(checked, title: title, citations: citations)
    case .control(let id): return .control(id)
    case .permission(let id): return .permission(id)
    case .all(let parts): return .all(parts.map { compile($0, per: kind) })
    case .any(let parts): return .any(parts.map { compile($0, per: kind) })
    }
  }

  /// Checks an expression with the subject in the first slot; a singleton has a slot of its own.
  private mutating func check(_ source: Source, per kind: Int, expecting type: Type) -> CheckedExpression? {
    check(source, in: environment(of: kind), expecting: type)
  }

  /// What a condition about a kind can name; kept while nothing new is defined.
  private mutating func environment(of kind: Int) -> Environment {
    if vocabulary.kinds[kind].isSingleton { return environment }
    if let known = environments[kind] { return known }
    var result = environment
    result.variables[0] = Environment.Variable(vocabulary.kinds[kind].name, .entity(kind))
    environments[kind] = result
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
