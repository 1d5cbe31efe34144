extension ProgramBuilder {
  /// The answer of a condition for every row of its kind.
  mutating func root(_ condition: Program.Condition) -> Term {
    let scope = scope(for: condition.kind)
    let node = condition.expression.root
    do throws(NoColumns) { return try self.condition(node, scope) } catch {
      // Only where it depends on a row that is none of the scope's.
      return truth(.error)
    }
  }

  /// A boolean part, by the reference if need be.
  mutating func condition(_ node: Checked, _ scope: Scope) throws(NoColumns) -> Term {
    do throws(NoColumns) { return try term(node, scope) } catch {
      return try fallback(node, scope)
    }
  }

  /// A boolean part over columns.
  private mutating func term(_ node: Checked, _ scope: Scope) throws(NoColumns) -> Term {
    switch node {
    case .constant(.boolean(let flag)): return truth(flag ? .yes : .no)
    case .constant(.null): return truth(.null)
    case .slot(let slot): return try variable(slot, scope)
    case .fact(let base, let fact, _): return try self.fact(fact, of: base, scope)
    case .and, .or:
      var parts: [Term] = []
      let isOr = if case .or = node { true } else { false }
      for part in node.operands(isOr: isOr) {
        let term = try condition(part, scope)
        parts.append(isOr ? !term : term)
      }
      let result = try conjunction(parts, scope)
      return isOr ? !result : result
    case .compare(let sign, let a, let b, _): return try compare(sign, a, b, scope)
    case .compareCount(let sign, let list, let number, _):
      return try compareCount(sign, list, number, scope)
    case .between(let value, let lower, let upper, _):
      let atLeast = try compare(.greaterOrEqual, value, lower, scope)
      return try conjunction([atLeast, try compare(.lessOrEqual, value, upper, scope)], scope)
    case .membership(let operand, let tests, _):
      var parts: [Term] = []
      for test in tests { parts.append(!(try membership(operand, test, scope))) }
      return !(try conjunction(parts, scope))
    case .conditional(let test, let positive, let negative):
      guard isBoolean(positive, scope), isBoolean(negative, scope) else { throw NoColumns() }
      let parts = [
        try condition(test, scope), try condition(positive, scope), try condition(negative, scope),
      ]
      let (terms, domain, variables) = try joined(parts, scope)
      let choice = self.node(
        .choose(terms[0].reference, terms[1].reference, terms[2].reference), in: domain)
      return Term(reference: choice, domain: domain, variables: variables)
    case .quantified(let quantifier, let iterators, let body):
      return try quantified(quantifier, iterators[...], body, scope)
    case .builtin(let index, let arguments, _): return try builtin(index, arguments, scope)
    case .host(let function, let arguments): return try host(function, arguments, scope)
    default: throw NoColumns()
    }
  }

  private mutating func variable(_ slot: Int, _ scope: Scope) throws(NoColumns) -> Term {
    switch scope[slot] {
    case .constant(.boolean(let flag)): return truth(flag ? .yes : .no)
    case .constant(.null): return truth(.null)
    case .element(_, _, .boolean):
      let value = try column(.slot(slot), scope)
      return Term(
        reference: node(.flag(column: value.column), in: value.domain), domain: value.domain,
        variables: value.variables)
    case .definition(let expression, .boolean):
      return try condition(expression.root, scope.prefix(slot))
    default: throw NoColumns()
    }
  }

  /// A boolean fact.
  private mutating func fact(_ fact: Int, of base: Checked, _ scope: Scope) throws(NoColumns) -> Term {
    let entity = try self.entity(base, scope)
    guard world.environment.kinds[entity.kind].facts[fact].type == .boolean else { throw NoColumns() }
    let rows = rows(entity.kind)
    let reference: NodeReference
    if world.derivation(entity.kind, fact) != nil {
      reference = derived(entity.kind, fact)
    } else {
      let column = column(.stored(kind: entity.kind, fact: fact), rows, .boolean)
      reference = node(.flag(column: column), in: rows)
    }
    return gathered(reference, entity)
  }

  /// A node over the rows of a kind, seen from where a reference to them stands.
  mutating func gathered(_ reference: NodeReference, _ entity: EntityPath) -> Term {
    guard let through = entity.through else {
      return Term(reference: reference, domain: entity.domain, variables: entity.variables)
    }
    var gathered = node(.gather(reference.node, through: through), in: entity.domain)
    gathered.isNegated = reference.isNegated
    return Term(reference: gathered, domain: entity.domain, variables: entity.variables)
  }

  /// A derived boolean fact for all rows of its kind: its expression, or what the host says of it.
  mutating func derived(_ kind: Int, _ fact: Int) -> NodeReference {
    let key = DerivedKey(kind: kind, fact: fact)
    if let known = derivedTerms[key] { return known }
    let reference = expanded(key) ?? asked(key)
    derivedTerms[key] = reference
    return reference
  }

  private mutating func expanded(_ key: DerivedKey) -> NodeReference? {
    guard let derivation = world.derivation(key.kind, key.fact), let expression = derivation.expression,
      world.environment.kinds[key.kind].facts[key.fact].type == .boolean,
      derivedInWork.insert(key).inserted
    else { return nil }
    defer { derivedInWork.remove(key) }
    var scope = scope(for: key.kind)
    if !derivation.seesSlots { scope = Scope([.row(kind: key.kind, .subject)], subject: 0) }
    guard let term = try? condition(expression.root, scope),
      let lifted = try? lifted(term, to: rows(key.kind), scope)
    else { return nil }
    return lifted.reference
  }

  private mutating func asked(_ key: DerivedKey) -> NodeReference {
    let rows = rows(key.kind)
    let question = Fallback(
      node: .fact(.slot(0), key.fact, 0..<0), variables: [(0, .own)], kinds: [.entity(key.kind)],
      frameCount: 1,
      worldCount: 1, constants: [:], isNeeded: true)
    return node(.fallback(add(question)), in: rows)
  }

  /// Leaves a part to the reference, if it depends on at most one row.
  private mutating func fallback(_ node: Checked, _ scope: Scope) throws(NoColumns) -> Term {
    let variables = scope.variables(of: node)
    guard variables.count <= 1 else { throw NoColumns() }
    var domain = ProgramBuilder.plan
    if let slot = variables.first { domain = try self.domain(of: slot, scope) }
    let fallback = try self.fallback(for: node, variables.map { ($0, .own) }, scope, isNeeded: true)
    return Term(
      reference: self.node(.fallback(add(fallback)), in: domain), domain: domain, variables: variables)
  }

  mutating func fallback(
    for node: Checked, _ variables: [(slot: Int, side: Side)], _ scope: Scope, isNeeded: Bool = false
  ) throws(NoColumns) -> Fallback {
    var kinds: [Type] = []
    for (slot, _) in variables {
      switch scope[slot] {
      case .row(let kind, _): kinds.append(.entity(kind))
      case .element(_, _, let type): kinds.append(type)
      default: throw NoColumns()
      }
    }
    return Fallback(
      node: node, variables: variables, kinds: kinds, frameCount: scope.next, worldCount: scope.worldCount,
      constants: scope.constants,
      isNeeded: isNeeded)
  }
}

extension Program.World {
  func derivation(_ kind: Int, _ fact: Int) -> Program.Derivation? {
    kind < derivations.count && fact < derivations[kind].count ? derivations[kind][fact] : nil
  }
}

extension Checked {
  /// The parts of a chain of `and`, or of `or`.
  fileprivate func operands(isOr: Bool) -> [Checked] {
    switch self {
    case .and(let a, let b) where !isOr: a.operands(isOr: false) + b.operands(isOr: false)
    case .or(let a, let b) where isOr: a.operands(isOr: true) + b.operands(isOr: true)
    default: [self]
    }
  }
}
