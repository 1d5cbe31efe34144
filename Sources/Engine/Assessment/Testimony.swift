import Diagnostics
import FEEL
import Facts
import Rules

/// What came of one provision for one subject: the outcomes still possible, and why.
struct Judgement {
  var outcomes: Outcomes = []
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

/// The reference as a witness: asks the plan about one subject at a time and can say why.
struct Testimony: Witness {
  private var hearing: Hearing
  private let detail: Detail
  private var subject = Entity(kind: 0, row: 0)
  private var judgement = Judgement()
  /// What was noted before permissions were looked into.
  private var outer: [Judgement] = []
  /// Permissions judged so far; an error among them is told every time.
  private var permits: [Permit: Truths] = [:]

  /// What is kept beside the outcomes.
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

  init(_ hearing: Hearing, detail: Detail) {
    self.hearing = hearing
    self.detail = detail
    self.hearing.isNoting = detail == .reasons
  }

  /// Begins with a subject.
  mutating func turn(to subject: Entity) {
    self.subject = subject
    judgement = Judgement()
  }

  mutating func ask(
    _ condition: CompiledCondition, as role: Role, for subjects: UInt64, _ broken: inout UInt64
  ) -> Truths {
    let answer = hearing.answer(condition.expression, for: subject)
    add(answer.unknown, if: answer.truth == .unknown)
    if answer.error != nil { broken |= subjects }
    if detail == .reasons { note(answer, of: condition, role) }
    return Truths(answer.truth)
  }

  /// Whether a condition beside the verdict holds; an error counts as not known.
  mutating func holds(_ condition: CheckedExpression, for subject: Entity) -> Ternary {
    hearing.answer(condition, for: subject).truth
  }

  private mutating func note(_ answer: Answer, of condition: CompiledCondition, _ role: Role) {
    let written = words(String(decoding: condition.expression.source.bytes, as: UTF8.self))
    judgement.reasons.append(.init(part: role.part, text: role.text, expression: written, answer: answer))
    if let error = answer.error { judgement.errors.append("\(role.text): \(error)") }
    switch role {
    case .exception(let index, _): judgement.exceptions.append((index, answer.truth))
    case .requirement(let part, let title, let citations)
    where answer.truth == (part == .forbids ? .yes : .no):
      judgement.failing.append(title)
      for citation in citations where !judgement.citations.contains(citation) {
        judgement.citations.append(citation)
      }
    default: break
    }
  }

  mutating func ask(control id: String, as part: Reason.Part, for subjects: UInt64) -> Truths {
    let state = hearing.controls.judge(control: id, for: subject)
    let truth = state.isInPlace
    add(state.unknown, if: truth == .unknown)
    if detail == .reasons {
      let answer = Answer(truth: truth, unknown: state.unknown, facts: state.facts)
      let title = hearing.rulebook.catalogue[id]?.title ?? id
      judgement.reasons.append(.init(part: part, text: "control in place: \(title)", answer: answer))
      if truth == .no { judgement.failing.append("\(title) in place") }
    }
    return Truths(truth)
  }

  func recall(permission id: String) -> Truths? {
    detail == .none ? permits[Permit(id: id, subject: subject)] : nil
  }

  mutating func remember(permission id: String, _ truths: Truths) {
    if detail == .none { permits[Permit(id: id, subject: subject)] = truths }
  }

  mutating func enter() {
    outer.append(judgement)
    judgement = Judgement()
  }

  mutating func leave(
    _ permission: CompiledProvision, as part: Reason.Part, _ outlook: Outlook, _ truths: Truths
  ) {
    let inner = taken(outlook)
    judgement = outer.removeLast()
    judgement.errors += inner.errors
    let truth = truths[0]
    add(inner.unknown, if: truth == .unknown)
    guard detail == .reasons else { return }
    let answer = Answer(
      truth: truth, unknown: inner.unknown, facts: inner.reasons.flatMap(\.answer.facts),
      firings: inner.reasons.flatMap(\.answer.firings))
    let source = permission.provision.citations.first?.text ?? permission.rule.id
    let title = "\(permission.provision.title) (\(source))"
    judgement.reasons.append(.init(part: part, text: title, answer: answer))
    if truth == .no { judgement.failing.append(title) }
  }

  /// What was noted of the subject.
  mutating func taken(_ outlook: Outlook) -> Judgement {
    var taken = judgement
    judgement = Judgement()
    taken.outcomes = outlook[0]
    if taken.verdictIsSettled { taken.unknown = nil }
    return taken
  }

  /// The facts behind a part that is still unknown.
  private mutating func add(_ more: Unknown?, if isOpen: Bool) {
    guard isOpen, detail > .none, let more else { return }
    judgement.unknown = judgement.unknown?.union(more) ?? more
  }
}

extension Judge<Testimony> {
  init(_ hearing: Hearing, detail: Testimony.Detail) {
    self.init(Testimony(hearing, detail: detail), pack: hearing.pack, day: hearing.day)
  }

  /// Judges for one subject, with what is noted on the way.
  mutating func judgement(of provision: CompiledProvision, for subject: Entity) -> Judgement {
    witness.turn(to: subject)
    let outlook = outlook(of: provision, for: 1)
    return witness.taken(outlook)
  }
}

extension Judgement {
  fileprivate var verdictIsSettled: Bool {
    [Outcomes.satisfied, .gap, .notApplicable, .error].contains(outcomes)
  }
}

extension Role {
  fileprivate var part: Reason.Part {
    switch self {
    case .scope: .scope
    case .applies: .applies
    case .exception: .exception
    case .requirement(let part, _, _): part
    }
  }

  fileprivate var text: String {
    switch self {
    case .scope: "the pack's scope for this kind of subject"
    case .applies: "applies when"
    case .exception(let index, let provision): provision.provision.exceptions[index].title ?? "exception"
    case .requirement(_, let title, _): title
    }
  }
}
