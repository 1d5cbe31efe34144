/// How two values stand to each other.
enum Order: Sendable, Equatable {
  /// -1, 0 or 1.
  case known(Int)
  /// One of them is null.
  case null
  /// They are of kinds that have no order between them.
  case unlike
  case unknown(Unknown)
}

extension Value {
  func order(_ other: Value) -> Order {
    switch (self, other) {
    case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
    case (.unknown(let facts), _), (_, .unknown(let facts)): .unknown(facts)
    case (.null, _), (_, .null): .null
    case (.number(let a), .number(let b)): .of(a, b)
    case (.string(let a), .string(let b)): .of(a, b)
    case (.date(let a), .date(let b)): .of(a, b)
    case (.time(let a), .time(let b)):
      a.wholeSeconds.compare(b.wholeSeconds).map { .known($0) } ?? .unlike
    case (.dateTime(let a), .dateTime(let b)):
      a.wholeSeconds.compare(b.wholeSeconds).map { .known($0) } ?? .unlike
    case (.days(let a), .days(let b)): .of(a, b)
    case (.months(let a), .months(let b)): .of(a, b)
    default: .unlike
    }
  }
}

extension Value {
  /// A local time told in the zone of the other (DMN 1.5 §10.3.2.13, table 54); packs do not guess so.
  func inZone(of other: Value) -> Value {
    switch (self, other) {
    case (.time(let a), .time(let b)) where a.zone == .local: .time(a.inZone(b.zone))
    case (.dateTime(let a), .dateTime(let b)) where a.time.zone == .local: .dateTime(a.inZone(b.time.zone))
    default: self
    }
  }
}

extension Order {
  fileprivate static func of<T: Comparable>(_ a: T, _ b: T) -> Order { .known(a < b ? -1 : a == b ? 0 : 1) }

  /// By code points, which is the order of their UTF-8 bytes.
  fileprivate static func of(_ a: String, _ b: String) -> Order {
    if a.isScalarEqual(to: b) { return .known(0) }
    return .known(a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1)
  }
}

extension Operator {
  /// The answer of `<`, `<=`, `>` or `>=` for an order; `.null` where there is none.
  func answer(_ order: Order) -> Truth {
    switch order {
    case .known(let sign): Truth(holds(sign))
    case .null, .unlike: .null
    case .unknown(let facts): .unknown(facts)
    }
  }

  /// For -1, 0, 1.
  func holds(_ sign: Int) -> Bool {
    switch self {
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    case .equal: sign == 0
    case .notEqual: sign != 0
    default: false
    }
  }
}

extension Range {
  /// Is a value between the ends. An end that is not there does not bound; one that is null gives null.
  func contains(_ value: Value) -> Truth {
    if form == .excluded, let point = lower { return !value.equals(point) }
    if form == .point, let point = lower { return value.equals(point) }
    var result = Truth.yes
    if let lower {
      result = result.and((lowerClosed ? Operator.greaterOrEqual : .greater).answer(value.order(lower)))
    }
    if let upper {
      result = result.and((upperClosed ? Operator.lessOrEqual : .less).answer(value.order(upper)))
    }
    if lower == nil, upper == nil, case .unknown(let facts) = value { return .unknown(facts) }
    return result
  }
}

extension Value {
  /// `self in other`: an item of a list, inside a range, or equal.
  func isMember(of other: Value) -> Truth {
    switch other {
    case .range(let range):
      if case .range = self { return equals(other) }
      return range.contains(self)
    case .list(let list):
      var result = Truth.no
      for item in list.items {
        let answer = isMember(ofItem: item)
        if answer == .yes { return .yes }
        // An item of another kind is simply another value.
        if answer != .null { result = result.or(answer) }
      }
      if let open = list.open { result = result.or(.unknown(open)) }
      // A list is in a list also when it equals it, as a cell of a table asks.
      if result == .no, case .unknown(let facts) = self { return .unknown(facts) }
      if case .list = self, case let whole = equals(other), whole != .null { return result.or(whole) }
      return result
    default: return equals(other)
    }
  }

  private func isMember(ofItem item: Value) -> Truth {
    if case .range(let range) = item, !isRange { return range.contains(self) }
    return equals(item)
  }

}
