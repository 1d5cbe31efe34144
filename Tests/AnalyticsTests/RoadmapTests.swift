import Analytics
import FEEL
import Testing

/// Steps, paths and chances by numbers worked out by hand.
@Suite struct RoadmapTests {
  func step(_ days: (Double, Double, Double), after: [Int] = []) -> Roadmap.Step {
    .init(
      id: "\(days.1)", title: "\(days.1)", optimistic: days.0, likely: days.1, pessimistic: days.2,
      after: after)
  }

  func outlook(_ steps: [Roadmap.Step]) throws -> RoadmapOutlook {
    RoadmapOutlook(try #require(Roadmap(steps)))
  }

  @Test func `two phases, one after the other`() throws {
    let made = try outlook([step((28, 35, 42)), step((42, 49, 56), after: [0])])
    #expect(made.roadmap.steps.map(\.mean) == [35, 49])
    #expect(areClose(made.roadmap.steps.map(\.deviation), [2.333333, 2.333333]))
    #expect(made.mean == 84)
    #expect(isClose(made.deviation, 3.299832))
    #expect(isClose(made.chance(within: 90), 0.965489))
    #expect(isClose(made.days(chance: 0.8), 86.777, within: 1e-5))
    #expect(!made.hasOtherPaths)
    #expect(made.earliest.map { [$0.start, $0.end] } == [[0, 28], [28, 70]])
    #expect(made.expected.map { [$0.start, $0.end] } == [[0, 35], [35, 84]])
  }

  @Test func `classic PERT of three estimates`() {
    let step = step((5, 10, 30))
    #expect(step.mean == 12.5)
    #expect(isClose(step.deviation, 4.166667))
  }

  @Test func `the longest path goes by means`() throws {
    // 1 takes 10 to 12 (mean 11), 2 takes 5 to 25 (likely 8, mean 62 ÷ 6 = 10.33): both are between 0 and 3.
    let made = try outlook([
      step((1, 1, 1)), step((10, 11, 12), after: [0]), step((5, 8, 25), after: [0]),
      step((2, 2, 2), after: [1, 2]),
    ])
    #expect(made.path == [0, 1, 3])
    #expect(made.mean == 14)
    #expect(made.hasOtherPaths)
    #expect(made.expected[3].start == 12)
    #expect(made.earliest[3].start == 11)
  }

  @Test func `of equally long paths the least certain counts`() throws {
    let made = try outlook([step((4, 4, 4)), step((1, 4, 7)), step((1, 1, 1), after: [0, 1])])
    #expect(made.path == [1, 2])
    #expect(made.mean == 5)
    #expect(isClose(made.deviation, 1))
  }

  @Test func `what is certain`() throws {
    let made = try outlook([step((7, 7, 7))])
    #expect([6.9, 7, 7.1].map { made.chance(within: $0) } == [0, 1, 1])
    #expect(made.days(chance: 0.8) == 7)
  }

  @Test func `steps that wait for each other`() {
    let steps = [
      step((1, 1, 1)), step((1, 1, 1), after: [0, 3]), step((1, 1, 1), after: [1]),
      step((1, 1, 1), after: [2]),
      step((1, 1, 1), after: [3]),
    ]
    #expect(Roadmap(steps) == nil)
    // Each comes after the one before it in the list.
    #expect(Roadmap.circle(steps) == [1, 2, 3, 1])
    #expect(Roadmap.circle([step((1, 1, 1), after: [0])]) == [0, 0])
    #expect(Roadmap.circle([step((1, 1, 1))]) == [])
  }

  /// 35 days from Monday, 11 January 2027 end on Sunday, 14 February; the next 49 begin on the day after.
  @Test func `dates`() throws {
    let made = try outlook([step((28, 35, 42)), step((42, 49, 56), after: [0])])
    let rows = made.section(start: CalendarDate("2027-01-11"), within: 90).rows
    #expect(
      rows.dropFirst().map { $0[4] } == ["2027-01-11 to 2027-02-14", "2027-02-15 to 2027-04-04"])
    #expect(rows[1][3] == "2027-01-11 to 2027-02-07")
  }
}
