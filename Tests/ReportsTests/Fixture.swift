import Diagnostics
@testable import Engine
import FEEL
@testable import Rules

@testable import Reports

/// A made-up company, with a finding of every verdict and text that tries to break out of every format.
enum Fixture {
  static let hostile = "<script>alert(1)</script> \"quoted\" & 'single'\nsecond line | `code` =cmd\u{1B}[31m"

  static let report = Report(
    assessment: assessment, checklist: checklist, risk: risk, metrics: [],
    commandLine: "pratique check plan.yaml --as-of 2026-11-02", packsFrom: "jurisdictions",
    controlTitles: [
      "eu-representative": "Representative in the Union", "dpia": "Data protection impact assessment",
      "scc": "Standard contractual clauses",
    ], digest: sha256)

  /// The same company with profiles: an obligation is dropped, another is not selected.
  static let tailored: Report = {
    var report = Fixture.report
    let by = { (profile: String, line: Int) in
      Tailoring.Decision(
        profile: profile, reason: "Reason \(line): \(hostile)",
        location: Location(file: "\(profile).xml", line: line))
    }
    var tailoring = Tailoring(profiles: [
      .init(
        id: "healthcare", title: "Healthcare", summary: "For care.", file: "rules/profiles/healthcare.xml",
        sha256: "00ff", bases: []),
      .init(
        id: "acme", title: hostile, summary: hostile, file: "acme.xml", sha256: "11ee", bases: ["healthcare"]),
    ])
    tailoring.selections = [.init(selector: Selector(pack: "eu.*"), provisions: 12, by: by("acme", 4))]
    tailoring.leftOut = [
      .init(
        pack: "eu.gdpr", provision: "art-27", title: "Designate a representative", modality: .obligation,
        isLaw: true, way: .dropped, by: by("acme", 5)),
      .init(
        pack: "house.policy", provision: "staff", title: "Enough staff", modality: .obligation, isLaw: false,
        way: .notSelected, by: by("acme", 4)),
    ]
    tailoring.places = ["eu.gdpr/art-27": 0, "house.policy/staff": 1]
    tailoring.kept = [
      .init(pack: "eu.gdpr", provision: "art-37", droppedBy: "healthcare", by: by("acme", 6))
    ]
    tailoring.weights = [
      .init(
        weight: .init(
          selector: Selector(topic: "security"), harm: .security, factor: Decimal(3), source: hostile),
        provisions: 3, by: by("healthcare", 7))
    ]
    tailoring.emphases = [.init(text: "the audit trail", source: "a book", profile: "healthcare")]
    tailoring.readings = [
      .init(pack: "eu.ai-act", provision: "art-22", reading: "wide", title: "Wide", by: by("acme", 8))
    ]
    tailoring.settings = [
      .init(pack: "house.policy", parameter: "leastStaff", text: "30", value: .null, by: by("acme", 9))
    ]
    tailoring.appetite.block = (.medium, by("acme", 10))
    tailoring.appetite.verify = (.high, by("acme", 11))
    tailoring.appetite.limits = [.init(harm: .compliance, level: .low, by: by("acme", 12))]
    report.assessment.tailoring = tailoring
    report.assessment.tailoredOut = report.assessment.findings.filter { $0.provision == "art-27" }
    report.assessment.findings.removeAll { $0.provision == "art-27" }
    return report
  }()

  static let empty: Report = {
    var report = Fixture.report
    report.assessment.findings = []
    report.assessment.packs = []
    report.assessment.markets = []
    report.assessment.transfers = []
    report.assessment.questions = []
    report.assessment.later = []
    report.assessment.organization = nil
    report.checklist.tasks = []
    report.checklist.markets = []
    report.checklist.workloads = []
    report.checklist.criticalPath = []
    report.checklist.withoutRemedy = []
    report.checklist.legalDates = []
    report.risk.exposures = []
    report.risk.markets = []
    report.risk.total.met = 0
    report.risk.total.gaps = 0
    report.risk.total.undetermined = 0
    report.risk.total.applicable = 0
    report.risk.total.categories = []
    return report
  }()

