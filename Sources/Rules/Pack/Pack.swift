import Archive
package import Diagnostics
package import FEEL

/// One XML document with the rules of one legal instrument (or framework) in one jurisdiction, as written.
package struct Pack: Sendable {
  package var id: String
  package var edition: String
  package var jurisdiction: String
  package var topic: String
  package var title: String
  package var summary: String?
  package var file: String
  package var sources: [LegalSource]
  package var review: Review
  package var boundary: String?
  package var parameters: [Parameter]
  package var definitions: [Definition]
  package var scopes: [Scope]
  package var sanctions: [Sanction]
  /// Their texts are not read from a compiled library before they are asked for.
  private var written: Late<[Provision]>
  package var provisions: [Provision] { written.value }
  /// Ids that no provision may bear again.
  package var retired: [Retired]
  package var kind: Kind
  /// All of them, in the order of time.
  package var amendments: [Amendment] = []
  /// The days on which this is the text of the law, whenever what it says applies.
  package var enacted = Period()
  /// The law before each day of amendments; empty in the packs among them.
  private var before = Late<[Pack]>(made: [])
  package var earlier: [Pack] { before.value }

  /// What binds: law, what an organization follows of its own will, or a published standard that counts only for those who say
  /// that they follow it.
  package enum Kind: String, Sendable, CaseIterable { case law, framework, standard }

  /// What a pack can be about, in the order of reports: those of the schema.
  package static let topics = [
    "dataProtection", "artificialIntelligence", "localization", "security", "employment", "marketAccess",
    "sector",
    "transfer",
  ]
}

extension Pack {
  init(
    id: String, edition: String, jurisdiction: String, topic: String, title: String, summary: String?,
    file: String,
    sources: [LegalSource], review: Review, boundary: String?, parameters: [Parameter],
    definitions: [Definition],
    scopes: [Scope], sanctions: [Sanction], provisions: Late<[Provision]>, retired: [Retired],
    kind: Kind
  ) {
    self.id = id
    self.edition = edition
    self.jurisdiction = jurisdiction
    self.topic = topic
    self.title = title
    self.summary = summary
    self.file = file
    self.sources = sources
    self.review = review
    self.boundary = boundary
    self.parameters = parameters
    self.definitions = definitions
    self.scopes = scopes
    self.sanctions = sanctions
    written = provisions
    self.retired = retired
    self.kind = kind
  }

  func with(provisions: [Provision]) -> Pack {
    var pack = self
    pack.written = Late(made: provisions)
    return pack
  }

  func with(earlier: Late<[Pack]>) -> Pack {
    var pack = self
    pack.before = earlier
    return pack
  }
}

/// A provision that was shipped and is no more, without another in its place.
package struct Retired: Sendable {
  package var id: String
  package var on: CalendarDate?
  package var reason: String
}

/// A legal text that provisions cite.
package struct LegalSource: Sendable {
  package var id: String
  /// Short name, one per law.
  package var law: String
  package var title: String
  package var href: String?
  package var textRead: Bool
  package var period: Period
}

/// When a pack was last read against its sources.
package struct Review: Sendable {
  package var on: String
  package var confidence: Confidence
  package var note: String
}

