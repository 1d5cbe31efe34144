import FEEL

/// The text of numbers, dates, times and durations: what is read comes back from what is written.
func values(_ bytes: [UInt8]) {
  let text = String(decoding: bytes.prefix(2_000), as: UTF8.self)
  returns(text) { Decimal($0) }
  returns(text) { CalendarDate($0) }
  returns(text) { TimeOfDay($0) }
  returns(text) { DateTime($0) }
  returns(text) { DayTimeDuration($0) }
  returns(text) { YearMonthDuration($0) }
}

private func returns<Result: Equatable & CustomStringConvertible>(_ text: String, _ read: (String) -> Result?)
{
  guard let value = read(text) else { return }
  precondition(read(value.description) == value, "\(text) became \(value)")
}
