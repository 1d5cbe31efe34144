import Testing

@testable import FEEL

@Suite struct TemporalTests {
  @Test func `text is read strictly and written canonically`() throws {
    for (operands, expected) in try cases("temporal-text") {
      let (kind, text) = (operands[0], operands[1])
      let value = Temporal(text, kind)
      #expect((value?.description ?? "nil") == expected, "\(kind) \(text)")
      if let value { #expect(Temporal(value.description, kind) == value, "\(kind) \(text)") }
    }
  }

  @Test func `arithmetic follows the calendar`() throws {
    for (operands, expected) in try cases("temporal-arithmetic") {
      let left = try #require(Temporal(operands[0]), "\(operands)")
      let right = try #require(Temporal(operands[2]), "\(operands)")
      #expect((left.result(operands[1], right)?.description ?? "nil") == expected, "\(operands)")
    }
  }

  @Test func `day numbers, weekdays and weeks agree with the oracle`() throws {
    for (text, expected) in try numbers("date-numbers") {
      let date = try #require(CalendarDate(text))
      #expect([date.dayNumber, date.weekday, date.dayOfYear, date.weekOfYear] == expected, "\(text)")
      #expect(CalendarDate(dayNumber: expected[0]) == date)
    }
  }

  @Test func `day numbers run without a gap from year -4000 to 9999`() throws {
    var date = try #require(CalendarDate(year: -4000, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    var weekday = date.weekday
    let first = date.dayNumber
    for number in first...last.dayNumber {
      // No expectation for each of five million days: recording them takes longer than the days.
      guard let next = CalendarDate(dayNumber: number), next.dayNumber == number, next.weekday == weekday,
        number == first || date < next
      else {
        Issue.record("\(date) is not followed by day \(number)")
        return
      }
      (date, weekday) = (next, weekday % 7 + 1)
    }
    #expect(date == last)
  }

  @Test func `the calendar ends where its years do`() throws {
    for year in [-999_999_999, 999_999_999] {
      let edge = try #require(CalendarDate(year: year, month: year < 0 ? 1 : 12, day: year < 0 ? 1 : 31))
      #expect(CalendarDate(dayNumber: edge.dayNumber) == edge)
      #expect(edge.adding(days: year.signum()) == nil)
      #expect(edge.adding(days: .max) == nil && edge.adding(days: .min) == nil)
      #expect(edge.adding(months: .max) == nil && edge.adding(months: .min) == nil)
      #expect(1...53 ~= edge.weekOfYear)
    }
    #expect(CalendarDate(dayNumber: .max) == nil && CalendarDate(dayNumber: .min) == nil)
  }

  @Test func `random values come back from arithmetic and from text`() throws {
    var random = SplitMix(state: 1583)
    for _ in 0..<5000 {
      let date = try #require(CalendarDate(dayNumber: Int(random.next() % 5_000_000) - 2_500_000))
      let days = Int(random.next() % 2_000_000) - 1_000_000
      let months = Int(random.next() % 40_000) - 20_000
      #expect(date.adding(days: days)?.adding(days: -days) == date)
      #expect(CalendarDate(date.description) == date)
      // Clamped to the end of a month, a date comes back early by three days at most.
      let moved = try #require(date.adding(months: months)?.adding(months: -months))
      #expect((0...3).contains(date.dayNumber - moved.dayNumber) && (date.day > 28 || moved == date))

      let zones: [Zone] = [
        .local, .offset(Int(random.next() % 129_601) - 64_800), .named(NamedZone("Etc/UTC", offset: 0)),
      ]
      let time = TimeOfDay(
        nanoseconds: Int(random.next() % UInt64(nanosecondsPerDay)), zone: zones[Int(random.next() % 3)])
      #expect(TimeOfDay(time.description) == time)
      let duration = try #require(
        DayTimeDuration(nanoseconds: Int128(Int64(truncatingIfNeeded: random.next()))))
      #expect(DayTimeDuration(duration.description) == duration)
      #expect(time.adding(duration).adding(duration.negated) == time)
      let moment = DateTime(date: date, time: time)
      let later = try #require(moment.adding(duration))
      #expect(DateTime(later.description) == later)
      #expect(later.subtracting(moment) == duration && later.adding(duration.negated) == moment)
      #expect(later.compare(moment) == Int(duration.nanoseconds.signum()))
      let length = YearMonthDuration(months: months)
      #expect(YearMonthDuration(length.description) == length)
      #expect(length.years * 12 + length.months == months)
    }
  }
}

