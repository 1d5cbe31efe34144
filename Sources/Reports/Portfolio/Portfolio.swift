package import Engine
package import FEEL
package import Rules

/// Several plans side by side: one row for each plan and market, the worst first, and the worst plan of every market and category.
package struct Portfolio: Sendable {
  package var asOf: CalendarDate
  package var engine: String
  package var plans: [Plan]
  /// The worst first.
  package var rows: [Row]
  /// By country; plans without markets last.
  package var heat: [HeatRow]
  /// Earlier results, by plan; empty: there is nothing to compare with.
  package var earlier: [Comparison]
  /// What an earlier result has and these plans do not.
  package var gone: [Gone]

  /// A plan by the name that its report has, and what it was judged by.
  package struct Plan: Sendable {
    package var name: String
    package var file: String
    /// The name alone, or with the file where two plans bear the name.
    package var label: String
    /// Id and SHA-256 of each pack, sorted.
    package var packs: [String]
    /// Ids of the profiles that tailored the packs, in their order.
    package var profiles: [String]
  }

  /// One plan in one market.
  package struct Row: Sendable {
    /// From 1.
    package var place = 0
    /// In `plans`.
    package var plan: Int
    /// nil: the plan names no market.
    package var market: String?
    package var marketName: String
    package var decision: Decision
    package var because: String
    /// Ids of the gaps that block entry.
    package var blockers: [String]
    package var unknown: Int
    /// Whether some pack takes in the market; without one its numbers mean nothing.
    package var isCovered: Bool
    package var met: Int
    package var applicable: Int
    package var readiness: Risk.Range
    /// The six, in their order.
    package var scores: [Score]
    /// The highest known ceiling of each currency.
    package var ceilings: [Risk.Exposure]
    /// Ceilings whose amount needs facts that the plan does not state.
    package var openCeilings: Int
    package var entry: CalendarDate?
    package var ready: Closing
    /// nil: there is no earlier result.
    package var trend: Trend?
  }

  /// When the gaps of a row can be closed.
  package struct Closing: Sendable, Hashable {
    /// nil: nothing is to be done.
    package var date: CalendarDate?
    package var isInTime: Bool?
    /// Gaps that block entry and have no task.
    package var blocked: Int
  }

  /// The residual risk of one category.
  package struct Score: Sendable {
    package var category: Harm.Category
    package var score: Risk.Range
    package var low: Risk.Level
    package var high: Risk.Level
    /// Weighted points that remain; unlike the score they add up.
    package var points: Risk.Range
    /// The appetite of the profiles where it is, or may be, exceeded.
    package var breach: Breach?
  }

  package struct Breach: Sendable, Hashable {
    package var limit: String
    /// false: only at the upper end.
    package var isCertain: Bool
  }

  /// The categories of one market.
  package struct HeatRow: Sendable {
    package var market: String?
    package var marketName: String
    /// The six, in their order; nil: no pack looked at the market.
    package var cells: [Cell?]
  }

  /// The worst plan of a market in a category.
  package struct Cell: Sendable {
    /// In `rows`.
    package var row: Int
    package var score: Score
    /// Among how many plans it is the worst.
    package var of: Int
  }
}

extension Portfolio.Row {
  /// Weighted residual points of all categories together: what rows of one decision are ranked by.
  package var points: Risk.Range {
    scores.reduce(Risk.Range(low: 0, high: 0)) { sum, each in
      Risk.Range(low: exact(sum.low + each.points.low), high: exact(sum.high + each.points.high))
    }
  }
}
