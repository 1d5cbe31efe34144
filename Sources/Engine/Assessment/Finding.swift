package import Diagnostics
package import FEEL
import Facts
package import Rules

/// Verdict on one provision and subject. It is small, because reports filter and sort findings by the thousand; what the
/// findings of one provision share is kept once, and why it came out so is worked out when it is asked for.
package struct Finding: Sendable {
  private var ground: Ground
  /// Row of its subject.
  private let row: Int32
  /// It binds, or it is not known that it does not.
  private let mayApply: Bool
  /// The outcomes still possible: verdict and scores derive from it.
  package var outcomes: Outcomes
  package var verdict: Verdict
  /// Other readings whose verdict differs.
  package let otherReadings: [ReadingResult]

  init(
    _ ground: Ground, row: Int, outcomes: Outcomes, mayApply: Bool, verdict: Verdict,
    otherReadings: [ReadingResult]
  ) {
    self.ground = ground
    self.row = Int32(truncatingIfNeeded: row)
    self.mayApply = mayApply
    self.outcomes = outcomes
    self.verdict = verdict
    self.otherReadings = otherReadings
  }

  /// A finding that was made elsewhere, with its reason.
  package init(
    id: String, _ rule: Rule, subject: Subject, markets: [String], outcomes: Outcomes, verdict: Verdict,
    otherReadings: [ReadingResult] = [], controls: [ControlState] = [], explanation: Explanation,
    on day: CalendarDate
  ) {
    let given = Ground.Given(id: id, subject: subject, controls: controls, explanation: explanation)
    ground = Ground(
      rule, markets: markets, isVersionToCome: id.contains("~"), day: day, reasoning: .given(given))
    row = 0
    mayApply = false
    self.outcomes = outcomes
    self.verdict = verdict
    self.otherReadings = otherReadings
  }
}

extension Finding {
  enum Reasoning {
    case onDemand(Explainer, Explainer.Question)
    case given(Ground.Given)
  }

  var reasoning: Reasoning {
    switch ground.reasoning {
    case .given(let given): .given(given)
    case .onDemand(let explainer, let place):
      .onDemand(
        explainer,
        Explainer.Question(
          pack: place.pack, provision: place.provision, subject: Entity(kind: place.kind, row: Int(row)),
          day: day, mayApply: mayApply))
    }
  }

  package var rule: Rule { ground.rule }
  /// Markets that it concerns, by country code.
  package var markets: [String] {
    get { ground.markets }
    set { ground = ground.with(markets: newValue) }
  }
  /// Of a version that will replace one now in force.
  package var isVersionToCome: Bool { ground.isVersionToCome }
  /// Whose law it was judged by: the as-of date, or the first day of law to come.
  var day: CalendarDate { ground.day }

  /// `eu.gdpr/art-27@organization`: stable over runs.
  package var id: String {
    switch reasoning {
    case .given(let given): given.id
    case .onDemand(let explainer, let question):
      "\(rule.pack)/\(rule.id)@\(explainer.subject(question.subject).id)"
        // A version to come beside one that is in force is named by its day, so that no two findings share an id.
        + (isVersionToCome ? "~\(day)" : "")
    }
  }

  package var subject: Subject {
    switch reasoning {
    case .given(let given): given.subject
    case .onDemand(let explainer, let question): explainer.subject(question.subject)
    }
  }

  /// Why it came out so: worked out once, when first asked for.
  package var explanation: Explanation {
    switch reasoning {
    case .given(let given): given.explanation
    case .onDemand(let explainer, let question): explainer.explanation(question)
    }
  }

  /// Controls among the requirement with their state for this subject; none where it does not apply.
  package var controls: [ControlState] {
    switch reasoning {
    case .given(let given): given.controls
    case .onDemand(let explainer, let question): explainer.controls(question)
    }
  }

  package var pack: String { rule.pack }
  package var provision: String { rule.id }
  package var modality: Provision.Modality { rule.modality }
  package var title: String { rule.provision.title }
  package var summary: String { rule.provision.summary }
  package var topic: String { rule.provision.topic }
  package var actor: String? { rule.provision.actor }
  package var severity: Severity { rule.severity }
  /// A gap that must be closed before entry.
  package var blocksEntry: Bool { rule.blocksEntry }
  /// The text was not read or the facts of law are uncertain: check before relying on it.
  package var verify: Bool { rule.verify }
  package var confidence: Confidence { rule.confidence }
  package var quotes: [Quote] { rule.provision.quotes }
  /// First day on which the provision applies, if the law has one.
  package var appliesFrom: CalendarDate? { rule.period.from }
  package var appliesUntil: CalendarDate? { rule.period.until }
  package var harms: [Harm] { rule.provision.harms }
  package var sanctions: [Sanction] { rule.sanctions.filter { $0.period.contains(day) } }

  /// Not judged, though it could be a gap; a permission never is one.
  package var isOpenQuestion: Bool {
    (verdict == .undetermined || verdict == .error) && modality != .permission
  }

  /// Of the provision, then those of the conditions that fail.
  package var citations: [Citation] {
    guard rule.hasInnerCitations, outcomes == .gap else { return rule.provision.citations }
    return rule.provision.citations + explanation.citations.filter { !rule.provision.citations.contains($0) }
  }

  /// Those that the pack offers for this subject, else the controls of the requirement that are not in place.
  package var remedies: [Remedy] {
    guard outcomes.contains(.gap) else { return [] }
    guard case .onDemand(let explainer, let question) = reasoning else { return rule.provision.remedies }
    let offered = explainer.offered(question)
    if !offered.isEmpty { return offered }
    let missing = controls.filter { !$0.assurance.isInPlace }.map(\.control)
    guard !missing.isEmpty else { return [] }
    let titles = missing.map { explainer.rulebook.catalogue[$0]?.title ?? $0 }
    return [Remedy(title: titles.joined(separator: ", "), controls: missing)]
  }

  /// The cells of the facts whose statement would settle it.
  var unknownCells: [Cell] {
    switch reasoning {
    case .given(let given): given.explanation.unknownFacts.map(\.cell)
    case .onDemand(let explainer, let question): explainer.unknown(question)?.cells ?? []
    }
  }

  package var because: [Reason] { explanation.because }
  package var exceptions: [ExceptionConsidered] { explanation.exceptions }
  /// Facts whose statement would settle it, in plan notation.
  package var unknownFacts: [String] { explanation.unknownFacts.map(\.name) }
  /// Where the plan speaks of the subject or the deciding fact.
  package var location: Location { explanation.location }
  /// What would turn the verdict, in words.
  package var flips: [String] { outcomes.contains(.gap) ? explanation.failing : explanation.errors }
}