  static let assessment = Assessment(
    planFile: "plan.yaml", organization: "Talentscope", asOf: date("2026-11-02"), horizon: date("2027-02-15"),
    engineVersion: "0.1.0",
    packs: [
      pack(
        "eu.gdpr", "General Data Protection Regulation", "EU", "dataProtection", "GDPR",
        "http://data.europa.eu/eli/reg/2016/679/oj"),
      pack(
        "eu.ai-act", "Artificial Intelligence Act", "EU", "artificialIntelligence", "AI-Act",
        "http://data.europa.eu/eli/reg/2024/1689/oj"),
      pack("de.bdsg", "Federal Data Protection Act", "DE", "employment", "DE-BDSG", nil),
    ],
    markets: [
      .init(
        country: "DE", name: "Germany", entry: date("2027-02-15"), packs: ["eu.gdpr", "eu.ai-act", "de.bdsg"]),
      .init(country: "FR", name: "France", entry: nil, packs: ["eu.gdpr", "eu.ai-act"]),
      .init(country: "BR", name: "Brazil", entry: date("2027-02-15"), packs: []),
    ], findings: findings,
    transfers: Deferred(made: [
      Transfer(
        id: "ranking-us", activity: "ranking", origin: "GDPR", originCountries: ["DE", "FR"],
        destination: "US",
        via: "storage", recipient: nil, store: "primary", mechanisms: [],
        findings: ["eu.gdpr/art-46@ranking-us"],
        laws: ["GDPR"]),
      Transfer(
        id: "ranking-x", activity: "ranking", origin: "GDPR", originCountries: ["DE"], destination: nil,
        via: "remote access", recipient: "llm", store: nil, mechanisms: nil, findings: [], laws: []),
    ]),
    questions: Deferred(made: [
      Question(
        fact: "organization.establishedInUnion",
        ask: "Does the organization have an establishment in the Union?",
        help: "An office, a branch or people who work there with some permanence count.",
        findings: ["eu.gdpr/art-37@organization", "eu.ai-act/art-22@ranker"], severity: .high,
        paste: "organization: { establishedIn: [] }", values: []),
      Question(
        fact: "systems[ranker].uses", ask: "What is the system used for?\n<b>bold</b>", help: nil,
        findings: ["eu.ai-act/art-22@ranker"], severity: .medium,
        paste: "systems:\n  - { id: ranker, uses: [] }",
        values: ["recruitment", "credit scoring"]),
    ]),
    later: [
      .init(
        pack: "eu.ai-act", provision: "art-6-1", title: "High-risk systems that are products",
        citations: [Citation(law: "AI-Act", article: "6", paragraph: "1")], from: date("2028-08-02"))
    ])

  static let checklist = Checklist(
    start: date("2026-11-02"), deadline: date("2027-01-31"),
    tasks: [
      task(
        "eu-representative", "Representative in the Union", .prepare, "2026-11-02", "2026-11-20",
        critical: true,
        closes: ["eu.gdpr/art-27@organization"]),
      task(
        "scc", "Standard contractual clauses", .build, "2026-11-23", "2026-12-18",
        requires: ["eu-representative"],
        critical: true, closes: ["eu.gdpr/art-46@ranking-us"]),
      task(
        "dpia", "Data protection impact assessment; with, commas", .build, "2026-12-21", "2027-02-26",
        requires: ["scc"], critical: true, closes: ["eu.gdpr/art-35@ranking"],
        external: "supervisory authority"),
      task("policies", hostile, .run, "2026-11-02", "2026-12-04", closes: [], planned: true),
    ], finish: date("2027-02-26"), latestFinish: date("2027-04-09"), fits: false, fitsAtWorst: false,
    criticalPath: ["eu-representative", "scc", "dpia"], withoutRemedy: ["de.bdsg/s-26@ranking"],
    legalDates: [
      .init(
        date: date("2026-12-02"), title: "AI-Act Article 26: duties of deployers",
        findings: ["eu.ai-act/art-26@ranker"])
    ],
    markets: [
      .init(
        country: "DE", name: "Germany", entry: date("2027-02-15"), ready: date("2027-02-26"),
        worstReady: date("2027-04-09"), unblocked: date("2026-12-18"), blockedBy: [], isInTime: false,
        chain: ["eu-representative", "scc", "dpia"]),
      .init(
        country: "FR", name: "France", entry: nil, ready: date("2027-02-26"), worstReady: date("2027-04-09"),
        unblocked: date("2026-12-18"), blockedBy: [], isInTime: nil,
        chain: ["eu-representative", "scc", "dpia"]),
    ], workloads: [.init(owner: "DPO", tasks: 4, effortDays: 30, workingDays: 63)],
    assumptions: ["Working days of the owner's country; no leave is planned."])

