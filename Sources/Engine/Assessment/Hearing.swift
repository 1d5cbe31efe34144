import DMN
import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// One plan before one pack on one day: answers what conditions ask of the plan, and notes which facts were asked.
struct Hearing: Host {
  let rulebook: Rulebook
  let world: Plan
  let pack: CompiledPack
  let day: CalendarDate
  let controls: ControlRegister
  /// Values of the slots; the first is for the subject.
  private var base: [Value] = []
  /// A frame for each level of conditions that ask for conclusions, made once.
  private var frames: [[Value]] = []
  /// The level at work.
  private var level = 0
  /// Notes which facts are asked.
  var isNoting = true
  /// Facts asked since it was last emptied, in order, with repeats.
  private var asked: [Cell] = []
  /// Rules of tables that gave a conclusion, likewise.
  private var fired: [Firing] = []
  /// The fact asked last: what an answer that is too wide rests on.
  private(set) var lastAsked: Cell?
  /// What went wrong in the conclusion asked last.
  private var failure: String?
  /// The subject that `inPlace` speaks of.
  var subject = Entity(kind: 0, row: 0)
  /// Facts supposed to be otherwise, for counterfactuals.
  private let supposed: [Cell: Value]
  private var remembered: [Cell: Remembered] = [:]
  private var decided: [Decided] = []
  /// What columns have found out, for verdicts without reasons.
  var known: KnownFacts?

  private struct Remembered {
    var value: Value
    var asked: [Cell]
    var fired: [Firing]
    var lastAsked: Cell?
    var failure: String?
  }

  /// A decision that was made already.
  private struct Decided {
    let file: String
    let element: Int
    let inputs: [(element: Int, value: Value)]
    let outcome: Outcome

    func isSame(_ decision: CompiledDecision, _ others: [(element: Int, value: Value)]) -> Bool {
      element == decision.element && inputs.elementsEqual(others, by: ==) && file == decision.file
    }
  }

  init(_ scene: Scene, _ pack: CompiledPack, supposing: [Cell: Value] = [:]) {
    rulebook = scene.rulebook
    world = scene.world
    day = scene.day
    controls = scene.controls
    self.pack = pack
    self.supposed = supposing
    base = [.null] + scene.common
    base += pack.pack.parameters.map { $0.value(on: day) }
    for definition in pack.planDefinitions {
      let value = outcome(definition, for: .null).value
      base.append(value)
      frames = []
    }
  }

  /// The values of the slots without a subject.
  func slotValues() -> [Value] { base }

  private mutating func outcome(_ definition: CompiledDefinition, for subject: Value) -> Outcome {
    switch definition {
    case .expression(let expression): return outcome(expression, for: subject)
    case .decision(let decision):
      var errors: [Diagnostic] = []
      var inputs: [(element: Int, value: Value)] = []
      for input in decision.inputs {
        let outcome = outcome(input.expression, for: subject)
        errors += outcome.errors
        inputs.append((input.element, outcome.value))
      }
      let outcome = decided(decision, inputs)
      if isNoting { fired += outcome.firings }
      return Outcome(value: outcome.value, errors: errors + outcome.errors)
    }
  }

  /// A decision is made once for inputs that are the same to the last digit.
  private mutating func decided(_ decision: CompiledDecision, _ inputs: [(element: Int, value: Value)])
    -> Outcome
  {
    let isPlain = inputs.allSatisfy(\.value.isPlain)
    if isPlain, let known = decided.first(where: { $0.isSame(decision, inputs) }) { return known.outcome }
    var run = Decisions.Run(decision.decisions, inputs: inputs)
    let outcome = run.outcome(of: decision.element)
    if isPlain, decided.count < 32 {
      decided.append(
        Decided(file: decision.file, element: decision.element, inputs: inputs, outcome: outcome))
    }
    return outcome
  }

  /// Evaluates with the subject in the first slot; conclusions that it asks for are worked out a level higher.
  private mutating func outcome(_ expression: CheckedExpression, for subject: Value) -> Outcome {
    if level == frames.count { frames.append(base) }
    var frame: [Value] = []
    swap(&frame, &frames[level])
    frame[0] = subject
    level += 1
    let outcome = expression.outcome(in: &frame, &self)
    level -= 1
    swap(&frame, &frames[level])
    return outcome
  }

