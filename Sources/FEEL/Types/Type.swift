/// The type of an expression, as far as it is known at load.
package indirect enum Type: Sendable, Hashable {
  /// Nothing is known; every operation is allowed.
  case any
  case null
  case boolean, number, string, date, time, dateTime, days, months
  /// Strings of one enumeration of the environment (by index).
  case enumeration(Int)
  case list(Type)
  case range(Type)
  case context([Member])
  case function([Type], Type)
  /// Rows of one kind of the environment (by index).
  case entity(Int)

  package struct Member: Sendable, Hashable {
    package var name: String
    package var type: Type
    package init(_ name: String, _ type: Type) {
      self.name = name
      self.type = type
    }
  }
}

/// Everything that names in an expression can mean: built for one pack (or one test), then shared by its
/// expressions.
package struct Environment: Sendable {
  /// A kind of row with its facts, in index order.
  package struct Kind: Sendable {
    package var name: String
    package var facts: [Type.Member]
    package init(name: String, facts: [Type.Member]) {
      self.name = name
      self.facts = facts
    }
  }
  package struct Enumeration: Sendable {
    package var name: String
    package var values: [String]
    /// An open enumeration takes other values too.
    package var isOpen: Bool
    package init(name: String, values: [String], isOpen: Bool = false) {
      self.name = name
      self.values = values
      self.isOpen = isOpen
    }
  }
  package struct HostFunction: Sendable {
    package var name: String
    package var parameters: [Type]
    package var result: Type
    package init(name: String, parameters: [Type], result: Type) {
      self.name = name
      self.parameters = parameters
      self.result = result
    }
  }
  package struct Variable: Sendable {
    package var name: String
    package var type: Type
    package init(_ name: String, _ type: Type) {
      self.name = name
      self.type = type
    }
  }

  /// A name that stands for a node that is already resolved: a function of a set of models, the elements of an
  /// imported model.
  package struct Alias: Sendable {
    package var name: String
    package var node: Checked
    package var type: Type
    package init(_ name: String, _ node: Checked, _ type: Type) {
      self.name = name
      self.node = node
      self.type = type
    }
  }

  package var kinds: [Kind]
  package var enumerations: [Enumeration]
  package var functions: [HostFunction]
  /// Variables of the outermost scope; an expression's frame holds their values in this order.
  package var variables: [Variable]
  package var aliases: [Alias] = []
  /// Types by name, besides those of FEEL: what a DMN file defines.
  package var types: [Type.Member] = []
  /// Named time zones, for DMN files.
  package var zones: Zones = .none
  /// The instant that `now()` tells, for DMN files.
  package var instant: DateTime?
  /// Packs: plain names only, no shadowing, no `now()`/`today()`, no user functions with side scopes, no
  /// implicit conversions, no comparison of unlike types. DMN files and
  /// conformance tests: false.
  package var isStrict: Bool

  package init(
    kinds: [Kind] = [], enumerations: [Enumeration] = [], functions: [HostFunction] = [],
    variables: [Variable] = [],
    isStrict: Bool = true
  ) {
    self.kinds = kinds
    self.enumerations = enumerations
    self.functions = functions
    self.variables = variables
    self.isStrict = isStrict
  }
}
