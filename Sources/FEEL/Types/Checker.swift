import Diagnostics

/// Resolves the names of an expression and finds its types.
///
/// In strict mode every mistake is refused. Otherwise it becomes a node that gives null when it is reached,
/// and types only serve to resolve names.
struct Checker {
  let environment: Environment
  /// Names brought into scope inside the expression; those of the environment lie below.
  var bindings: [Binding] = []
  var mistakes: [Mistake] = []
  /// What strict mode would have refused.
  private(set) var warnings: [Mistake] = []
  /// The decision tables met so far.
  var tables: [FoundTable] = []
  /// The slot of `?`, in unary tests.
  var input: (slot: Int, type: Type)?
  var slots: Int
  /// More do not help an author.
  private static let mistakeLimit = 20

  /// A meaning of names, innermost last.
  enum Binding {
    case variable(String, slot: Int, Type)
    /// Inside the brackets of a filter: `item`, and the entries or facts of the item.
    case item(slot: Int, Type)
    case alias(String, Checked, Type)
  }

  /// A resolved expression with its type.
  struct Typed {
    var node: Checked
    var type: Type
  }

  init(_ environment: Environment) {
    self.environment = environment
    slots = environment.variables.count
  }

  var isStrict: Bool { environment.isStrict }

  /// Checks an expression that stands where a type is expected.
  mutating func check(_ expression: Expression, expecting expected: Type?) -> Typed {
    let typed = check(expression)
    guard let expected else { return typed }
    if isStrict, !typed.type.conforms(to: expected) {
      return refuse(.wrongType(typed.type, for: expected, at: expression.extent, in: environment))
    }
    checkLiterals(expression, against: expected)
    return typed
  }

  mutating func check(_ expression: Expression) -> Typed {
    let extent = expression.extent
    switch expression.form {
    case .null: return Typed(node: .constant(.null), type: .null)
    case .boolean(let flag): return Typed(node: .constant(.boolean(flag)), type: .boolean)
    case .number(let number): return Typed(node: .constant(.number(number)), type: .number)
    case .string(let text): return Typed(node: .constant(.string(text)), type: .string)
    case .temporal(let text):
      guard let value = Value(temporal: text, zones: environment.zones) else {
        return refuse(.badTemporal(text, at: extent))
      }
      return Typed(node: .constant(value), type: value.type)
    case .name(let name): return self.name(name, extent)
    case .input:
      guard let input else { return refuse(.noInput(at: extent)) }
      return Typed(node: .slot(input.slot), type: input.type)
    case .list(let items): return list(items)
    case .context(let entries): return context(entries, isScope: true)
    case .record(let entries): return context(entries, isScope: false)
    case .range(let lower, let lowerClosed, let upper, let upperClosed):
      return range(lower, lowerClosed, upper, upperClosed, extent)
    case .pointRange(let isExcluded, let point):
      let point = check(point)
      return Typed(node: .pointRange(isExcluded: isExcluded, point.node), type: .range(point.type))
    case .negated(let operand): return negated(operand, extent)
    case .binary(let sign, let left, let right): return binary(sign, left, right, extent)
    case .between(let operand, let lower, let upper): return between(operand, lower, upper, extent)
    case .membership(let operand, let tests): return membership(operand, tests, extent)
    case .instance(let operand, let name):
      let value = check(operand)
      guard let type = name.lacksParameters && !isStrict ? nil : type(named: name) else {
        return isStrict ? refused : refuse(Mistake(.unknownName, at: extent, "the type is not known"))
      }
      return Typed(node: .instance(value.node, type), type: .boolean)
    case .conditional(let condition, let positive, let negative):
      let test = self.condition(condition, of: "if")
      let (a, b) = (check(positive), check(negative))
      return Typed(node: .conditional(test, a.node, b.node), type: a.type.joined(with: b.type))
    case .loop(let iterators, let body): return loop(iterators, body)
    case .quantified(let quantifier, let iterators, let body): return quantified(quantifier, iterators, body)
    case .filter(let base, let condition): return filter(base, condition, extent)
    case .path(let base, let name, let nameExtent): return path(check(base), name, nameExtent)
    case .call(let function, let arguments): return call(function, arguments, extent)
    case .function(let parameters, let body): return function(parameters, body, types: [])
    case .external:
      return refuse(
        Mistake(.refused, at: extent, "functions outside of FEEL (Java, PMML) are not carried out"))
    case .typed(let value, let declaration): return self.typed(value, declaration)
    case .admitted(let parameters, let body): return admitted(parameters, body)
    case .table(let table): return self.table(table, extent)
    case .failed(let mistake): return refuse(mistake)
    }
  }

