import Diagnostics
@testable import Engine
import FEEL
@testable import Rules
import Testing

/// Chance and size of a fine: the cases of `loss.txt`, worked out by hand, and the draws against the formula.
struct LossTests {
  let table: LossTable

  init() throws { table = try LossTable(repositoryFile("rules/loss.csv")) }

  private func amount(_ text: Substring) -> Double? { text == "-" ? nil : Double(text) }

  private func staff(_ text: Substring) -> Loss.Staff { Loss.Staff(text == "-" ? nil : number(text)) }

  func gap(
    _ id: String, law: String = "GDPR", severity: Severity = .high, topic: String = "dataProtection",
    isCertain: Bool = true, maximum: Double? = 20_000_000
  ) -> Loss.Gap {
    Loss.Gap(
      id: id, jurisdiction: "EEA", law: law, severity: severity, topic: topic, isCertain: isCertain,
      ceiling: Loss.Ends(maximum.map { .amount($0) } ?? .open))
  }

  @Test func `fines, chances and years are those worked out by hand`() throws {
    var counts: [Substring: Int] = [:]
    for line in try caseLines("loss.txt") {
      let sides = line.split(separator: " => ")
      let words = sides[0].split { " :,".contains($0) }
      let expected = sides[1].split(separator: " ").compactMap { Double($0) }
      counts[words[0], default: 0] += 1
      switch words[0] {
      case "case":
        let fine = try fine(turnover: amount(words[1]), maximum: amount(words[2]))
        for (share, expected) in zip([0.5, 0.9, 0.99], expected) {
          #expect(abs(fine.quantile(share) - expected) <= 0.51, "\(line)")
        }
      case "chance":
        let gaps = try stride(from: 2, to: words.count, by: 2).map { index in
          gap(
            "\(index)", severity: try #require(Severity(rawValue: String(words[index + 1]))),
            topic: String(words[index]))
        }
        let made = Loss.Case(gaps, staff: staff(words[1]), turnover: Loss.Ends(1), table: table)
        for (made, expected) in zip(made.chance.all, expected) {
          #expect(abs(made - expected) < 1e-12, "\(line)")
        }
      case "year": try checkYear(line, words, expected)
      default: Issue.record("what is `\(line)`?")
      }
    }
    #expect(counts == ["case": 16, "chance": 11, "year": 4])
  }

  private func fine(turnover: Double?, maximum: Double?) throws -> Loss.Fine {
    let made = Loss.Case(
      [gap("a", maximum: maximum)], staff: .unknown, turnover: Loss.Ends(try #require(turnover)),
      table: table)
    return try #require(made.fine.likely)
  }

  /// The quantiles of the draws lie where those of the formula do: as many draws are at or below them as there should be, by four standard errors.
  private func checkYear(_ line: String, _ words: [Substring], _ expected: [Double]) throws {
    let chance = try #require(Double(words[1]))
    let fine = try fine(turnover: amount(words[2]), maximum: amount(words[3]))
    let one = Loss.Case(
      jurisdiction: "EEA", law: "GDPR", gaps: ["a"], undetermined: [], chance: Loss.Ends(chance),
      fine: Loss.Ends(fine))
    let draws = 10_000
    for seed in 1...5 {
      let years = Loss.years([one], .init(draws: draws, seed: UInt64(seed))).likely
      for (share, expected) in zip([0.5, 0.9, 0.99], expected) {
        let error = 4 * (share * (1 - share) / Double(draws)).squareRoot()
        let below = Double(years.count { $0 < expected - 0.5 }) / Double(draws)
        let upTo = Double(years.count { $0 <= expected + 0.5 }) / Double(draws)
        #expect(below <= share + error && share - error <= upTo, "\(line), seed \(seed)")
      }
      let error = 4 * (chance * (1 - chance) / Double(draws)).squareRoot()
      #expect(abs(Double(years.count { $0 > 0 }) / Double(draws) - chance) <= error, "\(line)")
    }
  }

  /// Log-normal, cut: one in ten is above the 90 % quantile, and so on along the whole curve.
  @Test func `fines drawn follow the distribution that the formula gives`() throws {
    let draws = 100_000
    for (turnover, maximum) in [(6e6, 20e6), (2e9, 80e6), (60e6, 123_000)] {
      let fine = try fine(turnover: turnover, maximum: maximum)
      let one = Loss.Case(
        jurisdiction: "EEA", law: "GDPR", gaps: ["a"], undetermined: [], chance: Loss.Ends(1),
        fine: Loss.Ends(fine))
      let years = Loss.years([one], .init(draws: draws, seed: 7)).likely
      for percent in stride(from: 1, through: 99, by: 7) {
        let share = Double(percent) / 100
        let quantile = fine.quantile(share)
        let error = 4 * (share * (1 - share) / Double(draws)).squareRoot()
        let upTo = Double(years.count { $0 <= quantile }) / Double(draws)
        #expect(quantile == maximum ? upTo == 1 : abs(upTo - share) <= error, "\(turnover), \(percent) %")
      }
      // The standard error of the mean, from the draws themselves.
      let mean = years.reduce(0, +) / Double(draws)
      let variance = years.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws)
      #expect(abs(mean - fine.mean) <= 4 * (variance / Double(draws)).squareRoot(), "\(turnover)")
    }
  }

