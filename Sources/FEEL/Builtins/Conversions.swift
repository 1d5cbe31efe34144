extension Builtin {
  /// DMN 1.5 §10.3.4.1.
  static let conversions: [Builtin] = [
    Builtin("date", .one("from", of: .string, .dateTime, .date), returns: .date) {
      arguments throws(Failure) in
      switch arguments[0] {
      case .dateTime(let instant): return .date(instant.date)
      case .string(let text):
        guard let date = CalendarDate(text) else {
          throw Failure("`\(text)` is not a date such as 2026-11-21")
        }
        return .date(date)
      default: return arguments[0]
      }
    },
    Builtin("date", .number("year"), .number("month"), .number("day"), returns: .date) {
      arguments throws(Failure) in
      let date = CalendarDate(
        year: try arguments.int(0, "a year"), month: try arguments.int(1, "a month"),
        day: try arguments.int(2, "a day"))
      guard let date else { throw Failure("there is no such day") }
      return .date(date)
    },
    Builtin("time", .one("from", of: .string, .time, .dateTime, .date), returns: .time) {
      arguments throws(Failure) in
      switch arguments[0] {
      case .dateTime(let instant): return .time(instant.time)
      case .date(let date): return date.startOfDay.map { .time($0.time) } ?? .null
      case .string(let text):
        guard let time = TimeOfDay(arguments.withZulu(text), zones: arguments.surroundings.zones) else {
          throw .notTemporal(text, "a time such as 08:30:00")
        }
        return .time(time)
      default: return arguments[0]
      }
    },
    Builtin(
      "time", .number("hour"), .number("minute"), .number("second"), .one("offset", of: .days).optional,
      returns: .time,
      takesNull: true
    ) { arguments throws(Failure) in try time(arguments) },
    Builtin("date and time", .one("from", of: .string, .dateTime, .date), returns: .dateTime) {
      arguments throws(Failure) in
      switch arguments[0] {
      case .date(let date): return midnight(of: date)
      case .string(let text):
        if let instant = DateTime(arguments.withZulu(text), zones: arguments.surroundings.zones) {
          return .dateTime(instant)
        }
        if let date = CalendarDate(text) { return midnight(of: date) }
        throw .notTemporal(text, "a date and time such as 2026-11-21T08:30:00")
      default: return arguments[0]
      }
    },
    Builtin("date and time", .one("date", of: .date, .dateTime), .one("time", of: .time), returns: .dateTime)
    { arguments in
      guard case .time(let time) = arguments[1] else { return .null }
      switch arguments[0] {
      case .date(let date): return .dateTime(DateTime(date: date, time: time))
      case .dateTime(let instant): return .dateTime(DateTime(date: instant.date, time: time))
      default: return .null
      }
    },
    Builtin("duration", .string("from"), returns: .any) { arguments throws(Failure) in
      let text = arguments.string(0)
      guard let duration = Value(duration: text) else {
        throw Failure("`\(text)` is not a duration such as P1Y6M or P2DT3H")
      }
      return duration
    },
    Builtin(
      "years and months duration", .one("from", of: .date, .dateTime), .one("to", of: .date, .dateTime),
      returns: .months
    ) { arguments in
      guard let start = arguments[0].day, let end = arguments[1].day else { return .null }
      return .months(YearMonthDuration(from: start, to: end))
    },
    Builtin(
      "number", .string("from"), .string("grouping separator").optional,
      .string("decimal separator").optional,
      returns: .number, takesNull: true
    ) { arguments throws(Failure) in try number(arguments) },
    Builtin("string", .one("from", of: .any), returns: .string) { arguments in
      if case .string = arguments[0] { return arguments[0] }
      return .string(arguments[0].description)
    },
  ]

  private static func midnight(of date: CalendarDate) -> Value {
    TimeOfDay(hour: 0, minute: 0, second: 0).map { .dateTime(DateTime(date: date, time: $0)) } ?? .null
  }

  private static func time(_ arguments: Arguments) throws(Failure) -> Value {
    for index in 0..<3 where arguments[index].isNull { return .null }
    let whole = arguments.number(2).rounded(scale: 0, .floor)
    let rest = whole.flatMap { arguments.number(2).subtracting($0)?.multiplied(by: Decimal(1_000_000_000)) }
    var zone = Zone.local
    if case .days(let offset)? = arguments.optional(3) {
      guard let seconds = Int(exactly: offset.nanoseconds / 1_000_000_000) else {
        throw Failure("an offset is up to 18 hours")
      }
      zone = .offset(seconds)
    }
    let time = TimeOfDay(
      hour: try arguments.int(0, "an hour"), minute: try arguments.int(1, "a minute"),
      second: whole?.int ?? -1,
      nanosecond: rest?.rounded(scale: 0, .floor)?.int ?? 0, zone: zone)
    guard let time else { throw Failure("there is no such time of day") }
    return .time(time)
  }

  /// Digits with separators: `number("1.234,56", ".", ",")`.
  private static func number(_ arguments: Arguments) throws(Failure) -> Value {
    guard case .string(var text) = arguments[0] else { return .null }
    guard text.utf8.count <= 1_000 else { throw Failure("a number has at most 1000 characters") }
    var separators: [String] = []
    for index in 1...2 {
      guard case .string(let separator)? = arguments.optional(index) else {
        separators.append("")
        continue
      }
      let allowed = index == 1 ? [" ", ",", "."] : [",", "."]
      guard allowed.contains(separator), !separators.contains(separator) else {
        throw Failure("separators are `,` and `.`, or a space between groups, and differ from one another")
      }
      separators.append(separator)
    }
    let decimal = separators[1].isEmpty ? "." : separators[1]
    text = String(
      text.compactMap { letter in
        if String(letter) == separators[0] { return nil }
        return String(letter) == decimal ? "." : letter == "." ? "?" : letter
      })
    guard let first = text.utf8.first, first != 0x2B, let value = Decimal(text) else {
      throw Failure("`\(arguments.string(0))` is not a number")
    }
    return .number(value)
  }
}

extension Value {
  /// `P1Y6M` or `P2DT3H`.
  init?(duration text: String) {
    if let months = YearMonthDuration(text) {
      self = .months(months)
    } else if let days = DayTimeDuration(text) {
      self = .days(days)
    } else {
      return nil
    }
  }

  /// What an `@"…"` literal stands for.
  init?(temporal text: String, zones: Zones) {
    if let date = CalendarDate(text) {
      self = .date(date)
    } else if let instant = DateTime(text, zones: zones) {
      self = .dateTime(instant)
    } else if let time = TimeOfDay(text, zones: zones) {
      self = .time(time)
    } else {
      self.init(duration: text)
    }
  }

  /// The day, of a date and time the one in its own zone.
  fileprivate var day: CalendarDate? {
    switch self {
    case .date(let date): date
    case .dateTime(let instant): instant.date
    default: nil
    }
  }
}

extension Arguments {
  /// The standard's own examples write `23:59:00z`; packs are held to XML Schema's `Z`.
  fileprivate func withZulu(_ text: String) -> String {
    text.utf8.last == 0x7A && !surroundings.isStrict && !text.utf8.contains(0x40)
      ? text.dropLast() + "Z" : text
  }
}

extension Failure {
  fileprivate static func notTemporal(_ text: String, _ what: String) -> Failure {
    text.utf8.contains(UInt8(ascii: "@"))
      ? Failure("`\(text)` is not \(what) in a time zone that is known here")
      : Failure("`\(text)` is not \(what)")
  }
}
