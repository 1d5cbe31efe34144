extension Terms {
  /// A digest of each term: what is built alike of variables of the same names has the same one, in another run too.
  var digests: [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(forms.count)
    for form in forms { result.append(digest(form, result)) }
    return result
  }

  private func digest(_ form: TermForm, _ known: [UInt64]) -> UInt64 {
    switch form {
    case .constant(let truth): Self.mixed(1, [truth ? 1 : 0])
    case .whole(let number): Self.mixed(2, [UInt64(bitPattern: Int64(number))])
    case .decimal(let text): Self.mixed(3, [Self.digest(text)])
    case .variable(let index):
      Self.mixed(4, [Self.digest(variables[index].name), digest(variables[index].domain)])
    case .not(let inner): Self.mixed(5, [known[inner.index]])
    // Their order follows from the order in which they were made, which is another in another run.
    case .and(let parts): Self.mixed(6, parts.map { known[$0.index] }.sorted())
    case .or(let parts): Self.mixed(7, parts.map { known[$0.index] }.sorted())
    case .choice(let a, let b, let c): Self.mixed(8, [a, b, c].map { known[$0.index] })
    case .equal(let a, let b): Self.mixed(9, [a, b].map { known[$0.index] }.sorted())
    case .less(let a, let b): Self.mixed(10, [a, b].map { known[$0.index] })
    case .sum(let parts): Self.mixed(11, parts.map { known[$0.index] })
    case .product(let a, let b): Self.mixed(12, [a, b].map { known[$0.index] })
    }
  }

  private func digest(_ domain: Variable.Domain) -> UInt64 {
    switch domain {
    case .truth: 1
    case .stated: 2
    case .words(let words): Self.mixed(3, words.map { UInt64(bitPattern: Int64($0)) })
    case .anyWord: 4
    case .days(let days):
      Self.mixed(5, [days.lowerBound, days.upperBound].map { UInt64(bitPattern: Int64($0)) })
    case .number: 6
    }
  }

  private static func digest(_ text: String) -> UInt64 { mixed(0, text.utf8.map { UInt64($0) }) }

  static func mixed(_ seed: UInt64, _ parts: [UInt64]) -> UInt64 {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(parts.count)
    for part in parts {
      state = (state ^ part) &* 0xBF58_476D_1CE4_E5B9
      state ^= state >> 29
    }
    return state
  }
}

/// What was found to be possible in another edition of a pack: the same question need not be asked twice.
package struct LintMemory: Sendable {
  var possible: Set<UInt64> = []
  /// Pairs of provisions that do not contradict one another.
  var peaceful: Set<UInt64> = []
  package init() {}
}
