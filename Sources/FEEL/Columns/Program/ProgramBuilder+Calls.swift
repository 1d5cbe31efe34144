extension ProgramBuilder {
  mutating func builtin(_ index: Int, _ arguments: [Checked], _ scope: Scope) throws(NoColumns) -> Term {
    switch (Builtin.table[index].name, arguments.count) {
    case ("not", 1):
      guard isBoolean(arguments[0], scope) else { throw NoColumns() }
      return !(try condition(arguments[0], scope))
    case ("list contains", 2): return try listContains(arguments[0], arguments[1], scope)
    default: throw NoColumns()
    }
  }

  private mutating func listContains(_ list: Checked, _ element: Checked, _ scope: Scope) throws(NoColumns)
    -> Term
  {
    // A list that is not there (a table none of whose rows is in force) has no answer; in an empty one there is nothing,
    // known or not.
    if case .null? = constant(list, scope), isPlainFact(element, scope) { return truth(.null) }
    if case .list(let values)? = constant(list, scope) {
      if values.open == nil, values.items.isEmpty, isPlainFact(element, scope) { return truth(.no) }
      // Which of these strings a fact is.
      guard values.open == nil, let numbers = texts(values.items) else {
        throw NoColumns()
      }
      let path = try column(element, scope)
      guard path.type.isText else { throw NoColumns() }
      let reference = node(.texts(column: path.column, numbers), in: path.domain)
      return Term(reference: reference, domain: path.domain, variables: path.variables)
    }
    guard let value = constant(element, scope) else {
      if case .fact = list, case .list(let item)? = type(of: list, scope),
        let type = type(of: element, scope),
        item.isComparable(with: type, inOrder: false), isPlainList(list, scope)
      {
        return try contains(list, element, isIn: false, scope)
      }
      throw NoColumns()
    }
    if case .string(let text) = value, isPlainList(list, scope) {
      let path = try column(list, scope)
      guard case .list(let item) = path.type, item.isText else { throw NoColumns() }
      let reference = node(.members(column: path.column, [lexicon.number(of: text)]), in: path.domain)
      return Term(reference: reference, domain: path.domain, variables: path.variables)
    }
    if value.isNull { throw NoColumns() }
    let (path, part) = try members(list, scope)
    let exact = { (list: Checked) -> Checked in
      .builtin(Builtin.indexes(named: "list contains")[0], [list.asBase(of: part), element], 0..<0)
    }
    return try some(path, scope, exact) { (builder, inner) throws(NoColumns) in
      try builder.compare(.equal, part.of(inner.next - 1), .constant(value), inner)
    }
  }

  /// A stated fact, nothing on the way to which can go wrong.
  private func isPlainFact(_ node: Checked, _ scope: Scope) -> Bool {
    switch node {
    case .slot(let slot):
      switch scope[slot] {
      case .row, .singleton, .element: return true
      default: return false
      }
    case .fact(let base, let fact, _):
      guard case .entity(let kind)? = type(of: base, scope), world.derivation(kind, fact) == nil else {
        return false
      }
      return isPlainFact(base, scope)
    default: return false
    }
  }

  /// A fact that is a list, not a fact of each row of a list.
  private func isPlainList(_ node: Checked, _ scope: Scope) -> Bool {
    guard case .fact(let base, _, _) = node, case .entity? = type(of: base, scope) else { return false }
    return true
  }

  /// What of a member counts: itself, or one of its facts (`stores.country`).
  fileprivate struct Part {
    let fact: Int?
    func of(_ slot: Int) -> Checked { fact.map { .fact(.slot(slot), $0, 0..<0) } ?? .slot(slot) }
  }

  private mutating func members(_ node: Checked, _ scope: Scope) throws(NoColumns) -> (ListPath, Part) {
    if case .fact(let base, let fact, _) = node, case .list(.entity(let kind))? = type(of: base, scope) {
      guard world.environment.kinds[kind].facts[fact].type.hasCells else { throw NoColumns() }
      if case .list = world.environment.kinds[kind].facts[fact].type { throw NoColumns() }
      return (try list(base, scope), Part(fact: fact))
    }
    return (try list(node, scope), Part(fact: nil))
  }

  /// A list fact and a value that is no constant.
  mutating func contains(_ list: Checked, _ element: Checked, isIn: Bool, _ scope: Scope) throws(NoColumns)
    -> Term
  {
    let (members, value) = (try column(list, scope), try column(element, scope))
    let variables = Set(members.variables + value.variables).sorted()
    let domain = try domain(of: variables, scope)
    let operation = Operation.contains(
      list: members.column, side(of: members, variables, scope), element: value.column,
      side(of: value, variables, scope), isIn: isIn)
    let exact: Checked =
      isIn
      ? .membership(element, [.member(list)], 0..<0)
      : .builtin(Builtin.indexes(named: "list contains")[0], [list, element], 0..<0)
    let reference = node(operation, in: domain, fallback: try remainder(exact, variables, scope))
    return Term(reference: reference, domain: domain, variables: variables)
  }

  /// A function of the host whose meaning for single strings is known.
  mutating func host(_ function: Int, _ arguments: [Checked], _ scope: Scope) throws(NoColumns) -> Term {
    let known = arguments.map { constant($0, scope) }
    guard let lowering = world.lower(function, known) else { throw NoColumns() }
    switch lowering {
    case .isStated(let argument):
      let path = try column(arguments[argument], scope)
      let reference = node(.isStated(column: path.column), in: path.domain)
      return Term(reference: reference, domain: path.domain, variables: path.variables)
    case .value(let argument, let judge):
      return try classified(arguments[argument], classifier(function, known, judge), scope)
    case .allMembers(let argument, let judge):
      let other = { @Sendable (text: String) -> Program.Answer in
        let answer = judge(text)
        return answer == .yes ? .no : answer == .no ? .yes : answer
      }
      return
        !(try anyMember(
          function, arguments, argument, classifier(function, known, other), isNegated: true, scope))
    case .members(let argument, let judge):
      let number = classifier(function, known, judge)
      return try anyMember(function, arguments, argument, number, scope)
    }
  }

  /// `isNegated`: the function holds if no member passes.
  private mutating func anyMember(
    _ function: Int, _ arguments: [Checked], _ argument: Int, _ number: Int, isNegated: Bool = false,
    _ scope: Scope
  ) throws(NoColumns) -> Term {
    if isPlainList(arguments[argument], scope) {
      let path = try column(arguments[argument], scope)
      guard case .list(let item) = path.type, item.isText else { throw NoColumns() }
      let reference = node(.classifiedMembers(column: path.column, number), in: path.domain)
      return Term(reference: reference, domain: path.domain, variables: path.variables)
    }
    let (path, part) = try members(arguments[argument], scope)
    let exact = { (list: Checked) -> Checked in
      var arguments = arguments
      arguments[argument] = list.asBase(of: part)
      let call = Checked.host(function, arguments)
      return isNegated ? .builtin(Builtin.indexes(named: "not")[0], [call], 0..<0) : call
    }
    return try some(path, scope, exact) { (builder, inner) throws(NoColumns) in
      var term = try builder.classified(part.of(inner.next - 1), number, inner)
      term.reference = builder.node(.nullIsNo(term.reference), in: term.domain)
      return term
    }
  }

  private mutating func classified(_ node: Checked, _ classifier: Int, _ scope: Scope) throws(NoColumns)
    -> Term
  {
    let path = try column(node, scope)
    guard path.type.isText else { throw NoColumns() }
    let reference = self.node(.classified(column: path.column, classifier), in: path.domain)
    return Term(reference: reference, domain: path.domain, variables: path.variables)
  }
}

extension Checked {
  /// The parts of the members of a list.
  fileprivate func asBase(of part: ProgramBuilder.Part) -> Checked {
    part.fact.map { .fact(self, $0, 0..<0) } ?? self
  }
}
