package import Diagnostics

extension Diagnostic.Code {
  /// Text that no rule of the grammar expects here.
  package static let unexpected = Self(rawValue: "feel.unexpected")
  package static let missingOperand = Self(rawValue: "feel.missing-operand")
  package static let literal = Self(rawValue: "feel.literal")
  /// Nested too deep, too long, or too much work.
  package static let limit = Self(rawValue: "feel.limit")
  package static let unknownName = Self(rawValue: "feel.unknown-name")
  package static let unknownFunction = Self(rawValue: "feel.unknown-function")
  /// A string that is not in the enumeration that it is held against.
  package static let unknownValue = Self(rawValue: "feel.unknown-value")
  /// A name that already means something.
  package static let shadowed = Self(rawValue: "feel.shadowed")
  /// Right in FEEL, but not in packs.
  package static let refused = Self(rawValue: "feel.refused")
  /// A value, or an expression, of a type that its place does not take.
  package static let type = Self(rawValue: "feel.type")
  /// Division by zero, a number or a date out of range.
  package static let arithmetic = Self(rawValue: "feel.arithmetic")
  /// Rules of a table that contradict one another.
  package static let overlap = Self(rawValue: "feel.overlap")
  /// A conclusion of the host that could not be drawn.
  package static let conclusion = Self(rawValue: "feel.conclusion")
  /// An argument that a function does not take, or for which it has no result.
  package static let argument = Self(rawValue: "feel.argument")
}
