@testable import Engine
import FEEL
@testable import Rules

@testable import Reports

extension Fixture {
  /// With what would lower the risk, and the register.
  static let weighed: Report = {
    var report = Fixture.report
    report.reduction = Reduction(
      points: .init(low: 13.8, high: 21),
      steps: [
        .init(
          title: "Designate a representative", controls: ["eu-representative"], change: nil,
          findings: ["eu.gdpr/art-27@organization"], effort: 2, days: 14, lowers: .init(low: 12, high: 12),
          basis: .judgedAgain),
        .init(
          title: "=Name an officer", controls: ["dpo"], change: "Name one.",
          findings: ["eu.gdpr/art-37@organization"], effort: 3, days: 5, lowers: .init(low: 1.8, high: 9),
          basis: .fromFindings),
      ],
      facts: [
        .init(
          fact: "organization.largeScale", ask: "Large?", findings: 2, settles: .init(low: 2, high: 7.2),
          tried: ["true", "false"], basis: .judgedAgain),
        .init(
          fact: "organization.employees", ask: "How many?", findings: 1, settles: .init(low: 0, high: 7.2),
          tried: [], basis: .fromFindings),
      ])
    report.register = RiskRegister(entries: [
      .init(
        id: "risk-eu-gdpr-art-27", duty: "eu.gdpr/art-27", title: "Designate a representative",
        subjects: ["the organization"], markets: ["DE", "FR"],
        cause: "GDPR Article 27(1) asks for something that the plan does not have",
        consequences: [
          .init(category: .compliance, likelihood: "likely", impact: "moderate", points: 12),
          .init(category: .financial, likelihood: "notDeclared", impact: "notDeclared", points: 4),
        ], sanctions: ["order to stop processing", "fine under GDPR Article 83(4)"],
        citations: ["GDPR Article 27(1)"], category: .compliance, inherent: .init(low: 12, high: 12),
        residual: .init(low: 12, high: 12), actor: "controller", treatment: .reduce,
        treatmentReason: "Designate a representative",
        controls: [.init(control: "eu-representative", assurance: .planned)],
        findings: ["eu.gdpr/art-27@organization"], review: date("2027-01-31"), aboveAppetite: .low),
      .init(
        id: "risk-eu-gdpr-art-37", duty: "eu.gdpr/art-37", title: "Name an officer",
        subjects: ["the organization"],
        markets: ["DE"], cause: "GDPR Article 37(1) may ask for something that the plan does not have",
        consequences: [.init(category: .compliance, likelihood: "possible", impact: "moderate", points: 9)],
        sanctions: [], citations: ["GDPR Article 37(1)"], category: .compliance,
        inherent: .init(low: 0, high: 9),
        residual: .init(low: 0, high: 9), actor: nil, treatment: .open,
        treatmentReason: "not known whether there is a gap",
        controls: [.init(control: "dpo", assurance: .asserted)], findings: ["eu.gdpr/art-37@organization"],
        review: date("2027-05-01"), aboveAppetite: nil),
    ])
    return report
  }()
}
