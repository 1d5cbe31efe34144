import Diagnostics
import Patterns

/// One evaluation: the values in scope, what went wrong, and how much work may still be done.
struct Evaluation {
  /// Slots in the order of scopes: variables of the environment first, iterators on top.
  var frame: [Value]
  private(set) var failures: [Mistake] = []
  let surroundings: Surroundings
  /// Patterns read so far.
  var patterns: [PatternKey: Pattern] = [:]
  /// Functions of the whole set of models.
  private let definitions: [Function]
  private var steps: Int
  /// Which rules of which tables gave a result.
  private(set) var firings: [Firing] = []
  private var depth = 0
  /// A limit was reached: everything is null from here on.
  private(set) var isExhausted = false

  /// Levels of the tree at work at once; more than a text can have only through functions that call one
  /// another.
  private static let depthLimit = 500
  /// Members of one list or range, and all parts of one value taken together.
  static let listLimit = 1_000_000
  /// Bytes of one string.
  static let stringLimit = 1_000_000
  /// Steps of one evaluation. With a sanitizer each takes many times as long.
  #if FUZZING
    static let workLimit = 50_000
  #else
    static let workLimit = 10_000_000
  #endif

  init(
    frame: [Value], in surroundings: Surroundings, definitions: [Function] = [],
    steps: Int = Evaluation.workLimit
  ) {
    self.frame = frame
    self.surroundings = surroundings
    self.definitions = definitions
    self.steps = steps
  }

  var isStrict: Bool { surroundings.isStrict }

  /// Steps that may still be done.
  var remainingWork: Int { steps }

  /// Null, with the reason.
  mutating func fail(_ code: Diagnostic.Code, _ extent: Extent, _ message: @autoclosure () -> String) -> Value
  {
    if !isExhausted, failures.count < 100 { failures.append(Mistake(code, at: extent, message())) }
    return .null
  }

  mutating func fail(_ mistake: Mistake) -> Value {
    if !isExhausted, failures.count < 100 { failures.append(mistake) }
    return .null
  }

  /// Notes what a table did; a loop over a table leaves only the first thousand.
  mutating func record(_ firing: Firing) {
    if firings.count < 1_000 { firings.append(firing) }
  }

  /// A value that was put together from others pays for all its parts. Without this a short text could make a
  /// value
  /// that takes for ever to compare, or one nested too deep to walk.
  mutating func weighed(_ value: Value, _ extent: Extent) -> Value {
    var budget = Evaluation.listLimit
    guard value.fits(&budget) else {
      exhaust("a value has at most 1 million parts, nested at most 200 levels", extent)
      return .null
    }
    charge(Evaluation.listLimit - budget, at: extent)
    return isExhausted ? .null : value
  }

  /// Pays for work that is not a step of its own, such as copying a list.
  mutating func charge(_ work: Int, at extent: Extent) {
    steps -= work
    if steps < 0, !isExhausted { exhaust("an evaluation takes at most 10 million steps", extent) }
  }

  mutating func exhaust(_ message: String, _ extent: Extent) {
    failures = [Mistake(.limit, at: extent, message)]
    isExhausted = true
  }

  /// What failed since `count` failures does not count: the answer does not depend on it.
  mutating func forgive(downTo count: Int) {
    if !isExhausted, failures.count > count { failures.removeLast(failures.count - count) }
  }

  /// Evaluates with one more value in scope.
  mutating func with<Result>(_ value: Value, _ body: (inout Evaluation) -> Result) -> Result {
    frame.append(value)
    defer { frame.removeLast() }
    return body(&self)
  }
}

extension Evaluation {
  /// The value of a node: the evaluator is this one switch.
  mutating func value(_ node: Checked, _ host: inout some Host) -> Value {
    steps -= 1
    depth += 1
    defer { depth -= 1 }
    guard steps >= 0, depth <= Evaluation.depthLimit, !isExhausted else { return refuse() }
    switch node {
    case .constant(let value): return value
    case .failed(let mistake): return fail(mistake)
    case .slot(let slot): return frame[slot]
    case .fact(let base, let fact, let extent): return self.fact(fact, of: value(base, &host), extent, &host)
    case .path(let base, let name, let extent): return path(name, of: value(base, &host), extent)
    case .entry(let slot, let name, let otherwise):
      if case .context(let context) = frame[slot], let value = context[name] { return value }
      // It may be a context with such an entry.
      if case .unknown = frame[slot] { return frame[slot] }
      return value(otherwise, &host)
    case .list(let items): return list(items, &host)
    case .context(let entries): return context(entries, &host)
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      return range(lower, lowerClosed, upper, upperClosed, &host)
    case .pointRange(let isExcluded, let point): return pointRange(isExcluded, point, &host)
    case .negated(let operand, let extent): return negated(value(operand, &host), extent)
    case .and(let left, let right): return connective(left, right, decidedBy: .no, &host)
    case .or(let left, let right): return connective(left, right, decidedBy: .yes, &host)
    case .compare(let sign, let left, let right, let extent):
      return compare(sign, left, right, extent, &host)
    case .compareCount(let sign, let list, let number, let extent):
      return compareCount(sign, list, number, extent, &host)
    case .arithmetic(let sign, let left, let right, let extent):
      return arithmetic(sign, left, right, extent, &host)
    case .between(let operand, let lower, let upper, let extent):
      return between(operand, lower, upper, extent, &host)
    case .membership(let operand, let tests, let extent): return membership(operand, tests, extent, &host)
    case .instance(let operand, let type): return instance(value(operand, &host), type)
    case .conditional(let condition, let positive, let negative):
      return conditional(condition, positive, negative, &host)
    case .loop(let iterators, let body, let keepsPartial): return loop(iterators, body, keepsPartial, &host)
    case .quantified(let quantifier, let iterators, let body):
      return quantified(quantifier, iterators[...], body, &host).value
    case .filter(let base, let condition, let selection, let extent):
      return filter(value(base, &host), condition, selection, extent, &host)
    case .builtin(let index, let arguments, let extent):
      return builtin(index, values(arguments, &host), extent, &host)
    case .host(let function, let arguments): return host.call(function, values(arguments, &host))
    case .invoke(let function, let arguments, let names, let extent):
      let target = value(function, &host)
      return invoke(target, values(arguments, &host), names: names, extent, &host)
    case .function(let parameters, let result, let body):
      return .function(Function(parameters, result: result, .expression(body, frame: frame)))
    case .definition(let index): return .function(definitions[index])
    case .typed(let node, let declaration, let extent):
      return typed(value(node, &host), declaration, extent, &host)
    case .table(let table, let extent): return self.table(table, extent, &host)
    case .admitted(let parameters, let body, let extent): return admitted(parameters, body, extent, &host)
    }
  }