  static let risk = Risk(
    formula: "score = sum of likelihood × impact of open findings ÷ sum of all applicable × 100",
    scoring: Scoring(
      model: .severity,
      parameters: [
        .init(name: "remaining.asserted", value: 0.2, from: date("2026-01-01"), source: "Working judgement")
      ]),
    total: readiness(nil, met: 2, gaps: 4, unknown: 2),
    markets: [
      readiness("DE", met: 2, gaps: 4, unknown: 2), readiness("FR", met: 2, gaps: 3, unknown: 2),
      readiness("BR", met: 0, gaps: 0, unknown: 0),
    ],
    systems: [],
    exposures: [
      .init(
        finding: "eu.gdpr/art-27@organization", sanction: "art-83-4", citation: "GDPR Article 83(4)",
        formula: "higher of EUR 10,000,000 and 2 % of worldwide group turnover (EUR 16,500,000)",
        maximum: "EUR 10,000,000", amount: 10_000_000, currency: "EUR", sizeRule: nil,
        consequences: ["order to stop processing"], missing: [], unit: nil, unitAmount: nil),
      .init(
        finding: "eu.gdpr/art-46@ranking-us", sanction: "art-83-5", citation: "GDPR Article 83(5)",
        formula: "higher of EUR 20,000,000 and 4 % of worldwide group turnover (EUR 16,500,000)",
        maximum: "EUR 20,000,000", amount: 20_000_000, currency: "EUR", sizeRule: nil,
        consequences: ["suspension of data flows"], missing: [], unit: nil, unitAmount: nil),
      .init(
        finding: "de.bdsg/s-26@ranking", sanction: "s-43", citation: "DE-BDSG § 43",
        formula: "fixed amount per violation", maximum: nil, amount: nil, currency: nil,
        sizeRule: "none for small enterprises", consequences: [], missing: ["organization.turnover"],
        unit: nil, unitAmount: nil),
    ])
}

extension Fixture {
  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is not a date") }
    return date
  }

  static func pack(
    _ id: String, _ title: String, _ jurisdiction: String, _ topic: String, _ law: String, _ href: String?
  ) -> Assessment.PackUsed {
    .init(
      id: id, title: title, jurisdiction: jurisdiction, topic: topic, edition: "2026.11",
      sha256: String(repeating: "ab", count: 32),
      review: Review(
        on: "2026-10-21", confidence: href == nil ? .low : .high, note: "read article by article"),
      boundary: "Does not cover processing by competent authorities.",
      sources: [
        LegalSource(
          id: "main", law: law, title: title, href: href, textRead: href != nil,
          period: Period(from: date("2018-05-25")))
      ], provisionCount: 40)
  }

  static func task(
    _ id: String, _ title: String, _ phase: Checklist.Phase, _ start: String, _ finish: String,
    requires: [String] = [], critical: Bool = false, closes: [String], external: String? = nil,
    planned: Bool = false
  ) -> Checklist.Task {
    .init(
      id: id, title: title, description: "Do it, and keep the proof; then file it.", owner: "DPO",
      external: external,
      stream: "regulatory", phase: phase, duration: (min: 5, likely: 15, max: 30), effortDays: 7.5,
      requires: requires,
      earliestStart: date(start), earliestFinish: date(finish), latestStart: date(start),
      latestFinish: critical ? date(finish) : date("2027-01-29"), slack: critical ? 0 : 40,
      isCritical: critical,
      closes: closes, evidence: "Signed document", isPlanned: planned, worstFinish: date("2027-04-09"),
      calendars: ["DE"], start: date(start), finish: date(finish))
  }

  static func readiness(_ market: String?, met: Int, gaps: Int, unknown: Int) -> Risk.Readiness {
    let all = met + gaps + unknown
    func share(_ weight: Double) -> Risk.Share {
      .init(
        worst: .init(met: weight * Double(met), of: weight * Double(all)),
        best: .init(met: weight * Double(met + unknown), of: weight * Double(all)))
    }
    return .init(
      market: market, met: met, gaps: gaps, undetermined: unknown, applicable: all,
      share: share(1), weighted: share(9),
      categories: all == 0
        ? []
        : [
          .init(
            category: .compliance, score: .init(low: 41.66, high: 66.66), low: .medium, high: .high,
            inherent: .init(low: 66.66, high: 66.66), inherentLow: .high, inherentHigh: .high,
            points: .init(low: 13.8, high: 21), inherentPoints: .init(low: 21, high: 21),
            gaps: ["eu.gdpr/art-27@organization"], undetermined: ["eu.gdpr/art-37@organization"],
            contributions: [
              .init(
                duty: "eu.gdpr/art-27", finding: "eu.gdpr/art-27@organization", points: 12, factor: 1,
                weighted: 12, remaining: .init(low: 1, high: 1), inherent: .init(low: 1, high: 1)),
              .init(
                duty: "eu.gdpr/art-37", finding: "eu.gdpr/art-37@organization", points: 9, factor: 1,
                weighted: 9, remaining: .init(low: 0.2, high: 1), inherent: .init(low: 1, high: 1)),
            ]),
          .init(
            category: .security, score: .init(low: 12, high: 12), low: .low, high: .low,
            inherent: .init(low: 12, high: 12), inherentLow: .low, inherentHigh: .low,
            points: .init(low: 3, high: 3), inherentPoints: .init(low: 3, high: 3), gaps: [],
            undetermined: [], contributions: []),
        ], upcoming: [])
  }
}
