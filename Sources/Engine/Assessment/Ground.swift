import FEEL
import Rules

/// What the findings of one provision share. A class, so that each of them is one pointer to it.
final class Ground: Sendable {
  let rule: Rule
  let markets: [String]
  /// Of a version that will replace one now in force.
  let isVersionToCome: Bool
  /// Whose law it was judged by: the as-of date, or the first day of law to come.
  let day: CalendarDate
  let reasoning: Reasoning

  enum Reasoning: Sendable {
    case onDemand(Explainer, Place)
    case given(Given)
  }

  /// Where a provision stands in the rulebook, and the kind of its subjects.
  struct Place: Sendable {
    let pack: Int
    let provision: Int
    let kind: Int
  }

  /// The reason of a finding that was not judged here.
  struct Given: Sendable {
    let id: String
    let subject: Subject
    let controls: [ControlState]
    let explanation: Explanation
  }

  init(_ rule: Rule, markets: [String], isVersionToCome: Bool, day: CalendarDate, reasoning: Reasoning) {
    self.rule = rule
    self.markets = markets
    self.isVersionToCome = isVersionToCome
    self.day = day
    self.reasoning = reasoning
  }

  func with(markets: [String]) -> Ground {
    Ground(rule, markets: markets, isVersionToCome: isVersionToCome, day: day, reasoning: reasoning)
  }
}