  /// What stands for a part that was refused: fits everywhere, so that one mistake is not reported twice.
  var refused: Typed { Typed(node: .constant(.null), type: .any) }

  mutating func refuse(_ mistake: Mistake) -> Typed {
    guard isStrict else {
      if warnings.count < Checker.mistakeLimit { warnings.append(mistake) }
      return Typed(node: .failed(mistake), type: .any)
    }
    if mistakes.count < Checker.mistakeLimit { mistakes.append(mistake) }
    return refused
  }

  /// Looked for only where an author reads it: it takes time.
  func suggestion(for name: String, among known: some Sequence<String>) -> String? {
    isStrict && mistakes.count < Checker.mistakeLimit ? didYouMean(name, among: known) : nil
  }
}

extension Checker {
  private mutating func list(_ items: [Expression]) -> Typed {
    let typed = items.map { check($0) }
    let item = typed.dropFirst().reduce(typed.first?.type ?? .any) { $0.joined(with: $1.type) }
    let values = typed.compactMap { if case .constant(let value) = $0.node { value } else { nil } }
    let node: Checked =
      values.count == typed.count ? .constant(.list(List(values))) : .list(typed.map(\.node))
    return Typed(node: node, type: .list(item))
  }

  private mutating func context(_ entries: [Expression.Entry], isScope: Bool) -> Typed {
    let outer = (bindings.count, slots)
    defer {
      bindings.removeLast(bindings.count - outer.0)
      slots = outer.1
    }
    var nodes: [Checked.Entry] = []
    var members: [Type.Member] = []
    for entry in entries {
      let value = check(entry.value)
      if members.contains(where: { $0.name == entry.name }) {
        return refuse(.duplicate(entry.name, at: entry.nameExtent))
      }
      nodes.append(Checked.Entry(name: entry.name, value: value.node))
      members.append(Type.Member(entry.name, value.type))
      if isScope {
        declare(entry.name, value.type, at: entry.nameExtent)
      } else {
        slots += 1
      }
    }
    return Typed(node: .context(nodes), type: .context(members))
  }

  private mutating func range(
    _ lower: Expression?, _ lowerClosed: Bool, _ upper: Expression?, _ upperClosed: Bool, _ extent: Extent
  ) -> Typed {
    let a = lower.map { check($0) }
    let b = upper.map { check($0) }
    let end = (a?.type ?? .null).joined(with: b?.type ?? .null)
    if isStrict, !end.isOrdered || !(a?.type ?? .null).isComparable(to: b?.type ?? .null) {
      return refuse(.unorderedRange(at: extent))
    }
    let node = Checked.range(
      lower: a?.node, lowerClosed: lowerClosed, upper: b?.node, upperClosed: upperClosed)
    return Typed(node: node, type: .range(end))
  }

  /// A condition of `if`, `and`, `some` …
  mutating func condition(_ expression: Expression, of word: String) -> Checked {
    let typed = check(expression)
    if isStrict, !typed.type.conforms(to: .boolean) {
      return refuse(.notBoolean(typed.type, of: word, at: expression.extent, in: environment)).node
    }
    return typed.node
  }
}

extension Mistake {
  static func wrongType(_ type: Type, for expected: Type, at extent: Extent, in environment: Environment)
    -> Mistake
  {
    Mistake(
      .type, at: extent,
      "this is \(type.description(in: environment)), but \(expected.description(in: environment)) is expected here"
    )
  }

  fileprivate static func badTemporal(_ text: String, at extent: Extent) -> Mistake {
    Mistake(
      .literal, at: extent,
      text.utf8.contains(UInt8(ascii: "@"))
        ? "`\(text)` is no date and time in a time zone that is known here"
        : "`\(text)` is neither a date, a time nor a duration")
  }

  fileprivate static func noInput(at extent: Extent) -> Mistake {
    Mistake(.unexpected, at: extent, "`?` stands for the input of a table cell; there is none here")
  }

  fileprivate static func duplicate(_ name: String, at extent: Extent) -> Mistake {
    Mistake(.shadowed, at: extent, "the entry `\(name)` stands twice")
  }

  fileprivate static func unorderedRange(at extent: Extent) -> Mistake {
    Mistake(.type, at: extent, "the ends of a range are of one type that has an order")
  }

  fileprivate static func notBoolean(
    _ type: Type, of word: String, at extent: Extent, in environment: Environment
  ) -> Mistake {
    Mistake(
      .type, at: extent,
      "`\(word)` takes a condition that is true or false, not \(type.description(in: environment))")
  }
}