  /// Values of Python's `statistics.NormalDist` and `math`, which rest on other algorithms for the first and the last two.
  @Test func `the distribution is the normal one`() {
    for (share, point) in [
      (0.5, 0.0), (0.9, 1.2815515655446008), (0.95, 1.6448536269514715), (0.99, 2.3263478740408408),
      (0.001, -3.090232306167813), (1e-9, -5.9978070150076865), (0.3, -0.5244005127080409),
      (1e-14, -7.650628092935194),
    ] {
      #expect(abs(LossMath.normalPoint(share) - point) < 1e-13, "\(share)")
      #expect(abs(LossMath.normalShare(to: point) - share) < 1e-14, "\(point)")
    }
    for (power, value) in [(1.0, 2.718281828459045), (-3.5, 0.0301973834223185), (20.7, 977002725.8269073)] {
      #expect(abs(LossMath.exponential(power) / value - 1) < 1e-14)
      #expect(abs(LossMath.logarithm(value) - power) < 1e-14 * max(1, abs(power)))
    }
    #expect(LossMath.power(0.12, 0.3) - 0.529364 < 1e-6 && LossMath.power(0, 0.3) == 0)
  }

  /// Against a program in Python that draws the same random numbers and takes its logarithms from the system's library.
  @Test func `the same seed draws the same, on every machine`() throws {
    let gaps = [gap("a", severity: .critical), gap("b", law: "PIPL", topic: "security", maximum: nil)]
    func loss(_ seed: UInt64) -> Loss {
      Loss(
        gaps: gaps, staff: .from250, turnover: Loss.Ends(60e6), table: table,
        terms: .init(draws: 2000, seed: seed))
    }
    #expect(loss(1).year == loss(1).year && loss(1).year != loss(2).year)
    let years = Loss.years(loss(1).cases, .init(draws: 2000, seed: 1))
    func facts(_ years: [Double]) -> [Double] {
      [years.reduce(0, +).rounded(), years.last?.rounded() ?? 0, Double(years.count { $0 > 0 })]
    }
    #expect(facts(years.low) == [155_227, 129_442, 4])
    #expect(facts(years.likely) == [28_951_568, 15_192_731, 27])
    #expect(facts(years.high) == [1_962_241_290, 267_576_254, 575])
    #expect(
      loss(1).year.all.map { $0.quantiles.map { $0.rounded() } }
        == [[0, 0, 0], [0, 0, 71_667], [0, 1_096_584, 20_000_000]])
  }
}
