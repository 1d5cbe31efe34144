package import Diagnostics
package import FEEL
package import Rules

/// What the plan amounts to under the law of one date: every finding with its reason, the risk, and the way there.
package struct Assessment: Sendable {
  package struct PackUsed: Sendable {
    package var id: String
    package var title: String
    package var jurisdiction: String
    package var topic: String
    package var edition: String
    package var sha256: String
    /// Its decision tables: path and SHA-256.
    package var tables: [TableUsed] = []
    package var review: Review
    package var boundary: String?
    package var sources: [LegalSource]
    package var provisionCount: Int
  }
  package struct TableUsed: Sendable {
    package var file: String
    package var sha256: String
  }
  package struct Market: Sendable {
    package var country: String
    package var name: String
    package var entry: CalendarDate?
    /// Ids of the packs whose jurisdiction takes in this market.
    package var packs: [String]
  }

  package var planFile: String
  package var organization: String?
  /// The date whose law is applied.
  package var asOf: CalendarDate
  /// Later of 90 days after the as-of date and the last market entry.
  package var horizon: CalendarDate
  package var engineVersion: String
  package var packs: [PackUsed]
  package var markets: [Market]
  /// Ids of the packs whose jurisdiction takes in a country where the organization is established.
  package var homePacks: [String] = []
  /// Ordered by pack, provision and subject.
  package var findings: [Finding]
  /// Worked out when first asked for.
  private var deferredTransfers: Deferred<[Transfer]>
  private var deferredConflicts: Deferred<[Conflict]>
  private var deferredNearness: Deferred<[Nearness]>
  private var deferredQuestions: Deferred<[Question]>
  private var deferredEvidence: Deferred<[ControlEvidence]>
  /// What was accepted, in the order of the file of waivers.
  package internal(set) var waivers: [WaiverState] = []
  /// Law of these packs that starts after the horizon: listed, not judged.
  package var later: [LaterLaw]
  /// The profiles that tailored the packs.
  package var tailoring: Tailoring?
  /// Findings on provisions that the profiles leave out.
  package var tailoredOut: [Finding] = []

  package init(
    planFile: String, organization: String?, asOf: CalendarDate, horizon: CalendarDate, engineVersion: String,
    packs: [PackUsed], markets: [Market], findings: [Finding], transfers: Deferred<[Transfer]>,
    conflicts: Deferred<[Conflict]> = Deferred(made: []),
    nearness: Deferred<[Nearness]> = Deferred(made: []),
    questions: Deferred<[Question]>, evidence: Deferred<[ControlEvidence]> = Deferred(made: []),
    later: [LaterLaw]
  ) {
    self.planFile = planFile
    self.organization = organization
    self.asOf = asOf
    self.horizon = horizon
    self.engineVersion = engineVersion
    self.packs = packs
    self.markets = markets
    self.findings = findings
    deferredTransfers = transfers
    deferredConflicts = conflicts
    deferredNearness = nearness
    deferredQuestions = questions
    deferredEvidence = evidence
    self.later = later
  }

  /// What the scores count: to leave law out of a report makes no risk smaller.
  package var scored: [Finding] {
    findings + tailoredOut.filter { tailoring?.leftOut($0.provision, of: $0.pack)?.isLaw ?? true }
  }

  /// The lanes of data.
  package var transfers: [Transfer] {
    get { deferredTransfers.value }
    set { deferredTransfers = Deferred(made: newValue) }
  }

  /// Provisions that a fifth more or less of the plan's numbers would judge otherwise.
  package var nearness: [Nearness] { deferredNearness.value }

  /// Where laws want what cannot both be done.
  package var conflicts: [Conflict] { deferredConflicts.value }

  /// What the plan names as evidence, by control.
  package var evidence: [ControlEvidence] { deferredEvidence.value }

  /// What to ask next, what would settle most first.
  package var questions: [Question] {
    get { deferredQuestions.value }
    set { deferredQuestions = Deferred(made: newValue) }
  }

  package struct LaterLaw: Sendable {
    package var pack: String
    package var provision: String
    package var title: String
    package var citations: [Citation]
    package var from: CalendarDate
  }
}

/// What a provision is judged for.
package struct Subject: Sendable, Hashable {
  package var kind: String
  package var id: String
  package var title: String
  package init(kind: String, id: String, title: String) {
    self.kind = kind
    self.id = id
    self.title = title
  }
}

/// The outcomes of a finding that are still possible.
package struct Outcomes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let satisfied = Outcomes(rawValue: 1)
  package static let gap = Outcomes(rawValue: 2)
  package static let notApplicable = Outcomes(rawValue: 4)
  package static let error = Outcomes(rawValue: 8)
}

package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case satisfied, gap, undetermined, notApplicable, upcoming, waived, error
  /// Permissions.
  case allowed, notAllowed
}

/// One step of the reason: a condition of the law, its result, and the facts it rests on.
package struct Reason: Sendable {
  package enum Part: String, Sendable { case scope, applies, exception, requires, forbids, release, allows }
  package struct FactUsed: Sendable, Hashable {
    /// In plan notation.
    package var fact: String
    /// As stated; nil if unknown.
    package var value: String?
    package var location: Location?
    /// The plan says that it is an estimate.
    package var isEstimate = false
  }
  /// A rule of a decision table that gave a conclusion.
  package struct RowFired: Sendable, Hashable {
    package var table: String
    /// From 1, as an editor shows it.
    package var row: Int
    /// The notes beside the rule, such as its citation.
    package var notes: [String]
    package init(table: String, row: Int, notes: [String]) {
      self.table = table
      self.row = row
      self.notes = notes
    }
  }
  package var part: Part
  /// The condition in words, else as written.
  package var text: String
  package var expression: String?
  package var result: Ternary
  package var facts: [FactUsed]
  /// Rows of decision tables that it rests on.
  package var rows: [RowFired] = []
}

package enum Ternary: String, Sendable, Hashable { case yes, no, unknown }

package struct ExceptionConsidered: Sendable {
  package var title: String
  package var citations: [Citation]
  package var result: Ternary
}

package struct ReadingResult: Sendable {
  package var id: String
  package var title: String
  package var verdict: Verdict
  package var appliesFrom: CalendarDate?
}

package struct ControlState: Sendable, Hashable {
  package enum Assurance: String, Sendable, Hashable {
    case missing, unknown, planned, partial, asserted, evidenced, stale
  }
  package var control: String
  package var assurance: Assurance
}

/// A lane of data: origin law, destination, how, to whom, with which mechanisms.
package struct Transfer: Sendable {
  package var id: String
  package var activity: String
  package var origin: String
  package var originCountries: [String]
  /// nil: not known from the plan.
  package var destination: String?
  package var via: String
  package var recipient: String?
  package var store: String?
  /// nil: the plan does not say.
  package var mechanisms: [String]?
  /// Ids of the findings that judge this lane, and the laws that govern it.
  package var findings: [String]
  package var laws: [String]
}

/// An unknown fact worth stating, with how many verdicts it touches.
package struct Question: Sendable {
  package var fact: String
  package var ask: String
  package var help: String?
  /// Findings that it would help settle.
  package var findings: [String]
  /// Highest severity among them.
  package var severity: Severity
  /// A line of YAML to paste.
  package var paste: String
  /// Allowed values, for an enumeration.
  package var values: [String]
}
