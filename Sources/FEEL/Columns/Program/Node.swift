/// A set of rows, or of pairs of rows, over which a part of a condition is worked out.
enum Domain: Hashable, Sendable {
  /// The plan itself: one lane.
  case plan
  case rows(Int)
  /// The members of a list column, row by row.
  case elements(of: Int)
  /// Every row of the first kind with every row of the second.
  case product(Int, Int)
}

/// A column of cells that leaves read.
struct CellColumn: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    case stored(kind: Int, fact: Int)
    /// Asked of the host, row by row.
    case derived(kind: Int, fact: Int)
    /// A column of the rows that another column refers to.
    case gathered(through: Int, of: Int)
    /// The place of the row itself.
    case places(kind: Int)
    /// The members of a list column.
    case members(of: Int)
  }
  let source: Source
  let domain: Int
  let type: Type
}

/// A node, or its negation.
struct NodeReference: Hashable, Sendable {
  var node: Int
  var isNegated = false
  static prefix func ! (reference: NodeReference) -> NodeReference {
    NodeReference(node: reference.node, isNegated: !reference.isNegated)
  }
}

/// From where a value comes: the lane itself, a side of its pair, or the plan.
enum Side: Hashable, BitwiseCopyable, Sendable { case own, outer, inner, fixed }

/// How two cells are compared; the other comparisons are negations of these.
enum CellComparison: Hashable, BitwiseCopyable, Sendable { case less, lessOrEqual, equal }

/// One step of a program. Alike steps are one node, wherever they stand.
enum Operation: Hashable, Sendable {
  case truth(Program.Answer)
  /// Below the value, or not above it.
  case order(column: Int, Int64, inclusive: Bool)
  case equal(column: Int, Int64)
  case texts(column: Int, [Int32])
  case flag(column: Int)
  case isNull(column: Int)
  case isStated(column: Int)
  /// A list that has one of the strings.
  case members(column: Int, [Int32])
  case classified(column: Int, Int)
  case classifiedMembers(column: Int, Int)
  case compare(CellComparison, Int, Side, Int, Side)
  /// The list has the value; `isIn` for `value in list`, which differs where one of them is null or the list empty.
  case contains(list: Int, Side, element: Int, Side, isIn: Bool)
  case fallback(Int)
  case and(NodeReference, NodeReference)
  case choose(NodeReference, NodeReference, NodeReference)
  /// The second where the first holds; unknown where that is unknown; else no.
  case restrict(NodeReference, to: NodeReference)
  case nullIsNo(NodeReference)
  case lift(Int, Side)
  case gather(Int, through: Int)
  case reduce(NodeReference, Reduction, Reach)

  enum Reduction: Hashable, Sendable {
    case some
    case count(Operator, Int)
  }

  /// Which lanes are folded into one.
  enum Reach: Hashable, Sendable {
    /// All rows of a kind.
    case collection(Int)
    /// Of a product, the rows of the inner kind.
    case inner(Int)
    /// The rows that a list column names, out of all rows of their kind.
    case references(list: Int)
    /// The members of a list column.
    case members(list: Int)
  }
}

struct Node: Sendable {
  let operation: Operation
  let domain: Int
  /// The same asked of the reference, for cells that have no code.
  let fallback: Int?
}

/// A part of a condition as a node, with the slots of the rows that it depends on.
struct Term {
  var reference: NodeReference
  var domain: Int
  var variables: [Int]

  static prefix func ! (term: Term) -> Term {
    Term(reference: !term.reference, domain: term.domain, variables: term.variables)
  }
}

/// A part that is left to the reference.
struct Fallback: Sendable {
  let node: Checked
  /// Slots to be filled with rows or members, and with what.
  let variables: [(slot: Int, side: Side)]
  let kinds: [Type]
  /// Slots in all, and those of them that the world fills.
  let frameCount: Int
  let worldCount: Int
  /// Slots above those of the world that are the same for all lanes.
  let constants: [Int: Value]
  /// Not only for cells without a code.
  let isNeeded: Bool
}

/// A function of the host over single strings.
struct Classifier: Sendable {
  let judge: @Sendable (String) -> Program.Answer
}

/// This part has no form over columns.
struct NoColumns: Error {}
