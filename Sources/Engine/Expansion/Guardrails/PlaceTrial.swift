import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Tries places: supposes that one thing of an activity lies in a country, and asks the very conditions that findings are judged
/// by whether it may. So a permit, a kind of store, or another way that is taken counts as it counts in the verdict.
struct PlaceTrial {
  private let rulebook: Rulebook
  private let vocabulary: Vocabulary
  /// The plan with a store that is where a law wants it, and a store and a recipient to try places with.
  private let world: Plan
  private let anchor: Entity
  private let store: Entity
  private let recipient: Entity
  /// Rows of the plan itself, by kind: what lies behind them was added here.
  private let sizes: [Int]
  private var scenes: [(day: CalendarDate, plain: Scene, tried: Scene)] = []
  private let plan: Plan

  /// nil: the vocabulary has no stores or recipients.
  init?(_ rulebook: Rulebook, _ plan: Plan) {
    vocabulary = rulebook.vocabulary
    guard let stores = vocabulary.kind(named: "store"), let recipients = vocabulary.kind(named: "recipient")
    else { return nil }
    self.rulebook = rulebook
    self.plan = plan
    sizes = plan.rows.map(\.count)
    var world = plan
    let place = Location(file: plan.file, line: 1)
    // `?` starts no id of a plan.
    func added(_ kind: Int, _ id: String) -> Entity {
      Entity(kind: kind, row: world.appendRow(of: kind, id: id, at: place, rulebook.vocabulary))
    }
    anchor = added(stores, "?there")
    store = added(stores, "?tried")
    recipient = added(recipients, "?tried")
    self.world = world
  }
}

extension PlaceTrial {
  /// Whether one more of its kind may be in the country, and the facts on which that hangs if it is not known.
  struct Answer {
    var truth: Ternary
    var facts: [String] = []
  }

  /// What a finding on an activity says to one use of its data in a country: only what it wants of that use counts, and of
  /// several ways to meet it those that the plan takes.
  mutating func answer(
    _ question: Explainer.Question, of activity: Int, for use: DataUse, in country: String
  ) -> Answer {
    let scene = scene(on: question.day)
    var asking = Asking(
      question: question, activity: activity, use: use, country: country, plain: scene.plain,
      tried: scene.tried, next: 0)
    return weigh(rulebook.packs[question.pack].provisions[question.provision].requirement, false, &asking)
  }

  private struct Asking {
    let question: Explainer.Question
    let activity: Int
    let use: DataUse
    let country: String
    let plain: Scene
    let tried: Scene
    /// The place of the next condition.
    var next: Int
  }

  /// Outside of a choice, what says nothing of places is left aside: it forbids no place. The parts of a choice all count, for
  /// any of them may be the way that the plan takes.
  private func weigh(_ requirement: CompiledRequirement, _ isChoice: Bool, _ asking: inout Asking) -> Answer {
    switch requirement {
    case .condition(let condition, _, _):
      defer { asking.next += 1 }
      return answer(condition, isChoice, asking)
    case .control(let id):
      guard isChoice else { return Answer(truth: .yes) }
      let state = asking.plain.controls.judge(control: id, for: asking.question.subject)
      return Answer(truth: state.isInPlace, facts: names(state.unknown))
    // Whether it is allowed is not worked out here: then the choice is open.
    case .permission: return Answer(truth: isChoice ? .unknown : .yes)
    case .all(let parts):
      var result = Answer(truth: .yes)
      for part in parts { result = result.and(weigh(part, isChoice, &asking)) }
      return result
    case .any(let parts):
      var result = Answer(truth: .no)
      for part in parts { result = result.or(weigh(part, true, &asking)) }
      return result
    }
  }

