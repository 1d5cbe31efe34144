/// The nodes of a program in the order of work: leaves column by column, then rank by rank what is made of them.
///
/// A node's place is its number among those of its domain; a code is twice the place, and one more for the negation.
struct Schedule: Sendable {
  /// What a step does; alike steps are done together, in this order.
  enum Kernel: UInt8, BitwiseCopyable {
    case truth, compare, contains, fallback
    case fill, outer, inner, owner, target, gather, nullIsNo, choose, restrict
    case references, members, collection, innerRows
  }

  /// A step that is no conjunction. Small, for there are many.
  struct Step: BitwiseCopyable {
    var kernel: Kernel
    var side = Side.own
    var otherSide = Side.own
    var comparison = CellComparison.equal
    /// `in` and not `list contains`.
    var isIn = false
    var answer = Program.Answer.null
    /// Comparison of a count; `or` for a fold of answers.
    var sign = Operator.or
    /// The members of the list are rows.
    var isOverRows = false
    var domain: Int32
    var out: Int32
    /// Codes of the operands, and their domain where it is another.
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var from: Int32 = 0
    /// Columns read, or the kind whose rows are folded.
    var column: Int32 = 0
    var other: Int32 = 0
    /// -1: none.
    var fallback: Int32 = -1
    var limit = 0
  }

  /// Conjunctions of one domain: pairs of codes, whose results stand in places one after the other.
  struct Conjunctions: Sendable {
    let domain: Int
    let firstOut: Int32
    var operands: [Int32]
  }

  struct Rank: Sendable {
    var steps: [Step] = []
    var conjunctions: [Conjunctions] = []
  }

  /// Columns to be made ready, each after those that it rests on, then leaves, then what is made of them.
  struct Pass: Sendable {
    var columns: [Int] = []
    var leaves: [ColumnIndex] = []
    /// Leaves that no index of a single column serves.
    var others: [Step] = []
    var ranks: [Rank] = []
  }

  /// What rests on stated facts alone; what the first pass found out may serve the reference in the second.
  private(set) var first = Pass()
  /// What the reference or the host has a say in.
  private(set) var second = Pass()
  private(set) var placeCounts: [Int]
  /// Columns whose rows are folded, with their kind.
  private(set) var referenceLists: [(column: Int, kind: Int)] = []
  private var places: [Int32]
  let nodeCount: Int

  /// `roots` are the nodes wanted; others of `nodes` may be left over from parts that came to nothing.
  init(_ nodes: [Node], wanted roots: [Int], _ domains: [Domain], _ allColumns: [CellColumn]) {
    placeCounts = [Int](repeating: 0, count: domains.count)
    places = [Int32](repeating: -1, count: nodes.count)
    var isWanted = [Bool](repeating: false, count: nodes.count)
    for root in roots { isWanted[root] = true }
    for node in nodes.indices.reversed() where isWanted[node] {
      for operand in nodes[node].operation.operands { isWanted[operand.node] = true }
    }
    let wanted = nodes.indices.filter { isWanted[$0] }
    nodeCount = wanted.count
    let isLateColumn = Schedule.areLate(allColumns)
    var isLate = [Bool](repeating: false, count: nodes.count)
    for node in wanted { isLate[node] = nodes[node].isLate(isLateColumn, isLate) }
    let columns = Schedule.needed(nodes, wanted, domains, allColumns)
    var lists: Set<Int> = []
    for node in wanted {
      if case .reduce(_, _, .references(let list)) = nodes[node].operation { lists.insert(list) }
    }
    referenceLists = lists.sorted().compactMap { list in
      if case .list(.entity(let kind)) = allColumns[list].type { (list, kind) } else { nil }
    }
    first = pass(
      nodes, wanted.filter { !isLate[$0] }, domains, allColumns, columns.filter { !isLateColumn[$0] })
    second = pass(
      nodes, wanted.filter { isLate[$0] }, domains, allColumns, columns.filter { isLateColumn[$0] })
  }

