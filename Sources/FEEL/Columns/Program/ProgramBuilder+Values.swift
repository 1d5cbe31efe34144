extension ProgramBuilder {
  /// A row that an expression speaks of.
  struct EntityPath {
    let kind: Int
    /// Nil: the variable or the one row of the kind itself.
    let through: Int?
    let domain: Int
    let variables: [Int]
  }

  /// Cells that an expression stands for.
  struct ColumnPath {
    let column: Int
    let type: Type
    let domain: Int
    let variables: [Int]
  }

  mutating func entity(_ node: Checked, _ scope: Scope) throws(NoColumns) -> EntityPath {
    switch node {
    case .slot(let slot):
      switch scope[slot] {
      case .row(let kind, _):
        return EntityPath(kind: kind, through: nil, domain: rows(kind), variables: [slot])
      case .singleton(let kind):
        return EntityPath(kind: kind, through: nil, domain: ProgramBuilder.plan, variables: [])
      default: throw NoColumns()
      }
    case .fact:
      let path = try column(node, scope)
      guard case .entity(let kind) = path.type else { throw NoColumns() }
      return EntityPath(kind: kind, through: path.column, domain: path.domain, variables: path.variables)
    default: throw NoColumns()
    }
  }

  mutating func column(_ node: Checked, _ scope: Scope) throws(NoColumns) -> ColumnPath {
    switch node {
    case .slot(let slot):
      switch scope[slot] {
      case .row(let kind, _):
        let places = column(.places(kind: kind), rows(kind), .entity(kind))
        return ColumnPath(column: places, type: .entity(kind), domain: rows(kind), variables: [slot])
      case .element(let list, _, let type):
        let domain = number(of: .elements(of: list))
        return ColumnPath(
          column: column(.members(of: list), domain, type), type: type, domain: domain, variables: [slot])
      default: throw NoColumns()
      }
    case .fact(let base, let fact, _):
      let entity = try self.entity(base, scope)
      let type = world.environment.kinds[entity.kind].facts[fact].type
      guard type.hasCells else { throw NoColumns() }
      let rows = rows(entity.kind)
      let isDerived = world.derivation(entity.kind, fact) != nil
      var column = column(
        isDerived ? .derived(kind: entity.kind, fact: fact) : .stored(kind: entity.kind, fact: fact), rows,
        type)
      if let through = entity.through {
        column = self.column(.gathered(through: through, of: column), entity.domain, type)
      }
      return ColumnPath(column: column, type: type, domain: entity.domain, variables: entity.variables)
    default: throw NoColumns()
    }
  }

  /// The value of an expression that is the same for all plans.
  func constant(_ node: Checked, _ scope: Scope) -> Value? {
    switch node {
    case .constant(let value): return value
    case .slot(let slot): if case .constant(let value) = scope[slot] { return value }
    case .path(let base, let name, _):
      // A row of a table of constants.
      if case .context(let context)? = constant(base, scope) { return context[name] }
    default: break
    }
    return nil
  }

  /// Can an expression be nothing but true, false, null or unknown.
  func isBoolean(_ node: Checked, _ scope: Scope) -> Bool {
    switch node {
    case .constant(.boolean), .constant(.null), .and, .or, .compare, .compareCount, .between, .membership,
      .quantified:
      true
    case .slot(let slot):
      switch scope[slot] {
      case .constant(.boolean), .constant(.null), .element(_, _, .boolean): true
      case .definition(_, let type): type == .boolean
      default: false
      }
    case .fact(let base, let fact, _):
      if case .entity(let kind)? = type(of: base, scope) {
        world.environment.kinds[kind].facts[fact].type == .boolean
      } else {
        false
      }
    case .conditional(_, let a, let b): isBoolean(a, scope) && isBoolean(b, scope)
    case .builtin(let index, _, _): ["not", "list contains"].contains(Builtin.table[index].name)
    case .host(let function, _): world.environment.functions[function].result == .boolean
    default: false
    }
  }

  func type(of node: Checked, _ scope: Scope) -> Type? {
    switch node {
    case .constant(let value): return value.type
    case .slot(let slot):
      switch scope[slot] {
      case .row(let kind, _), .singleton(let kind): return .entity(kind)
      case .collection(let kind): return .list(.entity(kind))
      case .element(_, _, let type): return type
      case .constant(let value): return value.type
      case .definition(_, let type): return type
      case .opaque, .given: return nil
      }
    case .fact(let base, let fact, _):
      switch type(of: base, scope) {
      case .entity(let kind): return world.environment.kinds[kind].facts[fact].type
      case .list(.entity(let kind)): return .list(world.environment.kinds[kind].facts[fact].type)
      default: return nil
      }
    default: return nil
    }
  }

  /// The numbers of strings, in order; nil if there is anything else among the values.
  mutating func texts(_ values: [Value]) -> [Int32]? {
    var numbers: Set<Int32> = []
    for value in values {
      guard case .string(let text) = value else { return nil }
      numbers.insert(lexicon.number(of: text))
    }
    return numbers.sorted()
  }
}

extension Type {
  /// Do facts of this type stand in cells that can be compared, or in lists of such.
  var hasCells: Bool {
    switch self {
    case .boolean, .number, .date, .string, .enumeration, .entity: true
    case .list(let item): if case .list = item { false } else { item.hasCells }
    default: false
    }
  }

  var isText: Bool {
    switch self {
    case .string, .enumeration: true
    default: false
    }
  }
}