  private func answer(_ condition: CompiledCondition, _ isChoice: Bool, _ asking: Asking) -> Answer {
    let pack = rulebook.packs[asking.question.pack]
    let provision = pack.provisions[asking.question.provision].provision
    let residency = provision.residencies.first { $0.condition == asking.next }
    if let residency, residency.rule.forbidsElsewhere, residency.rule.fact == asking.use.fact {
      var hearing = Hearing(asking.tried, pack, supposing: supposed(residency, asking))
      let answer = hearing.answer(condition.expression, for: asking.question.subject)
      return Answer(truth: answer.truth, facts: names(answer.unknown))
    }
    guard isChoice else { return Answer(truth: .yes) }
    var hearing = Hearing(asking.plain, pack)
    let answer = hearing.answer(condition.expression, for: asking.question.subject)
    return Answer(truth: answer.truth, facts: names(answer.unknown))
  }
}

extension PlaceTrial {
  private mutating func scene(on day: CalendarDate) -> (plain: Scene, tried: Scene) {
    if let known = scenes.first(where: { $0.day == day }) { return (known.plain, known.tried) }
    let made = (day: day, plain: Scene(rulebook, plan, on: day), tried: Scene(rulebook, world, on: day))
    scenes.append(made)
    return (made.plain, made.tried)
  }

  /// The activity with the one thing in the country; beside a store that is where the law wants one, if it wants one.
  private func supposed(_ residency: Residency, _ asking: Asking) -> [Cell: Value] {
    var cells: [Cell: Value] = [:]
    func set(_ name: String, of entity: Entity, _ value: Value) {
      guard let fact = vocabulary.kinds[entity.kind].fact(named: name) else { return }
      cells[Cell(kind: entity.kind, row: entity.row, fact: fact)] = value
    }
    guard let kind = vocabulary.kind(named: "activity") else { return [:] }
    let activity = Entity(kind: kind, row: asking.activity)
    let country = Value.string(asking.country)
    switch asking.use {
    case .store(let kind):
      set("kind", of: store, .string(kind))
      set("statedCountry", of: store, country)
      set("kind", of: anchor, .string(residency.stores.first ?? "primary"))
      set("statedCountry", of: anchor, .string(home(residency, on: asking.question.day) ?? asking.country))
      let isBeside = residency.rule == .exclusiveStore
      set("stores", of: activity, .list(List((isBeside ? [anchor, store] : [store]).map(Value.entity))))
    case .processing, .access: set(asking.use.fact, of: activity, .list(List([country])))
    case .processor, .recipient:
      set("country", of: recipient, country)
      set("processesIn", of: recipient, .list(List([country])))
      set("role", of: recipient, .string(asking.use == .processor ? "processor" : "controller"))
      set("recipients", of: activity, .list(List([.entity(recipient)])))
    }
    return cells
  }

  /// One of the countries that the rule names.
  private func home(_ residency: Residency, on day: CalendarDate) -> String? {
    if let country = residency.countries.first { return country }
    return rulebook.geography.countries.first { country in
      residency.groups.contains { rulebook.geography.isMember(country.code, of: $0, on: day) == true }
    }?.code
  }

  /// Facts of the plan alone: what is not known of the thing tried is the thing's.
  private func names(_ unknown: Unknown?) -> [String] {
    (unknown?.cells ?? []).filter { $0.row < (sizes.indices.contains($0.kind) ? sizes[$0.kind] : 0) }.map {
      rulebook.name(of: $0, in: plan)
    }
  }
}

extension PlaceTrial.Answer {
  fileprivate func and(_ other: Self) -> Self {
    if truth == .no || other.truth == .no { return Self(truth: .no) }
    if truth == .yes, other.truth == .yes { return self }
    return Self(truth: .unknown, facts: facts + other.facts.filter { !facts.contains($0) })
  }

  fileprivate func or(_ other: Self) -> Self {
    if truth == .yes || other.truth == .yes { return Self(truth: .yes) }
    if truth == .no, other.truth == .no { return self }
    return Self(truth: .unknown, facts: facts + other.facts.filter { !facts.contains($0) })
  }
}
