import FEEL
import Facts

/// Which provisions of a pack rest on numbers that grow with the business: people, devices, turnover. By names: it may
/// name too many, never too few.
struct Growth {
  /// Of facts and of conclusions, as they stand behind a dot.
  private var facts: Set<String>
  /// Of functions and of conclusions about the whole plan.
  private var words: Set<String> = ["countOf"]

  init(_ vocabulary: Vocabulary) {
    facts = Set(vocabulary.kinds.flatMap(\.facts).filter(\.grows).map(\.name))
  }

  /// Conclusions are added in the order in which they are written.
  mutating func add(_ definition: CompiledDefinition, named name: String, isOfPlan: Bool) {
    let grows =
      switch definition {
      case .expression(let expression): rests(expression)
      case .decision(let decision): decision.inputs.contains { rests($0.expression) }
      }
    guard grows else { return }
    if isOfPlan { words.insert(name) } else { facts.insert(name) }
  }

  /// Places of the provisions, in order.
  func places(_ provisions: [CompiledProvision], scopes: [CompiledCondition?]) -> [Int] {
    let isScoped = scopes.map { $0.map { rests($0.expression) } ?? false }
    var found = Set(
      provisions.indices.filter { place in
        let provision = provisions[place]
        return isScoped[provision.kind] || rests(provision.applies)
          || provision.exceptions.contains { rests($0) } || rests(provision.requirement)
          || provision.readings.contains { rests($0.applies) || ($0.requirement.map(rests) ?? false) }
      })
    // What asks for a permission rests on what the permission rests on.
    while true {
      let ids = Set(found.map { provisions[$0].rule.id })
      let more = provisions.indices.filter { place in
        let provision = provisions[place]
        let asked = provision.rule.releases + provision.requirement.permissions
        return !found.contains(place) && asked.contains { ids.contains($0) }
      }
      if more.isEmpty { return found.sorted() }
      found.formUnion(more)
    }
  }

  private func rests(_ requirement: CompiledRequirement) -> Bool {
    switch requirement {
    case .condition(let condition, _, _): rests(condition)
    case .control, .permission: false
    case .all(let parts), .any(let parts): parts.contains { rests($0) }
    }
  }

  private func rests(_ condition: CompiledCondition?) -> Bool {
    condition.map { rests($0.expression) } ?? false
  }

  private func rests(_ expression: CheckedExpression) -> Bool {
    guard let syntax = expression.syntax else { return true }
    var open = [syntax]
    while let next = open.popLast() {
      switch next.form {
      case .name(let name): if words.contains(name) { return true }
      case .path(_, let name, _): if facts.contains(name) { return true }
      default: break
      }
      open += next.parts
    }
    return false
  }
}

extension CompiledRequirement {
  fileprivate var permissions: [String] {
    switch self {
    case .condition, .control: []
    case .permission(let id): [id]
    case .all(let parts), .any(let parts): parts.flatMap(\.permissions)
    }
  }
}
