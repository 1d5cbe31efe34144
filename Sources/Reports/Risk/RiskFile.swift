import Engine
import Rules

/// The parts of a result that scores consist of, with every table that they can be worked out from again.
package enum RiskFile {
  /// Since 1.4, as everything here.
  package struct Model: Codable, Sendable {
    package var name, formula: String
    /// The profile that chose it, and why; absent: nobody did.
    package var profile, reason: String?
  }
  package struct Parameter: Codable, Sendable {
    package var name: String
    package var value: Double
    package var from, source: String
  }
  package struct Quotient: Codable, Sendable {
    package var met, of: Double
  }
  package struct Share: Codable, Sendable {
    package var worst, best: Quotient
    package var percent: ResultFile.Bounds
  }
  package struct Duty: Codable, Sendable {
    package var duty: String
    package var outcomes: [String]
    package var weight: ResultFile.Bounds
    package var findings: Int
  }
  package struct System: Codable, Sendable {
    package var id, title: String
  }
  package struct Reduction: Codable, Sendable {
    package var points: ResultFile.Bounds
    package var remedies: [Step]
    package var facts: [Settling]
  }
  package struct Step: Codable, Sendable {
    package var title: String
    package var controls: [String]
    package var change: String?
    package var findings: [String]
    package var effortDays, days: Double
    package var lowers: ResultFile.Bounds
    package var perEffortDay, perDay: Double
    package var basis: String
  }
  package struct Settling: Codable, Sendable {
    package var fact, ask: String
    package var findings: Int
    package var settles: ResultFile.Bounds
    package var tried: [String]
    package var basis: String
  }
}

extension RiskFile.Model {
  init(_ scoring: Scoring) {
    self.init(
      name: scoring.model.rawValue, formula: scoring.model.formula(scoring), profile: scoring.by?.profile,
      reason: scoring.by?.reason)
  }
}

extension RiskFile.Share {
  init(_ share: Risk.Share) {
    self.init(worst: .init(share.worst), best: .init(share.best), percent: .init(share.percent))
  }
}

extension RiskFile.Quotient {
  init(_ quotient: Risk.Quotient) { self.init(met: exact(quotient.met), of: exact(quotient.of)) }
}

extension RiskFile.Reduction {
  init(_ reduction: Reduction) {
    self.init(
      points: .init(exactly: reduction.points),
      remedies: reduction.steps.map {
        .init(
          title: $0.title, controls: $0.controls, change: $0.change, findings: $0.findings,
          effortDays: exact($0.effort), days: exact($0.days), lowers: .init(exactly: $0.lowers),
          perEffortDay: exact($0.perEffort), perDay: exact($0.perDay), basis: $0.basis.rawValue)
      },
      facts: reduction.facts.map {
        .init(
          fact: $0.fact, ask: $0.ask, findings: $0.findings, settles: .init(exactly: $0.settles),
          tried: $0.tried, basis: $0.basis.rawValue)
      })
  }
}

extension ResultFile.Bounds {
  /// To four decimals, for what other numbers are worked out from.
  init(exactly range: Risk.Range) { self.init(low: exact(range.low), high: exact(range.high)) }
}

/// Four decimals: hides the last bits of binary arithmetic.
func exact(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
