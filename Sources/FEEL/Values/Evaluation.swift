import Diagnostics

/// One evaluation: the values in scope, what went wrong, and how much work may still be done.
struct Evaluation {
  /// Slots in the order of scopes: variables of the environment first, iterators on top.
  var frame: [Value]
  private(set) var failures: [Mistake] = []
  let isStrict: Bool
  private var steps: Int
  private var depth = 0
  /// A limit was reached: everything is null from here on.
  private(set) var isExhausted = false

  /// The whole tree counts once, so levels only add up through functions.
  private static let depthLimit = 1_500
  /// Members of one list or range.
  static let listLimit = 1_000_000

  init(frame: [Value], isStrict: Bool, steps: Int = 10_000_000) {
    self.frame = frame
    self.isStrict = isStrict
    self.steps = steps
  }

  /// Null, with the reason.
  mutating func fail(_ code: Diagnostic.Code, _ extent: Extent, _ message: @autoclosure () -> String) -> Value {
    if !isExhausted, failures.count < 100 { failures.append(Mistake(code, at: extent, message())) }
    return .null
  }

  mutating func fail(_ mistake: Mistake) -> Value {
    if !isExhausted, failures.count < 100 { failures.append(mistake) }
    return .null
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
      return value(otherwise, &host)
    case .list(let items): return list(items, &host)
    case .context(let entries): return context(entries, &host)
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      return .range(
        Range(
          lower: lower.map { value($0, &host) }, lowerClosed: lowerClosed,
          upper: upper.map { value($0, &host) }, upperClosed: upperClosed))
    case .negated(let operand, let extent): return negated(value(operand, &host), extent)
    case .and(let left, let right): return connective(left, right, decidedBy: .no, &host)
    case .or(let left, let right): return connective(left, right, decidedBy: .yes, &host)
    case .compare(let sign, let left, let right, let extent):
      let a = value(left, &host)
      return compare(sign, a, value(right, &host), extent).value
    case .compareCount(let sign, let list, let number, let extent):
      let a = value(list, &host)
      return compareCount(sign, a, value(number, &host), extent).value
    case .arithmetic(let sign, let left, let right, let extent):
      let a = value(left, &host)
      return arithmetic(sign, a, value(right, &host), extent)
    case .between(let operand, let lower, let upper, let extent):
      let a = value(operand, &host)
      let atLeast = compare(.greaterOrEqual, a, value(lower, &host), extent)
      return atLeast.and(compare(.lessOrEqual, a, value(upper, &host), extent)).value
    case .membership(let operand, let tests, let extent): return membership(operand, tests, extent, &host)
    case .instance(let operand, let type): return value(operand, &host).isInstance(of: type).value
    case .conditional(let condition, let positive, let negative):
      return conditional(condition, positive, negative, &host)
    case .loop(let iterators, let body, let keepsPartial): return loop(iterators, body, keepsPartial, &host)
    case .quantified(let quantifier, let iterators, let body):
      return quantified(quantifier, iterators[...], body, &host).value
    case .filter(let base, let condition, let selection, let extent):
      return filter(value(base, &host), condition, selection, extent, &host)
    case .builtin(let index, let arguments, let extent):
      return builtin(index, arguments.map { value($0, &host) }, extent, &host)
    case .host(let function, let arguments): return host.call(function, arguments.map { value($0, &host) })
    case .invoke(let function, let arguments, let extent):
      let target = value(function, &host)
      return invoke(target, arguments.map { value($0, &host) }, extent, &host)
    case .function(let parameters, let body):
      return .function(Function(parameters: parameters, body: body, frame: frame))
    }
  }

  private mutating func refuse() -> Value {
    if !isExhausted {
      exhaust(
        steps < 0 ? "an evaluation takes at most 10 million steps" : "functions call one another too deep", 0..<0)
    }
    return .null
  }

  private mutating func list(_ items: [Checked], _ host: inout some Host) -> Value {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(value(item, &host)) }
    return .list(List(values))
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
    return .context(Context(result))
  }

  /// `and` and `or`: the right side is not looked at when the left decides, and an error on a side that does not count is forgiven.
  private mutating func connective(
    _ left: Checked, _ right: Checked, decidedBy decisive: Truth, _ host: inout some Host
  ) -> Value {
    let before = failures.count
    let a = operand(left, &host)
    if a == decisive { return a.value }
    let between = failures.count
    let b = operand(right, &host)
    if b == decisive, !isExhausted, between > before, a != !decisive { failures.removeSubrange(before..<between) }
    return (decisive == .no ? a.and(b) : a.or(b)).value
  }

  private mutating func operand(_ node: Checked, _ host: inout some Host) -> Truth { Truth(value(node, &host)) }

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
      let missing = FEEL.union(a.missing, b.missing)
      if missing == nil, failures.count == before, a.isIdentical(to: b) { return a }
      forgive(downTo: before)
      return .unknown(FEEL.union(facts, missing) ?? facts)
    default: return value(negative, &host)
    }
  }
}