package enum Confidence: String, Sendable, Comparable, CaseIterable {
  case low, medium, high
  package static func < (a: Confidence, b: Confidence) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

/// First and last day; a missing end is open.
package struct Period: Sendable, Hashable {
  package var from: CalendarDate?
  package var until: CalendarDate?
  package init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }
  package func contains(_ date: CalendarDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
  package func overlaps(_ other: Period) -> Bool {
    let startsInTime = other.until.flatMap { end in from.map { $0 <= end } } ?? true
    let endsLate = other.from.flatMap { start in until.map { start <= $0 } } ?? true
    return startsInTime && endsLate
  }
}

/// A place in a law: `GDPR`, `6`, `1(f)`.
package struct Citation: Sendable, Hashable {
  package var law: String
  package var article: String
  package var paragraph: String?
  package var href: String?
  package init(law: String, article: String, paragraph: String? = nil, href: String? = nil) {
    self.law = law
    self.article = article
    self.paragraph = paragraph
    self.href = href
  }
  /// `GDPR Article 6(1)(f)`; annexes and named parts keep their own word; a law cited as a whole is its name.
  package var text: String {
    if article.isEmpty { return law }
    let number = paragraph.map(Citation.bracketed) ?? ""
    let word = article.first?.isNumber == true ? "Article " : ""
    return "\(law) \(word)\(article)\(number)"
  }
  private static func bracketed(_ paragraph: String) -> String {
    // "1(f)" is written "(1)(f)".
    guard let open = paragraph.firstIndex(of: "(") else { return "(\(paragraph))" }
    return "(\(paragraph[..<open]))\(paragraph[open...])"
  }
}

/// A value of the law that changes with time.
package struct Parameter: Sendable {
  package struct Entry: Sendable {
    package var period: Period
    package var value: Value
    package var cite: String?
    package var note: String?
    package var line: Int
  }
  package var name: String
  package var title: String?
  package var type: `Type`
  /// A table parameter is the list of all its entries in force.
  package var isTable: Bool
  package var unit: String?
  package var entries: [Entry]
  package var line: Int
  /// A profile may set another value.
  package var isTailorable: Bool
}

/// A named conclusion; `per` nil is a name without a subject.
package struct Definition: Sendable {
  package enum Body: Sendable {
    /// In FEEL, with the type that it must have.
    case expression(Source, type: String)
    /// A decision of a DMN file beside the pack.
    case decision(Call)
  }

  /// A decision with what its inputs are.
  package struct Call: Sendable {
    package struct Input: Sendable {
      package var name: String
      package var expression: Source
      package var location: Location
    }
    /// Path from the folder of the pack.
    package var file: String
    package var decision: String
    package var inputs: [Input]
  }

  package var per: String?
  package var name: String
  package var body: Body
  package var citations: [Citation]
  package var title: String?
  package var location: Location
}

extension Definition {
  /// Its conditions, as written.
  package var expressions: [Source] {
    switch body {
    case .expression(let source, _): [source]
    case .decision(let call): call.inputs.map(\.expression)
    }
  }
}

package struct Scope: Sendable {
  package var per: String
  package var expression: Source
  package var citations: [Citation]
}

/// A tier of statutory maximum sanctions.
package struct Sanction: Sendable, Hashable {
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    case higherOf = "higher-of", lowerOf = "lower-of", fixed, percentOnly = "percent-only"
    case percentElseFixed = "percent-else-fixed", percentFloorCap = "percent-floor-cap"
    case perViolation = "per-violation", perPerson = "per-person", perDay = "per-day"
    case criminalPersonal = "criminal-personal", eitherUnspecified = "either-unspecified"
    case memberState = "member-state", noneSet = "none-set"
  }
  package enum Size: String, Sendable, Hashable, CaseIterable { case sme, smallMidCap }
  package struct SizeRule: Sendable, Hashable {
    package var of: Size
    package var rule: Rule
    package var citation: Citation?
    package var period: Period
  }
  package var id: String
  package var citations: [Citation]
  package var fixed: Decimal?
  package var currency: String?
  package var percent: Decimal?
  /// What the percentage is of, for example `worldwide-group-turnover-preceding-year`.
  package var of: String?
  package var floor: Decimal?
  package var cap: Decimal?
  package var rule: Rule
  package var sizes: [SizeRule]
  package var consequences: [String]
  package var confidence: Confidence
  package var period: Period
}

/// What a gap can do, on the five-step scales of ISO 31000 / IEC 31010.
package struct Harm: Sendable, Hashable {
  package enum Category: String, Sendable, Hashable, CaseIterable {
    case technical, security, compliance, operational, financial, reputational
  }
  package enum Likelihood: String, Sendable, Hashable, CaseIterable {
    case rare, unlikely, possible, likely, almostCertain
    /// 1 to 5.
    package var step: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  }
  package enum Impact: String, Sendable, Hashable, CaseIterable {
    case negligible, minor, moderate, major, severe
    /// 1 to 5.
    package var step: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  }
  package var category: Category
  package var likelihood: Likelihood
  package var impact: Impact
  package init(category: Category, likelihood: Likelihood, impact: Impact) {
    self.category = category
    self.likelihood = likelihood
    self.impact = impact
  }
  /// likelihood × impact, 1 to 25.
  package var score: Int { likelihood.step * impact.step }
}

/// A short exact quotation of the law.
package struct Quote: Sendable, Hashable {
  package var text: String
  package var citation: Citation?
  package var href: String?
  package var language: String?
}

/// One rule, as written.
package struct Provision: Sendable {
  package enum Modality: String, Sendable, Hashable, CaseIterable { case obligation, prohibition, permission }
  package struct Exception: Sendable {
    package var expression: Source
    package var title: String?
    package var citations: [Citation]
  }
  package struct Reading: Sendable {
    package var id: String
    package var title: String
    package var citations: [Citation]
    package var period: Period?
    package var applies: Source?
    package var requirement: Requirement?
  }
  package var id: String
  /// Ids of earlier provisions in whose place it stands: what was said of them is said of it.
  package var replaces: [String]
  package var modality: Modality
  package var per: String
  package var title: String
  package var summary: String
  package var citations: [Citation]
  package var actor: String?
  package var quotes: [Quote]
  package var period: Period
  package var confidence: Confidence
  package var reviewed: String
  package var topic: String
  /// False where the law's text itself was not read.
  package var textRead: Bool
  package var applies: Source?
  package var exceptions: [Exception]
  package var requirement: Requirement?
  /// Those among its conditions that are about where data are; not those of readings.
  package var residencies: [Residency] = []
  /// What it demands of data that another law may forbid: words of the enumeration `dataDemand`.
  package var demands: [String] = []
  /// Permissions that lift a prohibition.
  package var releases: [String]
  package var readings: [Reading]
  package var sanctions: [String]
  package var harms: [Harm]
  package var remedies: [Remedy]
  /// Clocks that it starts after entry.
  package var clocks: [Clock] = []
  /// What amendments did to it, the last one last.
  package var amended: [Amended] = []
  package var location: Location
}

/// What must hold: a tree of conditions, controls and permissions.
package indirect enum Requirement: Sendable {
  case condition(Source, title: String, citations: [Citation])
  case control(String)
  case permission(String)
  case all([Requirement])
  case any([Requirement])
}

extension Requirement {
  /// Ids of the controls that it asks for, in the order written.
  package var controls: [String] {
    switch self {
    case .control(let id): [id]
    case .condition, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.controls)
    }
  }
}
