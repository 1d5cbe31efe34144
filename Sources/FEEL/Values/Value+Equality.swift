extension Value {
  /// FEEL's `=` (DMN 1.5 §10.3.2.13, table 53). Null for values that cannot be compared. The value of a time is
  /// a number of seconds (§10.3.2.3.4), so fractions do not count here.
  func equals(_ other: Value) -> Truth {
    switch (self, other) {
    case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
    case (.unknown(let facts), _), (_, .unknown(let facts)): .unknown(facts)
    case (.null, .null): .yes
    case (.null, _), (_, .null): .no
    case (.boolean(let a), .boolean(let b)): Truth(a == b)
    case (.number(let a), .number(let b)): Truth(a == b)
    case (.string(let a), .string(let b)): Truth(a.isScalarEqual(to: b))
    case (.date(let a), .date(let b)): Truth(a == b)
    case (.time(let a), .time(let b)): a.wholeSeconds.compare(b.wholeSeconds).map { Truth($0 == 0) } ?? .null
    case (.dateTime(let a), .dateTime(let b)):
      a.wholeSeconds.compare(b.wholeSeconds).map { Truth($0 == 0) } ?? .null
    case (.days(let a), .days(let b)): Truth(a == b)
    case (.months(let a), .months(let b)): Truth(a == b)
    case (.list(let a), .list(let b)): a.equals(b)
    case (.context(let a), .context(let b)): a.equals(b)
    case (.range(let a), .range(let b)): a.equals(b)
    // The same parameters, body and scope.
    case (.function(let a), .function(let b)): Truth(a == b)
    case (.entity(let a), .entity(let b)): a.kind == b.kind ? Truth(a.row == b.row) : .null
    default: .null
    }
  }
}

extension List {
  /// Lists are equal item by item, in order. An open list may have more items than it shows, at any place.
  fileprivate func equals(_ other: List) -> Truth {
    switch (open, other.open) {
    case (nil, nil):
      guard items.count == other.items.count else { return .no }
      var result = Truth.yes
      for (a, b) in zip(items, other.items) {
        result = result.and(a.equals(b))
        if result == .no { return .no }
      }
      return result
    case (let open?, nil):
      return items.count > other.items.count ? .no : .unknown(facts(of: other, and: open))
    case (nil, let open?):
      return other.items.count > items.count ? .no : .unknown(facts(of: other, and: open))
    case (let a?, let b?): return .unknown(facts(of: other, and: a.union(b)))
    }
  }

  private func facts(of other: List, and open: Unknown) -> Unknown {
    union(union(Value.list(self).missing, Value.list(other).missing), open) ?? open
  }
}

extension Context {
  /// Contexts are equal entry by entry, in any order.
  fileprivate func equals(_ other: Context) -> Truth {
    guard entries.count == other.entries.count else { return .no }
    var result = Truth.yes
    // Many entries are not searched one after the other for each.
    let values =
      entries.count > 16
      ? Dictionary(other.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) : nil
    for entry in entries {
      guard let value = values.map({ $0[entry.name] }) ?? other[entry.name] else { return .no }
      result = result.and(entry.value.equals(value))
    }
    return result
  }
}

extension Range {
  /// Ranges are equal when their ends and the way they close are.
  fileprivate func equals(_ other: Range) -> Truth {
    guard form == other.form, lowerClosed == other.lowerClosed, upperClosed == other.upperClosed else {
      return .no
    }
    return equal(lower, other.lower).and(equal(upper, other.upper))
  }

  private func equal(_ a: Value?, _ b: Value?) -> Truth {
    switch (a, b) {
    case (nil, nil): .yes
    case (let a?, let b?): a.equals(b)
    default: .no
    }
  }
}

extension String {
  /// Code point by code point; Swift's own `==` holds "é" and "e" with an accent for the same.
  func isScalarEqual(to other: String) -> Bool { self == other && utf8.elementsEqual(other.utf8) }
}

extension Value {
  /// The same in every respect that an expression could find out: kind, order of entries, way of writing.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)): a.isScalarEqual(to: b)
    case (.list(let a), .list(let b)):
      a.open == b.open && a.items.count == b.items.count
        && zip(a.items, b.items).allSatisfy { $0.isIdentical(to: $1) }
    case (.context(let a), .context(let b)):
      a.entries.count == b.entries.count
        && zip(a.entries, b.entries).allSatisfy {
          $0.name.isScalarEqual(to: $1.name) && $0.value.isIdentical(to: $1.value)
        }
    case (.number(let a), .number(let b)): a == b && a.description == b.description
    default: self == other
    }
  }
}
