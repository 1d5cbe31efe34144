/// Turns checked conditions into nodes.
struct ProgramBuilder {
  let world: Program.World
  var lexicon: Lexicon
  private(set) var domains: [Domain] = []
  private var domainNumbers: [Domain: Int] = [:]
  private(set) var columns: [CellColumn] = []
  private var columnNumbers: [CellColumn.Source: Int] = [:]
  private(set) var nodes: [Node] = []
  private var nodeNumbers: [NodeKey: Int] = [:]
  private(set) var fallbacks: [Fallback] = []
  private var fallbackNumbers: [FallbackKey: Int] = [:]
  private(set) var classifiers: [Classifier] = []
  private var classifierNumbers: [ClassifierKey: Int] = [:]
  var derivedTerms: [DerivedKey: NodeReference] = [:]
  /// Derived facts being worked out, so that none is entered twice.
  var derivedInWork: Set<DerivedKey> = []
  let singletons: Set<Int>

  private struct NodeKey: Hashable {
    let operation: Operation
    let domain: Int
  }
  private struct FallbackKey: Hashable {
    let node: Checked
    let slots: [Int]
    let frame: Int
    let constants: [Int: Value]
  }
  private struct ClassifierKey: Hashable {
    let function: Int
    let arguments: [Value?]
  }
  struct DerivedKey: Hashable {
    let kind: Int
    let fact: Int
  }

  init(_ world: Program.World, _ lexicon: Lexicon) {
    self.world = world
    self.lexicon = lexicon
    singletons = Set(world.slots.compactMap { if case .singleton(let kind) = $0 { kind } else { nil } })
    _ = number(of: .plan)
  }

  static let plan = 0

  mutating func number(of domain: Domain) -> Int {
    if let number = domainNumbers[domain] { return number }
    domains.append(domain)
    let number = domains.count - 1
    domainNumbers[domain] = number
    // Whoever works over the members of a list needs to know them.
    if case .elements(let list) = domain { _ = column(.members(of: list), number, columns[list].type.item) }
    return number
  }

  /// The rows of a kind; the plan itself for a kind of one row.
  mutating func rows(_ kind: Int) -> Int {
    singletons.contains(kind) ? ProgramBuilder.plan : number(of: .rows(kind))
  }

  mutating func column(_ source: CellColumn.Source, _ domain: Int, _ type: Type) -> Int {
    if let number = columnNumbers[source] { return number }
    columns.append(CellColumn(source: source, domain: domain, type: type))
    columnNumbers[source] = columns.count - 1
    return columns.count - 1
  }

  mutating func node(_ operation: Operation, in domain: Int, fallback: Int? = nil) -> NodeReference {
    let key = NodeKey(operation: operation, domain: domain)
    if let number = nodeNumbers[key] { return NodeReference(node: number) }
    nodes.append(Node(operation: operation, domain: domain, fallback: fallback))
    nodeNumbers[key] = nodes.count - 1
    return NodeReference(node: nodes.count - 1)
  }

  mutating func add(_ fallback: Fallback) -> Int {
    let key = FallbackKey(
      node: fallback.node, slots: fallback.variables.map(\.slot), frame: fallback.frameCount,
      constants: fallback.constants)
    if fallback.isNeeded, let number = fallbackNumbers[key] { return number }
    fallbacks.append(fallback)
    if fallback.isNeeded { fallbackNumbers[key] = fallbacks.count - 1 }
    return fallbacks.count - 1
  }

  mutating func classifier(
    _ function: Int, _ arguments: [Value?], _ judge: @escaping @Sendable (String) -> Program.Answer
  ) -> Int {
    let key = ClassifierKey(function: function, arguments: arguments)
    if let number = classifierNumbers[key] { return number }
    classifiers.append(Classifier(judge: judge))
    classifierNumbers[key] = classifiers.count - 1
    return classifiers.count - 1
  }

  mutating func truth(_ answer: Program.Answer) -> Term {
    let reference =
      answer == .no
      ? !node(.truth(.yes), in: ProgramBuilder.plan) : node(.truth(answer), in: ProgramBuilder.plan)
    return Term(reference: reference, domain: ProgramBuilder.plan, variables: [])
  }

  /// Where the reference has a say anywhere below a node: questions to it, and columns that the host works out.
  func reliance(of number: Int) -> (fallbacks: Set<Int>, columns: Set<Int>) {
    var seen: Set<Int> = []
    var rest = [number]
    var fallbacks: Set<Int> = []
    var columns: Set<Int> = []
    while let next = rest.popLast() {
      guard seen.insert(next).inserted else { continue }
      let node = nodes[next]
      if case .fallback(let question) = node.operation { fallbacks.insert(question) }
      if case .reduce = node.operation, let question = node.fallback { fallbacks.insert(question) }
      for column in node.operation.columns { collectDerived(column, &columns) }
      rest += node.operation.operands.map(\.node)
    }
    return (fallbacks, columns)
  }

  private func collectDerived(_ column: Int, _ found: inout Set<Int>) {
    switch columns[column].source {
    case .derived: found.insert(column)
    case .gathered(let through, let of):
      collectDerived(through, &found)
      collectDerived(of, &found)
    case .members(let list): collectDerived(list, &found)
    case .stored, .places: break
    }
  }
}

extension Operation {
  var operands: [NodeReference] {
    switch self {
    case .and(let a, let b), .restrict(let a, to: let b): [a, b]
    case .choose(let a, let b, let c): [a, b, c]
    case .nullIsNo(let a), .reduce(let a, _, _): [a]
    case .lift(let a, _), .gather(let a, _): [NodeReference(node: a)]
    default: []
    }
  }

  var columns: [Int] {
    switch self {
    case .order(let column, _, _), .equal(let column, _), .texts(let column, _), .flag(let column),
      .isNull(let column), .isStated(let column), .members(let column, _), .classified(let column, _),
      .classifiedMembers(let column, _), .gather(_, let column):
      [column]
    case .compare(_, let a, _, let b, _), .contains(let a, _, let b, _, _): [a, b]
    case .reduce(_, _, .references(let list)), .reduce(_, _, .members(let list)): [list]
    default: []
    }
  }
}
