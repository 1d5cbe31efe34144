import Diagnostics
@testable import Engine
import FEEL
@testable import Rules

@testable import Reports

extension Fixture {
  /// Three plans and an earlier result of two. Every score has one duty behind it: score = points ÷ 25 × 100.
  static let portfolio = Portfolio(
    [core, beta, acme], earlier: [goneBefore, acmeBefore], asOf: date("2026-11-02"), engine: "0.1.0")

  static let acme = entry(
    "Acme",
    [
      row("DE", "Germany (DE)", .noGo, [.compliance: (48, 80), .security: (12, 12)]),
      row("FR", "France (FR)", .goWithConditions, [.compliance: (20, 20)]),
    ])
  static let beta = entry(
    "Beta",
    [
      row("BR", "Brazil (BR)", .cannotTell, [:], isCovered: false),
      row("DE", "Germany (DE)", .noGo, [.compliance: (80, 80)]),
    ])
  static let core = entry("Core", [row(nil, "Whole plan", .go, [:])])

  /// Germany was better to enter; Italy is gone, France new; security was not scored.
  static let acmeBefore = before(
    "Acme", "acme.yaml",
    [
      earlierRow("DE", "Germany (DE)", .goWithConditions, (200, 500), compliance: (605, 700)),
      earlierRow("IT", "Italy (IT)", .noGo, (0, 1000), compliance: (0, 0)),
    ])
  static let goneBefore = before(
    "Gone", "gone.yaml", [earlierRow("DE", "Germany (DE)", .go, (1000, 1000), compliance: (0, 0))])

  static func entry(_ name: String, file: String? = nil, _ rows: [Portfolio.Row]) -> Portfolio.Entry {
    .init(
      name: name, file: file ?? "\(name.lowercased()).yaml", packs: ["eu.gdpr abab"], profiles: [], rows: rows
    )
  }

  /// Readiness is 2 of 8, from 25 to 50 %.
  static func row(
    _ market: String?, _ name: String, _ decision: Decision,
    _ scores: [Harm.Category: (low: Double, high: Double)], isCovered: Bool = true
  ) -> Portfolio.Row {
    .init(
      plan: 0, market: market, marketName: name, decision: decision,
      because: decision == .noGo
        ? "1 gap blocks entry" : isCovered ? "2 unknown" : "no pack covers this market",
      blockers: decision == .noGo ? ["eu.gdpr/art-27@organization"] : [], unknown: 2, isCovered: isCovered,
      met: 2, applicable: 8, readiness: .init(low: 25, high: 50),
      scores: Harm.Category.allCases.map { category in
        let (low, high) = scores[category] ?? (0, 0)
        return .init(
          category: category, score: .init(low: low, high: high), low: .init(score: low),
          high: .init(score: high), points: .init(low: low / 4, high: high / 4),
          breach: category == .compliance && high > 60
            ? .init(limit: "high", isCertain: low > 60) : nil)
      },
      ceilings: decision == .noGo ? Array(risk.exposures.prefix(2)).largest : [],
      openCeilings: decision == .noGo ? 1 : 0, entry: isCovered ? date("2027-02-15") : nil,
      ready: decision == .noGo
        ? .init(date: date("2027-02-26"), isInTime: false, blocked: 0)
        : .init(date: nil, isInTime: nil, blocked: 0))
  }

  static func before(_ name: String, _ plan: String, file: String? = nil, _ rows: [EarlierResult.Row])
    -> EarlierResult
  {
    let file = file ?? "\(name.lowercased())-may.json"
    return .init(
      file: file, location: .init(file: file, line: 7), version: ResultFile.schemaVersion, engine: "0.0.9",
      asOf: date("2026-05-01"), name: name, planFile: plan, packs: ["eu.gdpr cdcd"], profiles: [], rows: rows)
  }

  /// In tenths.
  static func earlierRow(
    _ market: String?, _ name: String, _ decision: Decision, _ readiness: (Int, Int), compliance: (Int, Int)
  ) -> EarlierResult.Row {
    .init(
      market: market, marketName: name, decision: decision, isCovered: true, met: 2, applicable: 10,
      readiness: .init(low: readiness.0, high: readiness.1),
      categories: Harm.Category.allCases.map {
        $0 == .compliance ? .init(low: compliance.0, high: compliance.1) : nil
      })
  }
}
