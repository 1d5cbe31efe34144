import Diagnostics

extension Checker {
  /// Brings a name into scope in the next slot.
  mutating func declare(_ name: String, _ type: Type, at extent: Extent) {
    if isStrict, !Names.isPlain(name) {
      _ = refuse(.notPlain(name, at: extent))
    } else if isStrict, isTaken(name) {
      _ = refuse(.shadowed(name, at: extent))
    }
    bindings.append(.variable(name, slot: slots, type))
    slots += 1
  }

  private func isTaken(_ name: String) -> Bool {
    variable(named: name, below: environment.variables.count) != nil
      || environment.aliases.contains { $0.name == name }
      || bindings.contains { binding in
        switch binding {
        case .variable(let other, _, _), .alias(let other, _, _): other == name
        case .item(_, let type): name == "item" || hasMember(type, name)
        }
      }
  }

  /// Checks with more names in scope, and takes them out again.
  mutating func scoped<Result>(_ body: (inout Checker) -> Result) -> Result {
    let outer = (bindings.count, slots)
    defer {
      bindings.removeLast(bindings.count - outer.0)
      slots = outer.1
    }
    return body(&self)
  }

  /// A name on its own: what it means innermost.
  mutating func name(_ name: String, _ extent: Extent) -> Typed {
    if let meaning = meaning(of: name) {
      let hidesAnother =
        meaning.isMember && !meaning.isPossible && self.meaning(of: name, below: meaning.depth) != nil
      return isStrict && hidesAnother ? refuse(.ambiguous(name, at: extent)) : typed(meaning, name, extent)
    }
    if !isStrict, let index = Builtin.indexes(named: name).first {
      let type: Type = .function(Builtin.table[index].parameters.map { $0.types[0] }, .any)
      return Typed(node: .constant(.function(Function([], result: .any, .builtin(index)))), type: type)
    }
    return refuse(unknownName(name, at: extent))
  }

  struct Meaning {
    let binding: Binding
    /// Its place among the variables of the environment and, above them, the bindings.
    let depth: Int
    /// An entry or a fact of the item of a filter, not the item itself.
    let isMember: Bool
    /// The item of a filter may, or may not, have an entry of this name.
    let isPossible: Bool
  }

  func meaning(of name: String, below limit: Int? = nil) -> Meaning? {
    let aliases = environment.aliases.count
    let outer = aliases + environment.variables.count
    let limit = limit ?? outer + bindings.count
    for index in bindings.indices.reversed() where outer + index < limit {
      let depth = outer + index
      switch bindings[index] {
      case .variable(name, _, _), .alias(name, _, _):
        return Meaning(binding: bindings[index], depth: depth, isMember: false, isPossible: false)
      case .item(_, let type):
        if hasMember(type, name) {
          return Meaning(binding: bindings[index], depth: depth, isMember: true, isPossible: false)
        }
        let isPossible = type == .any || type == .context([])
        if name == "item" {
          return Meaning(binding: bindings[index], depth: depth, isMember: false, isPossible: isPossible)
        }
        // Anything could be an entry of an item of unknown type.
        if isPossible {
          return Meaning(binding: bindings[index], depth: depth, isMember: true, isPossible: true)
        }
      default: continue
      }
    }
    if let index = variable(named: name, below: min(limit, outer) - aliases) {
      let binding = Binding.variable(name, slot: index, environment.variables[index].type)
      return Meaning(binding: binding, depth: aliases + index, isMember: false, isPossible: false)
    }
    for index in environment.aliases.indices.reversed() where index < limit {
      let alias = environment.aliases[index]
      if alias.name == name {
        let binding = Binding.alias(name, alias.node, alias.type)
        return Meaning(binding: binding, depth: index, isMember: false, isPossible: false)
      }
    }
    return nil
  }

  /// The last variable of the environment with this name.
  private func variable(named name: String, below limit: Int) -> Int? {
    var index = limit - 1
    while index >= 0 {
      if environment.variables[index].name == name { return index }
      index -= 1
    }
    return nil
  }

  private mutating func typed(_ meaning: Meaning, _ name: String, _ extent: Extent) -> Typed {
    switch meaning.binding {
    case .variable(_, let slot, let type): return Typed(node: .slot(slot), type: type)
    case .alias(_, let node, let type): return Typed(node: node, type: type)
    case .item(let slot, let type):
      let item = Typed(node: .slot(slot), type: type)
      if !meaning.isMember {
        return meaning.isPossible
          ? Typed(node: .entry(slot: slot, name, otherwise: item.node), type: .any) : item
      }
      guard meaning.isPossible else { return path(item, name, extent) }
      guard let outer = self.meaning(of: name, below: meaning.depth) else {
        return Typed(node: .path(item.node, name, extent), type: .any)
      }
      return Typed(node: .entry(slot: slot, name, otherwise: typed(outer, name, extent).node), type: .any)
    }
  }

