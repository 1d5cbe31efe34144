/// What holds for up to 64 subjects at once: a bit where it may hold and a bit where it may fail; both, where it is not
/// known. Kleene logic is then a few operations on words, whether for one subject or for all.
struct Truths: Equatable {
  var mayHold: UInt64
  var mayFail: UInt64

  static let yes = Truths(mayHold: .max, mayFail: 0)
  static let no = Truths(mayHold: 0, mayFail: .max)

  init(mayHold: UInt64, mayFail: UInt64) {
    self.mayHold = mayHold
    self.mayFail = mayFail
  }

  /// The same for all.
  init(_ truth: Ternary) {
    self.init(mayHold: truth == .no ? 0 : .max, mayFail: truth == .yes ? 0 : .max)
  }

  var not: Truths { Truths(mayHold: mayFail, mayFail: mayHold) }
  func and(_ other: Truths) -> Truths {
    Truths(mayHold: mayHold & other.mayHold, mayFail: mayFail | other.mayFail)
  }
  func or(_ other: Truths) -> Truths {
    Truths(mayHold: mayHold | other.mayHold, mayFail: mayFail & other.mayFail)
  }

  /// Of one subject. There is no subject for whom it can neither hold nor fail.
  subscript(lane: Int) -> Ternary {
    mayHold >> UInt64(lane) & 1 == 0 ? .no : mayFail >> UInt64(lane) & 1 == 0 ? .yes : .unknown
  }

  /// Sets what holds for one subject.
  mutating func set(_ lane: Int, _ truth: Ternary) {
    let bit: UInt64 = 1 << UInt64(lane)
    mayHold = truth == .no ? mayHold & ~bit : mayHold | bit
    mayFail = truth == .yes ? mayFail & ~bit : mayFail | bit
  }
}

/// The outcomes still possible of one provision for up to 64 subjects, a bit for each of them.
struct Outlook {
  var satisfied: UInt64 = 0
  var gap: UInt64 = 0
  var notApplicable: UInt64 = 0
  /// Some condition gave no answer at all.
  var error: UInt64 = 0
  /// It binds, or it is not known that it does not.
  var mayApply: UInt64 = 0

  @inline(__always)
  subscript(lane: Int) -> Outcomes {
    let place = UInt64(lane)
    let bits =
      satisfied >> place & 1 | (gap >> place & 1) << 1 | (notApplicable >> place & 1) << 2
      | (error >> place & 1) << 3
    return Outcomes(rawValue: UInt8(truncatingIfNeeded: bits))
  }

  func mayApply(_ lane: Int) -> Bool { mayApply >> UInt64(lane) & 1 != 0 }

  /// Takes over what was found for a single subject.
  mutating func set(_ lane: Int, to single: Outlook) {
    let place = UInt64(lane)
    satisfied |= (single.satisfied & 1) << place
    gap |= (single.gap & 1) << place
    notApplicable |= (single.notApplicable & 1) << place
    error |= (single.error & 1) << place
    mayApply |= (single.mayApply & 1) << place
  }
}
