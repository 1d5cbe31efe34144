import FEEL
import Facts

/// Whose days the schedule counts, and what it must say about them.
struct Staffing {
  let calendar: WorkCalendar
  let homeCode: String?
  let estimates: Estimates
  let home: WorkingDays
  /// Working days of the week at home.
  let weekdays: Int

  init(calendar: WorkCalendar, home: String?, estimates: Estimates) {
    self.calendar = calendar
    homeCode = home
    self.estimates = estimates
    self.home = calendar.days(in: [home].compactMap(\.self))
    weekdays = self.home.countries[0].weekdays.count
  }

  /// What the dates rest on, in words.
  func assumptions(_ drafts: [Draft], from: CalendarDate, to: CalendarDate, dropped: [String]) -> [String] {
    let used = Set(drafts.flatMap(\.calendars.markets)).union([homeCode].compactMap(\.self)).sorted()
    let known = used.filter { calendar.countries[$0] != nil }
    let span = from.dayNumber...max(from.dayNumber, to.dayNumber)
    let text = [
      "Lead times are calendar days of the catalogue, as working days: days × \(weekdays) ÷ 7, rounded up.",
      "Working days are those of \(homeCode ?? "no stated country (Monday to Friday, no holidays)"); where an "
        + "authority or another local party takes part, a day counts only if people work there too.",
      "A change to the plan takes \(days(estimates.change)) calendar days, after controls of the same remedy "
        + "\(days(estimates.changeAfterControls)), and \(days(estimates.changeEffort)) person days, "
        + "unless the rule says otherwise.",
      "Tasks that do not depend on each other run side by side: see the workload by owner.",
    ]
    return text
      + used.filter { calendar.countries[$0] == nil }.map {
        "No calendar of \($0): Monday to Friday, no holidays."
      }
      + known.filter { calendar.countries[$0]?.hasRegionalHolidays == true }
      .map { "\($0): public holidays of single regions are not counted." }
      + known.compactMap { code in
        let count = calendar.countries[code]?.estimates.count(where: span.contains) ?? 0
        return count == 0 ? nil : "\(code): \(count) holidays within the schedule are estimates."
      } + coverage(known, span)
      + dropped.map {
        "\($0): a prerequisite was left out because the catalogue's prerequisites form a circle."
      }
  }

  private func days(_ length: Catalogue.ThreePoint) -> String {
    "\(Int(length.likely)) (\(Int(length.min)) to \(Int(length.max)))"
  }

  private func coverage(_ used: [String], _ span: ClosedRange<Int>) -> [String] {
    guard !used.isEmpty, let range = calendar.known,
      !(range.contains(span.lowerBound) && range.contains(span.upperBound))
    else { return [] }
    let first = CalendarDate(day: range.lowerBound)
    let last = CalendarDate(day: range.upperBound)
    return ["Public holidays are known from \(first) to \(last); outside, only weekends are free."]
  }
}
