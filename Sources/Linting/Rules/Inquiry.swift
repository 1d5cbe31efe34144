import Diagnostics
import FEEL
import Facts
import Rules

/// A question to the solver with what is to be said if no plan answers it.
struct Inquiry {
  let goal: Term
  let subject: String
  /// Provision (and reading) that it belongs to.
  let provision: Int?
  let rule: LintRule
  /// Only told if none of these rules was told of the same provision: one fault shows in several ways.
  var yielding: [LintRule] = []
  let finding: (LintFinding.Method) -> LintFinding
}

/// All that is asked about the conditions of one pack.
struct Inquiries {
  var translator: Translator
  let pack: Pack
  private(set) var all: [Inquiry] = []
  /// By provision.
  private(set) var judged: [Judged?] = []

  init(_ rulebook: Rulebook, _ pack: Pack) {
    translator = Translator(rulebook, pack)
    self.pack = pack
    for (index, provision) in pack.provisions.enumerated() { ask(provision, index) }
    for scope in pack.scopes { askOperands(scope.expression, scope.per, "scope \(scope.per)", nil) }
    for definition in pack.definitions {
      let subject = definition.subject
      for source in definition.expressions { askOperands(source, definition.per, subject, nil) }
    }
  }

  private mutating func add(
    _ rule: LintRule, _ goal: Term, _ provision: Provision, _ index: Int, subject: String? = nil,
    yielding: [LintRule] = [], at source: Source? = nil, _ message: String, suggestion: String? = nil
  ) {
    let subject = subject ?? provision.id
    let (pack, location) = (pack.id, provision.location)
    all.append(
      Inquiry(goal: goal, subject: subject, provision: index, rule: rule, yielding: yielding) { method in
        if let source, !source.bytes.isEmpty {
          return LintFinding(
            rule, in: pack, subject, at: source, 0..<source.bytes.count, message, suggestion: suggestion,
            method: method)
        }
        return LintFinding(
          rule, in: pack, subject, at: location, message, suggestion: suggestion, method: method)
      })
  }

  private mutating func ask(_ provision: Provision, _ index: Int) {
    let judgement = translator.judged(provision)
    judged.append(judgement)
    guard let judgement else { return }
    let applies = translator.terms.and(judgement.base, judgement.applies.yes)
    let id = provision.id
    add(
      .neverApplies, applies, provision, index, at: provision.applies,
      "`\(id)` can never apply: no plan meets its scope, its condition and its exceptions on a day of its period"
    )
    askOutcomes(provision, index, judgement, applies, nil)
    askExceptions(provision, index, judgement)
    for reading in provision.readings { ask(reading, of: provision, index, judgement) }
    for source in provision.expressions { askOperands(source, provision.per, id, index) }
  }

  private mutating func askOutcomes(
    _ provision: Provision, _ index: Int, _ judgement: Judged, _ applies: Term, _ reading: Provision.Reading?
  ) {
    let subject = reading.map { "\(provision.id) reading \($0.id)" } ?? provision.id
    let isMet = translator.terms.and(applies, judgement.met.yes)
    let fails = translator.terms.and(applies, judgement.met.no)
    switch provision.modality {
    case .permission:
      add(
        .neverSatisfied, isMet, provision, index, subject: subject, yielding: [.neverApplies],
        "`\(subject)` never allows anything: no plan meets all that it asks")
    default:
      add(
        .neverSatisfied, isMet, provision, index, subject: subject, yielding: [.neverApplies],
        "`\(subject)` can never be satisfied: whatever brings it to apply makes it fail")
      add(
        .neverFails, fails, provision, index, subject: subject, yielding: [.neverApplies],
        "`\(subject)` can never fail: whatever brings it to apply satisfies it")
    }
    guard let requirement = reading.map({ $0.requirement }) ?? provision.requirement else { return }
    askConditions(requirement, provision, index, subject, applies)
  }

