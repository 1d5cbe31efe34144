extension Checked {
  /// The expressions that it is made of.
  var parts: [Checked] {
    switch self {
    case .fact(let base, _, _), .path(let base, _, _), .negated(let base, _), .instance(let base, _),
      .entry(_, _, let base):
      [base]
    case .list(let items): items
    case .context(let entries): entries.map(\.value)
    case .range(let lower, _, let upper, _): [lower, upper].compactMap(\.self)
    case .and(let a, let b), .or(let a, let b), .compare(_, let a, let b, _),
      .compareCount(_, let a, let b, _), .arithmetic(_, let a, let b, _), .filter(let a, let b, _, _):
      [a, b]
    case .between(let a, let b, let c, _), .conditional(let a, let b, let c): [a, b, c]
    case .membership(let operand, let tests, _): [operand] + tests.map(\.operand)
    case .loop(let iterators, let body, _), .quantified(_, let iterators, let body):
      iterators.flatMap(\.parts) + [body]
    case .builtin(_, let arguments, _), .host(_, let arguments): arguments
    default: []
    }
  }

  /// Is it made of forms that `parts` knows how to look into. Of others it is assumed that they depend on everything in
  /// scope: functions of the author's own, and what the language may yet get.
  var isTransparent: Bool {
    switch self {
    case .constant, .failed, .slot, .fact, .path, .entry, .list, .context, .range, .negated, .and, .or,
      .compare,
      .compareCount, .arithmetic, .between, .membership, .instance, .conditional, .loop, .quantified, .filter,
      .builtin, .host:
      parts.allSatisfy(\.isTransparent)
    default: false
    }
  }
}

extension Checked.Iterator {
  var parts: [Checked] {
    switch self {
    case .list(let list, _): [list]
    case .range(let from, let to, _): [from, to]
    }
  }
}

extension Checked.Test {
  var operand: Checked {
    switch self {
    case .compare(_, let operand), .member(let operand), .answer(let operand): operand
    }
  }
}
