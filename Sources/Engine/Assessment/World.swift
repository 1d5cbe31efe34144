import Diagnostics
import FEEL
import Facts
import Plans

/// A plan made ready to be judged: with a placeholder subject for every collection of which it says nothing, and with
/// the lanes of data that follow from it.
struct World: Sendable {
  private(set) var plan: Plan
  let vocabulary: Vocabulary

  init(_ plan: Plan, vocabulary: Vocabulary, geography: Geography, on day: CalendarDate) {
    self.plan = plan
    self.vocabulary = vocabulary
    addPlaceholders()
    addLanes(geography, on: day)
  }

  /// One subject that is unknown throughout, for each collection of subjects that the plan does not mention.
  private mutating func addPlaceholders() {
    for (index, kind) in vocabulary.kinds.enumerated()
    where kind.collection != nil && !kind.isDerived && !kind.repeats
      && plan.collections[index].extent == .unstated
    {
      appendRow(of: index, id: World.placeholder, at: Location(file: plan.file, line: 1))
    }
  }

  private mutating func addLanes(_ geography: Geography, on day: CalendarDate) {
    guard var lanes = LaneDerivation(plan: plan, vocabulary: vocabulary, geography: geography, day: day)
    else { return }
    for lane in lanes.derived() {
      let row = appendRow(of: lanes.transfers, id: lane.id, at: lane.location)
      for (fact, value) in lane.values {
        plan.rows[lanes.transfers][row].statements[fact] = Plan.Statement(
          value: value, location: lane.location)
      }
    }
    plan.collections[lanes.transfers].extent = plan.collections[lanes.activities].extent
  }

  /// Adds a row that states nothing but the records it consists of.
  @discardableResult
  private mutating func appendRow(of kind: Int, id: String, at location: Location, parent: Cell? = nil) -> Int
  {
    let facts = vocabulary.kinds[kind].facts
    let row = plan.rows[kind].count
    plan.rows[kind].append(
      Plan.Row(
        id: id, parent: parent, statements: [Plan.Statement?](repeating: nil, count: facts.count),
        location: location))
    for (index, fact) in facts.enumerated() {
      if case .record(let record) = fact.type {
        let cell = Cell(kind: kind, row: row, fact: index)
        let child = appendRow(of: record, id: "", at: location, parent: cell)
        plan.rows[kind][row].statements[index] = Plan.Statement(
          value: .entity(Entity(kind: record, row: child)), location: location)
      } else if fact.name == vocabulary.kinds[kind].key, id != World.placeholder {
        plan.rows[kind][row].statements[index] = Plan.Statement(value: .string(id), location: location)
      }
    }
    return row
  }

  /// The id of a subject that stands for whatever an unstated collection may hold.
  static let placeholder = "?"
}
