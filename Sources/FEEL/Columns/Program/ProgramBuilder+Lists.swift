extension ProgramBuilder {
  /// What a quantifier, a count or a filter runs over.
  struct ListPath {
    enum Members {
      case collection(Int)
      case column(Int, Type)
      case constants([Value])
    }
    var members: Members
    /// Where the list stands.
    var domain = ProgramBuilder.plan
    var variables: [Int] = []
    /// The column through which its row is reached, and from where.
    var path: EntityPath?
    /// Conditions of filters, innermost list first; each binds its item in the next slot.
    var conditions: [Checked] = []
    /// The list as the reference sees it from its row, which is in slot 0 if the row is reached by a path.
    var expression: Checked
  }

  mutating func list(_ node: Checked, _ scope: Scope) throws(NoColumns) -> ListPath {
    if case .filter(let base, let condition, .condition, let extent) = node {
      var path = try list(base, scope)
      path.conditions.append(condition)
      path.expression = .filter(path.expression, condition, .condition, extent)
      return path
    }
    if case .list(let list)? = constant(node, scope), list.open == nil, list.items.count <= 64 {
      return ListPath(members: .constants(list.items), expression: node)
    }
    switch node {
    case .slot(let slot):
      guard case .collection(let kind) = scope[slot] else { throw NoColumns() }
      return ListPath(members: .collection(kind), expression: node)
    case .fact(let base, let fact, _):
      let entity = try self.entity(base, scope)
      guard case .list(let item) = world.environment.kinds[entity.kind].facts[fact].type, item.hasCells,
        world.derivation(entity.kind, fact) == nil
      else { throw NoColumns() }
      if case .list = item { throw NoColumns() }
      let rows = rows(entity.kind)
      let column = column(.stored(kind: entity.kind, fact: fact), rows, .list(item))
      let members = ListPath.Members.column(column, item)
      guard entity.through != nil else {
        return ListPath(members: members, domain: rows, variables: entity.variables, expression: node)
      }
      guard scope.next > 0 else { throw NoColumns() }
      return ListPath(
        members: members, domain: rows, path: entity, expression: .fact(.slot(0), fact, 0..<0))
    default: throw NoColumns()
    }
  }

  mutating func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: ArraySlice<Checked.Iterator>, _ body: Checked,
    _ scope: Scope
  ) throws(NoColumns) -> Term {
    guard let iterator = iterators.first else {
      let term = try condition(body, scope)
      return quantifier == .some ? term : !term
    }
    guard case .list(let node, _) = iterator else { throw NoColumns() }
    let path = try list(node, scope)
    let rest = Array(iterators.dropFirst())
    let exact = { (list: Checked) -> Checked in
      let whole = Checked.quantified(quantifier, [.list(list, 0..<0)] + rest, body)
      return quantifier == .some ? whole : .builtin(Builtin.indexes(named: "not")[0], [whole], 0..<0)
    }
    let term = try some(path, scope, exact) { (builder, scope) throws(NoColumns) in
      let inner = try builder.quantified(quantifier, iterators.dropFirst(), body, scope)
      // What comes back from an inner `every` is `every`; here its negation is looked for.
      return quantifier == .every && iterators.count > 1 ? !inner : inner
    }
    return quantifier == .some ? term : !term
  }

  /// Does any member pass. `exact` is the same for the reference, of a list.
  mutating func some(
    _ path: ListPath, _ scope: Scope, _ exact: (Checked) -> Checked,
    _ body: (inout ProgramBuilder, Scope) throws(NoColumns) -> Term
  ) throws(NoColumns) -> Term {
    if case .constants(let values) = path.members {
      guard path.conditions.isEmpty else { throw NoColumns() }
      var parts: [Term] = []
      for value in values { parts.append(!(try body(&self, scope.adding(.constant(value))))) }
      return parts.isEmpty ? truth(.no) : !(try conjunction(parts, scope))
    }
    let inner = scope.adding(try binding(of: path))
    var term = try body(&self, inner)
    for condition in path.conditions.reversed() {
      let (pair, domain, variables) = try joined([try self.condition(condition, inner), term], inner)
      let both = node(.restrict(pair[0].reference, to: pair[1].reference), in: domain)
      term = Term(reference: both, domain: domain, variables: variables)
    }
    return try fold(term, .some, path, inner, exact(path.expression))
  }

  /// `count(list) op number`
  mutating func compareCount(_ sign: Operator, _ list: Checked, _ number: Checked, _ scope: Scope)
    throws(NoColumns) -> Term
  {
    guard case .number(let limit)? = constant(number, scope), let limit = limit.int else { throw NoColumns() }
    let path = try self.list(list, scope)
    if case .constants = path.members { throw NoColumns() }
    let inner = scope.adding(try binding(of: path))
    var term = truth(.yes)
    for condition in path.conditions.reversed() {
      let (pair, domain, variables) = try joined([try self.condition(condition, inner), term], inner)
      let both = node(.restrict(pair[0].reference, to: pair[1].reference), in: domain)
      term = Term(reference: both, domain: domain, variables: variables)
    }
    return try fold(
      term, .count(sign, limit), path, inner, .compareCount(sign, of: path.expression, with: number, 0..<0))
  }

  private func binding(of path: ListPath) throws(NoColumns) -> Scope.Binding {
    switch path.members {
    case .collection(let kind): .row(kind: kind, .collection)
    case .column(let column, .entity(let kind)): .row(kind: kind, .list(column, owner: path.variables.first))
    case .column(let column, let type): .element(list: column, owner: path.variables.first, type)
    case .constants: throw NoColumns()
    }
  }

  /// Folds what holds for the members into what holds for their list. `scope` has the member in its last slot.
  private mutating func fold(
    _ term: Term, _ reduction: Operation.Reduction, _ path: ListPath, _ scope: Scope, _ exact: Checked
  ) throws(NoColumns) -> Term {
    let slot = scope.next - 1
    let outside = term.variables.filter { $0 != slot }
    switch path.members {
    case .collection(let kind):
      let isSingle = outside.isEmpty
      guard outside.count <= 1 else { throw NoColumns() }
      let member = try lifted(term, over: outside + [slot], scope)
      let domain = try domain(of: outside, scope)
      let reach: Operation.Reach = isSingle ? .collection(kind) : .inner(kind)
      let result = node(.reduce(member.reference, reduction, reach), in: domain)
      return Term(reference: result, domain: domain, variables: outside)
    case .column(let column, let type):
      let isReference = if case .entity = type { outside.isEmpty } else { false }
      let member: Term
      if outside.isEmpty {
        member = try lifted(term, over: [slot], scope)
      } else {
        guard outside == path.variables else { throw NoColumns() }
        member = try lifted(term, over: outside + [slot], scope)
      }
      let reach: Operation.Reach = isReference ? .references(list: column) : .members(list: column)
      let fallback = Fallback(
        node: exact, variables: path.path == nil ? path.variables.map { ($0, .own) } : [(0, .own)],
        kinds: (path.path?.kind ?? path.variables.first.flatMap { scope.kind(of: $0) }).map { [.entity($0)] }
          ?? [],
        frameCount: scope.next - 1, worldCount: min(scope.worldCount, scope.next - 1),
        constants: scope.constants, isNeeded: false)
      let result = node(.reduce(member.reference, reduction, reach), in: path.domain, fallback: add(fallback))
      guard let entity = path.path else {
        return Term(reference: result, domain: path.domain, variables: path.variables)
      }
      if case .count = reduction { throw NoColumns() }
      return gathered(result, entity)
    case .constants: throw NoColumns()
    }
  }
}