  private mutating func askConditions(
    _ requirement: Requirement, _ provision: Provision, _ index: Int, _ subject: String, _ applies: Term
  ) {
    guard let kind = translator.vocabulary.kind(named: provision.per) else { return }
    let row = translator.subjectRow(kind)
    for condition in requirement.conditions {
      let truth = translator.condition(condition.source, for: row)
      let yields: [LintRule] = [.neverApplies, .neverFails, .neverSatisfied]
      // A prohibition that permissions lift may forbid all that it applies to.
      if provision.releases.isEmpty {
        add(
          .constantCondition, translator.terms.and(applies, truth.no), provision, index, subject: subject,
          yielding: yields, at: condition.source,
          "the condition \"\(condition.title)\" of `\(subject)` always holds where the provision applies",
          suggestion: "it asks for nothing")
      }
      add(
        .constantCondition, translator.terms.and(applies, truth.yes), provision, index, subject: subject,
        yielding: yields, at: condition.source,
        "the condition \"\(condition.title)\" of `\(subject)` never holds where the provision applies")
    }
  }

  private mutating func askExceptions(_ provision: Provision, _ index: Int, _ judgement: Judged) {
    for (place, exception) in provision.exceptions.enumerated() {
      var counts = translator.terms.and([
        judgement.base, judgement.beforeExceptions.yes, judgement.exceptions[place].yes,
      ])
      for (other, truth) in judgement.exceptions.enumerated() where other != place {
        counts = translator.terms.and(counts, truth.no)
      }
      add(
        .shadowedException, counts, provision, index, yielding: [.neverApplies], at: exception.expression,
        "the exception \"\(exception.title ?? "\(place + 1)")\" of `\(provision.id)` never lifts anything that its applicability and the other exceptions leave"
      )
    }
  }

  private mutating func ask(
    _ reading: Provision.Reading, of provision: Provision, _ index: Int, _ judgement: Judged
  ) {
    guard let read = translator.judged(provision, reading: reading) else { return }
    let subject = "\(provision.id) reading \(reading.id)"
    let applies = translator.terms.and(read.base, read.applies.yes)
    add(
      .neverApplies, applies, provision, index, subject: subject, yielding: [.deadPeriod],
      at: reading.applies,
      "the reading `\(reading.id)` of `\(provision.id)` can never apply")
    let outcomes = [
      translator.differs(judgement.applies.yes, read.applies.yes),
      translator.differs(judgement.applies.no, read.applies.no),
      translator.terms.and(judgement.applies.yes, translator.differs(judgement.met.yes, read.met.yes)),
      translator.terms.and(judgement.applies.yes, translator.differs(judgement.met.no, read.met.no)),
    ]
    add(
      .emptyReading, translator.terms.and(read.base, translator.terms.or(outcomes)), provision, index,
      subject: subject, yielding: [.neverApplies], at: reading.applies,
      "the reading `\(reading.id)` of `\(provision.id)` changes no verdict")
    if reading.requirement != nil { askOutcomes(provision, index, read, applies, reading) }
  }

  private mutating func askOperands(_ source: Source, _ kind: String?, _ subject: String, _ index: Int?) {
    let row = kind.flatMap { translator.vocabulary.kind(named: $0) }.map { translator.subjectRow($0) }
    let id = pack.id
    for operand in translator.operands(of: source, for: row) {
      let message =
        operand.isConjunct
        ? "`\(operand.text)` is implied by what it is joined to with `and`: it asks for nothing more"
        : "`\(operand.text)` is covered by what it is joined to with `or`: it adds nothing"
      // What only some provisions' dates allow is asked on all days of the pack.
      all.append(
        Inquiry(
          goal: operand.matters, subject: subject, provision: index, rule: .impliedCondition,
          yielding: [.neverApplies, .neverFails, .neverSatisfied, .shadowedException, .constantCondition]
        ) { method in
          LintFinding(
            .impliedCondition, in: id, subject, at: source, operand.extent, message,
            suggestion: "leave it out", method: method)
        })
    }
  }
}

extension Definition {
  /// What a suppression names.
  var subject: String { "define \(per.map { "\($0)." } ?? "")\(name)" }
}
