import Solver

/// A question whether some plan makes a term true.
struct Goal {
  let term: Term
  var answer = Answer.open

  enum Answer { case open, possible, impossible }

  init(_ term: Term) {
    self.term = term
    if term == .yes { answer = .possible }
    if term == .no { answer = .impossible }
  }
}

/// Answers goals: first by trying plans, then by the solver; each plan answers as many as it can.
struct Decider {
  let terms: Terms
  var goals: [Goal]
  /// Sets of goals that one plan makes true together.
  private(set) var together: [[Bool]] = []
  private let watched: [Term]
  private let solver: Z3?
  private var isDefined: [Bool]
  private var declared: Set<Int> = []
  /// Plans tried.
  static let plans = 400
  let digests: [UInt64]

  /// `watched`: terms of which is kept which are true in the plans tried.
  init(_ terms: Terms, _ goals: [Goal], watched: [Term], solver: Z3?) {
    self.terms = terms
    self.goals = goals
    digests = terms.digests
    self.watched = watched
    self.solver = solver
    isDefined = [Bool](repeating: false, count: terms.forms.count)
  }

  mutating func decide(_ memory: inout LintMemory) {
    for index in goals.indices where memory.possible.contains(digests[goals[index].term.index]) {
      goals[index].answer = .possible
    }
    // With most of the answers known from another edition, the solver is quicker than trying plans.
    let open = goals.filter { $0.answer == .open }.count
    if solver == nil || memory.possible.isEmpty || open > goals.count / 4 { search() }
    defer {
      for goal in goals where goal.answer == .possible { memory.possible.insert(digests[goal.term.index]) }
    }
    guard solver != nil else { return }
    for index in goals.indices where goals[index].answer == .open {
      let rest = goals.indices.filter { $0 > index && goals[$0].answer == .open }.prefix(200)
      guard let model = ask([goals[index].term], rest.map { goals[$0].term } + watched) else { continue }
      guard let values = model.values else {
        goals[index].answer = .impossible
        continue
      }
      goals[index].answer = .possible
      for (place, value) in zip(rest, values) where value { goals[place].answer = .possible }
      together.append(Array(values.suffix(watched.count)))
    }
  }

  /// Keeps which of the watched terms a plan makes true.
  mutating func note(_ values: [Bool]) { together.append(values) }

  private mutating func search() {
    var search = Search(terms)
    guard goals.contains(where: { $0.answer == .open }) || !watched.isEmpty else { return }
    let open = goals.indices.filter { goals[$0].answer == .open }
    for _ in 0..<Decider.plans {
      search.next()
      for index in open where goals[index].answer == .open {
        if search.values[goals[index].term.index] == 1 { goals[index].answer = .possible }
      }
      together.append(watched.map { search.values[$0.index] == 1 })
    }
  }

  struct Model {
    /// Of the terms asked for; nil if no plan does it.
    let values: [Bool]?
  }

  /// Is there a plan that makes all of these true; nil if the solver cannot tell.
  mutating func ask(_ wanted: [Term], _ asked: [Term]) -> Model? {
    guard let solver else { return nil }
    define(wanted + asked, solver)
    solver.tell("(push)")
    defer { solver.tell("(pop)") }
    let assertions = wanted.map { "(assert \(terms.text($0)))" }.joined()
    switch solver.ask("\(assertions)(check-sat)") {
    case "unsat": return Model(values: nil)
    case "sat":
      let free = asked.filter { $0 != .yes && $0 != .no }
      guard !free.isEmpty else { return Model(values: asked.map { $0 == .yes }) }
      let names = free.map { terms.text($0) }.joined(separator: " ")
      guard let answer = solver.ask("(get-value (\(names)))") else { return nil }
      var values = Decider.truths(answer, free.count)[...]
      return Model(values: asked.map { $0 == .yes || $0 != .no && values.removeFirst() })
    default: return nil
    }
  }

  /// The values of terms of any sort in a plan that makes the wanted ones true, as the solver writes them.
  mutating func texts(_ wanted: [Term], _ asked: [Term]) -> [String]? {
    guard let solver else { return nil }
    define(wanted + asked, solver)
    solver.tell("(push)")
    defer { solver.tell("(pop)") }
    let assertions = wanted.map { "(assert \(terms.text($0)))" }.joined()
    guard solver.ask("\(assertions)(check-sat)") == "sat" else { return nil }
    return asked.map { term in
      let answer = solver.ask("(get-value (\(terms.text(term))))") ?? ""
      // ((name value))
      let inner = answer.drop { $0 == "(" }
      let value = inner.drop { $0 != " " }.dropFirst()
      return String(value.dropLast(2))
    }
  }

  /// `((a true) (b false))`
  private static func truths(_ answer: String, _ count: Int) -> [Bool] {
    var result: [Bool] = []
    for word in answer.split(whereSeparator: { $0.isWhitespace || $0 == "(" || $0 == ")" }) {
      if word == "true" || word == "false" { result.append(word == "true") }
    }
    return result.count == count ? result : [Bool](repeating: false, count: count)
  }

  private mutating func define(_ wanted: [Term], _ solver: Z3) {
    var waiting = wanted
    var needed: [Int] = []
    while let term = waiting.popLast() {
      guard !isDefined[term.index] else { continue }
      isDefined[term.index] = true
      needed.append(term.index)
      waiting += terms.parts(of: term)
    }
    let text = terms.definitions(of: needed.sorted(), declared: &declared)
    if !text.isEmpty { solver.tell(text) }
  }
}
