import Foundation
import Diagnostics
@testable import Engine
import FEEL
@testable import Rules
import Testing

/// The success metrics in small cases, each worked out by hand (Cases/metrics.txt).
struct SuccessMetricTests {
  private let targets: Targets
  private let start = day("2026-11-21")

  init() throws { targets = try Targets(repositoryFile("rules/targets.csv")) }

  @Test func `a metric is worked out from the figures of the markets`() throws {
    for line in try caseLines("metrics.txt") {
      let sides = line.components(separatedBy: " => ")
      let words = sides[0].split(separator: " ").map(String.init)
      let figures = words.dropFirst().map { word in
        let pair = word.split(separator: "=").map(String.init)
        return (pair[0], pair[1])
      }
      let metric = try #require(try metrics(words[0], figures).first { $0.metric.rawValue == words[0] })
      func end(_ value: Double?) -> String {
        value.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "-"
      }
      let found = "\(end(metric.value.low)) \(end(metric.value.high)) \(metric.verdict)"
      #expect(found == sides[1], "\(line)")
      #expect(metric.verdict == .unknown || words[0] != "efficiency" || metric.value != .unknown)
      #expect((metric.verdict == .unknown) == !metric.missing.isEmpty || metric.verdict == .missed, "\(line)")
    }
  }

  private func metrics(_ name: String, _ figures: [(String, String)]) throws -> [SuccessMetric] {
    let countries = figures.map(\.0).filter { $0 != "home" }
    let markets = countries.map { Assessment.Market.sample($0) }
    var findings: [Finding] = []
    var measured = Measured(domesticUnitCost: nil, markets: [])
    var list = Checklist(
      start: start, deadline: start, tasks: [], finish: start, latestFinish: start, fits: true,
      fitsAtWorst: true, criticalPath: [], withoutRemedy: [], legalDates: [])
    for (key, value) in figures {
      let parts = value.split(separator: "/").map(String.init)
      switch name {
      case "readiness":
        list.markets.append(
          .init(
            country: key, name: key, ready: CalendarDate(String(value.prefix(10))),
            blockedBy: value.hasSuffix("!") ? ["x"] : [],
            chain: []))
        if value.hasSuffix("?") {
          findings.append(.sample("open-\(key)", [.gap, .satisfied], markets: [key]))
        }
      case "obligations":
        let outcomes: [Outcomes] = [.satisfied, .gap, [.gap, .satisfied]]
        for (outcome, text) in zip(outcomes, parts) {
          for number in 0..<(Int(text) ?? 0) {
            findings.append(.sample("\(key)-\(outcome.rawValue)-\(number)", outcome, markets: [key]))
          }
        }
      default:
        if key == "home" {
          measured.domesticUnitCost = Decimal(value)
          continue
        }
        measured.markets.append(
          .init(
            country: key, name: key, unitCost: Decimal(value), satisfaction: Decimal(parts[0]),
            satisfactionAnswers: Decimal(parts.last ?? "")))
      }
    }
    let risk = Risk(
      findings: findings, markets: markets, firm: Firm(),
      sizes: try SizeClasses(repositoryFile("rules/size.csv")), scoring: try .sample(), asOf: start)
    return SuccessMetric.all(
      targets, measured: measured, checklist: list, risk: risk, law: risk, standards: [], asOf: start)
  }

  @Test func `without a target of the day there is no metric`() throws {
    let risk = Risk(
      findings: [], markets: [], firm: Firm(), sizes: try SizeClasses(repositoryFile("rules/size.csv")),
      scoring: try .sample(),
      asOf: start)
    let list = Checklist(
      start: start, deadline: start, tasks: [], finish: start, latestFinish: start, fits: true,
      fitsAtWorst: true, criticalPath: [], withoutRemedy: [], legalDates: [])
    let measured = Measured(domesticUnitCost: nil, markets: [])
    #expect(
      SuccessMetric.all(
        targets, measured: measured, checklist: list, risk: risk, law: risk, standards: [],
        asOf: day("2025-12-31")
      ).isEmpty)
  }

  @Test func `mistakes of the table are told with their lines, all at once`() throws {
    let text = """
      metric,title,target,unit,minimumAnswers,from,until,source
      redyness,A,90,days,,2026-01-01,,x
      efficiency,B,many,percent,,2026-01-01,,x
      efficiency,C,85,percent,,soon,,x
      """
    let mistakes = #expect(throws: Mistakes.self) {
      try Targets(Source(name: "t.csv", bytes: Array(text.utf8)))
    }
    #expect(mistakes?.all.map(\.location.line) == [2, 3, 4])
    #expect(mistakes?.all.first?.suggestion?.contains("readiness") == true)
  }
}
