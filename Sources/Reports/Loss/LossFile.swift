import Engine

/// The likely loss as the result holds it: money in whole euro, chances to nine decimals.
package struct LossFile: Codable, Sendable {
  package struct Ends: Codable, Sendable {
    package var low, likely, high: Double
  }
  package struct Quantile: Codable, Sendable {
    package var percent: Int
    package var amount: Double
  }
  package struct Year: Codable, Sendable {
    package var chance, mean: Double
    package var quantiles: [Quantile]
  }
  package struct Years: Codable, Sendable {
    package var low, likely, high: Year
  }
  package struct Fine: Codable, Sendable {
    package var median, spread: Double
    package var maximum: Double?
    package var quantiles: [Quantile]
  }
  package struct Fines: Codable, Sendable {
    package var low, likely, high: Fine?
  }
  package struct Case: Codable, Sendable {
    package var jurisdiction, law: String
    package var gaps, undetermined: [String]
    package var chance: Ends
    package var fine: Fines
  }
  package struct Point: Codable, Sendable {
    package var amount: Double
    package var chance: Ends
  }

  package var currency, method, page: String
  package var draws: Int
  /// In decimal digits, for not every reader of JSON holds 64 bits.
  package var seed: String
  package var staff: String
  package var turnover: Ends
  package var assumptions: [String]
  package var cases: [Case]
  package var withoutFine: [String]
  package var year: Years
  package var curve: [Point]
}

extension LossFile {
  init(_ loss: Loss) {
    let years = [loss.year.low, loss.year.likely, loss.year.high].map(Year.init)
    self.init(
      currency: "EUR", method: Loss.method, page: Loss.page, draws: loss.terms.draws,
      seed: String(loss.terms.seed), staff: loss.staff.rawValue,
      turnover: Ends(loss.turnover) { $0.rounded() }, assumptions: loss.assumptions,
      cases: loss.cases.map {
        Case(
          jurisdiction: $0.jurisdiction, law: $0.law, gaps: $0.gaps, undetermined: $0.undetermined,
          chance: Ends($0.chance, share),
          fine: Fines(
            low: $0.fine.low.map(Fine.init), likely: $0.fine.likely.map(Fine.init),
            high: $0.fine.high.map(Fine.init)))
      }, withoutFine: loss.withoutFine, year: Years(low: years[0], likely: years[1], high: years[2]),
      curve: loss.curve.map { Point(amount: $0.amount, chance: Ends($0.chance, share)) })
  }
}

private func share(_ chance: Double) -> Double { (chance * 1e9).rounded() / 1e9 }

private func quantiles(_ amounts: [Double]) -> [LossFile.Quantile] {
  zip(Loss.percents, amounts).map { LossFile.Quantile(percent: $0, amount: $1.rounded()) }
}

extension LossFile.Ends {
  fileprivate init(_ ends: Loss.Ends<Double>, _ change: (Double) -> Double) {
    self.init(low: change(ends.low), likely: change(ends.likely), high: change(ends.high))
  }
}

extension LossFile.Year {
  fileprivate init(_ year: Loss.Year) {
    self.init(
      chance: share(year.chance), mean: year.mean.rounded(), quantiles: Reports.quantiles(year.quantiles))
  }
}

extension LossFile.Fine {
  fileprivate init(_ fine: Loss.Fine) {
    self.init(
      median: fine.median.rounded(), spread: fine.spread, maximum: fine.maximum.map { $0.rounded() },
      quantiles: Reports.quantiles(Loss.percents.map { fine.quantile(Double($0) / 100) }))
  }
}