  private mutating func refuse() -> Value {
    if !isExhausted {
      exhaust(
        steps < 0 ? "an evaluation takes at most 10 million steps" : "functions call one another too deep",
        0..<0)
    }
    return .null
  }

  private mutating func values(_ nodes: [Checked], _ host: inout some Host) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for node in nodes { values.append(value(node, &host)) }
    return values
  }

  private mutating func list(_ items: [Checked], _ host: inout some Host) -> Value {
    weighed(.list(List(values(items, &host))), 0..<0)
  }

  private mutating func range(
    _ lower: Checked?, _ lowerClosed: Bool, _ upper: Checked?, _ upperClosed: Bool, _ host: inout some Host
  ) -> Value {
    let from = lower.map { value($0, &host) }
    let to = upper.map { value($0, &host) }
    return .range(Range(lower: from, lowerClosed: lowerClosed, upper: to, upperClosed: upperClosed))
  }

  private mutating func pointRange(_ isExcluded: Bool, _ point: Checked, _ host: inout some Host) -> Value {
    .range(Range(value(point, &host), isExcluded: isExcluded))
  }

  private mutating func compare(
    _ sign: Operator, _ left: Checked, _ right: Checked, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let a = value(left, &host)
    return compare(sign, a, value(right, &host), extent).value
  }

  private mutating func compareCount(
    _ sign: Operator, _ list: Checked, _ number: Checked, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let a = value(list, &host)
    return compareCount(sign, a, value(number, &host), extent).value
  }

  private mutating func arithmetic(
    _ sign: Operator, _ left: Checked, _ right: Checked, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let a = value(left, &host)
    return arithmetic(sign, a, value(right, &host), extent)
  }

  private mutating func between(
    _ operand: Checked, _ lower: Checked, _ upper: Checked, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let a = value(operand, &host)
    let atLeast = compare(.greaterOrEqual, a, value(lower, &host), extent)
    return atLeast.and(compare(.lessOrEqual, a, value(upper, &host), extent)).value
  }

  private mutating func context(_ entries: [Checked.Entry], _ host: inout some Host) -> Value {
    let count = frame.count
    defer { frame.removeLast(frame.count - count) }
    var result: [Context.Entry] = []
    for entry in entries {
      let value = value(entry.value, &host)
      result.append(Context.Entry(entry.name, value))
      frame.append(value)
    }
    return weighed(.context(Context(result)), 0..<0)
  }

  /// `and` and `or`: the right side is not looked at when the left decides, and an error on a side that does
  /// not count is forgiven.
  private mutating func connective(
    _ left: Checked, _ right: Checked, decidedBy decisive: Truth, _ host: inout some Host
  ) -> Value {
    let before = failures.count
    let a = operand(left, &host)
    if a == decisive { return a.value }
    let between = failures.count
    let b = operand(right, &host)
    if b == decisive, !isExhausted, between > before, a != !decisive {
      failures.removeSubrange(before..<between)
    }
    return (decisive == .no ? a.and(b) : a.or(b)).value
  }

  private mutating func operand(_ node: Checked, _ host: inout some Host) -> Truth {
    Truth(value(node, &host))
  }

  /// A condition that is not known leaves what both branches agree on.
  private mutating func conditional(
    _ condition: Checked, _ positive: Checked, _ negative: Checked, _ host: inout some Host
  ) -> Value {
    switch value(condition, &host) {
    case .boolean(true): return value(positive, &host)
    case .unknown(let facts):
      let before = failures.count
      let a = value(positive, &host)
      let b = value(negative, &host)
      charge(comparing: a, b, at: 0..<0)
      let missing = FEEL.union(a.missing, b.missing)
      if missing == nil, a.isIdentical(to: b) { return a }
      forgive(downTo: before)
      return .unknown(FEEL.union(facts, missing) ?? facts)
    default: return value(negative, &host)
    }
  }
}

extension Value {
  /// Are all parts within the budget, and not nested too deep.
  fileprivate func fits(_ budget: inout Int, level: Int = 0) -> Bool {
    budget -= 1
    guard budget >= 0, level <= 200 else { return false }
    switch self {
    case .list(let list):
      for item in list.items where !item.fits(&budget, level: level + 1) { return false }
    case .context(let context):
      for entry in context.entries where !entry.value.fits(&budget, level: level + 1) { return false }
    case .range(let range):
      return (range.lower?.fits(&budget, level: level + 1) ?? true)
        && (range.upper?.fits(&budget, level: level + 1) ?? true)
    case .string(let text): budget -= text.work
    case .function(let function):
      if case .expression(_, let frame) = function.body { budget -= frame.count }
    default: break
    }
    return true
  }
}
