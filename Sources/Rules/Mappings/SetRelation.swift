/// How what one provision asks for relates to what another asks for (set theory relationship mapping, NIST IR 8477). What is asked
/// for is taken as a set of demands: the more demands, the fewer plans meet them.
package enum SetRelation: String, Sendable, Hashable, CaseIterable {
  /// Both ask for the same.
  case equal
  /// The first asks for a part of what the second asks for: who meets the second meets the first.
  case subset
  /// The first asks for all that the second asks for, and may ask for more: who meets the first meets the second.
  case superset
  /// They ask for something in common, each may ask for more.
  case intersects

  /// The same seen from the second.
  package var inverted: SetRelation {
    switch self {
    case .equal, .intersects: self
    case .subset: .superset
    case .superset: .subset
    }
  }

  /// What follows for the first and the third from a relation of the first to the second and one of the second to the third; nil:
  /// nothing follows, not even that they have something in common.
  package func then(_ next: SetRelation) -> SetRelation? {
    switch (self, next) {
    case (.equal, _): next
    case (_, .equal): self
    case (.subset, .subset): .subset
    case (.superset, .superset): .superset
    // What the second has is in both the first and the third, and it is not nothing.
    case (.superset, .subset), (.superset, .intersects), (.intersects, .subset): .intersects
    case (.subset, .superset), (.subset, .intersects), (.intersects, .superset), (.intersects, .intersects):
      nil
    }
  }

  /// What it says of meeting both.
  package var promises: (firstMeansSecond: Bool, secondMeansFirst: Bool) {
    switch self {
    case .equal: (true, true)
    case .subset: (false, true)
    case .superset: (true, false)
    case .intersects: (false, false)
    }
  }
}
