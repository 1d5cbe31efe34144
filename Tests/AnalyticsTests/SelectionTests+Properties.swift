import Analytics
import FEEL
import Testing

/// Whatever comes out for what is not known, it is within what was said before.
@Suite struct SelectionPropertyTests {
  static let day = CalendarDate("2026-11-21")

  /// A selection of which some scores and costs are unknown or ranges, and one of the ways in which they can come out.
  struct Drawn {
    var open: Selection
    var known: Selection
  }

  static func draw(_ lot: inout Lot) throws -> Drawn {
    func between(_ bounds: Bounds) -> Double {
      let share = lot.share()
      // The ends, too.
      return share < 0.15
        ? bounds.low
        : share > 0.85 ? bounds.high : bounds.low + (bounds.high - bounds.low) * lot.share()
    }
    let count = 2 + Int(lot.next() % 3)
    let shares = [[100], [50], [0], [25], [20]][Int(lot.next() % 5)].first ?? 0
    var base = try SelectionTests.selection(
      (0..<count).map { SelectionTests.option("\($0)", []) }, cost: true)
    let weights = [shares, (100 - shares) / 4, (100 - shares) / 2, 0]
    for place in weights.indices {
      let last = place == 3 ? 100 - weights.reduce(0, +) : weights[place]
      base.criteria[place].weight = Share(billionths: last * 10_000_000)
    }
    (base.terms.salary, base.terms.discount) = (1000, 0.08)
    var drawn = Drawn(open: base, known: base)
    for option in 0..<count {
      for criterion in 0..<3 where lot.share() < 0.9 {
        let low = 1 + 4 * lot.share()
        let bounds = lot.share() < 0.5 ? Bounds(low) : Bounds(low: low, high: low + (5 - low) * lot.share())
        drawn.open.options[option].scores[criterion] = bounds
      }
      for criterion in 0..<3 {
        let bounds = drawn.open.options[option].scores[criterion] ?? Bounds(low: 1, high: 5)
        drawn.known.options[option].scores[criterion] = Bounds(between(bounds))
      }
      let low = 100 * lot.share()
      let monthly = [Bounds(low), Bounds(low: low, high: 3 * low), Bounds(low: low, high: .infinity)][
        Int(lot.next() % 3)]
      let people: Bounds? = lot.share() < 0.2 ? nil : Bounds(low: 0.1, high: 0.1 + lot.share())
      drawn.open.options[option].price = Price(oneOff: [], monthly: monthly, growth: 0.1, people: people)
      drawn.known.options[option].price = Price(
        oneOff: [], monthly: Bounds(between(Bounds(low: low, high: min(monthly.high, 1e4)))), growth: 0.1,
        people: Bounds(between(people ?? Bounds(low: 0, high: 50))))
    }
    return drawn
  }

  @Test(arguments: 0..<20) func `every completion is within the ranges`(_ seed: UInt64) throws {
    let day = try #require(Self.day)
    var lot = Lot(seed: seed)
    for _ in 0..<100 {
      let drawn = try Self.draw(&lot)
      let open = Comparison(drawn.open, on: day, fragileChange: 0.1)
      let known = Comparison(drawn.known, on: day, fragileChange: 0.1)
      let scores = known.scores.compactMap { $0?.low }
      let ranges = open.scores.compactMap { $0 }
      #expect(
        zip(scores, ranges).allSatisfy { $1.low - 1e-9 <= $0 && $0 <= $1.high + 1e-9 }, "\(scores) \(ranges)")
      #expect(known.scores.allSatisfy { ($0?.width ?? 1) < 1e-9 })
      let best = scores.max() ?? 0
      let leaders = scores.indices.filter { scores[$0] >= best - 1e-9 }
      switch open.verdict {
      case .winner(let winner): #expect(leaders.contains(winner))
      case .tie(let tied): #expect(Set(leaders) == Set(tied))
      case .open(let candidates): #expect(Set(leaders).isSubset(of: candidates))
      default: Issue.record("\(open.verdict)")
      }
    }
  }

  /// With the weight at which another draws level, both score the same, and just beyond it the other one leads.
  @Test(arguments: 0..<20) func `weights at which another one draws level`(_ seed: UInt64) throws {
    let day = try #require(Self.day)
    var lot = Lot(seed: 1000 + seed)
    for _ in 0..<25 {
      let options = (0..<3).map { option in
        SelectionTests.option("\(option)", (0..<4).map { _ in 1 + Int(lot.next() % 5) })
      }
      let selection = try SelectionTests.selection(options)
      guard let sensitivity = Comparison(selection, on: day, fragileChange: 0.1).sensitivity else { continue }
      for flip in sensitivity.flips {
        let scores = [sensitivity.leader, flip.rival].map { option in
          { (weight: Double) in
            selection.options[option].scores.enumerated().reduce(0.0) { sum, cell in
              sum + (cell.offset == flip.criterion ? weight : (1 - weight) / 3) * (cell.element?.low ?? 0)
            }
          }
        }
        guard let weight = flip.weight, let score = flip.score else {
          // Ahead from one end to the other.
          #expect([0, 1].allSatisfy { scores[0]($0) > scores[1]($0) })
          continue
        }
        #expect(isClose(scores[0](weight), score, within: 1e-9))
        #expect(isClose(scores[1](weight), score, within: 1e-9))
        let beyond = weight + (weight > 0.25 ? 0.01 : -0.01)
        #expect(scores[1](beyond) > scores[0](beyond))
      }
    }
  }
}
