@testable import Engine
import FEEL
@testable import Rules
import Testing

/// What holds for every set of gaps, draw by draw: tried on random ones.
struct LossProperties {
  let table: LossTable
  private let terms = Loss.Terms(draws: 400, seed: 3)

  init() throws { table = try LossTable(repositoryFile("rules/loss.csv")) }

  private static let topics = ["dataProtection", "security", "transfer", "artificialIntelligence", "sector"]

  private func gap(_ dice: inout Dice, _ id: String) -> Loss.Gap {
    let maximum = Double(1 + dice.roll(400)) * 250_000
    let ceiling: Loss.Ends<Loss.Ceiling> =
      dice.chance(20)
      ? Loss.Ends(.open)
      : Loss.Ends(low: .amount(maximum / 4), likely: .amount(maximum), high: .amount(maximum * 2))
    return Loss.Gap(
      id: id, jurisdiction: dice.pick(["EEA", "CN"]), law: dice.pick(["A", "B", "C"]),
      severity: dice.pick([Severity.low, .medium, .high, .critical]), topic: dice.pick(Self.topics),
      isCertain: dice.chance(60), ceiling: ceiling)
  }

  private func gaps(_ dice: inout Dice) -> [Loss.Gap] {
    (0..<(1 + dice.roll(10))).map { gap(&dice, "f\($0)") }
  }

  private func loss(_ gaps: [Loss.Gap]) -> Loss {
    Loss(
      gaps: gaps, staff: .from250, turnover: Loss.Ends(low: 50e6, likely: 200e6, high: 2e9), table: table,
      terms: terms)
  }

  /// Every draw at each end, then what a report shows; the latter without its last bits.
  private func numbers(_ loss: Loss) -> Loss.Ends<[Double]> {
    func coarse(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
    return Loss.years(loss.cases, terms).with(loss.year) { years, year in
      years + [coarse(year.chance), year.mean.rounded()] + year.quantiles
    }
  }

  private func isAtMost(_ one: [Double], _ other: [Double]) -> Bool {
    zip(one, other).allSatisfy { $0 <= $1 }
  }

  @Test func `a further gap lowers nothing, in no year`() {
    for seed in 0..<150 {
      var dice = Dice(seed: UInt64(seed))
      let before = gaps(&dice)
      let less = numbers(loss(before))
      let more = numbers(loss(before + [gap(&dice, "new")]))
      for holds in less.with(more, isAtMost).all { #expect(holds, "seed \(seed)") }
    }
  }

  @Test func `the low end is never above the likely one, nor that above the high end`() {
    for seed in 0..<150 {
      var dice = Dice(seed: UInt64(seed))
      let all = numbers(loss(gaps(&dice)))
      #expect(isAtMost(all.low, all.likely) && isAtMost(all.likely, all.high), "seed \(seed)")
    }
  }

  @Test func `stating a fact never widens the range`() {
    for seed in 0..<150 {
      var dice = Dice(seed: UInt64(seed))
      var stated = gaps(&dice)
      let wide = numbers(loss(stated))
      let place = dice.roll(stated.count)
      if dice.chance(50) {
        stated[place].isCertain = true
      } else if !stated[place].isCertain {
        stated.remove(at: place)
      }
      let narrow = numbers(loss(stated))
      #expect(isAtMost(wide.low, narrow.low) && isAtMost(narrow.high, wide.high), "seed \(seed)")
    }
  }

  @Test func `the order of gaps does not matter`() {
    for seed in 0..<100 {
      var dice = Dice(seed: UInt64(seed))
      let all = gaps(&dice)
      #expect("\(loss(all))" == "\(loss(dice.shuffled(all)))", "seed \(seed)")
    }
  }

  /// Another currency for everything: with twice the amounts comes exactly twice the loss.
  @Test func `twice all amounts are twice the loss`() {
    for seed in 0..<60 {
      var dice = Dice(seed: UInt64(seed))
      let all = gaps(&dice)
      let doubled = all.map { gap in
        var gap = gap
        gap.ceiling = gap.ceiling.map { if case .amount(let amount) = $0 { .amount(amount * 2) } else { $0 } }
        return gap
      }
      let money: [LossTable.Parameter] = [.median, .referenceTurnover, .referenceMaximum]
      let figures = LossTable.Parameter.allCases.map { parameter in
        (parameter, money.contains(parameter) ? table[parameter].map { $0 * 2 } : table[parameter])
      }
      let other = LossTable(figures: Dictionary(uniqueKeysWithValues: figures))
      let turnover = Loss.Ends(low: 50e6, likely: 200e6, high: 2e9)
      let twice = Loss(
        gaps: doubled, staff: .from250, turnover: turnover.map { $0 * 2 }, table: other, terms: terms)
      let once = loss(all)
      for (once, twice) in zip(once.year.all, twice.year.all) {
        #expect(once.chance == twice.chance)
        #expect(once.quantiles.map { $0 * 2 } == twice.quantiles)
        #expect(abs(once.mean * 2 - twice.mean) <= 1e-9 * twice.mean)
      }
    }
  }
}
