extension Value {
  /// The value as one of `type`, after the implicit conversions of DMN 1.5 §10.3.2.9.4; nil if it does not
  /// conform. What is unknown or null conforms to every type.
  package func converted(to type: Type) -> Value? {
    switch (self, type) {
    case (.unknown, _), (.null, _), (_, .any): return self
    case (.date(let date), .dateTime): return date.startOfDay.map(Value.dateTime)
    default:
      if conforms(to: type) { return self }
      if case .list(let list) = self {
        if case .list = type { return nil }
        // It may turn out to be a list of one.
        if let open = list.open, list.items.count <= 1 { return .unknown(open) }
        guard list.items.count == 1, list.open == nil else { return nil }
        return list.items[0].isList ? nil : list.items[0].converted(to: type)
      }
      guard case .list(let item) = type else { return nil }
      return conforms(to: item) ? .list(List([self])) : nil
    }
  }

  private func conforms(to type: Type) -> Bool { isNull || isInstance(of: type, asPart: false) != .no }

  private var isList: Bool { if case .list = self { true } else { false } }
}
