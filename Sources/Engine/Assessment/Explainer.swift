import FEEL
import Facts
import Plans
import Rules
import Synchronization

/// Works out the reasons of findings when they are asked for, each once: it judges again, and this time takes notes. A
/// class, so that all findings of an assessment share it.
final class Explainer: Sendable {
  /// Which provision of which pack for whom, under the law of which day.
  struct Question: Sendable, Hashable {
    var pack: Int
    var provision: Int
    var subject: Entity
    var day: CalendarDate
    /// It binds, or it is not known that it does not.
    var mayApply: Bool
  }

  let rulebook: Rulebook
  let world: Plan
  private let notes = Mutex(Notes())
  private let subjects: Deferred<[[Subject]]>

  private struct Notes {
    var explanations: [Question: Explanation] = [:]
    /// One judge per pack, day of law and detail.
    var judges: [(bench: Bench, judge: Judge)] = []
    var registers: [(day: CalendarDate, register: ControlRegister)] = []
  }

  private struct Bench: Equatable {
    var pack: Int
    var day: CalendarDate
    var detail: Judge.Detail
  }

  init(_ rulebook: Rulebook, _ world: Plan) {
    self.rulebook = rulebook
    self.world = world
    let vocabulary = rulebook.vocabulary
    subjects = Deferred {
      world.rows.indices.map { kind in
        world.rows[kind].indices.map { Subject(Entity(kind: kind, row: $0), in: world, vocabulary) }
      }
    }
  }

  func subject(_ entity: Entity) -> Subject { subjects.value[entity.kind][entity.row] }

  func explanation(_ question: Question) -> Explanation {
    notes.withLock { notes in
      if let known = notes.explanations[question] { return known }
      let judgement = judge(question, .reasons, &notes)
      let provision = rulebook.packs[question.pack].provisions[question.provision].provision
      let explanation = Explanation(judgement, provision, question.subject, rulebook, world)
      notes.explanations[question] = explanation
      return explanation
    }
  }

  /// Facts whose statement would settle it: without the words, which cost more.
  func unknown(_ question: Question) -> Unknown? {
    notes.withLock { judge(question, .unknowns, &$0).unknown }
  }

  private func judge(_ question: Question, _ detail: Judge.Detail, _ notes: inout Notes) -> Judgement {
    let pack = rulebook.packs[question.pack]
    let bench = Bench(pack: question.pack, day: question.day, detail: detail)
    let provision = pack.provisions[question.provision]
    if let known = notes.judges.firstIndex(where: { $0.bench == bench }) {
      return notes.judges[known].judge.judge(provision, for: question.subject)
    }
    let hearing = Hearing(rulebook: rulebook, world: world, pack: pack, day: question.day)
    var judge = Judge(hearing: hearing, detail: detail)
    let judgement = judge.judge(provision, for: question.subject)
    notes.judges.append((bench, judge))
    return judgement
  }

  func controls(_ question: Question) -> [ControlState] {
    guard question.mayApply else { return [] }
    let provision = rulebook.packs[question.pack].provisions[question.provision]
    let controls = provision.requirement.controls
    guard !controls.isEmpty else { return [] }
    let register = notes.withLock { notes in
      if let known = notes.registers.first(where: { $0.day == question.day }) { return known.register }
      let register = ControlRegister(rulebook: rulebook, world: world, day: question.day)
      notes.registers.append((question.day, register))
      return register
    }
    return controls.map { id in
      ControlState(control: id, assurance: register.judge(control: id, for: question.subject).assurance)
    }
  }
}

extension CompiledRequirement {
  /// Controls that it asks for, in order.
  var controls: [String] {
    switch self {
    case .control(let id): [id]
    case .condition, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.controls)
    }
  }
}