  mutating func value(of fact: Int, in entity: Entity) -> Value {
    if let known, !isNoting, let answer = known.answer(fact, of: entity) {
      return value(answer, of: Cell(kind: entity.kind, row: entity.row, fact: fact))
    }
    let facts = rulebook.vocabulary.kinds[entity.kind].facts
    if fact >= facts.count {
      let definition = pack.definitions[entity.kind][fact - facts.count]
      return remember(fact, entity) { hearing in
        let outer = hearing.subject
        hearing.subject = entity
        defer { hearing.subject = outer }
        let outcome = hearing.outcome(definition, for: .entity(entity))
        // An error that was not absorbed leaves no value, as in a condition.
        guard let error = outcome.errors.first else { return outcome.value }
        hearing.failure = error.message
        // The condition that asks stands in the pack; what went wrong stands in the table.
        if case .decision = definition {
          hearing.failure = "\(error.message) (\(error.location.file):\(error.location.line))"
        }
        return .null
      }
    }
    if let derivation = rulebook.derivations[entity.kind][fact] {
      return remember(fact, entity) { derivation.evaluate([.entity(entity)], &$0) }
    }
    let cell = Cell(kind: entity.kind, row: entity.row, fact: fact)
    lastAsked = cell
    if isNoting { asked.append(cell) }
    return supposed[cell] ?? world.value(cell)
  }

  /// Of a conclusion found over columns, which do not say what an unknown one waits for.
  private mutating func value(_ answer: Program.Answer, of cell: Cell) -> Value {
    failure = nil
    return switch answer {
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .unknown: .unknown(Unknown(cell))
    case .null, .error: .null
    }
  }

  /// Evaluates once per row; the facts that it rests on are noted each time.
  private mutating func remember(_ fact: Int, _ entity: Entity, _ evaluate: (inout Hearing) -> Value) -> Value
  {
    let cell = Cell(kind: entity.kind, row: entity.row, fact: fact)
    if let known = remembered[cell] {
      asked += known.asked
      fired += known.fired
      lastAsked = known.lastAsked ?? lastAsked
      failure = known.failure
      return known.value
    }
    let before = (asked.count, lastAsked, fired.count)
    lastAsked = nil
    failure = nil
    let value = evaluate(&self)
    remembered[cell] = Remembered(
      value: value, asked: Array(asked[before.0...]), fired: Array(fired[before.2...]), lastAsked: lastAsked,
      failure: failure)
    lastAsked = lastAsked ?? before.1
    return value
  }

  /// The result of a condition for a subject, with the facts it asked.
  mutating func answer(_ condition: CheckedExpression, for entity: Entity) -> Answer {
    asked.removeAll(keepingCapacity: true)
    fired.removeAll(keepingCapacity: true)
    lastAsked = nil
    failure = nil
    subject = entity
    let outcome = outcome(condition, for: .entity(entity))
    var facts: [Cell] = []
    for cell in asked where !facts.contains(cell) { facts.append(cell) }
    var firings: [Firing] = []
    for firing in fired where !firings.contains(firing) { firings.append(firing) }
    // An error that logic did not absorb leaves no answer, whatever value came out (`1 / 0 != 3` is true in FEEL).
    if let error = outcome.errors.first?.message {
      return Answer(truth: .unknown, error: error, facts: facts, firings: firings)
    }
    return switch outcome.value {
    case .boolean(let truth): Answer(truth: truth ? .yes : .no, facts: facts, firings: firings)
    case .unknown(let unknown): Answer(truth: .unknown, unknown: unknown, facts: facts, firings: firings)
    // There is no such thing (a lane to a place of one's own has no recipient).
    case .null: Answer(truth: .no, facts: facts, firings: firings)
    default:
      Answer(truth: .unknown, error: "the condition gives neither true nor false", facts: facts)
    }
  }

  mutating func takeFailure() -> String? {
    defer { failure = nil }
    return failure
  }

  mutating func call(_ function: Int, _ arguments: [Value]) -> Value {
    carryOut(rulebook.functions[function], arguments)
  }
}

/// The three-valued result of a condition, with its cause.
struct Answer {
  var truth: Ternary
  /// The facts that would settle it, if unknown.
  var unknown: Unknown?
  /// Why no result could be had at all.
  var error: String?
  var facts: [Cell] = []
  /// Rules of tables that it rests on.
  var firings: [Firing] = []
}

extension Value {
  /// Equal values of its kind are written alike, which numbers are not (`1.0` and `1.00`).
  fileprivate var isPlain: Bool {
    switch self {
    case .boolean, .string, .date, .null, .unknown: true
    default: false
    }
  }
}

extension Parameter {
  /// The value in force on a day: of a table all rows in force; null if no entry is.
  func value(on day: CalendarDate) -> Value {
    let inForce = entries.filter { $0.period.contains(day) }
    if isTable { return .list(List(inForce.map(\.value))) }
    return inForce.first?.value ?? .null
  }
}
