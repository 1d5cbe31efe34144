package import Engine

/// Everything a report shows: the result of one run, and how that run was made.
package struct Report: Sendable {
  package var assessment: Assessment
  package var checklist: Checklist
  package var risk: Risk
  /// The same without the gaps that waivers accept; nil: none does.
  package var accepting: Risk?
  /// What fines may cost; nil: not asked for.
  package var loss: Loss?
  /// Success metrics of the expansion against their targets.
  package var metrics: [SuccessMetric]
  /// How likely the schedule keeps its dates; nil: not simulated.
  package var likelihood: Checklist.Likelihood?
  /// What would shorten the schedule, the most first; empty: nothing was tried.
  package var levers: [Checklist.Lever]
  /// What would lower the risk most; nil: not worked out.
  package var reduction: Reduction?
  /// The risks with what is done about them; nil: not worked out.
  package var register: RiskRegister?
  /// What its map is drawn from; nil: no map is wanted.
  package var map: MapBase?
  /// As typed, for the provenance section; it must not hold anything private.
  package var commandLine: String
  /// Whether the files that it names lie beside it, in a bundle of evidence.
  package var isBundled = false
  /// Where the packs were read from, in words or as a path relative to the working directory.
  package var packsFrom: String
  /// Titles of the controls of the catalogue, by id.
  package var controlTitles: [String: String]
  /// SHA-256, given by the caller so that this target stays free of cryptography.
  package var digest: @Sendable ([UInt8]) -> [UInt8]

  package init(
    assessment: Assessment, checklist: Checklist, risk: Risk, metrics: [SuccessMetric], commandLine: String,
    packsFrom: String, controlTitles: [String: String], likelihood: Checklist.Likelihood? = nil,
    levers: [Checklist.Lever] = [], reduction: Reduction? = nil, register: RiskRegister? = nil,
    digest: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.assessment = assessment
    self.checklist = checklist
    self.risk = risk
    self.metrics = metrics
    self.likelihood = likelihood
    self.levers = levers
    self.reduction = reduction
    self.register = register
    self.commandLine = commandLine
    self.packsFrom = packsFrom
    self.controlTitles = controlTitles
    self.digest = digest
  }
}

extension Report {
  /// Who the report is about: the organization, else the plan file.
  package var about: String { assessment.organization ?? assessment.planFile }

  /// `DPIA (dpia)` has its title; a control that the catalogue does not know keeps its id.
  func controlTitle(_ id: String) -> String { controlTitles[id] ?? id }

  static let disclaimer =
    "This is information for a decision, not legal advice; have counsel confirm it before you rely on it."
}