  private mutating func pass(
    _ nodes: [Node], _ wanted: [Int], _ domains: [Domain], _ columns: [CellColumn], _ needed: [Int]
  ) -> Pass {
    var pass = Pass()
    pass.columns = needed
    placeLeaves(nodes, wanted, domains, columns, &pass)
    placeRanks(nodes, wanted, domains, columns, &pass)
    return pass
  }

  /// Columns that the host works out, and those that rest on them.
  static func areLate(_ columns: [CellColumn]) -> [Bool] {
    var isLate = [Bool](repeating: false, count: columns.count)
    for (number, column) in columns.enumerated() {
      switch column.source {
      case .derived: isLate[number] = true
      case .gathered(let through, let of): isLate[number] = isLate[through] || isLate[of]
      case .members(let list): isLate[number] = isLate[list]
      case .stored, .places: break
      }
    }
    return isLate
  }

  func code(_ reference: NodeReference) -> Int32 {
    places[reference.node] << 1 | (reference.isNegated ? 1 : 0)
  }

  private mutating func place(_ node: Int, in domain: Int) -> Int32 {
    places[node] = Int32(placeCounts[domain])
    placeCounts[domain] += 1
    return places[node]
  }

  private mutating func placeLeaves(
    _ nodes: [Node], _ wanted: [Int], _ domains: [Domain], _ columns: [CellColumn], _ pass: inout Pass
  ) {
    var byColumn: [Int: [Int]] = [:]
    for node in wanted {
      if let column = nodes[node].operation.indexedColumn { byColumn[column, default: []].append(node) }
    }
    for (column, members) in byColumn.sorted(by: { $0.key < $1.key }) {
      var index = ColumnIndex(column: column, domain: nodes[members[0]].domain)
      for node in members {
        index.add(nodes[node], out: place(node, in: nodes[node].domain))
      }
      index.settle()
      pass.leaves.append(index)
    }
    for node in wanted where nodes[node].operation.isOtherLeaf {
      pass.others.append(step(node, nodes, domains, columns))
    }
    pass.others.sort { $0.kernel.rawValue < $1.kernel.rawValue }
  }

  private mutating func placeRanks(
    _ nodes: [Node], _ wanted: [Int], _ domains: [Domain], _ columns: [CellColumn], _ pass: inout Pass
  ) {
    var rankOf = [Int](repeating: 0, count: nodes.count)
    var byRank: [[Int]] = []
    for node in wanted where !nodes[node].operation.operands.isEmpty {
      let below = nodes[node].operation.operands.map { rankOf[$0.node] }.max() ?? 0
      let rank = nodes[node].operation.isConjunction ? below : below + 1
      rankOf[node] = rank
      while byRank.count <= rank { byRank.append([]) }
      byRank[rank].append(node)
    }
    for members in byRank {
      var rank = Rank()
      let steps = members.filter { !nodes[$0].operation.isConjunction }
      let kernels = Dictionary(
        uniqueKeysWithValues: steps.map { ($0, nodes[$0].operation.kernel(in: domains[nodes[$0].domain])) })
      for node in steps.sorted(by: { (kernels[$0]?.rawValue ?? 0, $0) < (kernels[$1]?.rawValue ?? 0, $1) }) {
        rank.steps.append(step(node, nodes, domains, columns))
      }
      let conjunctions = members.filter { nodes[$0].operation.isConjunction }
      for domain in Set(conjunctions.map { nodes[$0].domain }).sorted() {
        var group = Conjunctions(domain: domain, firstOut: Int32(placeCounts[domain]), operands: [])
        for node in conjunctions where nodes[node].domain == domain {
          guard case .and(let a, let b) = nodes[node].operation else { continue }
          group.operands += [code(a), code(b)]
          _ = place(node, in: domain)
        }
        rank.conjunctions.append(group)
      }
      pass.ranks.append(rank)
    }
  }