/// Any of the values, so that a case file can mix them.
private enum Temporal: Hashable, CustomStringConvertible {
  case date(CalendarDate), time(TimeOfDay), dateTime(DateTime)
  case days(DayTimeDuration), months(YearMonthDuration), number(Decimal)

  init?(_ text: String, _ kind: String) {
    let value: Temporal? =
      switch kind {
      case "date": CalendarDate(text).map(Temporal.date)
      case "time": TimeOfDay(text, zones: .sample).map(Temporal.time)
      case "dateTime": DateTime(text, zones: .sample).map(Temporal.dateTime)
      case "days": DayTimeDuration(text).map(Temporal.days)
      case "months": YearMonthDuration(text).map(Temporal.months)
      default: Decimal(text).map(Temporal.number)
      }
    guard let value else { return nil }
    self = value
  }

  init?(_ text: String) {
    let kinds = ["date", "time", "dateTime", "days", "months", "number"]
    guard let value = kinds.lazy.compactMap({ Temporal(text, $0) }).first else { return nil }
    self = value
  }

  var description: String {
    switch self {
    case .date(let value): "\(value)"
    case .time(let value): "\(value)"
    case .dateTime(let value): "\(value)"
    case .days(let value): "\(value)"
    case .months(let value): "\(value)"
    case .number(let value): "\(value)"
    }
  }

  func result(_ sign: String, _ other: Temporal) -> Temporal? {
    switch (self, sign, other) {
    case (.date(let a), "+", .days(let b)): a.adding(b).map(Temporal.date)
    case (.date(let a), "-", .days(let b)): a.adding(b.negated).map(Temporal.date)
    case (.date(let a), "+", .months(let b)): a.adding(b).map(Temporal.date)
    case (.date(let a), "-", .months(let b)): a.adding(b.negated).map(Temporal.date)
    case (.date(let a), "..", .date(let b)): .months(YearMonthDuration(from: a, to: b))
    case (.date(let a), "?", .date(let b)): .number(Decimal(a < b ? -1 : a == b ? 0 : 1))
    case (.time(let a), "+", .days(let b)): .time(a.adding(b))
    case (.time(let a), "-", .days(let b)): .time(a.adding(b.negated))
    case (.time(let a), "-", .time(let b)): a.subtracting(b).map(Temporal.days)
    case (.time(let a), "?", .time(let b)): a.compare(b).map { .number(Decimal($0)) }
    case (.dateTime(let a), "+", .days(let b)): a.adding(b).map(Temporal.dateTime)
    case (.dateTime(let a), "-", .days(let b)): a.adding(b.negated).map(Temporal.dateTime)
    case (.dateTime(let a), "+", .months(let b)): a.adding(b).map(Temporal.dateTime)
    case (.dateTime(let a), "-", .months(let b)): a.adding(b.negated).map(Temporal.dateTime)
    case (.dateTime(let a), "-", .dateTime(let b)): a.subtracting(b).map(Temporal.days)
    case (.dateTime(let a), "?", .dateTime(let b)): a.compare(b).map { .number(Decimal($0)) }
    case (.days(let a), "+", .days(let b)): a.adding(b).map(Temporal.days)
    case (.days(let a), "-", .days(let b)): a.subtracting(b).map(Temporal.days)
    case (.days(let a), "*", .number(let b)): a.multiplied(by: b).map(Temporal.days)
    case (.days(let a), "/", .number(let b)): a.divided(by: b).map(Temporal.days)
    case (.days(let a), "/", .days(let b)): a.divided(by: b).map(Temporal.number)
    case (.days(let a), "?", .days(let b)): .number(Decimal(a < b ? -1 : a == b ? 0 : 1))
    case (.months(let a), "+", .months(let b)): a.adding(b).map(Temporal.months)
    case (.months(let a), "-", .months(let b)): a.subtracting(b).map(Temporal.months)
    case (.months(let a), "*", .number(let b)): a.multiplied(by: b).map(Temporal.months)
    case (.months(let a), "/", .number(let b)): a.divided(by: b).map(Temporal.months)
    case (.months(let a), "/", .months(let b)): a.divided(by: b).map(Temporal.number)
    case (.months(let a), "?", .months(let b)): .number(Decimal(a < b ? -1 : a == b ? 0 : 1))
    default: nil
    }
  }
}
