import Diagnostics
import FEEL
import Facts
import Rules

/// What came of one provision for one subject: the outcomes still possible, and why.
struct Judgement {
  var outcomes: Outcomes
  /// It binds, or it is not known that it does not.
  var mayApply = false
  var reasons: [Reasoned] = []
  var exceptions: [(index: Int, truth: Ternary)] = []
  /// Facts that would settle what is not known.
  var unknown: Unknown?
  var citations: [Citation] = []
  var errors: [String] = []
  /// Conditions and controls that would have to turn.
  var failing: [String] = []

  struct Reasoned {
    var part: Reason.Part
    var text: String
    var expression: String?
    var answer: Answer
  }
}

/// Judges provisions of one pack on one day. Kleene logic throughout: an unknown part matters only where the answer may change.
struct Judge {
  var hearing: Hearing
  /// What is kept beside the outcomes.
  let detail: Detail
  /// Permissions judged so far; an error among them is told every time.
  private var permits: [Permit: Ternary] = [:]

  enum Detail: Comparable {
    case none
    /// The facts that would settle it.
    case unknowns
    /// Those, and every reason in words.
    case reasons
  }

  private struct Permit: Hashable {
    var id: String
    var subject: Entity
  }

  init(hearing: Hearing, detail: Detail) {
    self.hearing = hearing
    self.detail = detail
    self.hearing.isNoting = detail == .reasons
  }

  /// `reading` nil is the provision itself.
  mutating func judge(_ provision: CompiledProvision, reading: CompiledReading? = nil, for subject: Entity)
    -> Judgement
  {
    var judgement = Judgement(outcomes: [])
    var applies = Ternary.yes
    if let scope = hearing.pack.scopes[provision.kind] {
      let title = "the pack's scope for this kind of subject"
      applies = applies.and(ask(scope, .scope, title, subject, &judgement))
    }
    if applies != .no, let condition = reading?.applies ?? provision.applies {
      applies = applies.and(ask(condition, .applies, "applies when", subject, &judgement))
    }
    if applies != .no {
      for (index, condition) in provision.exceptions.enumerated() {
        let title =
          detail == .reasons ? provision.provision.exceptions[index].title ?? "exception" : "exception"
        let truth = ask(condition, .exception, title, subject, &judgement)
        if detail == .reasons { judgement.exceptions.append((index, truth)) }
        applies = applies.and(truth.not)
      }
    }
    let isPermission = provision.rule.modality == .permission
    if applies != .no {
      let met = require(provision, reading, subject, &judgement)
      if met != .no { judgement.outcomes.insert(.satisfied) }
      if met != .yes { judgement.outcomes.insert(isPermission ? .notApplicable : .gap) }
    }
    if applies != .yes { judgement.outcomes.insert(.notApplicable) }
    judgement.mayApply = applies != .no
    if !judgement.errors.isEmpty { judgement.outcomes = .error }
    if judgement.verdictIsSettled { judgement.unknown = nil }
    return judgement
  }

  private mutating func require(
    _ provision: CompiledProvision, _ reading: CompiledReading?, _ subject: Entity,
    _ judgement: inout Judgement
  ) -> Ternary {
    let requirement = reading?.requirement ?? provision.requirement
    guard provision.rule.modality == .prohibition else {
      let part: Reason.Part = provision.rule.modality == .permission ? .allows : .requires
      return weigh(requirement, part, subject, &judgement)
    }
    var met = weigh(requirement, .forbids, subject, &judgement).not
    for release in provision.rule.releases where met != .yes {
      met = met.or(permit(release, subject, .release, &judgement))
    }
    return met
  }

