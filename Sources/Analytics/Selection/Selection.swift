package import FEEL

/// A choice among options by criteria with weights: what is known of each, what it costs, and the way there.
package struct Selection: Sendable {
  package struct Criterion: Sendable {
    package var id: String
    package var title: String
    package var weight: Share
    /// Whether its scores come from the cost of ownership.
    package var isCost: Bool
  }

  package struct Availability: Sendable {
    package enum Status: String, Sendable, CaseIterable { case offered, discontinued }
    /// nil: not confirmed.
    package var status: Status?
    package var on: CalendarDate?
    package var source: String?
  }

  package struct Option: Sendable {
    package var id: String
    package var name: String
    /// By criterion; nil: not known, or that of cost.
    package var scores: [Bounds?]
    package var availability: Availability
    package var price: Price?

    /// Whether it is no choice on a day.
    package func isGone(on day: CalendarDate) -> Bool {
      availability.status == .discontinued && availability.on.map { $0 <= day } ?? true
    }
  }

  package var title: String
  package var currency: String
  /// The worst and the best score.
  package var least: Double
  package var most: Double
  package var criteria: [Criterion]
  package var options: [Option]
  package var terms: CostTerms
  package var roadmap: Roadmap?

  /// Most options and criteria.
  package static let limit = 50
}
