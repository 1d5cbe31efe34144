import Rules
@testable import Engine
import Optimizer
import Testing

/// Small problems worked out by hand, and input that nobody should give.
struct RemedySamples {
  func choice(
    _ measures: [RemedyProblem.Measure], _ demands: [(String, [[String]])],
    _ preferences: Preferences = .init()
  )
    -> RemedyChoice
  {
    RemedyProblem(
      measures: measures,
      demands: demands.map { id, options in
        .init(id: id, options: options.map { .init(title: $0.joined(separator: "+"), measures: $0) })
      }, preferences: preferences
    ).choice
  }

  /// One officer for three gaps costs 8 days, three small steps 3 each.
  @Test func `what several gaps share may be dearer for each of them`() {
    let measures: [RemedyProblem.Measure] = [
      .init(id: "officer", effort: 8, cost: 900, days: 60), .init(id: "a", effort: 3, cost: 0, days: 10),
      .init(id: "b", effort: 3, cost: 0, days: 10), .init(id: "c", effort: 3, cost: 0, days: 10),
    ]
    let gaps = ["a", "b", "c"].map { ($0, [[$0], ["officer"]]) }
    #expect(choice(measures, gaps).measures == ["officer"])
    #expect(choice(measures, Array(gaps.prefix(2))).measures == ["a", "b"])
    #expect(choice(measures, gaps, .init(objective: .money)).measures == ["a", "b", "c"])
    #expect(choice(measures, gaps, .init(objective: .time)).measures == ["a", "b", "c"])
    #expect(choice(measures, gaps, .init(objective: .money, ruledOut: ["b"])).measures == ["officer"])
    // Once decided, the officer costs nothing more.
    let decided = choice(measures, gaps, .init(objective: .money, decided: ["officer"]))
    #expect(decided.measures == ["officer"] && decided.value == 900 && decided.isProven)
  }

  @Test func `prerequisites belong to the price`() {
    let measures: [RemedyProblem.Measure] = [
      .init(id: "map", effort: 5, days: 20), .init(id: "quick", requires: ["map"], effort: 1, days: 5),
      .init(id: "slow", effort: 4, days: 22),
    ]
    let gaps = [("gap", [["quick"], ["slow"]])]
    #expect(choice(measures, gaps).measures == ["slow"])
    #expect(choice(measures, gaps, .init(objective: .time)).days == 22)
    // To rule out the prerequisite rules out what rests on it.
    #expect(choice(measures, gaps, .init(ruledOut: ["slow"])).measures == ["map", "quick"])
    #expect(choice(measures, gaps, .init(ruledOut: ["slow", "map"])).ruledOut == ["gap"])
  }

  @Test func `a change follows the controls of its remedy`() {
    let problem = RemedyProblem(
      measures: [
        .init(id: "control", effort: 1, days: 10), .init(id: "change", effort: 1, days: 5),
        .init(id: "other", effort: 9, days: 14),
      ],
      demands: [
        .init(
          id: "gap",
          options: [
            .init(title: "move", measures: ["control"], last: "change"),
            .init(title: "other", measures: ["other"]),
          ])
      ], preferences: .init(objective: .time))
    #expect(problem.choice.measures == ["other"] && problem.choice.days == 14)
    let swaps = problem.swaps(of: problem.choice)
    #expect(swaps.map(\.days) == [1] && swaps.map(\.effort) == [-7])
    #expect(swaps.map(\.instead) == [["other"]] && swaps.map(\.use) == [["move"]])
    #expect(swaps.map(\.adds) == [["change", "control"]] && swaps.map(\.drops) == [["other"]])
  }

  @Test func `gaps that change sides together are one swap`() {
    let measures: [RemedyProblem.Measure] = [
      .init(id: "own", effort: 2), .init(id: "outside", effort: 3, cost: 50),
    ]
    let problem = RemedyProblem(
      measures: measures,
      demands: ["a", "b"].map { id in
        .init(
          id: id,
          options: [
            .init(title: "\(id) own", measures: ["own"]),
            .init(title: "\(id) outside", measures: ["outside"]),
          ])
      })
    let swaps = problem.swaps(of: problem.choice)
    #expect(swaps.map(\.demands) == [["a", "b"]] && swaps.map(\.instead) == [["a own", "b own"]])
    #expect(swaps.map(\.effort) == [1] && swaps.map(\.cost) == [50] && swaps.map(\.drops) == [["own"]])
  }

