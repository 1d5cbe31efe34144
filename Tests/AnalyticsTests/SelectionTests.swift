import Analytics
import Diagnostics
import FEEL
import Testing
import YAML

/// Scores, weights and costs by numbers worked out by hand (docs/operations.md, Choice of a platform).
@Suite struct SelectionTests {
  /// Four criteria, 1 to 4, each with a weight of 25 %; options as lines of YAML.
  static func selection(_ options: [String], cost: Bool = false) throws -> Selection {
    let criteria = (1...4).map { "  - {id: \"\($0)\", weight: 25 %\(cost && $0 == 4 ? ", from: cost" : "")}" }
    let lines = ["title: T", "criteria:"] + criteria + ["options:"] + options.map { "  - {\($0)}" }
    return try selection(lines.joined(separator: "\n"))
  }

  static func selection(_ text: String) throws -> Selection {
    try Selection(parse(Array(text.utf8), named: "p.yaml"))
  }

  /// Scores by criterion; `nil` is not known.
  static func option(_ id: String, _ scores: [Int?]) -> String {
    let known = scores.enumerated().compactMap { place, score in score.map { "\"\(place + 1)\": \($0)" } }
    return "id: \(id), scores: {\(known.joined(separator: ", "))}"
  }

  static func comparison(_ options: [String], on day: String = "2026-11-21") throws -> Comparison {
    Comparison(try selection(options), on: try #require(CalendarDate(day)), fragileChange: 0.1)
  }

  static let worked = [
    option("a", [4, 4, 3, 4]), option("b", [3, 3, 4, 5]), option("c", [5, 5, 4, 2]),
  ]

  @Test func `the sum of weights times scores`() throws {
    let made = try Self.comparison(Self.worked)
    #expect(made.scores == [Bounds(3.75), Bounds(3.75), Bounds(4)])
    #expect(made.verdict == .winner(2))
    #expect(made.verdictText == "c, if it is offered, but a small change of one weight overturns it")
    #expect(made.gaps.isEmpty)
  }

  /// By criterion, against a and b. Criterion 3 against a is as 1 and 2 are: c is better there by 1, too.
  @Test(
    arguments: [
      (0, 0, 0, 3.666667), (1, 0, 0, 3.666667), (2, 0, 0, 4), (3, 0, 1.0 / 3, 3.777778),
      (0, 1, 0.142857, 3.857143), (1, 1, 0.142857, 3.857143), (2, 1, 1, 4), (3, 1, 0.307692, 3.846154),
    ] as [(Int, Int, Double, Double)]) func `where another one draws level`(
      _ criterion: Int, _ rival: Int, _ weight: Double, _ score: Double
    )
    throws
  {
    let sensitivity = try #require(try Self.comparison(Self.worked).sensitivity)
    let flip = try #require(sensitivity.flips.first { $0.criterion == criterion && $0.rival == rival })
    #expect(isClose(flip.weight, weight))
    #expect(isClose(flip.change, weight - 0.25))
    #expect(isClose(flip.score, score))
  }

  @Test func `the most critical change`() throws {
    let made = try Self.comparison(Self.worked)
    let flip = try #require(made.sensitivity?.mostCritical)
    #expect(flip.criterion == 3 && flip.rival == 1)
    #expect(isClose(flip.change, 0.057692))
    #expect(made.isFragile)
    #expect(made.sensitivity?.isOfMiddles == false)
    #expect(made.sensitivity?.dominated == [])
  }

  @Test func `an option that is better in nothing never wins`() throws {
    let made = try Self.comparison([Self.option("a", [4, 4, 3, 4]), Self.option("b", [3, 3, 2, 3])])
    #expect(made.sensitivity?.dominated == [1])
    // Better by 1 in everything: no weight makes them equal.
    #expect(made.sensitivity?.flips.allSatisfy { $0.weight == nil } == true)
    #expect(!made.isFragile)
  }

  @Test func `a tie is named`() throws {
    let made = try Self.comparison(Array(Self.worked.prefix(2)))
    #expect(made.verdict == .tie([0, 1]))
    #expect(made.verdictText == "a tie of a, b")
    #expect(made.sensitivity == nil)
  }

  @Test func `what is not known may be anything on the scale`() throws {
    let made = try Self.comparison([
      Self.option("a", [4, 4, nil, 4]), Self.option("b", [3, 3, 4, 5]),
      #"id: c, scores: {"1": 1, "2": 1, "3": 1, "4": {low: 1, high: 2}}"#,
    ])
    #expect(made.scores == [Bounds(low: 3.25, high: 4.25), Bounds(3.75), Bounds(low: 1, high: 1.25)])
    #expect(made.verdict == .open([0, 1]))
    // c cannot win, so that nobody needs its score; a's settles it: 5 makes 4.25, above 3.75.
    #expect(made.gaps.map { [$0.option, $0.criterion] } == [[0, 2]])
    #expect(made.gaps.map(\.canSettle) == [true])
    #expect(made.gaps.map(\.reach) == [1])
    #expect(made.sensitivity == nil)
  }

  @Test func `the best score settles what is even otherwise`() throws {
    let made = try Self.comparison([Self.option("a", [3, nil, 3, 3]), Self.option("b", [3, nil, 3, 3])])
    #expect(made.verdict == .open([0, 1]))
    // With 5 for one, the other can draw level at most.
    #expect(made.gaps.map(\.canSettle) == [true, true])
  }

  /// At 1 a month the first is the cheapest, but gone: 10 and 20 a month have 5 and 5 × 10 ÷ 20.
  @Test func `who is gone is not the cheapest`() throws {
    let gone = ", availability: {status: discontinued, on: 2026-03-05, source: a note}"
    let options = [1, 10, 20].map { monthly in
      "id: o\(monthly), cost: {oneOff: 0, monthly: \(monthly), people: 0}" + (monthly == 1 ? gone : "")
    }
    let made = Comparison(
      try Self.selection(options, cost: true), on: try #require(CalendarDate("2026-11-21")),
      fragileChange: 0.1)
    #expect(made.cells.map(\.last) == [nil, Bounds(5), Bounds(2.5)])
    #expect(made.costs.map { $0?.nominal.low } == [36, 360, 720])
    // What costs is known: only the other scores are to be found out.
    #expect(made.gaps.map(\.criterion) == [0, 1, 2, 0, 1, 2])
  }

  @Test func `ranges have their middle`() throws {
    let range = #"id: a, scores: {"1": {low: 3, high: 5}, "2": 4, "3": 3, "4": 4}"#
    let made = try Self.comparison([range, Self.option("b", [3, 3, 3, 4])])
    #expect(made.verdict == .winner(0))
    #expect(made.sensitivity?.isOfMiddles == true)
  }

  @Test(arguments: [
    ("2026-03-04", [0, 1], "a ends on 2026-03-05 (a note)"),
    ("2026-03-05", [1], "left out: a, discontinued on 2026-03-05 (a note)"),
    ("2026-11-21", [1], "left out: a, discontinued on 2026-03-05 (a note)"),
  ]) func `a service that has ended is no choice`(_ day: String, _ ranked: [Int], _ note: String) throws {
    let gone =
      Self.option("a", [5, 5, 5, 5])
      + ", availability: {status: discontinued, on: 2026-03-05, source: a note}"
    let made = try Self.comparison([gone, Self.option("b", [3, 3, 4, 5])], on: day)
    #expect(made.ranked == ranked)
    #expect(made.notes.contains(note))
    #expect(made.verdict == (ranked.count == 2 ? .winner(0) : .only(1)))
    #expect(made.scores[0] == (ranked.count == 2 ? Bounds(5) : nil))
  }
}
