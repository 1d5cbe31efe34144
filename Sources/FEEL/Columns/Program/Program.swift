/// Many conditions made ready to be answered together, over columns: what they share is worked out once.
///
/// It means exactly what the reference evaluator means. Parts that have no form over columns are left to the reference,
/// row by row.
package struct Program: Sendable {
  /// A boolean expression and the kind of its subject; nil: it speaks of the plan as a whole.
  package struct Condition: Sendable {
    package var expression: CheckedExpression
    package var kind: Int?
    package init(_ expression: CheckedExpression, kind: Int?) {
      self.expression = expression
      self.kind = kind
    }
  }

  /// What holds for a condition and a row.
  package enum Answer: UInt8, BitwiseCopyable, Sendable {
    case no, yes, unknown, null
    /// Something went wrong that logic did not absorb, or what came out is no boolean; ask the reference what.
    case error
  }

  package let conditionCount: Int
  let domains: [Domain]
  let columns: [CellColumn]
  let surroundings: Surroundings
  let slots: [Slot]
  let kinds: [Environment.Kind]
  let schedule: Schedule
  /// The column of the members of a list column.
  let membersColumns: [Int: Int]
  let fallbacks: [Fallback]
  let lowerings: [Classifier]
  let roots: [Root]
  /// Derived facts that the first pass finds out, should the second have questions.
  let known: [Known]
  /// By kind and fact: the place among those known, -1 for others.
  let knownPlaces: [[Int]]

  struct Known: Sendable {
    let kind: Int
    let fact: Int
    let code: Int32
    let domain: Int
  }

  struct Root: Sendable {
    let code: Int32
    let domain: Int
    let kind: Int?
    /// What of it is left to the reference: questions, and columns of derived facts. If any of these goes wrong, only
    /// the reference can tell what becomes of the condition.
    let fallbacks: Set<Int>
    let derived: Set<Int>
    let expression: CheckedExpression
  }

  /// `lexicon` collects the constants of all programs that are to run on one table.
  package init(_ conditions: [Condition], in world: World, _ lexicon: inout Lexicon) {
    for enumeration in world.environment.enumerations {
      for value in enumeration.values { _ = lexicon.number(of: value) }
    }
    var builder = ProgramBuilder(world, lexicon)
    var roots: [(Term, Condition)] = []
    for condition in conditions { roots.append((builder.root(condition), condition)) }
    let shared = builder.derivedFacts(behind: roots.map(\.0.reference.node))
    lexicon = builder.lexicon
    let schedule = Schedule(
      builder.nodes, wanted: roots.map(\.0.reference.node) + shared.map(\.reference.node), builder.domains,
      builder.columns)
    known = shared.map {
      Known(
        kind: $0.kind, fact: $0.fact, code: schedule.code($0.reference),
        domain: builder.nodes[$0.reference.node].domain)
    }
    var places = world.environment.kinds.map { [Int](repeating: -1, count: $0.facts.count) }
    for (place, fact) in known.enumerated() { places[fact.kind][fact.fact] = place }
    knownPlaces = places
    conditionCount = conditions.count
    domains = builder.domains
    columns = builder.columns
    var membersColumns: [Int: Int] = [:]
    for (number, column) in columns.enumerated() {
      if case .members(let list) = column.source { membersColumns[list] = number }
    }
    self.membersColumns = membersColumns
    surroundings = Surroundings(world.environment)
    slots = world.slots
    kinds = world.environment.kinds
    fallbacks = builder.fallbacks
    lowerings = builder.classifiers
    self.roots = roots.map { term, condition in
      let reliance = builder.reliance(of: term.reference.node)
      return Root(
        code: schedule.code(term.reference), domain: term.domain, kind: condition.kind,
        fallbacks: reliance.fallbacks, derived: reliance.columns, expression: condition.expression)
    }
    self.schedule = schedule
  }

  /// How many parts have a form over columns, and what of them is left to the reference.
  package var statistics: (nodes: Int, fallbacks: Int, conditionsWithFallback: Int) {
    (
      schedule.nodeCount, Set(roots.flatMap(\.fallbacks)).count { fallbacks[$0].isNeeded },
      roots.count { root in root.fallbacks.contains { fallbacks[$0].isNeeded } }
    )
  }

  /// The facts that the program reads, by kind.
  package var usedFacts: [[Bool]] {
    var used = kinds.map { [Bool](repeating: false, count: $0.facts.count) }
    for column in schedule.first.columns + schedule.second.columns {
      if case .stored(let kind, let fact) = columns[column].source { used[kind][fact] = true }
    }
    return used
  }
}

extension Program {
  /// Everything around the conditions: what names mean, what the slots of their frames hold, where derived facts come
  /// from, and what is known of the host's functions.
  package struct World: Sendable {
    package var environment: Environment
    package var slots: [Slot]
    /// By kind and fact; nil: a stated fact. Facts beyond are stated.
    package var derivations: [[Derivation?]]
    package var lower: @Sendable (_ function: Int, _ arguments: [Value?]) -> Lowering?

    package init(
      environment: Environment, slots: [Slot], derivations: [[Derivation?]] = [],
      lower: @escaping @Sendable (_ function: Int, _ arguments: [Value?]) -> Lowering? = { _, _ in nil }
    ) {
      self.environment = environment
      self.slots = slots
      self.derivations = derivations
      self.lower = lower
    }
  }

  package enum Slot: Sendable {
    /// The row that the condition is asked of.
    case subject
    /// The one row of a kind.
    case singleton(Int)
    /// All rows of a kind.
    case collection(Int)
    /// The same in every plan.
    case constant(Value)
    /// Worked out per plan from the slots before it.
    case definition(CheckedExpression)
    /// What the host says.
    case given
  }

  /// A fact that follows from others. Its expression has the row in slot 0, and after it the slots of the world or none;
  /// without one only the host knows.
  package struct Derivation: Sendable {
    package var expression: CheckedExpression?
    package var seesSlots: Bool
    package init(_ expression: CheckedExpression?, seesSlots: Bool) {
      self.expression = expression
      self.seesSlots = seesSlots
    }
  }

  /// What a call of a function of the host comes to, where its other arguments are constants.
  package enum Lowering: Sendable {
    /// Is the argument a stated fact, be it null.
    case isStated(argument: Int)
    /// A string, judged by itself; unknown and null stay what they are.
    case value(argument: Int, @Sendable (String) -> Answer)
    /// A list of strings: does any of them pass. More may come in an open list; null passes for no.
    case members(argument: Int, @Sendable (String) -> Answer)
    /// Likewise: do all of them pass.
    case allMembers(argument: Int, @Sendable (String) -> Answer)
  }
}

/// A host that a program can ask about single rows.
package protocol ColumnHost: Host {
  /// The values of the world's slots; that of the subject is any.
  mutating func slotValues() -> [Value]
  /// The functions of the host speak of this row from now on.
  mutating func turn(to subject: Entity)
  /// Derived facts that need not be worked out again until the run is over.
  mutating func learn(_ facts: KnownFacts)
}

extension ColumnHost {
  package mutating func learn(_ facts: KnownFacts) {}
}
