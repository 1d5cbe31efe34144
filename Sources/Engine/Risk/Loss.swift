/// What fines a year may bring, as a rough model says: the chance of a case for each law with open gaps, the fine if it comes, and
/// what both amount to in seeded draws. `docs/loss.md` has method, data and weakness.
package struct Loss: Sendable {
  /// How many years are drawn, and where the random numbers begin.
  package struct Terms: Sendable, Hashable {
    package var draws: Int
    package var seed: UInt64
    package static let usual = Terms(draws: 10_000, seed: 1)
    /// The most draws: more say nothing new.
    package static let most = 100_000

    /// `draws` from 1 to `most`.
    package init(draws: Int = usual.draws, seed: UInt64 = usual.seed) {
      precondition((1...Terms.most).contains(draws))
      self.draws = draws
      self.seed = seed
    }
  }

  /// The loss of one year over all cases.
  package struct Year: Sendable, Hashable {
    /// Of at least one fine.
    package var chance: Double
    /// In EUR.
    package var mean: Double
    /// In EUR, in the order of `Loss.percents`.
    package var quantiles: [Double]
  }

  /// The chance that a year costs more than an amount.
  package struct Point: Sendable {
    /// In EUR.
    package var amount: Double
    package var chance: Ends<Double>
  }

  package static let percents = [50, 90, 99]

  package var terms: Terms
  package var staff: Staff
  /// Of the group in the preceding year, in EUR.
  package var turnover: Ends<Double>
  /// What is taken from the table, for the plan does not state it.
  package var assumptions: [String]
  /// By jurisdiction and law.
  package var cases: [Case]
  /// Open gaps behind which these packs have no fine of the firm.
  package var withoutFine: [String]
  package var year: Ends<Year>
  /// Amounts upwards, as long as the high end exceeds them.
  package var curve: [Point]
}

extension Loss {
  /// Number of staff in classes.
  package enum Staff: String, Sendable {
    case below50, from50To249, from250, unknown

    var frequency: LossTable.Parameter {
      switch self {
      case .below50: .frequencyBelow50
      case .from50To249: .frequency50To249
      case .from250: .frequency250AndMore
      case .unknown: .frequencyUnknown
      }
    }

    var turnover: LossTable.Parameter {
      switch self {
      case .below50: .turnoverBelow50
      case .from50To249: .turnover50To249
      case .from250: .turnover250AndMore
      case .unknown: .turnoverUnknown
      }
    }
  }
}
