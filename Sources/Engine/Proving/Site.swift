import DMN
import Diagnostics
import FEEL
import Facts
import Rules

/// A place in a pack where an expression stands that verdicts hang on, with the way to put another one there.
struct Site: Sendable {
  enum Owner: Sendable, Hashable {
    case definition(String)
    /// Of a kind of subject.
    case scope(Int)
    /// By its place in the pack.
    case provision(Int)
  }

  let owner: Owner
  /// What it is, in words: `the condition "consent is recorded" of art-7-1`.
  let title: String
  let expression: CheckedExpression
  /// It is true or false.
  let isCondition: Bool
  let replace: @Sendable (inout CompiledPack, CheckedExpression) -> Void

  func location(of extent: Extent) -> Location {
    let position = expression.source.position(of: extent.lowerBound)
    return Location(file: expression.source.name, line: position.line, column: position.column)
  }
}

extension CompiledPack {
  /// All of them in the order of the file's parts: conclusions, scopes, provisions. Readings are left out: no verdict that
  /// a case can expect comes from them.
  func sites(_ vocabulary: Vocabulary) -> [Site] {
    definitionSites(vocabulary) + scopeSites(vocabulary)
      + provisions.indices.flatMap { provisionSites($0) }
  }

  private func definitionSites(_ vocabulary: Vocabulary) -> [Site] {
    var sites: [Site] = []
    var next = [Int](repeating: 0, count: definitions.count)
    var nextOfPlan = 0
    for definition in pack.definitions {
      let kind = definition.per.flatMap { vocabulary.kind(named: $0) }
      let place = kind.map { next[$0] } ?? nextOfPlan
      if let kind { next[kind] += 1 } else { nextOfPlan += 1 }
      let compiled = kind.map { definitions[$0][place] } ?? planDefinitions[place]
      sites += Self.sites(of: definition, compiled) { pack, change in
        if let kind {
          pack.definitions[kind][place] = change(pack.definitions[kind][place])
        } else {
          pack.planDefinitions[place] = change(pack.planDefinitions[place])
        }
      }
    }
    return sites
  }

  private typealias Update =
    @Sendable (inout CompiledPack, (CompiledDefinition) -> CompiledDefinition) -> Void

  /// `update` changes the conclusion as it stands in the pack: another input of it may have been changed before.
  private static func sites(
    of definition: Definition, _ compiled: CompiledDefinition, _ update: @escaping Update
  ) -> [Site] {
    switch compiled {
    case .expression(let expression):
      let isCondition = if case .expression(_, "boolean") = definition.body { true } else { false }
      return [
        Site(
          owner: .definition(definition.name), title: "the conclusion `\(definition.name)`",
          expression: expression, isCondition: isCondition,
          replace: { pack, new in update(&pack) { _ in .expression(new) } })
      ]
    case .decision(let decision):
      return decision.inputs.indices.map { place in
        let input = decision.inputs[place]
        let name = decision.decisions.elements[input.element].node.name
        let isCondition = decision.decisions.elements[input.element].type.type == .boolean
        return Site(
          owner: .definition(definition.name), title: "the input `\(name)` of `\(definition.name)`",
          expression: input.expression, isCondition: isCondition,
          replace: { pack, new in update(&pack) { $0.with(new, at: place) } })
      }
    }
  }

  private func scopeSites(_ vocabulary: Vocabulary) -> [Site] {
    scopes.indices.compactMap { kind in
      guard let scope = scopes[kind] else { return nil }
      return Site(
        owner: .scope(kind), title: "the scope per \(vocabulary.kinds[kind].name)",
        expression: scope.expression, isCondition: true,
        replace: { $0.scopes[kind] = scope.with($1) })
    }
  }

  private func provisionSites(_ place: Int) -> [Site] {
    let provision = provisions[place]
    var sites: [Site] = []
    func add(
      _ title: String, _ expression: CheckedExpression,
      _ change: @escaping @Sendable (CompiledProvision, CheckedExpression) -> CompiledProvision
    ) {
      sites.append(
        Site(
          owner: .provision(place), title: "\(title) of \(provision.rule.id)", expression: expression,
          isCondition: true,
          replace: { $0.provisions[place] = change($0.provisions[place], $1) }))
    }
    if let applies = provision.applies {
      add("<applies>", applies.expression) { $0.with(applies: .some(applies.with($1))) }
    }
    for (index, exception) in provision.exceptions.enumerated() {
      add("the exception \(index + 1)", exception.expression) { provision, expression in
        var exceptions = provision.exceptions
        exceptions[index] = exception.with(expression)
        return provision.with(exceptions: exceptions)
      }
    }
    for part in provision.requirement.parts {
      guard case .condition(let condition, let title, let citations) = part.requirement else { continue }
      add("the condition \"\(title)\"", condition.expression) { provision, expression in
        let new = CompiledRequirement.condition(
          condition.with(expression), title: title, citations: citations)
        return provision.with(requirement: provision.requirement.replacing(part.path, with: new) ?? .all([]))
      }
    }
    return sites
  }
}

extension CompiledDefinition {
  /// A decision with another expression for one of its inputs.
  fileprivate func with(_ expression: CheckedExpression, at place: Int) -> CompiledDefinition {
    guard case .decision(let decision) = self else { return self }
    var inputs = decision.inputs
    inputs[place].expression = expression
    return .decision(decision.with(inputs))
  }
}

extension CompiledRequirement {
  struct Part: Sendable {
    /// Places from the root down.
    let path: [Int]
    let requirement: CompiledRequirement
  }

  /// Itself and all below, from the top, in order.
  var parts: [Part] {
    var result = [Part(path: [], requirement: self)]
    switch self {
    case .condition, .control, .permission: break
    case .all(let inner), .any(let inner):
      for (place, part) in inner.enumerated() {
        result += part.parts.map { Part(path: [place] + $0.path, requirement: $0.requirement) }
      }
    }
    return result
  }

  /// With another requirement at a place; nil there takes it out.
  func replacing(_ path: [Int], with new: CompiledRequirement?) -> CompiledRequirement? {
    replacing(path[...], with: new)
  }

  private func replacing(_ path: ArraySlice<Int>, with new: CompiledRequirement?) -> CompiledRequirement? {
    guard let place = path.first else { return new }
    func changed(_ inner: [CompiledRequirement]) -> [CompiledRequirement] {
      var inner = inner
      guard inner.indices.contains(place) else { return inner }
      if let part = inner[place].replacing(path.dropFirst(), with: new) {
        inner[place] = part
      } else {
        inner.remove(at: place)
      }
      return inner
    }
    switch self {
    case .all(let inner): return .all(changed(inner))
    case .any(let inner): return .any(changed(inner))
    case .condition, .control, .permission: return self
    }
  }
}
