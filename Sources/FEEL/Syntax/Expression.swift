/// An expression as written, with the place of every part.
package struct Expression: Sendable, Hashable {
  package let form: Form
  package let extent: Extent
  /// Levels of the tree below and including this one.
  package let depth: Int

  package init(_ form: Form, at extent: Extent) {
    self.form = form
    self.extent = extent
    depth = 1 + form.deepestChild
  }

  package indirect enum Form: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Decimal)
    case string(String)
    /// `@"2026-11-21"`
    case temporal(String)
    case name(String)
    /// `?`, the value that a unary test tests.
    case input
    case list([Expression])
    case context([Entry])
    /// A context whose entries do not see one another: the row of a relation.
    case record([Entry])
    case range(lower: Expression?, lowerClosed: Bool, upper: Expression?, upperClosed: Bool)
    /// `(= 5)`, and `(!= 5)` when the point is excluded.
    case pointRange(isExcluded: Bool, Expression)
    case negated(Expression)
    case binary(Operator, Expression, Expression)
    case between(Expression, Expression, Expression)
    case membership(Expression, [Test])
    case instance(Expression, TypeName)
    case conditional(Expression, Expression, Expression)
    case loop([Iterator], Expression)
    case quantified(Quantifier, [Iterator], Expression)
    case filter(Expression, Expression)
    case path(Expression, String, Extent)
    case call(Expression, [Argument])
    case function([Parameter], Expression)
    /// `function(x) external {…}`
    case external(Expression)
    /// A value that must be of a declared type; `boxed` forms of DMN files have no other way to say it.
    case typed(Expression, Declaration)
    /// A body that is reached only if the named parameters are of their declared types.
    case admitted([Admission], Expression)
    case table(Table)
    /// What could not be read: null, and an error, when it is reached.
    case failed(Mistake)
  }

  /// A parameter with its declared type.
  package struct Admission: Sendable, Hashable {
    package let name: String
    package let type: Declaration
    package init(_ name: String, _ type: Declaration) {
      self.name = name
      self.type = type
    }
  }

  /// `name: value` in a context.
  package struct Entry: Sendable, Hashable {
    package let name: String
    package let nameExtent: Extent
    package let value: Expression
    package init(name: String, nameExtent: Extent, value: Expression) {
      self.name = name
      self.nameExtent = nameExtent
      self.value = value
    }
  }

  /// `name in domain`
  package struct Iterator: Sendable, Hashable {
    package let name: String
    package let nameExtent: Extent
    package let domain: Domain
    package init(name: String, nameExtent: Extent, domain: Domain) {
      self.name = name
      self.nameExtent = nameExtent
      self.domain = domain
    }
  }

  package enum Domain: Sendable, Hashable {
    case list(Expression)
    /// `1..10`
    case range(Expression, Expression)
  }

  package enum Quantifier: String, Sendable, Hashable, CaseIterable { case some, every }

  /// An argument, with the parameter's name if it was given by name.
  package struct Argument: Sendable, Hashable {
    package let name: String?
    package let nameExtent: Extent
    package let value: Expression
    package init(name: String?, nameExtent: Extent, value: Expression) {
      self.name = name
      self.nameExtent = nameExtent
      self.value = value
    }
  }

  package struct Parameter: Sendable, Hashable {
    package let name: String
    package let nameExtent: Extent
    package let type: TypeName?
    /// The type that a model declares for it, to resolve names by.
    package let declaration: Declaration?
    package init(name: String, nameExtent: Extent, type: TypeName?, declaration: Declaration? = nil) {
      self.name = name
      self.nameExtent = nameExtent
      self.type = type
      self.declaration = declaration
    }
  }

  /// One test of `in (…)` or of a table cell.
  package enum Test: Sendable, Hashable {
    case compare(Operator, Expression)
    case value(Expression)
  }

  /// A type as written after `instance of` or a parameter.
  package indirect enum TypeName: Sendable, Hashable {
    case named(String, Extent)
    case list(TypeName)
    case range(TypeName)
    case context([Parameter])
    case function([TypeName], TypeName)
  }
}

/// An infix operator.
package enum Operator: String, Sendable, Hashable, CaseIterable {
  case or, and
  case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case add = "+", subtract = "-", multiply = "*", divide = "/", power = "**"

  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: Operator.comparison
    case .add, .subtract: 4
    case .multiply, .divide: 5
    case .power: 6
    }
  }

  /// The precedence of comparisons, `between`, `in`.
  static let comparison = 3

  var isComparison: Bool { precedence == Operator.comparison }
}

extension Expression.Form {
  var children: [Expression] {
    switch self {
    case .null, .boolean, .number, .string, .temporal, .name, .input, .failed: []
    case .list(let items): items
    case .context(let entries), .record(let entries): entries.map(\.value)
    case .range(let lower, _, let upper, _): [lower, upper].compactMap(\.self)
    case .negated(let value), .pointRange(_, let value), .path(let value, _, _), .instance(let value, _),
      .function(_, let value), .external(let value), .typed(let value, _), .admitted(_, let value):
      [value]
    case .binary(_, let left, let right), .filter(let left, let right): [left, right]
    case .between(let a, let b, let c), .conditional(let a, let b, let c): [a, b, c]
    case .membership(let value, let tests): [value] + tests.map(\.operand)
    case .loop(let iterators, let body), .quantified(_, let iterators, let body):
      iterators.flatMap(\.domain.children) + [body]
    case .call(let function, let arguments): [function] + arguments.map(\.value)
    case .table(let table): table.children
    }
  }
}

extension Expression {
  /// The names of the entries of every context in it.
  package var entryNames: [String] {
    var names = form.children.flatMap(\.entryNames)
    switch form {
    case .context(let entries), .record(let entries): names += entries.map(\.name)
    default: break
    }
    return names
  }
}

extension Expression.Form {
  /// The greatest depth of the children; 0 without any.
  fileprivate var deepestChild: Int {
    switch self {
    case .null, .boolean, .number, .string, .temporal, .name, .input: 0
    case .negated(let value), .path(let value, _, _), .instance(let value, _), .function(_, let value):
      value.depth
    case .binary(_, let left, let right), .filter(let left, let right): max(left.depth, right.depth)
    default: children.lazy.map(\.depth).max() ?? 0
    }
  }
}

extension Expression.Domain {
  fileprivate var children: [Expression] {
    switch self {
    case .list(let list): [list]
    case .range(let from, let to): [from, to]
    }
  }
}

extension Expression.Test {
  package var operand: Expression {
    switch self {
    case .compare(_, let operand), .value(let operand): operand
    }
  }
}
