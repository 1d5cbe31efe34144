extension Builtin {
  /// DMN 1.5 §10.3.4.9, after Allen's interval relations. A point is a range from itself to itself.
  static let ranges: [Builtin] = [
    relation("before", .either, .either) { a, b throws(Failure) in try a.isBefore(b) },
    relation("after", .either, .either) { a, b throws(Failure) in try b.isBefore(a) },
    relation("meets", .range, .range) { a, b throws(Failure) in try a.meets(b) },
    relation("met by", .range, .range) { a, b throws(Failure) in try b.meets(a) },
    relation("overlaps", .range, .range) { a, b throws(Failure) in try a.overlaps(b) },
    relation("overlaps before", .range, .range) { a, b throws(Failure) in try a.overlapsStart(of: b) },
    relation("overlaps after", .range, .range) { a, b throws(Failure) in try b.overlapsStart(of: a) },
    relation("finishes", .point, .range) { a, b throws(Failure) in try a.finishes(b) },
    relation("finished by", .range, .point) { a, b throws(Failure) in try b.finishes(a) },
    relation("includes", .range, .point) { a, b throws(Failure) in try a.includes(b) },
    relation("during", .point, .range) { a, b throws(Failure) in try b.includes(a) },
    relation("starts", .point, .range) { a, b throws(Failure) in try a.starts(b) },
    relation("started by", .range, .point) { a, b throws(Failure) in try b.starts(a) },
    relation("coincides", .either, .either) { a, b throws(Failure) in try a.coincides(with: b) },
  ]

  /// What an operand may be, besides a range: a point too, or, in the functions that have all four forms,
  /// either in either place.
  private enum Operand {
    case range, point, either

    /// The names that the forms give it.
    func names(_ number: Int) -> [String] {
      switch self {
      case .range: ["range\(number)", "range"]
      case .point: ["range\(number)", "point"]
      case .either: ["range\(number)", "point\(number)", "range", "point"]
      }
    }
  }

  private static func relation(
    _ name: String, _ first: Operand, _ second: Operand,
    _ body: @escaping @Sendable (Interval, Interval) throws(Failure) -> Bool
  ) -> Builtin {
    Builtin(name, parameter(first, 1), parameter(second, 2), returns: .boolean) {
      arguments throws(Failure) in
      .boolean(try body(try Interval(arguments[0]), try Interval(arguments[1])))
    }
  }

  private static func parameter(_ operand: Operand, _ number: Int) -> Parameter {
    Parameter(
      names: operand.names(number), types: operand == .range ? [.range(.any)] : [.any], isOptional: false,
      isRepeated: false, isItem: false)
  }
}

/// A range as two ends, each with the side of its value on which it lies: `(5` starts just after 5, `5)` ends
/// just before.
private struct Interval {
  var start: End
  var end: End

  init(_ value: Value) throws(Failure) {
    guard case .range(let range) = value else {
      guard case .known = value.order(value) else { throw Failure("\(value.kind) has no order") }
      start = End(value: value, side: 0)
      end = start
      return
    }
    start = End(value: range.lower, side: range.lowerClosed ? 0 : 1)
    end = End(value: range.upper, side: range.upperClosed ? 0 : -1)
    if range.lower == nil { start.side = -1 }
    if range.upper == nil { end.side = 1 }
  }

  func isBefore(_ other: Interval) throws(Failure) -> Bool { try end.order(other.start) < 0 }

  func overlaps(_ other: Interval) throws(Failure) -> Bool {
    let orders = (try end.order(other.start), try other.end.order(start))
    return orders.0 >= 0 && orders.1 >= 0
  }

  func meets(_ other: Interval) throws(Failure) -> Bool {
    let order = try end.order(other.start)
    return order == 0 && end.side == 0
  }

  func includes(_ other: Interval) throws(Failure) -> Bool {
    let orders = (try start.order(other.start), try end.order(other.end))
    return orders.0 <= 0 && orders.1 >= 0
  }

  /// Starts before the other starts, and ends within it.
  func overlapsStart(of other: Interval) throws(Failure) -> Bool {
    let orders = (try start.order(other.start), try end.order(other.start), try end.order(other.end))
    return orders.0 < 0 && orders.1 >= 0 && orders.2 <= 0
  }

  func finishes(_ other: Interval) throws(Failure) -> Bool {
    let orders = (try end.order(other.end), try start.order(other.start))
    return orders.0 == 0 && orders.1 >= 0
  }

  func starts(_ other: Interval) throws(Failure) -> Bool {
    let orders = (try start.order(other.start), try end.order(other.end))
    return orders.0 == 0 && orders.1 <= 0
  }

  func coincides(with other: Interval) throws(Failure) -> Bool {
    let orders = (try start.order(other.start), try end.order(other.end))
    return orders.0 == 0 && orders.1 == 0
  }

  struct End {
    /// Nil: without bound, on the side that `side` tells.
    var value: Value?
    var side: Int

    func order(_ other: End) throws(Failure) -> Int {
      guard let value, let otherValue = other.value else {
        let own = value == nil ? side : 0
        return (own - (other.value == nil ? other.side : 0)).signum()
      }
      switch value.order(otherValue) {
      case .known(0): return (side - other.side).signum()
      case .known(let order): return order
      default: throw Failure("\(value.kind) and \(otherValue.kind) have no order")
      }
    }
  }
}
