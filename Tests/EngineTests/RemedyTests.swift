import Rules
@testable import Engine
import Testing

/// The choice of remedies is the best one: held against trying everything, in small problems worked out by hand, and under
/// limits.
struct RemedyTests {
  /// Our own search, and the solver alone.
  @Test(arguments: Preferences.Objective.allCases, [2_000, 0])
  func `the choice is the best of all combinations`(_ objective: Preferences.Objective, steps: Int) {
    for seed in 0..<200 {
      for isRestricted in [false, true] {
        var dice = Dice(seed: UInt64(seed))
        var problem = RemedySample(&dice, objective: objective, isRestricted: isRestricted).problem
        problem.steps = steps
        let choice = problem.choice
        let best = BruteForce(problem).best()
        #expect(choice.measures == best.measures, "seed \(seed)")
        #expect(choice.effort == best.effort && choice.cost == best.cost && choice.isProven)
        #expect(choice.ruledOut == best.ruledOut)
        #expect(
          choice.value == [.effort: best.effort, .time: Double(best.days), .money: best.cost][objective])
        for (demand, option) in choice.options {
          let stated = problem.demands.first { $0.id == demand }?.options ?? []
          #expect(stated.contains { $0.title == option.title && Set($0.all) == Set(option.all) })
          #expect(Set(option.all).isSubset(of: choice.measures))
        }
        #expect(choice.options.count + choice.ruledOut.count == problem.demands.count)
      }
    }
  }

  @Test(arguments: Preferences.Objective.allCases)
  func `a swap costs what the best choice without the remedy costs more`(_ objective: Preferences.Objective) {
    var count = 0
    for seed in 0..<50 {
      var dice = Dice(seed: UInt64(1_000 + seed))
      let problem = RemedySample(&dice, objective: objective).problem
      let choice = problem.choice
      let brute = BruteForce(problem)
      let best = brute.best()
      var expected: Set<[Double]> = []
      for (demand, option) in choice.options {
        let others = problem.demands.first { $0.id == demand }?.options ?? []
        for other in others where other.standing > option.standing {
          let with = brute.best(with: Set(other.all))
          expected.insert([with.effort - best.effort, with.cost - best.cost])
        }
      }
      for option in choice.options.map(\.option) {
        let other = brute.best(without: Set(option.measures + [option.last].compactMap(\.self)))
        guard other.ruledOut == best.ruledOut else { continue }
        expected.insert([other.effort - best.effort, other.cost - best.cost])
      }
      let swaps = problem.swaps(of: choice)
      count += swaps.count
      #expect(Set(swaps.map { [$0.effort, $0.cost] }) == expected, "seed \(seed)")
      #expect(swaps.count <= 20)
      #expect(swaps.allSatisfy { Set($0.drops).isSubset(of: choice.measures) })
      #expect(swaps.allSatisfy { Set($0.adds).isDisjoint(with: choice.measures) })
    }
    #expect(count > 50)
  }

  @Test func `the order of gaps, options and measures does not matter`() {
    for seed in 0..<100 {
      var dice = Dice(seed: UInt64(2_000 + seed))
      let problem = RemedySample(&dice, objective: dice.pick(Preferences.Objective.allCases)).problem
      var other = problem
      other.measures = dice.shuffled(problem.measures)
      other.demands = dice.shuffled(
        problem.demands.map { demand in
          .init(
            id: demand.id,
            options: dice.shuffled(
              demand.options.map { option in
                .init(
                  title: option.title, measures: dice.shuffled(option.measures), last: option.last,
                  standing: option.standing)
              }))
        })
      let choices = [problem.choice, other.choice]
      #expect(choices[0].measures == choices[1].measures)
      #expect(choices[0].options.map(\.demand) == choices[1].options.map(\.demand))
      #expect(choices[0].options.map(\.option) == choices[1].options.map(\.option))
      let swaps = [problem.swaps(of: choices[0]), other.swaps(of: choices[1])]
      #expect(swaps[0].map(\.demands) == swaps[1].map(\.demands))
      #expect(swaps[0].map(\.adds) == swaps[1].map(\.adds) && swaps[0].map(\.use) == swaps[1].map(\.use))
    }
  }

  @Test func `out of nodes, the optimum lies between bound and choice`() {
    var unproven = 0
    for seed in 0..<12 {
      var dice = Dice(seed: UInt64(3_000 + seed))
      // Gaps that take two of many measures each, all tangled: the root of the search does not settle it.
      let ids = (0..<30).map { "m\($0)" }
      var problem = RemedyProblem(
        measures: ids.map { .init(id: $0, effort: Double(3 + dice.roll(4)), days: 7) },
        demands: (0..<40).map { gap in
          .init(
            id: "g\(gap)",
            options: (0..<3).map { .init(title: "r\($0)", measures: [dice.pick(ids), dice.pick(ids)]) })
        })
      problem.steps = 0
      let best = problem.choice
      #expect(best.isProven)
      for nodes in [0, 1, 2, 3, 5, 8, 20] {
        problem.nodes = nodes
        let choice = problem.choice
        #expect(choice.bound <= best.value && best.value <= choice.value, "seed \(seed), \(nodes) nodes")
        #expect(choice.isProven == (choice.bound == choice.value))
        if !choice.isProven { unproven += 1 }
        #expect(choice.options.count == 40)
      }
    }
    #expect(unproven > 12)
  }
}
