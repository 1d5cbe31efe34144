/// The result file: what JSON writes. Additions raise the minor version and may be ignored by readers;
/// anything else raises the major version, and a reader of another major version must refuse it.
package struct ResultFile: Codable, Sendable {
  package static let schemaVersion = "1.7"

  package var schemaVersion: String
  package var asOf: String
  package var horizon: String
  package var engine: String
  package var commandLine: String
  package var plan: Plan
  /// Absent if no profile tailored the packs.
  package var profile: Profile?
  package var packs: [Pack]
  package var markets: [Market]
  package var decision: String
  package var findings: [Finding]
  package var transfers: [Transfer]
  package var conflicts: [Conflict]
  package var nearness: [Nearness]
  package var questions: [Question]
  package var later: [LaterLaw]
  package var checklist: Checklist
  package var risk: Risk
  /// Since 1.6; absent: the plan names none.
  package var evidence: [Evidence]?
  /// Since 1.6; absent: there is none. The scores without waived gaps are there only if a gap is waived.
  package var waivers: [Waiver]?
  package var accepting: Accepting?
  /// Since 1.3; absent: none has a target on the day.
  package var metrics: [MetricFile]?
  /// Since 1.3; absent: not asked for.
  package var loss: LossFile?

  package struct Plan: Codable, Sendable {
    package var file: String
    package var organization: String?
  }
  package struct Pack: Codable, Sendable {
    package var id, title, jurisdiction, topic, edition, sha256: String
    package var review: Review
    package var boundary: String?
    package var sources: [Source]
    package var provisions: Int
    /// Its decision tables; absent if it has none.
    package var tables: [Table]?
  }
  package struct Table: Codable, Sendable {
    package var file, sha256: String
  }
  package struct Review: Codable, Sendable {
    package var on, confidence, note: String
  }
  package struct Source: Codable, Sendable {
    package var id, law, title: String
    package var href: String?
    package var textRead: Bool
    package var from, until: String?
  }
  package struct Market: Codable, Sendable {
    package var country, name: String
    package var entry: String?
    package var packs: [String]
    package var decision: String
  }
  package struct Finding: Codable, Sendable {
    package var id, pack, provision, modality, title, summary, topic: String
    package var subject: Subject
    package var markets: [String]
    package var actor: String?
    package var outcomes: [String]
    package var verdict, severity: String
    package var blocksEntry, verify: Bool
    package var confidence: String
    package var citations: [Citation]
    package var quotes: [Quote]
    package var appliesFrom, appliesUntil: String?
    package var because: [Reason]
    package var exceptions: [Exception]
    package var unknownFacts: [String]
    package var location: Location
    package var flips: [String]
    package var remedies: [Remedy]
    package var readings: [Reading]
    package var harms: [Harm]
    package var sanctions: [Sanction]
    package var controls: [Control]
    /// Absent if the provision has no rule of place, or does not apply.
    package var residencies: [Residency]?
  }
  package struct Residency: Codable, Sendable {
    package var rule, title, holds: String
    package var countries, groups, stores: [String]
    package var members: [Member]
    package var permits: [Permit]
    package struct Member: Codable, Sendable {
      package var kind, id: String
      package var country, region: String?
      package var holds: String
    }
    package struct Permit: Codable, Sendable {
      package var title: String
      package var needsApproval: Bool
      package var citations: [Citation]
    }
  }
  /// A provision that would be judged otherwise if the business were a fifth larger or smaller.
  package struct Nearness: Codable, Sendable {
    package var pack, provision, title: String
    package var citations: [Citation]
    package var subject: Subject
    package var now, then: String
    package var above: Bool
    package var figures: [Figure]
    package struct Figure: Codable, Sendable {
      package var fact: String
      package var value: Int
      package var border: Int?
      package var location: Location?
    }
  }
  /// Two laws that want of the same data what cannot both be done.
  package struct Conflict: Codable, Sendable {
    package var id, kind, title: String
    package var certain: Bool
    package var activities: [String]
    package var sides: [Side]
    package var options: [Option]
    package struct Side: Codable, Sendable {
      package var demand: String
      package var jurisdictions, findings, citations: [String]
    }
    package struct Option: Codable, Sendable {
      package var title, text: String
      package var basis: String?
    }
  }
  package struct Subject: Codable, Sendable {
    package var kind, id, title: String
  }
  package struct Citation: Codable, Sendable {
    package var law, article: String
    package var paragraph, href: String?
    package var text: String
  }
  package struct Quote: Codable, Sendable {
    package var text: String
    package var citation: Citation?
    package var href, language: String?
  }
  package struct Reason: Codable, Sendable {
    package var part, text: String
    package var expression: String?
    package var result: String
    package var facts: [Fact]
    /// Rules of decision tables that it rests on; absent if there is none.
    package var rows: [Row]?
  }
  package struct Row: Codable, Sendable {
    package var table: String
    package var row: Int
    package var notes: [String]
  }
  package struct Fact: Codable, Sendable {
    package var fact: String
    package var value: String?
    package var location: Location?
  }
  package struct Exception: Codable, Sendable {
    package var title: String
    package var citations: [Citation]
    package var result: String
  }
  package struct Location: Codable, Sendable {
    package var file: String
    package var line, column: Int
  }
  package struct Remedy: Codable, Sendable {
    package var title: String
    package var controls: [String]
    package var change: String?
    package var days: Int?
    package var effort, cost: Double?
    /// A condition in FEEL.
    package var when: String?
    package var edits: [Edit]
    package var surrenders: Bool
  }
  package struct Edit: Codable, Sendable {
    package var operation, fact, value: String
  }
  package struct Reading: Codable, Sendable {
    package var id, title, verdict: String
    package var appliesFrom: String?
  }
  package struct Harm: Codable, Sendable {
    package var category, likelihood, impact: String
    package var score: Int
  }
  package struct Sanction: Codable, Sendable {
    package var id, rule: String
    package var citations: [Citation]
    package var fixed, currency, percent, of, floor, cap: String?
    package var sizes: [SizeRule]
    package var consequences: [String]
    package var confidence: String
    package var from, until: String?
  }
  package struct SizeRule: Codable, Sendable {
    package var of, rule: String
    package var citation: Citation?
    package var from, until: String?
  }
  package struct Control: Codable, Sendable {
    package var control: String
    package var title: String
    package var assurance: String
  }
  package struct Transfer: Codable, Sendable {
    package var id, activity, origin: String
    package var originCountries: [String]
    package var destination: String?
    package var via: String
    package var recipient, store: String?
    package var mechanisms: [String]?
    package var findings, laws: [String]
  }
  package struct Question: Codable, Sendable {
    package var fact, ask: String
    package var help: String?
    package var findings: [String]
    package var severity, paste: String
    package var values: [String]
  }
  package struct LaterLaw: Codable, Sendable {
    package var pack, provision, title: String
    package var citations: [Citation]
    package var from: String
  }
  package struct Checklist: Codable, Sendable {
    package var start, deadline, finish, latestFinish: String
    package var fits, fitsAtWorst: Bool
    package var tasks: [Task]
    package var criticalPath, withoutRemedy: [String]
    package var legalDates: [LegalDate]
    package var markets: [MarketDate]
    package var workloads: [Workload]
    package var assumptions: [String]
    /// Since 1.3, as everything below that may be absent.
    package var choice: ScheduleFile.Choice?
    package var bound: ScheduleFile.Bound?
    package var clocks: [ScheduleFile.Clock]?
    package var likelihood: ScheduleFile.Likelihood?
    package var levers: [ScheduleFile.Lever]?
  }
  package struct MarketDate: Codable, Sendable {
    package var country, name: String
    package var entry, ready, worstReady, unblocked: String?
    package var blockedBy: [String]
    package var isInTime: Bool?
    package var chain: [String]
  }
  package struct Workload: Codable, Sendable {
    package var owner: String
    package var tasks: Int
    package var effortDays: Double
    package var workingDays: Int
    package var people, peak: Double?
  }
  package struct Task: Codable, Sendable {
    package var id, title, description, owner: String
    package var external: String?
    package var stream, phase: String
    package var duration: Duration
    package var effortDays: Double
    package var requires: [String]
    package var earliestStart, earliestFinish, latestStart, latestFinish: String
    package var slack: Int
    package var isCritical: Bool
    package var closes: [String]
    package var evidence: String
    package var isPlanned: Bool
    package var worstFinish: String
    package var calendars: [String]
    package var start, finish, due: String?
    package var isLate: Bool?
    package var doneWhen: String?
    package var waits: [ScheduleFile.Wait]?
    package var markets, provisions: [String]?
    package var people, cost: Double?
    package var progress: ScheduleFile.Progress?
    package var baseline: ScheduleFile.Span?
    package var pushes: [String]?
  }
  package struct Duration: Codable, Sendable {
    package var min, likely, max: Int
  }
  package struct LegalDate: Codable, Sendable {
    package var date, title: String
    package var findings: [String]
  }
  package struct Risk: Codable, Sendable {
    package var formula: String
    package var total: Readiness
    package var markets: [Readiness]
    package var exposures: [Exposure]
    /// Since 1.4, as what is optional in the parts below.
    package var model: RiskFile.Model?
    package var parameters: [RiskFile.Parameter]?
    package var systems: [Readiness]?
    package var reduction: RiskFile.Reduction?
  }
  package struct Bounds: Codable, Sendable {
    package var low, high: Double
  }
  package struct Readiness: Codable, Sendable {
    package var market: String?
    package var met, gaps, undetermined, applicable: Int
    package var percent: Bounds
    package var categories: [Category]
    package var upcoming: [String]
    package var system: RiskFile.System?
    package var share, weighted: RiskFile.Share?
    package var duties: [RiskFile.Duty]?
  }
  package struct Category: Codable, Sendable {
    package var category: String
    package var score: Bounds
    package var low, high: String
    package var gaps, undetermined: [String]
    package var contributions: [Contribution]
    package var inherent: Bounds?
    package var inherentLow, inherentHigh: String?
    package var points, inherentPoints: Bounds?
  }
  package struct Contribution: Codable, Sendable {
    package var finding: String
    package var points: Int
    package var remaining: Bounds
    package var duty: String?
    package var factor, weighted: Double?
    package var inherent: Bounds?
  }
  package struct Exposure: Codable, Sendable {
    package var finding, sanction, citation, formula: String
    package var maximum: String?
    package var amount: Double?
    package var unit: String?
    package var unitAmount: Double?
    package var currency, sizeRule: String?
    package var consequences, missing: [String]
  }
}
