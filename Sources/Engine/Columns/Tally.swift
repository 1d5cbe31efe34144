import FEEL
import Rules

/// The outcomes of provisions from answers that are there already. It is `Judge` without its notes: the tests hold the two
/// equal on every example.
struct Tally {
  let answers: Answers
  /// By provision of the pack.
  let demands: [Demand]
  let register: ControlRegister
  let day: CalendarDate

  struct Result {
    var outcomes: Outcomes = []
    var mayApply = false
    /// A condition gave no answer at all.
    var isBroken = false
  }

  /// `reading` nil is the provision itself.
  func result(_ place: Int, reading: Int? = nil, for subject: Entity) -> Result {
    let demand = demands[place]
    let read = reading.map { demand.readings[$0] }
    var result = Result()
    var applies = Ternary.yes
    if let scope = demand.scope { applies = ask(scope, subject, &result) }
    if applies != .no, let condition = read?.applies ?? demand.applies {
      applies = applies.and(ask(condition, subject, &result))
    }
    if applies != .no {
      for exception in demand.exceptions { applies = applies.and(ask(exception, subject, &result).not) }
    }
    if applies != .no {
      let met = met(demand, read?.requirement ?? demand.requirement, subject, &result)
      if met != .no { result.outcomes.insert(.satisfied) }
      if met != .yes { result.outcomes.insert(demand.modality == .permission ? .notApplicable : .gap) }
    }
    if applies != .yes { result.outcomes.insert(.notApplicable) }
    result.mayApply = applies != .no
    if result.isBroken { result.outcomes = .error }
    return result
  }

  private func met(
    _ demand: Demand, _ requirement: Demand.Requirement, _ subject: Entity, _ result: inout Result
  ) -> Ternary {
    let weighed = weigh(requirement, subject, &result)
    guard demand.modality == .prohibition else { return weighed }
    var met = weighed.not
    for release in demand.releases where met != .yes { met = met.or(permit(release, subject, &result)) }
    return met
  }

  private func weigh(
    _ requirement: Demand.Requirement, _ subject: Entity, _ result: inout Result
  ) -> Ternary {
    switch requirement {
    case .condition(let place): return ask(place, subject, &result)
    case .control(let place): return register.isInPlace(place, for: subject)
    case .permission(let places): return permit(places, subject, &result)
    case .all(let parts):
      var truth = Ternary.yes
      for part in parts { truth = truth.and(weigh(part, subject, &result)) }
      return truth
    case .any(let parts):
      var truth = Ternary.no
      for part in parts { truth = truth.or(weigh(part, subject, &result)) }
      return truth
    }
  }

  private func permit(_ places: [Int], _ subject: Entity, _ result: inout Result) -> Ternary {
    var truth = Ternary.no
    for place in places where demands[place].period.contains(day) {
      let inner = self.result(place, for: subject)
      if inner.isBroken { result.isBroken = true }
      truth = truth.or(
        inner.outcomes == .satisfied ? .yes : inner.outcomes.contains(.satisfied) ? .unknown : .no)
    }
    return truth
  }

  private func ask(_ condition: Int, _ subject: Entity, _ result: inout Result) -> Ternary {
    switch answers[condition, subject.row] {
    case .yes: return .yes
    // Null without a mistake: there is no such thing (a lane to a place of one's own has no recipient).
    case .no, .null: return .no
    case .unknown: return .unknown
    case .error:
      result.isBroken = true
      return .unknown
    }
  }
}
