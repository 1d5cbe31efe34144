package import Diagnostics

/// An expression ready to be evaluated: names resolved to places, types known.
package struct CheckedExpression: Sendable {
  package let type: Type
  package let source: Source

  /// Parses, resolves and types `source` in `environment`; `expected` nil = any type.
  package init(_ source: Source, in environment: Environment, expecting expected: Type?) throws(Mistakes) { fatalError() }

  /// `frame`: values of `environment.variables`, in order.
  package func evaluate(_ frame: [Value], _ host: inout some Host) -> Value { fatalError() }

  /// The value, and what went wrong on the way (division by zero, a bad argument): a null with errors is an error.
  package func outcome(_ frame: [Value], _ host: inout some Host) -> Outcome { fatalError() }
}

/// A value with the errors met while it was computed.
package struct Outcome: Sendable {
  package let value: Value
  package let errors: [Diagnostic]
}
