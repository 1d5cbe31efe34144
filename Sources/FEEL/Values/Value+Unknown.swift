extension Value {
  /// The facts that are missing anywhere inside this value; nil for a value that is wholly known.
  var missing: Unknown? {
    switch self {
    case .unknown(let facts): facts
    case .list(let list): list.items.reduce(list.open) { union($0, $1.missing) }
    case .context(let context): context.entries.reduce(nil) { union($0, $1.value.missing) }
    case .range(let range): union(range.lower?.missing, range.upper?.missing)
    default: nil
    }
  }
}

/// The facts of both, where there may be none.
func union(_ a: Unknown?, _ b: Unknown?) -> Unknown? {
  guard let a else { return b }
  guard let b else { return a }
  return a.union(b)
}
