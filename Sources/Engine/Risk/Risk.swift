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
    /// What remains with what is met, 0 to 100; formula in `Risk.formula`.
    package var score: Range
    package var low: Level
    package var high: Level
    /// The same as if nothing were met.
    package var inherent: Range
    package var inherentLow: Level
    package var inherentHigh: Level
    /// Sums of the points that remain, and of those without anything met: unlike the score they have no ceiling.
    package var points: Range
    package var inherentPoints: Range
    /// Duties that count at the low end (not met), at the high end only (undetermined), each by its finding that weighs most.
    package var gaps: [String]
    package var undetermined: [String]
    /// The table from which the score can be worked out by hand, worst first.
    package var contributions: [Contribution] = []
  }
  /// What one duty puts into one category.
  package struct Contribution: Sendable, Hashable {
    /// `eu.gdpr/art-27`
    package var duty: String
    /// Its finding that weighs most.
    package var finding: String
    /// likelihood × impact, 1 to 25.
    package var points: Int
    /// What profiles make of it.
    package var factor: Double
    /// points × factor, at most 25.
    package var weighted: Double
    /// Share of the points that remains: 0 met and evidenced, 1 a gap; two ends where it is open.
    package var remaining: Range
    /// The same as if nothing were met: 0 only where it may not apply.
    package var inherent: Range
  }
  package enum Level: String, Sendable, CaseIterable { case low, medium, high, critical }
  /// Met ÷ applicable: both numbers.
  package struct Quotient: Sendable, Hashable {
    package var met: Double
    package var of: Double
    package init(met: Double, of: Double) {
      self.met = met
      self.of = of
    }
    /// Nothing applicable is 100 %.
    package var percent: Double { of == 0 ? 100 : met / of * 100 }
  }
  /// A readiness at worst and at best.
  package struct Share: Sendable, Hashable {
    package var worst: Quotient
    package var best: Quotient
    package var percent: Range { Range(low: worst.percent, high: best.percent) }
  }
  /// A duty as a readiness counts it.
  package struct DutyCounted: Sendable, Hashable {
    /// `eu.gdpr/art-27`
    package var duty: String
    package var outcomes: Outcomes
    /// In the weighted readiness; two ends where the statutory maximum is not known.
    package var weight: Range
    package var findings: Int
  }
  package struct Readiness: Sendable {
    /// nil: all markets together.
    package var market: String?
    /// The system whose findings alone are counted.
    package var system: Subject?
    package var met: Int
    package var gaps: Int
    package var undetermined: Int
    /// met + gaps + undetermined.
    package var applicable: Int
    /// Every duty alike, and by the weights of the model.
    package var share: Share
    package var weighted: Share
    /// met ÷ applicable with the unknown at worst and at best, in percent.
    package var percent: Range { share.percent }
    package var categories: [Category]
    /// The table that the numbers are counted from.
    package var duties: [DutyCounted] = []
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
  package var scoring: Scoring
  package var total: Readiness
  package var markets: [Readiness]
  /// One for each AI system of the plan, by its id.
  package var systems: [Readiness]
  /// By finding, then in the order of the pack's sanctions.
  package var exposures: [Exposure]
}

extension Risk.Range {
  static let zero = Self(low: 0, high: 0)
  static func + (a: Self, b: Self) -> Self { Self(low: a.low + b.low, high: a.high + b.high) }
}
