import Analytics
import Foundation
import Testing

/// Many series of known structure: whether intervals hold what they say.
@Suite struct ForecastSimulationTests {
  static let week = [1.15, 1.20, 1.18, 1.10, 1.02, 0.70, 0.65]

  /// As `scripts/series` makes them (Series/README.md), with another generator.
  enum Kind: CaseIterable {
    case trendAndWeek, weekThatGrows

    func values(_ count: Int, _ lot: inout Lot) -> [Double] {
      (0..<count).map { day in
        let share = ForecastSimulationTests.week[day % 7]
        return switch self {
        case .trendAndWeek: 1000 + 2 * Double(day) + 300 * (share - 1) + 40 * lot.normal()
        case .weekThatGrows: (500 + 4 * Double(day)) * share * (1 + 0.05 * lot.normal())
        }
      }
    }
  }

  /// 60 series of 140 days, or as many as PRATIQUE_SERIES says; the 28 days after are held against the interval.
  @Test(arguments: Kind.allCases) func `intervals cover nearly what they say`(_ kind: Kind) throws {
    let many = ProcessInfo.processInfo.environment["PRATIQUE_SERIES"].flatMap { Int($0) } ?? 60
    var lot = Lot(seed: 2026)
    var inside = [0, 0]
    var errors = (ours: 0.0, naive: 0.0)
    for _ in 0..<many {
      let values = kind.values(168, &lot)
      let (before, after) = (Array(values.prefix(140)), values.suffix(28))
      let method: HoltWinters.Form = kind == .trendAndWeek ? .additive : .multiplicative
      let model = try #require(HoltWinters.fit(before, period: 7, form: method))
      let pass = try #require(model.pass(over: before))
      let outlook = model.outlook(after: pass, horizon: 28, variance: model.variance(of: pass, chosen: 11))
      let naive = try #require(SeasonalNaive(before, period: 7)).outlook(horizon: 28)
      for ((expected, old), actual) in zip(zip(outlook, naive), after) {
        for (index, level) in [0.8, 0.95].enumerated() {
          let reach = Distribution.normalReach(level) * expected.deviation
          if abs(actual - expected.value) <= reach { inside[index] += 1 }
        }
        errors.ours += abs(actual - expected.value)
        errors.naive += abs(actual - old.value)
      }
    }
    let coverage = inside.map { Double($0) / Double(many * 28) }
    print(
      "\(kind): \(many) series, coverage \(coverage), error over that of seasonal naive \(errors.ours / errors.naive)"
    )
    #expect(abs(coverage[0] - 0.8) < 0.05)
    #expect(abs(coverage[1] - 0.95) < 0.03)
    #expect(errors.ours < 0.75 * errors.naive)
  }
}