  @Test func `nothing to do is a choice too`() {
    let none = choice([], [])
    #expect(none.measures.isEmpty && none.isProven && none.value == 0 && none.ruledOut.isEmpty)
    #expect(choice([], [("gap", [])]).ruledOut == ["gap"])
    // All of it is in place.
    #expect(choice([], [("gap", [["done"]])]).options.count == 1)
  }

  @Test func `no figures and no circle trap`() {
    let figures: [Double] = [.infinity, .nan, -5, 1e300, .leastNonzeroMagnitude, 3]
    let measures = figures.enumerated().map { place, figure in
      RemedyProblem.Measure(
        id: "m\(place)", requires: ["m\((place + 1) % 6)", "gone"], effort: figure, cost: figure, days: figure
      )
    }
    for objective in Preferences.Objective.allCases {
      for steps in [0, 100] {
        var problem = RemedyProblem(
          measures: measures + measures,
          demands: ["a", "a", "b"].map {
            .init(
              id: $0,
              options: [
                .init(title: "x", measures: ["m0", "m3"]),
                .init(title: "y", measures: ["m5", "m5"], last: "m5"),
              ])
          }, preferences: .init(objective: objective))
        problem.steps = steps
        #expect(problem.choice.options.count == 3)
      }
    }
  }

  @Test func `many gaps and long chains end`() {
    let count = 1_000
    let chain = (0..<count).map { place in
      RemedyProblem.Measure(
        id: "m\(place)", requires: place == 0 ? [] : ["m\(place - 1)"], effort: 1, days: 365_000_000)
    }
    let long = choice(chain, [("gap", [["m\(count - 1)"], ["m\(count - 2)"]])])
    #expect(long.measures.count == count - 1)
    let wide = RemedyProblem(
      measures: (0..<count).map { .init(id: "m\($0)", effort: Double(1 + $0 % 7)) },
      demands: (0..<count).map { gap in
        .init(
          id: "g\(gap)",
          options: (0..<3).map { .init(title: "", measures: ["m\((gap * 31 + $0 * 577) % count)"]) })
      })
    #expect(wide.choice.options.count == count)
  }

  @Test func `a program beyond the limits is refused, not solved wrongly`() {
    func outcome(_ costs: [Int], _ rows: [BinaryProgram.Row], nodes: Int = 100) -> BinaryProgram.Outcome {
      var nodes = nodes
      return BinaryProgram(costs: costs, rows: rows).solve(nodes: &nodes)
    }
    let refused = [
      outcome([], []), outcome([.max], []), outcome([.min, .min], []), outcome([1], [.init([(1, 1)])]),
      outcome([1], [.init([(-1, 1)])]), outcome([1], [.init([(0, .min)])]),
      outcome([1], [.init([(0, 1)], atLeast: .min, atMost: .max)]), outcome([1], [], nodes: 0),
      outcome([Int](repeating: 0, count: BinaryProgram.Limit.variables + 1), []),
    ]
    for each in refused {
      guard case .open(nil) = each else {
        Issue.record("\(each)")
        continue
      }
    }
  }

  @Test func `a program is solved exactly`() {
    func solve(_ costs: [Int], _ rows: [BinaryProgram.Row]) -> BinaryProgram.Outcome {
      var nodes = 100
      return BinaryProgram(costs: costs, rows: rows).solve(nodes: &nodes)
    }
    let free = solve([-1, 2], [])
    #expect(free.values == [true, false] && free.cost == -1 && free.isProven)
    // The same variable twice in a row is added up; three of it are at least three.
    let twice = solve([5, 1], [.init([(0, 1), (0, 2), (1, 1)], atLeast: 3)])
    #expect(twice.values == [true, false] && twice.cost == 5)
    #expect(solve([1, 1], [.init([(0, 1), (1, 1)], atLeast: 3)]).isInfeasible)
    #expect(solve([1, 1], [.init([], atLeast: 1)]).isInfeasible)
    #expect(solve([1, 1], [.init([(0, 1)], atLeast: 1, atMost: 0)]).isInfeasible)
  }
}

extension BinaryProgram.Outcome {
  fileprivate var isInfeasible: Bool { if case .infeasible = self { true } else { false } }
  private var solution: BinaryProgram.Solution? {
    if case .found(let solution) = self { solution } else { nil }
  }
  fileprivate var values: [Bool]? { solution?.values }
  fileprivate var cost: Int? { solution?.cost }
  fileprivate var isProven: Bool { solution?.isProven ?? false }
}
