import Foundation
import Testing

/// Where the likely loss is shown, and that what the result says of it can be worked out from the result alone.
@Suite struct LossTests {
  private static let plan = ["examples/hiring-saas/plan.yaml", "--as-of", "2026-11-21"]

  @Test(arguments: [
    (["risk"] + plan, true), (["risk"] + plan + ["--no-loss"], false), (["assess"] + plan, false),
    (["assess"] + plan + ["--loss"], true), (["assess"] + plan + ["--format", "markdown"], false),
    (["assess"] + plan + ["--format", "markdown", "--loss"], true),
    (["assess"] + plan + ["--format", "html", "--loss"], true),
  ])
  func `it is shown in risk, elsewhere only if asked for`(_ arguments: [String], _ isShown: Bool) throws {
    #expect(try Tool.run(arguments).output.contains("Likely loss") == isShown)
  }

  @Test(arguments: ["0", "-5", "100001", "many"])
  func `a wrong number of draws is refused`(_ draws: String) throws {
    let result = try Tool.run(["risk"] + Self.plan + ["--draws", draws])
    #expect(result.status == 2 && result.errors.contains("draws"))
  }

  @Test func `another seed draws other years, with the same chances`() throws {
    let (one, two) = (try loss("--seed", "1"), try loss("--seed", "2"))
    #expect(try loss().year == one.year)
    #expect(one.cases == two.cases && one.year.high.chance == two.year.high.chance)
    #expect(one.year.high.quantiles != two.year.high.quantiles)
  }

  /// 1 − (1 − chance of the one case) × …, and the fine of a case cut at its maximum.
  @Test func `chances and fines follow from the figures beside them`() throws {
    let made = try loss()
    #expect(made.cases.count > 3)
    for end in [\Ends.low, \.likely, \.high] {
      let none = made.cases.reduce(1) { $0 * (1 - $1.chance[keyPath: end]) }
      let year = [\Ends.low: made.year.low, \.likely: made.year.likely, \.high: made.year.high][end]
      #expect(abs(1 - none - (year?.chance ?? -1)) < 1e-8)
    }
    for fine in made.cases.flatMap({ [$0.fine.low, $0.fine.likely, $0.fine.high].compactMap(\.self) }) {
      let points = [50: 0.0, 90: 1.2815515655446004, 99: 2.3263478740408408]
      for quantile in fine.quantiles {
        let point = try #require(points[quantile.percent])
        let amount = min(fine.median * pow(10, fine.spread * point), fine.maximum ?? .infinity)
        // The median is rounded to whole euro.
        #expect(abs(quantile.amount - amount) <= 1 + amount / fine.median)
      }
    }
  }

  private struct Ends: Decodable, Equatable { var low, likely, high: Double }
  private struct Quantile: Decodable, Equatable {
    var percent: Int
    var amount: Double
  }
  private struct Fine: Decodable, Equatable {
    var median, spread: Double
    var maximum: Double?
    var quantiles: [Quantile]
  }
  private struct Fines: Decodable, Equatable { var low, likely, high: Fine? }
  private struct Case: Decodable, Equatable {
    var chance: Ends
    var fine: Fines
  }
  private struct Year: Decodable, Equatable {
    var chance, mean: Double
    var quantiles: [Quantile]
  }
  private struct Years: Decodable, Equatable { var low, likely, high: Year }
  private struct Made: Decodable {
    var cases: [Case]
    var year: Years
  }
  private struct Result: Decodable { var loss: Made }

  private func loss(_ options: String...) throws -> Made {
    let output = try Tool.run(["assess"] + Self.plan + ["--loss", "--format", "json"] + options).output
    return try JSONDecoder().decode(Result.self, from: Data(output.utf8)).loss
  }
}
