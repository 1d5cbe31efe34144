import Analytics
import Diagnostics
import FEEL
import Testing

/// Replicas, bounds and files, by numbers worked out by hand.
@Suite struct CapacityTests {
  let terms = CapacityTerms(
    unitCapacity: 50, low: 0.7, high: 0.85, target: 0.75, fewest: 2, hourlyCost: 0.5)

  @Test func `replicas for a demand`() {
    #expect(terms.replicas(for: 1000) == 27)
    #expect(terms.replicas(for: 0) == 2)
    #expect(terms.replicas(for: 75) == 2)
    #expect(terms.replicas(for: 76) == 3)
    #expect(terms.replicas(for: 1e15) == CapacityTerms.most)
  }

  @Test func `the most that better use can save`() {
    #expect(isClose(CapacityTerms.savingBound(from: 0.35, to: 0.7), 0.5))
    #expect(isClose(CapacityTerms.savingBound(from: 0.35, to: 0.85), 0.588235))
  }

  /// A season of two days that repeats: 1,000 and 500.
  func plan(_ region: String? = nil) throws -> CapacityPlan {
    let values = (0..<20).map { $0.isMultiple(of: 2) ? 1000.0 : 500 }
    let series = Series(region: region, start: Moment(seconds: 0), step: 86_400, values: values)
    let forecast = try Forecast(series, .init(period: 2, horizon: 2, levels: [0.95]), file: "d.csv")
    return CapacityPlan(forecast, terms, tolerance: 0.1)
  }

  @Test func `a plan`() throws {
    let plan = try plan()
    #expect(plan.steps.map(\.replicas) == [27, 14])
    #expect((plan.leastReplicas, plan.mostReplicas) == (14, 27))
    #expect(isClose(plan.steps[0].utilization, 1000 / 1350))
    // 41 replicas for a day, 54 with the most all the time, at 0.50 an hour.
    let cost = try #require(plan.cost)
    #expect([cost.expected, cost.high, cost.fixed] == [492, 492, 648])
    // 67.5 % to 82.5 %: 1 − 0.70 ÷ 0.75 is 6.7 %.
    #expect(
      plan.notes == [
        "with a tolerance of 10 % the autoscaler lets use lie from 67.5 % to 82.5 %; 6.7 % would keep it in the band"
      ])
  }

  @Test func `the files have the numbers`() throws {
    let text = try plan().autoscaler(deployment: "web", name: "web-eu")
    for line in [
      "  name: \"web-eu\"", "    name: \"web\"", "  minReplicas: 14", "  maxReplicas: 27",
      "          averageUtilization: 75",
    ] {
      #expect(text.contains("\n\(line)\n"))
    }
    let variables = CapacityPlan.terraform([try plan("a\"${b}\\%{c}")])
    #expect(variables.contains(#""a\"$${b}\\%%{c}" = {"#))
  }

  @Test(
    arguments: [("EU West", "eu-west"), ("--a..b--", "a-b"), ("Zürich", "z-rich"), ("…", nil)]
      as [(String, String?)])
  func `names of Kubernetes`(_ text: String, _ label: String?) { #expect(CapacityPlan.label(text) == label) }

  @Test func `the figure of a day`() throws {
    let text = """
      figure,title,value,unit,from,until,source
      a,A,70,percent,2026-01-01,2026-07-01,S
      a,A,72,percent,2026-07-01,,S
      """
    let figures = try Figures(Source(name: "o.csv", text: text))
    let days = ["2025-12-31", "2026-06-30", "2026-07-01"].map {
      CalendarDate($0).flatMap { figures.figure("a", on: $0)?.value }
    }
    #expect(days == [nil, 0.7, 0.72])
    #expect(throws: Mistakes.self) {
      _ = try Figures(Source(name: "o.csv", text: text.replacing("2026-01-01", with: "soon")))
    }
  }
}
