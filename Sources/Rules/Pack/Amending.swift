import FEEL

/// Something that law consists of and an amendment can change as a whole.
enum LawPart {
  case provision(Provision)
  case parameter(Parameter)
  case definition(Definition)
  case scope(Scope)
  case sanction(Sanction)

  /// Parts with the same name are the same; a provision or a sanction may have several versions.
  struct Name: Hashable {
    var kind: String
    var name: String
    /// ``the provision `art-4` ``
    var words: String { "the \(kind) `\(name)`" }
    static func provision(_ id: String) -> Name { Name(kind: "provision", name: id) }
  }

  var name: Name {
    switch self {
    case .provision(let provision): .provision(provision.id)
    case .parameter(let parameter): Name(kind: "parameter", name: parameter.name)
    case .definition(let definition):
      Name(kind: "conclusion", name: "\(definition.per ?? "plan").\(definition.name)")
    case .scope(let scope): Name(kind: "scope", name: scope.per)
    case .sanction(let sanction): Name(kind: "sanction", name: sanction.id)
    }
  }

  var aspects: [PackComparison.Aspect] {
    switch self {
    case .provision(let provision): provision.aspects
    case .parameter(let parameter): parameter.aspects
    case .definition(let definition): definition.aspects
    case .scope(let scope): scope.aspects
    case .sanction(let sanction): sanction.aspects
    }
  }
}

/// The law of a pack while the amendments of one day are made to it.
struct Amending {
  private(set) var pack: Pack
  private(set) var provisions: [Provision]
  /// What was changed on this day, and the amendment that did it: nothing is changed twice.
  var touched: [LawPart.Name: String] = [:]

  init(_ pack: Pack) {
    self.pack = pack
    provisions = pack.provisions
  }

  var result: Pack { pack.with(provisions: provisions) }

  var parts: [LawPart] {
    provisions.map { .provision($0) } + pack.parameters.map { .parameter($0) }
      + pack.definitions.map { .definition($0) } + pack.scopes.map { .scope($0) }
      + pack.sanctions.map { .sanction($0) }
  }

  /// Puts versions of one part where the old ones were; empty: it is gone.
  mutating func replace(_ name: LawPart.Name, with new: [LawPart]) {
    provisions.replace(where: { LawPart.provision($0).name == name }, with: new.compactMap(\.provision))
    pack.parameters.replace(
      where: { LawPart.parameter($0).name == name }, with: new.compactMap(\.parameter))
    pack.definitions.replace(
      where: { LawPart.definition($0).name == name }, with: new.compactMap(\.definition))
    pack.scopes.replace(where: { LawPart.scope($0).name == name }, with: new.compactMap(\.scope))
    pack.sanctions.replace(where: { LawPart.sanction($0).name == name }, with: new.compactMap(\.sanction))
  }

  /// Puts a new part behind another of its kind, else at the end of them.
  mutating func insert(_ part: LawPart, after name: String?) {
    func place(_ count: Int, _ last: Int?) -> Int { last.map { $0 + 1 } ?? count }
    switch part {
    case .provision(let provision):
      provisions.insert(
        provision, at: place(provisions.count, provisions.lastIndex { $0.id == name }))
    case .parameter(let parameter): pack.parameters.append(parameter)
    case .definition(let definition):
      pack.definitions.insert(
        definition, at: place(pack.definitions.count, pack.definitions.lastIndex { $0.name == name }))
    case .scope(let scope): pack.scopes.append(scope)
    case .sanction(let sanction): pack.sanctions.append(sanction)
    }
  }

  mutating func changeProvision(_ id: String, _ change: (inout Provision) -> Void) {
    for place in provisions.indices where provisions[place].id == id { change(&provisions[place]) }
  }
}

extension LawPart {
  fileprivate var provision: Provision? { if case .provision(let part) = self { part } else { nil } }
  fileprivate var parameter: Parameter? { if case .parameter(let part) = self { part } else { nil } }
  fileprivate var definition: Definition? { if case .definition(let part) = self { part } else { nil } }
  fileprivate var scope: Scope? { if case .scope(let part) = self { part } else { nil } }
  fileprivate var sanction: Sanction? { if case .sanction(let part) = self { part } else { nil } }
}

extension Array {
  /// Takes out all that match, and puts others where the first of them was.
  fileprivate mutating func replace(where matches: (Element) -> Bool, with new: [Element]) {
    guard let first = firstIndex(where: matches) else { return }
    removeAll(where: matches)
    insert(contentsOf: new, at: first)
  }
}
