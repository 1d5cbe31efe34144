package import Diagnostics

extension Diagnostic.Code {
  /// An input for which no rule of a table matches.
  package static let tableGap = Self(rawValue: "table.gap")
  /// An input for which several rules match that contradict one another.
  package static let tableOverlap = Self(rawValue: "table.overlap")
  /// A rule that never matches, or never counts.
  package static let tableUnreachable = Self(rawValue: "table.unreachable")
  /// An input test or an output that is not among the values of its column.
  package static let tableValue = Self(rawValue: "table.value")
  /// A cell of another type than its column.
  package static let tableType = Self(rawValue: "table.type")
  /// What could not be held against the rest of the table, and why.
  package static let tableNotChecked = Self(rawValue: "table.not-checked")
}
