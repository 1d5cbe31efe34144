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
      plan.appendRow(
        of: index, id: World.placeholder, at: Location(file: plan.file, line: 1), vocabulary)
    }
  }

  private mutating func addLanes(_ geography: Geography, on day: CalendarDate) {
    guard var lanes = LaneDerivation(plan: plan, vocabulary: vocabulary, geography: geography, day: day)
    else { return }
    for lane in lanes.derived() {
      let row = plan.appendRow(of: lanes.transfers, id: lane.id, at: lane.location, vocabulary)
      for (fact, value) in lane.values {
        plan.rows[lanes.transfers][row].statements[fact] = Plan.Statement(
          value: value, location: lane.location)
      }
    }
    plan.collections[lanes.transfers].extent = plan.collections[lanes.activities].extent
  }

  /// The id of a subject that stands for whatever an unstated collection may hold.
  static let placeholder = "?"
}
