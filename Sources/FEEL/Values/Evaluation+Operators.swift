extension Evaluation {
  mutating func compare(_ sign: Operator, _ a: Value, _ b: Value, _ extent: Extent) -> Truth {
    charge(comparing: a, b, at: extent)
    if isExhausted { return .null }
    switch sign {
    case .equal, .notEqual:
      let answer = a.equals(b)
      if answer == .null { _ = fail(.type, extent, "\(a.kind) and \(b.kind) cannot be compared") }
      return sign == .equal ? answer : !answer
    default:
      var order = a.order(b)
      if order == .unlike, !isStrict { order = a.inZone(of: b).order(b.inZone(of: a)) }
      if order == .unlike { _ = fail(.type, extent, "\(a.kind) and \(b.kind) have no order") }
      return sign.answer(order)
    }
  }

  /// An open list has at least the members it shows.
  mutating func compareCount(_ sign: Operator, _ list: Value, _ number: Value, _ extent: Extent) -> Truth {
    guard case .list(let list) = list else {
      guard case .unknown(let facts) = list else {
        return compare(sign, list.isNull ? .null : .number(.one), number, extent)
      }
      return .unknown(FEEL.union(facts, number.missing) ?? facts)
    }
    let count = Value.number(Decimal(list.items.count))
    let shown = compare(sign, count, number, extent)
    guard let open = list.open else { return shown }
    guard case .known(let order) = count.order(number) else {
      return .unknown(FEEL.union(open, number.missing) ?? open)
    }
    switch sign {
    case .greater, .greaterOrEqual: return shown == .yes ? .yes : .unknown(open)
    case .less, .lessOrEqual: return shown == .no ? .no : .unknown(open)
    default: return order > 0 ? Truth(sign == .notEqual) : .unknown(open)
    }
  }

  mutating func negated(_ value: Value, _ extent: Extent) -> Value {
    switch value {
    case .number(let number): return .number(number.negated)
    case .days(let duration): return .days(duration.negated)
    case .months(let duration): return .months(duration.negated)
    case .null, .unknown: return value
    default: return fail(.type, extent, "\(value.kind) has no negative")
    }
  }

  /// DMN 1.5 §10.3.2.11: `+ - * / **` on numbers, strings, dates and durations.
  mutating func arithmetic(_ sign: Operator, _ a: Value, _ b: Value, _ extent: Extent) -> Value {
    switch (a, b) {
    case (.number(let a), .number(let b)):
      if sign == .power { charge(30, at: extent) }
      guard let result = sign.result(a, b) else {
        return fail(
          .arithmetic, extent,
          sign == .divide && b.isZero
            ? "a division by zero has no result" : "the result is not a number of 34 digits")
      }
      return .number(result)
    case (.string(let a), .string(let b)) where sign == .add:
      let length = a.utf8.count + b.utf8.count
      charge(length / 32, at: extent)
      if length > Evaluation.stringLimit { exhaust("a string has at most 1 million bytes", extent) }
      return isExhausted ? .null : .string(a + b)
    case (.unknown(let a), .unknown(let b)): return .unknown(a.union(b))
    case (.unknown(let facts), _), (_, .unknown(let facts)): return .unknown(facts)
    case (.null, _), (_, .null): return .null
    default:
      switch temporal(sign, a, b) {
      case .some(let result?): return result
      case .some(nil): return fail(.arithmetic, extent, "the result is out of range")
      case nil: return fail(.type, extent, "`\(sign.rawValue)` does not take \(a.kind) and \(b.kind)")
      }
    }
  }

  /// Nil: the operator does not take these kinds. Nil inside: there is no result.
  private func temporal(_ sign: Operator, _ a: Value, _ b: Value) -> Value?? {
    switch (sign, a, b) {
    case (.add, .days(let a), .days(let b)): .some(a.adding(b).map(Value.days))
    case (.subtract, .days(let a), .days(let b)): .some(a.subtracting(b).map(Value.days))
    case (.add, .months(let a), .months(let b)): .some(a.adding(b).map(Value.months))
    case (.subtract, .months(let a), .months(let b)): .some(a.subtracting(b).map(Value.months))
    case (.multiply, .days(let a), .number(let b)), (.multiply, .number(let b), .days(let a)):
      .some(a.multiplied(by: b).map(Value.days))
    case (.multiply, .months(let a), .number(let b)), (.multiply, .number(let b), .months(let a)):
      .some(a.multiplied(by: b).map(Value.months))
    case (.divide, .days(let a), .number(let b)): .some(a.divided(by: b).map(Value.days))
    case (.divide, .months(let a), .number(let b)): .some(a.divided(by: b).map(Value.months))
    case (.divide, .days(let a), .days(let b)): .some(a.divided(by: b).map(Value.number))
    case (.divide, .months(let a), .months(let b)): .some(a.divided(by: b).map(Value.number))
    case (.add, .months(let b), .date(let a)): .some(a.adding(months: b.totalMonths).map(Value.date))
    case (.add, .months(let b), .dateTime(let a)): .some(a.adding(b).map(Value.dateTime))
    case (.add, .days(let b), .date(let a)): .some(a.adding(b).map(Value.date))
    case (.add, .days(let b), .dateTime(let a)): .some(a.adding(b).map(Value.dateTime))
    case (.add, .days(let b), .time(let a)): .some(.time(a.adding(b)))
    case (.add, .date, .days), (.add, .date, .months), (.add, .dateTime, .days), (.add, .dateTime, .months),
      (.add, .time, .days):
      temporal(sign, b, a)
    case (.subtract, .date, .days(let b)), (.subtract, .dateTime, .days(let b)),
      (.subtract, .time, .days(let b)):
      temporal(.add, a, .days(b.negated))
    case (.subtract, .date, .months(let b)), (.subtract, .dateTime, .months(let b)):
      temporal(.add, a, .months(b.negated))
    case (.subtract, .time(let a), .time(let b)): .some(a.subtracting(b).map(Value.days))
    case (.subtract, .date(let a), .date(let b)):
      .some(DayTimeDuration(days: a.dayNumber - b.dayNumber).map(Value.days))
    case (.subtract, .dateTime(let a), .dateTime(let b)): .some(a.subtracting(b).map(Value.days))
    case (.subtract, .date(let a), .dateTime(let b)):
      .some(a.startOfDay.flatMap { $0.subtracting(b) }.map(Value.days))
    case (.subtract, .dateTime(let a), .date(let b)):
      .some(b.startOfDay.flatMap { a.subtracting($0) }.map(Value.days))
    default: nil
    }
  }
}

extension CalendarDate {
  /// A date beside a date and time is midnight in UTC.
  var startOfDay: DateTime? {
    TimeOfDay(hour: 0, minute: 0, second: 0, zone: .offset(0)).map { DateTime(date: self, time: $0) }
  }
}

extension Operator {
  fileprivate func result(_ a: Decimal, _ b: Decimal) -> Decimal? {
    switch self {
    case .add: a.adding(b)
    case .subtract: a.subtracting(b)
    case .multiply: a.multiplied(by: b)
    case .divide: a.divided(by: b)
    case .power: a.power(b)
    default: nil
    }
  }
}

extension Value {
  var isNull: Bool { if case .null = self { true } else { false } }
}
