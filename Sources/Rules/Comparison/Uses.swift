import Diagnostics

/// Which provisions rest on a definition, a parameter or a scope, directly or through definitions.
struct Uses {
  private let pack: Pack
  /// Names of definitions by every name that they mention; a name counts wherever it stands, so this can only say too much.
  private var definitions: [(name: String, mentioned: Set<String>)] = []
  private var provisions: [(id: String, mentioned: Set<String>)] = []

  init(_ pack: Pack) {
    self.pack = pack
    for definition in pack.definitions {
      definitions.append((definition.name, Uses.names(in: definition.expressions)))
    }
    for provision in pack.provisions {
      var mentioned = Uses.names(in: provision.conditions)
      mentioned.insert("scope \(provision.per)")
      for scope in pack.scopes where scope.per == provision.per {
        mentioned.formUnion(Uses.names(in: [scope.expression]))
      }
      provisions.append((provision.id, mentioned))
    }
  }

  /// Ids, in the order of the pack.
  func provisions(restingOn name: String) -> [String] {
    var reached: Set<String> = [name]
    // Definitions rest on earlier ones only.
    for definition in definitions where !reached.isDisjoint(with: definition.mentioned) {
      reached.insert(definition.name)
    }
    var ids: [String] = []
    for provision in provisions
    where !reached.isDisjoint(with: provision.mentioned) && !ids.contains(provision.id) {
      ids.append(provision.id)
    }
    return ids
  }

  /// All words outside string literals.
  private static func names(in sources: [Source]) -> Set<String> {
    var names: Set<String> = []
    for source in sources {
      var isLiteral = false
      for piece in code(source).split(separator: "\"", omittingEmptySubsequences: false) {
        defer { isLiteral.toggle() }
        if isLiteral { continue }
        for word in piece.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
          names.insert(String(word))
        }
      }
    }
    return names
  }
}

extension Provision {
  /// Every condition that its verdict can rest on.
  fileprivate var conditions: [Source] {
    [applies].compactMap { $0 } + exceptions.map(\.expression) + (requirement?.conditions ?? [])
      + readings.flatMap { [$0.applies].compactMap { $0 } + ($0.requirement?.conditions ?? []) }
  }
}

extension Requirement {
  fileprivate var conditions: [Source] {
    switch self {
    case .condition(let source, _, _): [source]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    }
  }
}
