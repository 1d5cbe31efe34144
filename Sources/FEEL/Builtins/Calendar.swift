extension Builtin {
  /// DMN 1.5 §10.3.4.8 and §10.3.4.12.
  static let calendar: [Builtin] = [
    calendar("day of year", .number) { .number(Decimal($0.dayOfYear)) },
    calendar("day of week", .string) { .string(days[$0.weekday - 1]) },
    calendar("month of year", .string) { .string(months[$0.month - 1]) },
    calendar("week of year", .number) { .number(Decimal($0.weekOfYear)) },
    Builtin(
      name: "now", parameters: [], result: { _ in .dateTime }, unknowns: .spread, takesNull: false,
      body: .clock(isDay: false)),
    Builtin(
      name: "today", parameters: [], result: { _ in .date }, unknowns: .spread, takesNull: false,
      body: .clock(isDay: true)),
  ]

  private static func calendar(
    _ name: String, _ type: Type, _ body: @escaping @Sendable (CalendarDate) -> Value
  ) -> Builtin {
    Builtin(name, .one("date", of: .date, .dateTime), returns: type) { arguments in
      switch arguments[0] {
      case .date(let date): body(date)
      case .dateTime(let instant): body(instant.date)
      default: .null
      }
    }
  }

  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