  private mutating func step(_ node: Int, _ nodes: [Node], _ domains: [Domain], _ columns: [CellColumn])
    -> Step
  {
    let operation = nodes[node].operation
    let domain = nodes[node].domain
    let operands = operation.operands
    var step = Step(
      kernel: operation.kernel(in: domains[domain]), domain: Int32(domain), out: place(node, in: domain))
    step.fallback = Int32(nodes[node].fallback ?? -1)
    if !operands.isEmpty {
      step.from = Int32(nodes[operands[0].node].domain)
      step.a = code(operands[0])
    }
    if operands.count > 1 { step.b = code(operands[1]) }
    if operands.count > 2 { step.c = code(operands[2]) }
    switch operation {
    case .truth(let answer): step.answer = answer
    case .fallback(let number): step.fallback = Int32(number)
    case .compare(let comparison, let a, let side, let b, let otherSide):
      (step.comparison, step.column, step.side, step.other, step.otherSide) = (
        comparison, Int32(a), side, Int32(b), otherSide
      )
    case .contains(let list, let side, let element, let otherSide, let isIn):
      (step.column, step.side, step.other, step.otherSide, step.isIn) = (
        Int32(list), side, Int32(element), otherSide, isIn
      )
    case .gather(_, let through): step.column = Int32(through)
    case .reduce(_, let reduction, let reach):
      if case .count(let sign, let limit) = reduction { (step.sign, step.limit) = (sign, limit) }
      switch reach {
      case .collection(let kind), .inner(let kind): step.column = Int32(kind)
      case .references(let list), .members(let list):
        step.column = Int32(list)
        if case .list(.entity) = columns[list].type { step.isOverRows = true }
      }
    default: break
    }
    return step
  }

  /// The columns that the nodes read, and those that these rest on, lowest first.
  private static func needed(_ nodes: [Node], _ wanted: [Int], _ domains: [Domain], _ columns: [CellColumn])
    -> [Int]
  {
    var needed: Set<Int> = []
    var rest = wanted.flatMap { nodes[$0].operation.columns }
    for domain in Set(wanted.map { nodes[$0].domain }) {
      guard case .elements(let list) = domains[domain] else { continue }
      rest += columns.indices.filter { columns[$0].source == .members(of: list) }
    }
    while let column = rest.popLast() {
      guard needed.insert(column).inserted else { continue }
      switch columns[column].source {
      case .gathered(let through, let of): rest += [through, of]
      case .members(let list): rest.append(list)
      case .stored, .derived, .places: break
      }
    }
    return needed.sorted()
  }
}

extension Node {
  func isLate(_ columns: [Bool], _ nodes: [Bool]) -> Bool {
    if case .fallback = operation { return true }
    return operation.columns.contains { columns[$0] } || operation.operands.contains { nodes[$0.node] }
  }
}

extension Operation {
  fileprivate var isConjunction: Bool { if case .and = self { true } else { false } }

  /// The column whose index serves the leaf.
  fileprivate var indexedColumn: Int? {
    switch self {
    case .order(let column, _, _), .equal(let column, _), .texts(let column, _), .flag(let column),
      .isNull(let column), .isStated(let column), .members(let column, _), .classified(let column, _),
      .classifiedMembers(let column, _):
      column
    default: nil
    }
  }

  fileprivate var isOtherLeaf: Bool { indexedColumn == nil && operands.isEmpty }

  fileprivate func kernel(in domain: Domain) -> Schedule.Kernel {
    switch self {
    case .truth: .truth
    case .compare: .compare
    case .contains: .contains
    case .gather: .gather
    case .nullIsNo: .nullIsNo
    case .choose: .choose
    case .restrict: .restrict
    case .reduce(_, _, .references): .references
    case .reduce(_, _, .members): .members
    case .reduce(_, _, .collection): .collection
    case .reduce(_, _, .inner): .innerRows
    case .lift(_, let side):
      switch (domain, side) {
      case (.product, .outer): .outer
      case (.product, .inner): .inner
      case (.elements, .outer): .owner
      case (.elements, .inner): .target
      default: .fill
      }
    default: .fallback
    }
  }
}

extension Operator: BitwiseCopyable {}
