extension ProgramBuilder {
  /// The lanes of the values of one variable.
  mutating func domain(of slot: Int, _ scope: Scope) throws(NoColumns) -> Int {
    switch scope[slot] {
    case .row(let kind, _): return rows(kind)
    case .element(let list, _, _): return number(of: .elements(of: list))
    default: throw NoColumns()
    }
  }

  /// The lanes of what depends on these variables.
  mutating func domain(of variables: [Int], _ scope: Scope) throws(NoColumns) -> Int {
    switch variables.count {
    case 0: return ProgramBuilder.plan
    case 1: return try domain(of: variables[0], scope)
    case 2:
      guard case .row(let outer, _) = scope[variables[0]], !singletons.contains(outer) else {
        throw NoColumns()
      }
      switch scope[variables[1]] {
      case .row(let inner, .collection): return number(of: .product(outer, inner))
      case .row(_, .list(let list, variables[0])), .element(let list, variables[0], _):
        return number(of: .elements(of: list))
      default: throw NoColumns()
      }
    default: throw NoColumns()
    }
  }

  /// Where the values of a variable stand in lanes that depend on these variables.
  func side(of slot: Int, among variables: [Int], _ scope: Scope) -> Side {
    if variables.count < 2 { return .own }
    if slot == variables[0] { return .outer }
    if case .element = scope[slot] { return .own }
    return .inner
  }

  /// The term repeated for lanes that depend on more.
  mutating func lifted(_ term: Term, over variables: [Int], _ scope: Scope) throws(NoColumns) -> Term {
    let domain = try domain(of: variables, scope)
    if term.variables == variables { return term }
    let side: Side = term.variables.isEmpty ? .own : self.side(of: term.variables[0], among: variables, scope)
    if side == .own, term.domain == domain {
      return Term(reference: term.reference, domain: domain, variables: variables)
    }
    var reference = node(.lift(term.reference.node, term.variables.isEmpty ? .own : side), in: domain)
    reference.isNegated = term.reference.isNegated
    return Term(reference: reference, domain: domain, variables: variables)
  }

  /// The term for all lanes of a domain of rows, if it depends on them at most.
  mutating func lifted(_ term: Term, to domain: Int, _ scope: Scope) throws(NoColumns) -> Term {
    if term.domain == domain { return term }
    guard term.variables.isEmpty else { throw NoColumns() }
    var reference = node(.lift(term.reference.node, .own), in: domain)
    reference.isNegated = term.reference.isNegated
    return Term(reference: reference, domain: domain, variables: [])
  }

  /// Brings terms to common lanes.
  mutating func joined(_ terms: [Term], _ scope: Scope) throws(NoColumns) -> (
    [Term], domain: Int, variables: [Int]
  ) {
    let variables = Set(terms.flatMap(\.variables)).sorted()
    var result: [Term] = []
    for term in terms { result.append(try lifted(term, over: variables, scope)) }
    return (result, try domain(of: variables, scope), variables)
  }

  /// All of them hold. What depends on the same rows is put together first.
  mutating func conjunction(_ terms: [Term], _ scope: Scope) throws(NoColumns) -> Term {
    var groups: [[Int]: Term] = [:]
    for term in terms {
      if let other = groups[term.variables] {
        groups[term.variables] = Term(
          reference: and(other.reference, term.reference, term.domain), domain: term.domain,
          variables: term.variables)
      } else {
        groups[term.variables] = term
      }
    }
    let ordered = groups.sorted {
      $0.key.count == $1.key.count ? $0.key.lexicographicallyPrecedes($1.key) : $0.key.count < $1.key.count
    }
    guard var result = ordered.first?.value else { return truth(.yes) }
    for (_, term) in ordered.dropFirst() {
      let (pair, domain, variables) = try joined([result, term], scope)
      result = Term(
        reference: and(pair[0].reference, pair[1].reference, domain), domain: domain, variables: variables)
    }
    return result
  }

  private mutating func and(_ a: NodeReference, _ b: NodeReference, _ domain: Int) -> NodeReference {
    if a == b { return a }
    let inOrder = (a.node, a.isNegated ? 1 : 0) < (b.node, b.isNegated ? 1 : 0)
    return node(inOrder ? .and(a, b) : .and(b, a), in: domain)
  }
}
