/// One signature of a built-in function: what the checker, the evaluator and the manual know of it.
package struct Builtin: Sendable {
  package struct Parameter: Sendable {
    /// The name for calls by name; further names where DMN gives several.
    package let names: [String]
    /// Any of these.
    package let types: [Type]
    package let isOptional: Bool
    /// May be given any number of times; always the last.
    package let isRepeated: Bool
    /// The value must be comparable with the items of the first argument, a list.
    let isItem: Bool
  }

  /// What unknown facts in the arguments mean.
  enum Unknowns: Sendable {
    /// Anything unknown anywhere in them makes the result unknown.
    case spread
    /// The function looks for itself what it can still tell.
    case weighed
  }

  enum Body: Sendable {
    case values(@Sendable (Arguments) throws(Failure) -> Value)
    /// Calls a function that it is given, so it needs the evaluation.
    case sort, replace
    /// Uses a regular expression.
    case pattern(PatternUse)
    /// `now`, or `today`: asks the surroundings.
    case clock(isDay: Bool)
  }

  package let name: String
  package let parameters: [Parameter]
  /// The type of the result for these types of arguments.
  package let result: @Sendable ([Type]) -> Type
  let unknowns: Unknowns
  /// Null among the arguments does not simply make the result null.
  let takesNull: Bool
  let body: Body
  /// Steps for a call, beside those for its arguments.
  var work = 0
  /// Does it hold every member against every other.
  var comparesAll = false

  /// All of them. The index of a row stands for the function in a checked tree.
  package static let table: [Builtin] =
    numbers + strings + lists + aggregates + contexts + conversions + calendar + ranges + [rangeText]

  /// The rows of a name, in order.
  static func indexes(named name: String) -> [Int] { rows[name] ?? [] }

  private static let rows: [String: [Int]] = Dictionary(grouping: table.indices) { table[$0].name }
}

/// Why a built-in function has no result.
struct Failure: Error {
  let message: String
  /// A message quotes what it is about, which may be a million bytes long.
  init(_ message: String) {
    self.message = message.utf8.count > 1_000 ? "\(message.prefix(200)) …" : message
  }
}

/// Arguments that have been held against the parameters: reading one as another type is a fault of this
/// module.
struct Arguments: Sendable {
  let values: [Value]
  let surroundings: Surroundings

  var count: Int { values.count }
  subscript(index: Int) -> Value { values[index] }

  func number(_ index: Int) -> Decimal {
    guard case .number(let value) = values[index] else {
      preconditionFailure("the argument was checked to be a number")
    }
    return value
  }

  func string(_ index: Int) -> String {
    guard case .string(let value) = values[index] else {
      preconditionFailure("the argument was checked to be a string")
    }
    return value
  }

  func list(_ index: Int) -> List {
    guard case .list(let value) = values[index] else {
      preconditionFailure("the argument was checked to be a list")
    }
    return value
  }

  func context(_ index: Int) -> Context {
    guard case .context(let value) = values[index] else {
      preconditionFailure("the argument was checked to be a context")
    }
    return value
  }

  /// A whole number that fits.
  func int(_ index: Int, _ what: String) throws(Failure) -> Int {
    guard let value = number(index).int else { throw Failure("\(what) is a whole number") }
    return value
  }

  /// An argument that need not be given.
  func optional(_ index: Int) -> Value? {
    index < values.count && !values[index].isNull ? values[index] : nil
  }
}

extension Builtin.Parameter {
  static func one(_ names: String..., of types: Type...) -> Self {
    Self(names: names, types: types, isOptional: false, isRepeated: false, isItem: false)
  }
  static func number(_ names: String...) -> Self {
    Self(names: names, types: [.number], isOptional: false, isRepeated: false, isItem: false)
  }
  static func string(_ names: String...) -> Self {
    Self(names: names, types: [.string], isOptional: false, isRepeated: false, isItem: false)
  }
  static func list(_ names: String..., of item: Type = .any) -> Self {
    Self(names: names, types: [.list(item)], isOptional: false, isRepeated: false, isItem: false)
  }
  /// Anything that the list in front could hold.
  static func item(_ names: String...) -> Self {
    Self(names: names, types: [.any], isOptional: false, isRepeated: false, isItem: true)
  }
  var optional: Self { Self(names: names, types: types, isOptional: true, isRepeated: false, isItem: isItem) }
  var repeated: Self { Self(names: names, types: types, isOptional: false, isRepeated: true, isItem: isItem) }
}

extension Builtin {
  init(
    _ name: String, _ parameters: Parameter..., returns result: Type, unknowns: Unknowns = .spread,
    takesNull: Bool = false, _ body: @escaping @Sendable (Arguments) throws(Failure) -> Value
  ) {
    self.init(
      name: name, parameters: parameters, result: { _ in result }, unknowns: unknowns, takesNull: takesNull,
      body: .values(body))
  }

  init(
    _ name: String, _ parameters: Parameter..., typed result: @escaping @Sendable ([Type]) -> Type,
    unknowns: Unknowns = .spread, takesNull: Bool = false,
    _ body: @escaping @Sendable (Arguments) throws(Failure) -> Value
  ) {
    self.init(
      name: name, parameters: parameters, result: result, unknowns: unknowns, takesNull: takesNull,
      body: .values(body))
  }
}
