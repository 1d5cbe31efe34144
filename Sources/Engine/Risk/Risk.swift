package import Rules

/// What is at stake: scores as ranges, readiness with both numbers, statutory maxima with their formula.
package struct Risk: Sendable {
  /// Lowest and highest value still possible: unknown facts at best and at worst.
  package struct Range: Sendable, Hashable {
    package var low: Double
    package var high: Double
    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }
  package struct Category: Sendable {
    package var category: Harm.Category
    /// 0 to 100; formula in `Risk.formula`.
    package var score: Range
    package var low: Level
    package var high: Level
    /// Findings that count at the low end (gaps), at the high end only (undetermined).
    package var gaps: [String]
    package var undetermined: [String]
    /// The table from which the score can be worked out by hand, worst first.
    package var contributions: [Contribution] = []
  }
  /// What one finding puts into one category.
  package struct Contribution: Sendable, Hashable {
    package var finding: String
    /// likelihood × impact, 1 to 25.
    package var points: Int
    /// Share of the points that remains: 0 met and evidenced, 0.2 met, 1 a gap; two ends where it is open.
    package var remaining: Range
  }
  package enum Level: String, Sendable, CaseIterable { case low, medium, high, critical }
  package struct Readiness: Sendable {
    /// nil: all markets together.
    package var market: String?
    package var met: Int
    package var gaps: Int
    package var undetermined: Int
    /// met + gaps + undetermined.
    package var applicable: Int
    /// met ÷ applicable with the unknown at worst and at best, in percent.
    package var percent: Range
    package var categories: [Category]
    /// Findings on law that starts after the entry: listed, not scored.
    package var upcoming: [String] = []
  }
  /// The statutory maximum behind one open gap; a ceiling, not a forecast; never summed.
  package struct Exposure: Sendable {
    package var finding: String
    package var sanction: String
    package var citation: String
    /// In words with the figures: "higher of EUR 20,000,000 and 4 % of …".
    package var formula: String
    /// Amount, if the facts suffice; else what is known of it ("at least …").
    package var maximum: String?
    package var amount: Double?
    package var currency: String?
    package var sizeRule: String?
    package var consequences: [String]
    /// Facts that are missing for the amount.
    package var missing: [String]
    /// `violation`, `person` or `day`: the maximum is for each of them, and there is no `amount`.
    package var unit: String?
    package var unitAmount: Double?
  }

  package var formula: String
  package var total: Readiness
  package var markets: [Readiness]
  /// By finding, then in the order of the pack's sanctions.
  package var exposures: [Exposure]
}