  private func hasMember(_ type: Type, _ name: String) -> Bool {
    switch type {
    case .context(let members): members.contains { $0.name == name }
    case .entity(let kind): fact(named: name, of: kind) != nil
    default: false
    }
  }

  private func fact(named name: String, of kind: Int) -> Int? {
    let facts = environment.kinds[kind].facts
    for index in facts.indices where facts[index].name == name { return index }
    return nil
  }

  /// `base.name`, through lists to their items.
  mutating func path(_ base: Typed, _ name: String, _ extent: Extent) -> Typed {
    guard let part = part(of: base.type, name) else { return refuse(noPart(name, of: base.type, at: extent)) }
    switch part {
    case .fact(let index, let type): return Typed(node: .fact(base.node, index, extent), type: type)
    case .component(let type): return Typed(node: .path(base.node, name, extent), type: type)
    }
  }

  private enum Part { case fact(Int, Type), component(Type) }

  private func part(of type: Type, _ name: String) -> Part? {
    switch type {
    case .entity(let kind):
      return fact(named: name, of: kind).map { .fact($0, environment.kinds[kind].facts[$0].type) }
    case .list(let item):
      switch part(of: item, name) {
      case .fact(let index, let type): return .fact(index, .list(type))
      case .component(let type): return .component(.list(type))
      case nil: return nil
      }
    case .context(let members):
      if members.isEmpty { return .component(.any) }
      if let member = members.first(where: { $0.name == name }) { return .component(member.type) }
    case .any, .null: return .component(.any)
    default:
      if let type = Property(rawValue: name)?.type(of: type) { return .component(type) }
    }
    return isStrict ? nil : .component(.any)
  }

  private func noPart(_ name: String, of type: Type, at extent: Extent) -> Mistake {
    switch type {
    case .list(let item): return noPart(name, of: item, at: extent)
    case .entity(let kind):
      let kind = environment.kinds[kind]
      return Mistake(
        .unknownName, at: extent, "`\(kind.name)` has no fact `\(name)`",
        suggestion: self.suggestion(for: name, among: kind.facts.map(\.name)))
    case .context(let members):
      return Mistake(
        .unknownName, at: extent, "there is no entry `\(name)` here",
        suggestion: self.suggestion(for: name, among: members.map(\.name)))
    default:
      return Mistake(
        .unknownName, at: extent, "\(type.description(in: environment)) has no part `\(name)`",
        suggestion: self.suggestion(
          for: name, among: Property.allCases.filter { $0.type(of: type) != nil }.map(\.rawValue)))
    }
  }

  private func unknownName(_ name: String, at extent: Extent) -> Mistake {
    if isFunction(name) {
      return Mistake(
        .unknownName, at: extent, "`\(name)` is a function and needs its arguments in parentheses")
    }
    var visible: [String] = []
    var owner: String?
    let outer =
      environment.aliases.map { Binding.alias($0.name, $0.node, $0.type) }
      + environment.variables.map { Binding.variable($0.name, slot: 0, $0.type) }
    for binding in outer + bindings {
      switch binding {
      case .variable(let variable, _, let type), .alias(let variable, _, let type):
        visible.append(variable)
        if hasMember(type, name) { owner = "\(variable).\(name)" }
      case .item(_, .context(let members)): visible += ["item"] + members.map(\.name)
      case .item(_, .entity(let kind)): visible += ["item"] + environment.kinds[kind].facts.map(\.name)
      case .item: visible.append("item")
      }
    }
    let suggestion = owner.map { "did you mean `\($0)`?" } ?? self.suggestion(for: name, among: visible)
    return Mistake(.unknownName, at: extent, "nothing is called `\(name)` here", suggestion: suggestion)
  }
}

extension Mistake {
  fileprivate static func notPlain(_ name: String, at extent: Extent) -> Mistake {
    Mistake(.refused, at: extent, "in packs a name is one word: `\(name)`")
  }

  fileprivate static func shadowed(_ name: String, at extent: Extent) -> Mistake {
    Mistake(
      .shadowed, at: extent, "`\(name)` already means something here", suggestion: "choose another name")
  }

  fileprivate static func ambiguous(_ name: String, at extent: Extent) -> Mistake {
    Mistake(
      .shadowed, at: extent, "`\(name)` is a part of the item and a name outside the filter",
      suggestion: "write `item.\(name)` for the part")
  }
}
