import Diagnostics
@testable import Engine
import FEEL
@testable import Rules

extension Fixture {
  static let findings: [Finding] = [
    finding(
      "de.bdsg", "s-26", "ranking", .gap, .high, title: "Base employment processing on a ground", verify: true
    ),
    finding(
      "eu.ai-act", "art-22", "ranker", .undetermined, .medium, title: "Appoint an authorised representative"),
    finding(
      "eu.ai-act", "art-26", "ranker", .upcoming, .high, title: "Follow the instructions for use",
      from: "2026-12-02"),
    finding(
      "eu.ai-act", "art-5", "ranker", .notApplicable, .critical, title: "No prohibited practice",
      modality: .prohibition),
    finding(
      "eu.gdpr", "art-27", "organization", .gap, .critical, title: "Designate a representative in the Union",
      blocks: true),
    finding("eu.gdpr", "art-30", "organization", .satisfied, .low, title: "Keep a record of processing"),
    finding("eu.gdpr", "art-32", "organization", .satisfied, .medium, title: hostile),
    finding("eu.gdpr", "art-35", "ranking", .gap, .medium, title: "Assess the impact on data protection"),
    finding(
      "eu.gdpr", "art-37", "organization", .undetermined, .high, title: "Designate a data protection officer"),
    finding("eu.gdpr", "art-44", "ranking-us", .error, .medium, title: "General principle for transfers"),
    finding(
      "eu.gdpr", "art-45", "ranking-us", .notAllowed, .low, title: "Transfer on an adequacy decision",
      modality: .permission),
    finding(
      "eu.gdpr", "art-46", "ranking-us", .gap, .critical, title: "Transfer with appropriate safeguards",
      blocks: true,
      modality: .prohibition),
    finding(
      "eu.gdpr", "art-49", "ranking-us", .allowed, .low, title: "Transfer under a derogation",
      modality: .permission),
    finding("eu.gdpr", "art-7", "organization", .waived, .medium, title: "Prove consent"),
  ]

  static func finding(
    _ pack: String, _ provision: String, _ subject: String, _ verdict: Verdict, _ severity: Severity,
    title: String,
    blocks: Bool = false, verify: Bool = false, modality: Provision.Modality = .obligation,
    from: String? = nil
  ) -> Finding {
    let number = provision.split(separator: "-").last.map(String.init) ?? provision
    let law = ["eu.gdpr": "GDPR", "eu.ai-act": "AI-Act"][pack] ?? "DE-BDSG"
    let article = law == "DE-BDSG" ? "§ \(number)" : number
    let citation = Citation(
      law: law, article: article, paragraph: law == "GDPR" ? "1" : nil,
      href: law == "GDPR" ? "javascript:alert(1)" : nil)
    let isOpen = verdict == .gap || verdict == .undetermined || verdict == .upcoming
    let kind =
      subject == "organization"
      ? "organization" : subject == "ranking" ? "activity" : subject == "ranker" ? "system" : "transfer"
    let rule = Provision(
      id: provision, replaces: [], modality: modality, per: kind, title: title,
      summary: "What the provision asks, in one sentence.", citations: [citation], actor: "controller",
      quotes: verify
        ? []
        : [
          Quote(
            text: "the controller shall designate in writing a representative <in> the Union",
            citation: citation,
            href: "http://data.europa.eu/eli/reg/2016/679/oj", language: "en")
        ],
      period: Period(from: date(from ?? "2018-05-25")), confidence: verify ? .low : .high,
      reviewed: "2026-11-21",
      topic: pack == "eu.ai-act"
        ? "artificialIntelligence"
        : pack == "de.bdsg" ? "employment" : subject == "ranking-us" ? "transfer" : "dataProtection",
      textRead: !verify, applies: nil, exceptions: [], requirement: nil, residencies: [], demands: [],
      releases: [], readings: [],
      sanctions: ["art-83-4"],
      harms: [Harm(category: .compliance, likelihood: .almostCertain, impact: .moderate)],
      remedies: verdict == .gap && !verify
        ? [
          Remedy(
            title: "Appoint a representative", controls: ["eu-representative"],
            change: "establishedIn: [US, DE]", days: 20)
        ]
        : [],
      location: Location(file: "pack.xml", line: 1))
    let tier = Sanction(
      id: "art-83-4", citations: [citation], fixed: Decimal(10_000_000), currency: "EUR",
      percent: Decimal(2), of: "worldwide-group-turnover-preceding-year", floor: nil, cap: nil,
      rule: .higherOf, sizes: [.init(of: .sme, rule: .lowerOf, citation: nil, period: Period())],
      consequences: ["reprimand"], confidence: .high, period: Period())
    return Finding(
      id: "\(pack)/\(provision)@\(subject)",
      Rule(rule, of: pack, sanctions: [tier], severity: severity, blocksEntry: blocks),
      subject: Subject(kind: kind, id: subject, title: subject == "organization" ? "Talentscope" : subject),
      markets: pack == "de.bdsg" ? ["DE"] : ["DE", "FR"], outcomes: outcomes(verdict), verdict: verdict,
      otherReadings: verdict == .undetermined
        ? [
          ReadingResult(
            id: "broad", title: "A server counts as an establishment", verdict: .satisfied, appliesFrom: nil)
        ] : [],
      controls: [
        ControlState(control: "eu-representative", assurance: verdict == .satisfied ? .evidenced : .missing)
      ],
      explanation: explanation(verdict, law: law, article: article, isOpen: isOpen), on: date("2026-11-21"))
  }

