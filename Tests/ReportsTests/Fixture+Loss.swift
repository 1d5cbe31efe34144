@testable import Engine

@testable import Reports

extension Fixture {
  /// The made-up company with its likely loss; the second law may have a gap only.
  static let lossy: Report = {
    var report = Fixture.report
    let spread = 0.9
    let ends = Loss.Ends(low: 1.0, likely: 10, high: 20)
    report.loss = Loss(
      terms: .usual, staff: .from50To249, turnover: Loss.Ends(16_500_000),
      assumptions: ["USD at a rounded rate, for organization.exchangeRates (USD to EUR) is not stated"],
      cases: [
        .init(
          jurisdiction: "EEA", law: "GDPR",
          gaps: ["eu.gdpr/art-27@organization", "eu.gdpr/art-46@ranking-us"],
          undetermined: ["eu.gdpr/art-37@organization"],
          chance: .init(low: 0.0002, likely: 0.002, high: 0.04),
          fine: ends.map { Loss.Fine(median: 14_350 * $0, maximum: 20_000_000, spread: spread) }),
        .init(
          jurisdiction: "DE", law: hostile, gaps: [], undetermined: ["de.bdsg/s-26@ranking"],
          chance: .init(low: 0, likely: 0, high: 0.01),
          fine: .init(low: nil, likely: nil, high: .init(median: 300_000, maximum: nil, spread: spread))),
      ], withoutFine: ["eu.ai-act/art-22@ranker"],
      year: .init(
        low: .init(chance: 0.0002, mean: 19, quantiles: [0, 0, 0]),
        likely: .init(chance: 0.002, mean: 1370, quantiles: [0, 0, 0]),
        high: .init(chance: 0.0496, mean: 56_789, quantiles: [0, 0, 1_234_567])),
      curve: [
        .init(amount: 1000, chance: .init(low: 0.0002, likely: 0.002, high: 0.0496)),
        .init(amount: 3000, chance: .init(low: 0.0001, likely: 0.0019, high: 0.045)),
        .init(amount: 10_000, chance: .init(low: 0, likely: 0.0015, high: 0.04)),
        .init(amount: 30_000, chance: .init(low: 0, likely: 0.0009, high: 0.03)),
        .init(amount: 100_000, chance: .init(low: 0, likely: 0.0003, high: 0.02)),
        .init(amount: 300_000, chance: .init(low: 0, likely: 0, high: 0.0101)),
      ])
    return report
  }()

  /// Nothing that could be fined.
  static let lossless: Report = {
    var report = lossy
    report.loss?.cases = []
    report.loss?.curve = []
    return report
  }()
}
