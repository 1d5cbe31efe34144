@testable import Engine
import FEEL
@testable import Rules
import Testing

/// Scores and readiness in small cases worked out by hand.
struct RiskTests {
  func risk(_ findings: [Finding], markets: [Assessment.Market] = [.sample("DE", entry: day("2027-02-15"))])
    throws -> Risk
  {
    Risk(
      findings: findings, markets: markets, firm: Firm(),
      sizes: try SizeClasses(repositoryFile("rules/size.csv")), scoring: try .sample(),
      asOf: day("2026-11-21"))
  }

  func harm(_ category: Harm.Category, _ likelihood: Harm.Likelihood, _ impact: Harm.Impact) -> Harm {
    Harm(category: category, likelihood: likelihood, impact: impact)
  }

  func score(_ risk: Risk, _ category: Harm.Category = .compliance) -> Risk.Range? {
    risk.total.categories.first { $0.category == category }?.score
  }

  /// `12 12 => 60.48`
  @Test func `a score follows its formula`() throws {
    for line in try caseLines("scores.txt") {
      let sides = line.split(separator: "=>", maxSplits: 1, omittingEmptySubsequences: false)
      let points = sides[0].split(separator: " ").compactMap { Double($0) }
      let expected = sides[1].split(separator: " ").map(String.init)
      #expect(String(Risk.score(points)) == expected[0], "\(line)")
      #expect(Risk.Level(score: Risk.score(points)).rawValue == expected[1], "\(line)")
    }
  }

  @Test func `a gap counts full, a met duty by its evidence, the undetermined both ways`() throws {
    let harms = [harm(.compliance, .possible, .major)]
    func one(_ outcomes: Outcomes, _ states: ControlState.Assurance...) throws -> Risk.Range? {
      score(
        try risk([
          .sample("a", outcomes, harms: harms, controls: states.map { .init(control: "c", assurance: $0) })
        ]))
    }
    #expect(try one(.gap) == .init(low: 48, high: 48))
    #expect(try one(.satisfied) == .init(low: 0, high: 0))
    #expect(try one(.satisfied, .evidenced) == .init(low: 0, high: 0))
    // 12 × 0.2 ÷ 25
    #expect(try one(.satisfied, .evidenced, .asserted) == .init(low: 9.6, high: 9.6))
    #expect(try one(.satisfied, .stale) == .init(low: 9.6, high: 9.6))
    #expect(try one(.satisfied, .unknown) == .init(low: 0, high: 9.6))
    #expect(try one([.gap, .satisfied], .asserted) == .init(low: 9.6, high: 48))
    #expect(try one([.gap, .notApplicable], .asserted) == .init(low: 0, high: 48))
    #expect(try one(.notApplicable) == .init(low: 0, high: 0))
    #expect(try one(.error) == .init(low: 0, high: 48))
  }

  @Test func `each category has its own findings, worst first`() throws {
    let result = try risk([
      .sample("a", harms: [harm(.compliance, .possible, .major), harm(.financial, .likely, .severe)]),
      .sample("b", [.gap, .satisfied], harms: [harm(.compliance, .almostCertain, .severe)]),
      .sample("c", severity: .high),
    ])
    #expect(result.total.categories.map(\.category) == Harm.Category.allCases)
    let compliance = try #require(result.total.categories.first { $0.category == .compliance })
    #expect(compliance.gaps == ["c", "a"] && compliance.undetermined == ["b"])
    // No harm declared: the top of the band of its severity.
    #expect(compliance.contributions.map(\.points) == [15, 25, 12])
    // Low: 15 and 12: 60 + 40 × 0.24. High: 25.
    #expect(compliance.score == .init(low: 69.6, high: 100))
    #expect(score(result, .financial) == .init(low: 80, high: 80))
    #expect(score(result, .technical) == .init(low: 0, high: 0))
  }

  @Test func `a waiver lowers no risk, and a permission has none`() throws {
    let waived = try risk([.sample("a", verdict: .waived), .sample("b", modality: .permission)])
    #expect(waived.total.gaps == 1 && waived.total.applicable == 1)
    #expect(score(waived) == .init(low: 36, high: 36))
  }

  @Test func `law to come counts if it starts by the entry`() throws {
    let finding = Finding.sample(
      "a", verdict: .upcoming, markets: ["DE", "FR", "IT"], appliesFrom: day("2026-12-02"))
    let result = try risk(
      [finding],
      markets: [
        .sample("DE", entry: day("2026-12-02")), .sample("FR", entry: day("2026-12-01")), .sample("IT"),
      ])
    #expect(result.markets.map(\.gaps) == [1, 0, 0])
    #expect(result.markets.map(\.undetermined) == [0, 0, 1])
    #expect(result.markets.map(\.upcoming) == [[], ["a"], []])
    #expect(
      result.markets.map(\.percent.low) == [0, 100, 0] && result.markets.map(\.percent.high) == [0, 100, 100])
    #expect(result.total.gaps == 1)
  }

  /// met, gap, not applicable and mixtures → met, gaps, undetermined; percent.
  @Test func `readiness counts both numbers`() throws {
    func ready(_ outcomes: Outcomes...) throws -> Risk.Readiness {
      try risk(outcomes.enumerated().map { .sample("f\($0)", $1) }).total
    }
    let some = try ready(.satisfied, .gap, [.satisfied, .gap], [.gap, .notApplicable], .notApplicable)
    #expect([some.met, some.gaps, some.undetermined, some.applicable] == [1, 1, 2, 4])
    // Worst: 1 of 4. Best: 2 of 3, the last left out.
    #expect(some.percent == .init(low: 25, high: 2.0 / 3 * 100))
    #expect(try ready(.notApplicable).percent == .init(low: 100, high: 100))
    // Met wherever it applies: no doubt, but the count may be smaller.
    let met = try ready([.satisfied, .notApplicable], .gap, .satisfied)
    #expect(met.met == 2 && met.applicable == 3)
    #expect(met.percent == .init(low: 50, high: 2.0 / 3 * 100))
  }

  @Test func `a market has its own findings`() throws {
    let result = try risk(
      [
        .sample("a", markets: ["DE"]), .sample("b", .satisfied, markets: ["DE", "FR"]),
        .sample("c", markets: []),
      ],
      markets: [.sample("DE"), .sample("FR")])
    #expect(result.markets.map(\.market) == ["DE", "FR"])
    #expect(result.markets.map(\.applicable) == [2, 1])
    #expect(result.total.applicable == 3 && result.total.gaps == 2)
  }
}