  private static func explanation(_ verdict: Verdict, law: String, article: String, isOpen: Bool)
    -> Explanation
  {
    Explanation(
      because: [
        Reason(
          part: .applies, text: "not established in the Union and people in the Union are addressed",
          expression:
            "not(organization.establishedInUnion) and some a in activities satisfies a.targetsUnion",
          result: verdict == .undetermined ? .unknown : verdict == .notApplicable ? .no : .yes,
          facts: [
            .init(
              fact: "organization.establishedIn", value: verdict == .undetermined ? nil : "[\"US\"]",
              location: Location(file: "plan.yaml", line: 2, column: 24)),
            .init(
              fact: "activities[ranking].targetsUnion", value: "true",
              location: Location(file: "plan.yaml", line: 9)),
          ])
      ],
      exceptions: isOpen
        ? [
          ExceptionConsidered(
            title: "Occasional processing without risk",
            citations: [Citation(law: law, article: article, paragraph: "2(a)")], result: .no)
        ] : [],
      unknownFacts: verdict == .undetermined
        ? [("organization.establishedInUnion", Cell(kind: 0, row: 0, fact: 0))] : [],
      location: Location(file: "plan.yaml", line: 2, column: 3),
      failing: verdict == .gap ? ["organization.establishedIn includes a member state"] : [])
  }

  private static func outcomes(_ verdict: Verdict) -> Outcomes {
    switch verdict {
    case .satisfied, .allowed: [.satisfied]
    case .gap, .upcoming, .waived: [.gap]
    case .notApplicable, .notAllowed: [.notApplicable]
    case .undetermined: [.satisfied, .gap]
    case .error: [.error]
    }
  }
}

extension Finding {
  /// The same but for what `change` does to the rule and its reason.
  func with(
    subject: Subject? = nil, blocksEntry: Bool? = nil,
    _ change: (inout Provision, inout Explanation) -> Void = { _, _ in }
  ) -> Finding {
    var provision = rule.provision
    var explanation = explanation
    change(&provision, &explanation)
    return Finding(
      id: id,
      Rule(
        provision, of: rule.pack, sanctions: rule.sanctions, severity: rule.severity,
        blocksEntry: blocksEntry ?? rule.blocksEntry),
      subject: subject ?? self.subject, markets: markets, outcomes: outcomes, verdict: verdict,
      otherReadings: otherReadings, controls: controls, explanation: explanation, on: day)
  }
}
