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
    /// One judge per pack, day of law and detail; few, and so are the days: they are found by looking at each.
    var judges: [(bench: Bench, judge: Judge<Testimony>)] = []
    var scenes: [(day: CalendarDate, scene: Scene)] = []
  }

  private struct Bench: Equatable {
    var pack: Int
    var day: CalendarDate
    var detail: Testimony.Detail
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
      let judgement = judgement(question, .reasons, &notes)
      let provision = rulebook.packs[question.pack].provisions[question.provision].provision
      let explanation = Explanation(judgement, provision, question.subject, rulebook, world)
      notes.explanations[question] = explanation
      return explanation
    }
  }

  /// Facts whose statement would settle it: without the words, which cost more.
  func unknown(_ question: Question) -> Unknown? {
    notes.withLock { judgement(question, .unknowns, &$0).unknown }
  }

  /// The remedies whose condition holds for the subject: where that is not known, nothing is promised.
  func offered(_ question: Question) -> [Remedy] {
    let provision = rulebook.packs[question.pack].provisions[question.provision]
    let remedies = provision.provision.remedies
    return remedies.indices.filter { index in
      guard let condition = provision.offer(of: index) else { return true }
      return notes.withLock { notes in
        let judge = judge(question, .unknowns, &notes)
        return notes.judges[judge].judge.witness.holds(condition, for: question.subject) == .yes
      }
    }.map { remedies[$0] }
  }

  private func judgement(_ question: Question, _ detail: Testimony.Detail, _ notes: inout Notes) -> Judgement
  {
    let place = judge(question, detail, &notes)
    return notes.judges[place].judge.judgement(
      of: rulebook.packs[question.pack].provisions[question.provision], for: question.subject)
  }

  /// The place of the judge for it.
  private func judge(_ question: Question, _ detail: Testimony.Detail, _ notes: inout Notes) -> Int {
    let pack = rulebook.packs[question.pack]
    let bench = Bench(pack: question.pack, day: question.day, detail: detail)
    let place = notes.judges.firstIndex { $0.bench == bench } ?? notes.judges.count
    if place == notes.judges.count {
      notes.judges.append((bench, Judge(Hearing(scene(on: question.day, &notes), pack), detail: detail)))
    }
    return place
  }

  private func scene(on day: CalendarDate, _ notes: inout Notes) -> Scene {
    if let known = notes.scenes.first(where: { $0.day == day }) { return known.scene }
    let scene = Scene(rulebook, world, on: day)
    notes.scenes.append((day, scene))
    return scene
  }

  func controls(_ question: Question) -> [ControlState] {
    guard question.mayApply else { return [] }
    let provision = rulebook.packs[question.pack].provisions[question.provision]
    let controls = provision.requirement.controls
    guard !controls.isEmpty else { return [] }
    let register = notes.withLock { scene(on: question.day, &$0).controls }
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
