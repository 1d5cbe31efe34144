/// The answer to a question: Kleene's three values, where *no answer* is either FEEL's null or a fact that is not known.
enum Truth: Sendable, Equatable {
  case yes, no, null
  case unknown(Unknown)

  init(_ flag: Bool) { self = flag ? .yes : .no }

  /// Anything that is no boolean counts as null (DMN 1.5 §10.3.2.8).
  init(_ value: Value) {
    switch value {
    case .boolean(let flag): self.init(flag)
    case .unknown(let facts): self = .unknown(facts)
    default: self = .null
    }
  }

  var value: Value {
    switch self {
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .null: .null
    case .unknown(let facts): .unknown(facts)
    }
  }

  static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .yes: .no
    case .no: .yes
    case .null, .unknown: a
    }
  }

  func and(_ other: Truth) -> Truth {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
    case (.unknown, _): self
    case (_, .unknown): other
    case (.null, _), (_, .null): .null
    case (.yes, .yes): .yes
    }
  }

  func or(_ other: Truth) -> Truth { !(!self).and(!other) }
}
