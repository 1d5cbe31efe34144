import FEEL
import Rules

extension Hearing: ColumnHost {
  mutating func turn(to subject: Entity) { self.subject = subject }
}

extension CompiledPack {
  /// Every condition of the pack with the kind of its subjects, in the order of the pack.
  var conditions: [Program.Condition] {
    var result: [Program.Condition] = []
    for (kind, scope) in scopes.enumerated() {
      if let scope { result.append(Program.Condition(scope, kind: kind)) }
    }
    for provision in provisions {
      var expressions: [CheckedExpression] = []
      if let applies = provision.applies { expressions.append(applies) }
      expressions += provision.exceptions + provision.requirement.conditions
      for reading in provision.readings {
        if let applies = reading.applies { expressions.append(applies) }
        expressions += reading.requirement?.conditions ?? []
      }
      result += expressions.map { Program.Condition($0, kind: provision.kind) }
    }
    return result
  }
}

extension CompiledRequirement {
  fileprivate var conditions: [CheckedExpression] {
    switch self {
    case .condition(let expression, _, _): [expression]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    }
  }
}
