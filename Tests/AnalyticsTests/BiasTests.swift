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
    #expect(try verdicts("group,selected,total\na,0,100\nb,0,100") == [.reference, .undetermined])
    #expect(try verdicts("group,selected,total\na,50,100\nb,48,100", reference: "b") == [.none, .reference])
  }

  @Test func `one row for each person`() throws {
    let rows = (0..<60).map { "\($0 < 30 ? "a" : "b"),\($0.isMultiple(of: 3) ? "yes" : "no")" }
    #expect(try verdicts((["group,selected"] + rows).joined(separator: "\n")) == [.reference, .none])
  }

  @Test(arguments: [
    (
      "group,selected\na,2\nb,1", "b.csv:2:1: error: a row has a group, and 1 or 0 (true or false, yes or no)"
    ),
    (
      "group,selected,total\na,2,1\nb,1,2",
      "b.csv:2:1: error: a row has a group that has no other row, and counts of which `selected` is not above `total`"
    ),
    ("group,selected\na,1", "b.csv:1:1: error: fewer than two groups have anyone in them"),
    ("group\na", "b.csv:1:1: error: there is no column `selected`; the columns are `group`"),
  ]) func `a broken table`(_ text: String, _ complaint: String) {
    let found = #expect(throws: Mistakes.self) { _ = try verdicts(text) }
    #expect(found?.all.first?.text == complaint)
  }
}
