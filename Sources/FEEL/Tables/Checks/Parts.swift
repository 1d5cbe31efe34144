/// Finds one value in every part of a column: at each point that the tests name, and between the points.
enum Parts {
  enum Kind { case boolean, string, number, date, time, dateTime, days, months }

  /// Nil: values of several kinds, or of one that has no order.
  static func kind(of points: [Value], _ type: Type) -> Kind? {
    let kinds = Set(points.map { Parts.kind(of: $0) } + (Parts.kind(of: type).map { [$0] } ?? []))
    guard kinds.count <= 1 else { return nil }
    // A column in which everything passes has one part, whatever it holds.
    return (kinds.first ?? .boolean) ?? nil
  }

  private static func kind(of value: Value) -> Kind? {
    switch value {
    case .boolean: .boolean
    case .string: .string
    case .number: .number
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .days: .days
    case .months: .months
    default: nil
    }
  }

  private static func kind(of type: Type) -> Kind?? {
    switch type {
    case .boolean: .some(.boolean)
    case .string, .enumeration: .some(.string)
    case .number: .some(.number)
    case .date: .some(.date)
    case .time: .some(.time)
    case .dateTime: .some(.dateTime)
    case .days: .some(.days)
    case .months: .some(.months)
    default: nil
    }
  }

  static func samples(around points: [Value], _ kind: Kind) -> [Value] {
    switch kind {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .string:
      var names: [String] = []
      for case .string(let name) in points where !names.contains(where: { $0.isScalarEqual(to: name) }) {
        names.append(name)
      }
      var other = "other"
      while names.contains(other) { other += "…" }
      return (names + [other]).map(Value.string)
    default:
      var arithmetic = Arithmetic()
      return arithmetic.ordered(points, kind)
    }
  }
}

/// Values before, at, between and after points that have an order.
private struct Arithmetic {
  private var evaluation = Evaluation(frame: [], in: Surroundings())

  mutating func ordered(_ points: [Value], _ kind: Parts.Kind) -> [Value] {
    var sorted: [Value] = []
    for point in points.sorted(by: precedes) where sorted.last.map({ precedes($0, point) }) ?? true {
      sorted.append(point)
    }
    guard let first = sorted.first, let last = sorted.last else { return [start(kind)] }
    var result: [Value] = []
    if let before = step(first, .subtract, kind), precedes(before, first) { result.append(before) }
    for (index, point) in sorted.enumerated() {
      result.append(point)
      guard index + 1 < sorted.count else { break }
      if let between = middle(point, sorted[index + 1], kind), precedes(point, between),
        precedes(between, sorted[index + 1])
      {
        result.append(between)
      }
    }
    if let after = step(last, .add, kind), precedes(last, after) { result.append(after) }
    return result
  }

  private func precedes(_ a: Value, _ b: Value) -> Bool {
    if case .known(let order) = a.order(b) { order < 0 } else { false }
  }

  private func start(_ kind: Parts.Kind) -> Value {
    switch kind {
    case .date: CalendarDate("2026-01-01").map(Value.date) ?? .null
    case .time: Value(temporal: "12:00:00", zones: .none) ?? .null
    case .dateTime: Value(temporal: "2026-01-01T00:00:00", zones: .none) ?? .null
    case .days: Value(temporal: "P1D", zones: .none) ?? .null
    case .months: Value(temporal: "P1Y", zones: .none) ?? .null
    default: .number(Decimal(0))
    }
  }

  private mutating func step(_ value: Value, _ sign: Operator, _ kind: Parts.Kind) -> Value? {
    let unit: Value? =
      switch kind {
      case .number: .number(.one)
      case .months: Value(temporal: "P1M", zones: .none)
      case .time: Value(temporal: "PT1S", zones: .none)
      default: Value(temporal: "P1D", zones: .none)
      }
    return unit.map { evaluation.arithmetic(sign, value, $0, 0..<0) }
  }

  private mutating func middle(_ a: Value, _ b: Value, _ kind: Parts.Kind) -> Value? {
    switch kind {
    // These have neighbours; between others there is always something.
    case .date, .months: return step(a, .add, kind)
    default:
      let distance = evaluation.arithmetic(.subtract, b, a, 0..<0)
      let half = evaluation.arithmetic(.divide, distance, .number(Decimal(2)), 0..<0)
      return evaluation.arithmetic(.add, a, half, 0..<0)
    }
  }
}
