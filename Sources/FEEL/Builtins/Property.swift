/// The components that a dot reaches in dates, times, durations and ranges (DMN 1.5 §10.3.2.15, tables 65 and
/// 66).
enum Property: String, CaseIterable {
  case year, month, day, weekday
  case hour, minute, second, timeOffset = "time offset", timezone
  case years, months, days, hours, minutes, seconds
  case start, end, startIncluded = "start included", endIncluded = "end included"

  /// Nil: this kind of value has no such component.
  func value(of value: Value) -> Value? {
    switch value {
    case .date(let date): component(of: date)
    case .time(let time): component(of: time, offset: time.offset)
    case .dateTime(let instant):
      component(of: instant.date) ?? component(of: instant.time, offset: instant.offset)
    case .months(let duration): component(of: duration)
    case .days(let duration): component(of: duration)
    case .range(let range): component(of: range)
    default: nil
    }
  }

  /// The type of the component, nil where there is none.
  func type(of type: Type) -> Type? {
    switch (type, self) {
    case (.date, .year), (.date, .month), (.date, .day), (.date, .weekday): .number
    case (.dateTime, .year), (.dateTime, .month), (.dateTime, .day), (.dateTime, .weekday): .number
    case (.time, .hour), (.time, .minute), (.time, .second): .number
    case (.dateTime, .hour), (.dateTime, .minute), (.dateTime, .second): .number
    case (.time, .timeOffset), (.dateTime, .timeOffset): .days
    case (.time, .timezone), (.dateTime, .timezone): .string
    case (.months, .years), (.months, .months): .number
    case (.days, .days), (.days, .hours), (.days, .minutes), (.days, .seconds): .number
    case (.range(let end), .start), (.range(let end), .end): end
    case (.range, .startIncluded), (.range, .endIncluded): .boolean
    default: nil
    }
  }

  private func component(of date: CalendarDate) -> Value? {
    switch self {
    case .year: .number(Decimal(date.year))
    case .month: .number(Decimal(date.month))
    case .day: .number(Decimal(date.day))
    case .weekday: .number(Decimal(date.weekday))
    default: nil
    }
  }

  private func component(of time: TimeOfDay, offset: Int?) -> Value? {
    switch self {
    case .hour: .number(Decimal(time.hour))
    case .minute: .number(Decimal(time.minute))
    case .second: .number(seconds(time.second, time.nanosecond))
    case .timeOffset:
      offset.flatMap { DayTimeDuration(seconds: $0) }.map(Value.days) ?? .null
    case .timezone: if case .named(let zone) = time.zone { .string(zone.name) } else { .null }
    default: nil
    }
  }

  private func component(of duration: YearMonthDuration) -> Value? {
    switch self {
    case .years: .number(Decimal(duration.years))
    case .months: .number(Decimal(duration.months))
    default: nil
    }
  }

  private func component(of duration: DayTimeDuration) -> Value? {
    switch self {
    case .days: .number(Decimal(duration.days))
    case .hours: .number(Decimal(duration.hours))
    case .minutes: .number(Decimal(duration.minutes))
    case .seconds: .number(seconds(duration.seconds, duration.nanosecond))
    default: nil
    }
  }

  /// With the fraction, as table 66 has it.
  private func seconds(_ whole: Int, _ nanosecond: Int) -> Decimal {
    guard nanosecond != 0, let fraction = Decimal(nanosecond).divided(by: Decimal(1_000_000_000)) else {
      return Decimal(whole)
    }
    return Decimal(whole).adding(fraction) ?? Decimal(whole)
  }

  private func component(of range: Range) -> Value? {
    switch self {
    case .start: range.lower ?? .null
    case .end: range.upper ?? .null
    case .startIncluded: .boolean(range.lowerClosed)
    case .endIncluded: .boolean(range.upperClosed)
    default: nil
    }
  }
}
