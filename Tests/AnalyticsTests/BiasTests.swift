import Analytics
import Diagnostics
import Testing

/// Rates and intervals by numbers worked out with scipy, and by Newcombe's paper.
@Suite struct BiasTests {
  let z = Distribution.normalReach(0.95)

  @Test(arguments: [
    (30, 100, 0.218949, 0.395849), (48, 100, 0.384646, 0.576834), (0, 10, 0, 0.277533), (10, 10, 0.722467, 1),
    (5, 5, 0.565518, 1),
  ]) func `Wilson's interval`(_ count: Int, _ total: Int, _ low: Double, _ high: Double) {
    let found = Proportion(count, of: total).interval(reach: z)
    #expect(isClose(found.lowerBound, low) && isClose(found.upperBound, high))
  }

  @Test(arguments: [
    (30, 100, 48, 100, -0.18, -0.306278, -0.044799), (56, 70, 48, 80, 0.2, 0.052431, 0.333873),
  ])
  func `Newcombe's interval`(
    _ a: Int, _ m: Int, _ b: Int, _ n: Int, _ value: Double, _ low: Double, _ high: Double
  ) {
    let found = Proportion(a, of: m).difference(from: Proportion(b, of: n), reach: z)
    #expect(isClose(found.value, value))
    #expect(isClose(found.interval.lowerBound, low) && isClose(found.interval.upperBound, high))
  }

  @Test func `the ratio and its interval`() {
    let found = Proportion(30, of: 100).ratio(to: Proportion(48, of: 100), reach: z)
    #expect(isClose(found?.value, 0.625))
    #expect(isClose(found?.interval.lowerBound, 0.435053) && isClose(found?.interval.upperBound, 0.897879))
    #expect(Proportion(0, of: 10).ratio(to: Proportion(1, of: 10), reach: z) == nil)
  }

  func verdicts(_ text: String, reference: String? = nil) throws -> [Bias.Verdict] {
    let counts = try Bias.counts(try CSVTable(Source(name: "b.csv", text: text)))
    return Bias(counts, reference: reference, level: 0.95, least: 0.8, fewest: 30).groups.map(\.verdict)
  }

  @Test func `verdicts`() throws {
    let text = "group,selected,total\na,30,100\nb,48,100\nc,8,40\nd,9,29\ne,45,100\nf,35,100\ng,0,100"
    // f: 0.729 with an interval up to 1.02.
    #expect(try verdicts(text) == [.gap, .reference, .gap, .undetermined, .none, .watch, .gap])
    #expect(try verdicts("group,selected,total\na,0,100\nb,0,100") == [.reference, .noRatio])
    #expect(try verdicts("group,selected,total\na,0,100\nb,0,29") == [.reference, .undetermined])
    #expect(try verdicts("group,selected,total\na,50,100\nb,48,100", reference: "b") == [.none, .reference])
  }

  @Test(
    arguments: [
      ("a,0,100\nb,0,100", nil, "no group had the outcome, so that there is no ratio"),
      ("a,0,100\nb,9,100", "a", "nobody in `a` had the outcome, so that there is no ratio to it"),
      ("a,0,100\nb,9,100", nil, nil),
    ] as [(String, String?, String?)])
  func `why there is no ratio`(_ rows: String, _ reference: String?, _ note: String?) throws {
    let table = try CSVTable(Source(name: "b.csv", text: "group,selected,total\n" + rows))
    let bias = Bias(try Bias.counts(table), reference: reference, level: 0.95, least: 0.8, fewest: 30)
    #expect(bias.note == note)
  }

  @Test func `one row for each person`() throws {
    let rows = (0..<60).map { "\($0 < 30 ? "a" : "b"),\($0.isMultiple(of: 3) ? "yes" : "no")" }
    #expect(try verdicts((["group,selected"] + rows).joined(separator: "\n")) == [.reference, .none])
  }

  @Test(arguments: [
    ("group,selected\na,2\nb,1", ["b.csv:2: `selected` is `2`, not 1 or 0 (true or false, yes or no)"]),
    (
      "group,selected,total\na,2,1\nb,-1,2\na,,x\n,1",
      [
        "b.csv:2: `selected`, 2, is above `total`, 1",
        "b.csv:3: `selected` is `-1`, no whole number from 0 to 1000000000000",
        "b.csv:4: the group `a` stands on line 2 too",
        "b.csv:4: `selected` is empty",
        "b.csv:4: `total` is `x`, no whole number from 0 to 1000000000000",
        "b.csv:5: this row has 2 fields, the first line has 3",
      ]
    ),
    (
      "group,selected\n,maybe\n",
      ["b.csv:2: `group` is empty", "b.csv:2: `selected` is `maybe`, not 1 or 0 (true or false, yes or no)"]
    ),
    ("group,selected\na,1", ["b.csv:1: fewer than two groups have anyone in them"]),
    ("group\na", ["b.csv:1: there is no column `selected`"]),
  ]) func `a broken table`(_ text: String, _ complaints: [String]) {
    let found = #expect(throws: Mistakes.self) { _ = try verdicts(text) }
    #expect(found?.all.map { "\($0.location.file):\($0.location.line): \($0.message)" } == complaints)
  }
}