  private mutating func weigh(
    _ requirement: CompiledRequirement, _ part: Reason.Part, _ subject: Entity, _ judgement: inout Judgement
  ) -> Ternary {
    switch requirement {
    case .condition(let condition, let title, let citations):
      let truth = ask(condition, part, title, subject, &judgement)
      if detail == .reasons, truth == (part == .forbids ? .yes : .no) {
        judgement.failing.append(title)
        for citation in citations where !judgement.citations.contains(citation) {
          judgement.citations.append(citation)
        }
      }
      return truth
    case .control(let id):
      let state = hearing.controls.judge(control: id, for: subject)
      judgement.add(state.unknown, if: state.isInPlace == .unknown, detail)
      guard detail == .reasons else { return state.isInPlace }
      let answer = Answer(truth: state.isInPlace, unknown: state.unknown, facts: state.facts)
      let title = hearing.rulebook.catalogue[id]?.title ?? id
      judgement.reasons.append(.init(part: part, text: "control in place: \(title)", answer: answer))
      if answer.truth == .no { judgement.failing.append("\(title) in place") }
      return answer.truth
    case .permission(let id): return permit(id, subject, part, &judgement)
    case .all(let parts):
      var result = Ternary.yes
      for each in parts { result = result.and(weigh(each, part, subject, &judgement)) }
      return result
    case .any(let parts):
      var result = Ternary.no
      for each in parts { result = result.or(weigh(each, part, subject, &judgement)) }
      return result
    }
  }

  /// Whether a permission of the pack in force on the day allows it for the subject.
  private mutating func permit(
    _ id: String, _ subject: Entity, _ part: Reason.Part, _ judgement: inout Judgement
  ) -> Ternary {
    let key = Permit(id: id, subject: subject)
    if detail == .none, let known = permits[key] { return known }
    var result = Ternary.no
    for place in hearing.pack.permissions[id] ?? [] {
      let permission = hearing.pack.provisions[place]
      guard permission.rule.period.contains(hearing.day) else { continue }
      let inner = judge(permission, for: subject)
      let truth: Ternary =
        inner.outcomes == .satisfied ? .yes : inner.outcomes.contains(.satisfied) ? .unknown : .no
      judgement.errors += inner.errors
      result = result.or(truth)
      judgement.add(inner.unknown, if: truth == .unknown, detail)
      guard detail == .reasons else { continue }
      let answer = Answer(
        truth: truth, unknown: inner.unknown, facts: inner.reasons.flatMap(\.answer.facts),
        firings: inner.reasons.flatMap(\.answer.firings))
      let title = "\(permission.provision.title) (\(permission.provision.citations.first?.text ?? id))"
      judgement.reasons.append(.init(part: part, text: title, answer: answer))
      if truth == .no { judgement.failing.append(title) }
    }
    if detail == .none, judgement.errors.isEmpty { permits[key] = result }
    return result
  }

  private mutating func ask(
    _ condition: CompiledCondition, _ part: Reason.Part, _ text: String, _ subject: Entity,
    _ judgement: inout Judgement
  ) -> Ternary {
    let answer = hearing.answer(condition.expression, for: subject)
    judgement.add(answer.unknown, if: answer.truth == .unknown, detail)
    guard detail == .reasons else {
      if let error = answer.error { judgement.errors.append(error) }
      return answer.truth
    }
    let written = words(String(decoding: condition.expression.source.bytes, as: UTF8.self))
    judgement.reasons.append(.init(part: part, text: text, expression: written, answer: answer))
    if let error = answer.error { judgement.errors.append("\(text): \(error)") }
    return answer.truth
  }
}

extension Judgement {
  /// The facts behind a part that is still unknown.
  fileprivate mutating func add(_ more: Unknown?, if isOpen: Bool, _ detail: Judge.Detail) {
    guard isOpen, detail > .none, let more else { return }
    unknown = unknown?.union(more) ?? more
  }

  fileprivate var verdictIsSettled: Bool {
    [Outcomes.satisfied, .gap, .notApplicable, .error].contains(outcomes)
  }
}

extension Ternary {
  package var not: Ternary { self == .yes ? .no : self == .no ? .yes : .unknown }
  package func and(_ other: Ternary) -> Ternary {
    self == .no || other == .no ? .no : self == .yes && other == .yes ? .yes : .unknown
  }
  package func or(_ other: Ternary) -> Ternary {
    self == .yes || other == .yes ? .yes : self == .no && other == .no ? .no : .unknown
  }
}
