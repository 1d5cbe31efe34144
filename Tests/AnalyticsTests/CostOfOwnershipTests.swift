import Analytics
import Testing

/// Costs over three years by numbers worked out by hand: 8 % discount, wages 3 % up a year, a salary of 120,000.
@Suite struct CostOfOwnershipTests {
  static var terms: CostTerms {
    var terms = CostTerms()
    (terms.discount, terms.wageGrowth, terms.salary) = (0.08, 0.03, 120_000)
    return terms
  }

  static func price(
    _ once: Double?, _ monthly: Bounds?, _ growth: Double, _ people: Double?
  ) -> Price {
    Price(
      oneOff: once.map { [.init(name: "", amount: Bounds($0))] }, monthly: monthly, growth: growth,
      people: people.map { Bounds($0) })
  }

  static let worked: [(Price, years: [Double], nominal: Double, present: Double)] = [
    (price(20_000, Bounds(2500), 0.1, 0.3), [66_000, 70_080, 74_492.40], 230_572.40, 200_327.88),
    (price(5_000, Bounds(1200), 0.1, 0.6), [86_400, 90_000, 93_808.80], 275_208.80, 236_628.94),
    (price(60_000, Bounds(6000), 0.05, 0.5), [132_000, 137_400, 143_034], 472_434, 413_565.58),
  ]

  @Test(arguments: worked.indices) func `three years`(_ place: Int) {
    let (price, years, nominal, present) = Self.worked[place]
    let cost = CostOfOwnership(price, Self.terms)
    #expect(areClose(cost.years.map(\.low), years))
    #expect(isClose(cost.nominal.low, nominal))
    #expect(isClose(cost.present.low, present, within: 1e-7))
    #expect(cost.years.allSatisfy(\.isPoint) && cost.unstated.isEmpty)
  }

  /// 5 × 200,327.88 ÷ 236,628.94 and ÷ 413,565.58.
  @Test func `scores of costs that are known`() {
    let costs = Self.worked.map { CostOfOwnership($0.0, Self.terms).present }
    let scores = CostOfOwnership.scores(costs, least: 1, most: 5)
    #expect(areClose(scores.map(\.low), [5, 4.232954, 2.421960]))
    #expect(areClose(scores.map(\.high), scores.map(\.low)))
  }

  @Test(
    arguments: [
      // The first is the cheapest whatever comes; the other costs 2 to 4 times as much.
      ([Bounds(100), Bounds(low: 200, high: 400)], [Bounds(5), Bounds(low: 1.25, high: 2.5)]),
      // Its own cost is in the least as well: at 100 to 300 against 200 a score of 5 × 200 ÷ 300 at least, and 5 at most.
      (
        [Bounds(low: 100, high: 300), Bounds(200)],
        [Bounds(low: 1000.0 / 300, high: 5), Bounds(low: 2.5, high: 5)]
      ),
      // Without an upper end it may come last; never below the scale.
      (
        [Bounds(low: 100, high: .infinity), Bounds(200)],
        [Bounds(low: 1, high: 5), Bounds(low: 2.5, high: 5)]
      ),
      ([Bounds(1), Bounds(1000)], [Bounds(5), Bounds(1)]),
      ([Bounds(0), Bounds(0)], [Bounds(5), Bounds(5)]),
      ([.unknown, .unknown], [Bounds(low: 1, high: 5), Bounds(low: 1, high: 5)]),
    ]) func `scores of costs`(_ costs: [Bounds], _ expected: [Bounds])
  {
    let scores = CostOfOwnership.scores(costs, least: 1, most: 5)
    #expect(areClose(scores.map(\.low), expected.map(\.low)))
    #expect(areClose(scores.map(\.high), expected.map(\.high)))
  }

  @Test func `what is not stated has no upper end`() {
    let open = CostOfOwnership(Self.price(0, Bounds(low: 1000, high: .infinity), 0, 0), Self.terms)
    #expect(open.nominal == Bounds(low: 36_000, high: .infinity))
    #expect(open.unstated == ["the most of the licence"])
    let bare = CostOfOwnership(Self.price(nil, Bounds(low: 500, high: 5000), 0, nil), CostTerms())
    #expect(bare.licence == Bounds(low: 18_000, high: 180_000))
    #expect(bare.present == Bounds(low: 18_000, high: .infinity))
    #expect(bare.unstated == ["people", "what is paid once"])
    #expect(CostOfOwnership(Self.price(0, nil, 0, 0), CostTerms()).unstated == ["licence"])
  }

  @Test func `ranges of people`() {
    var price = Self.price(1000, Bounds(100), 0, 0)
    price.people = Bounds(low: 0.5, high: 1)
    var terms = CostTerms()
    (terms.years, terms.salary) = (1, 50_000)
    // 1,000 + 1,200 + 25,000 to 50,000.
    #expect(CostOfOwnership(price, terms).nominal == Bounds(low: 27_200, high: 52_200))
  }
}

/// How amounts are written.
@Suite struct BoundsTests {
  @Test(arguments: [
    (0, "0"), (5, "5"), (100, "100"), (1000, "1,000"), (-1000, "-1,000"), (-100, "-100"),
    (1_234_567.25, "1,234,567.25"), (0.00004, "0"), (0.3, "0.3"), (10, "10"), (3e9, "3,000,000,000"),
    (1e15, "more than 10^15"),
  ]) func `numbers`(_ value: Double, _ text: String) { #expect(Bounds.text(value) == text) }

  @Test func `ranges`() {
    #expect(Bounds(low: 999.5, high: 2000.4).moneyText == "1,000 to 2,000")
    #expect(Bounds(low: 1000, high: .infinity).moneyText == "from 1,000")
    #expect(Bounds(7).text == "7")
  }
}
