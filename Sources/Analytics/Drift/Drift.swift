/// Whether the columns of a table are distributed as they were in a reference.
package struct Drift: Sendable {
  package struct Terms: Sendable {
    /// From these indices on a shift is moderate, or large.
    package var moderate: Double
    package var large: Double
    /// A smaller distance of Kolmogorov and Smirnov is of no matter, however sure.
    package var distance: Double
    /// The share of false alarms over all tests of the run.
    package var significance: Double
    /// With fewer values in either table a column is not judged.
    package var fewest: Int
    package init(moderate: Double, large: Double, distance: Double, significance: Double, fewest: Int) {
      (self.moderate, self.large, self.distance) = (moderate, large, distance)
      (self.significance, self.fewest) = (significance, fewest)
    }
  }

  package enum Verdict: String, Sendable {
    case none, small, moderate, large
    case undetermined = "too few values"
    package var isFinding: Bool { self == .moderate || self == .large }
  }

  package struct Bin: Sendable {
    package var name: String
    package var reference: Int
    package var current: Int
  }

  package struct Column: Sendable {
    package var name: String
    package var isNumeric: Bool
    /// How many values each table has, without those that are missing.
    package var reference: Int
    package var current: Int
    package var bins: [Bin]
    package var stability: PopulationStability
    /// Of numbers only.
    package var distance: KolmogorovSmirnov?
    package var verdict: Verdict
  }

  package var terms: Terms
  package var columns: [Column]
  /// How many tests share the false alarms.
  package var tests: Int
  package var notes: [String]

  /// What a single test may give as false alarms (Bonferroni).
  package var significanceOfOne: Double { terms.significance / Double(max(1, tests)) }
}
