/// What an expression can ask of the world around it: the cells of a plan and the product's own functions.
/// `mutating` so that a host can note what was asked.
package protocol Host {
  /// The value of fact `fact` (index in its kind) of a row; `.unknown` if declared and not stated.
  mutating func value(of fact: Int, in entity: Entity) -> Value
  /// Why the value given last is null although it should not be; asked once.
  mutating func takeFailure() -> String?
  /// The result of the host function with this index in the environment.
  mutating func call(_ function: Int, _ arguments: [Value]) -> Value
}

extension Host {
  package mutating func takeFailure() -> String? { nil }
}

/// A host for expressions that speak of no plan.
package struct NoHost: Host {
  package init() {}
  package func value(of fact: Int, in entity: Entity) -> Value { .null }
  package func call(_ function: Int, _ arguments: [Value]) -> Value { .null }
}
