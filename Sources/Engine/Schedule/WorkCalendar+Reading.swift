package import Diagnostics
import FEEL

extension WorkCalendar {
  /// Reads `rules/calendar`: `workweek.csv`, `holidays.csv` and `working-weekends.csv`.
  package init(workweek: Source, holidays: Source, workingWeekends: Source) throws(Mistakes) {
    self.init()
    var mistakes: [Diagnostic] = []
    let weeks = try Table(workweek, columns: ["country", "working", "regional"])
    for row in weeks.rows {
      let names = weeks.field("working", of: row).split(separator: " ")
      let days = names.compactMap { Self.weekdays.firstIndex(of: String($0)) }.map { $0 + 1 }
      if days.isEmpty || days.count != names.count {
        mistakes.append(Diagnostic(.calendar, at: row.location, .weekdays))
      }
      var country = Country(weekdays: Set(days))
      country.hasRegionalHolidays = weeks.field("regional", of: row) == "yes"
      countries[weeks.field("country", of: row)] = country
    }
    let years = try Table(holidays, columns: ["country", "year", "days"])
    var all: [Int] = []
    for row in years.rows {
      let code = years.field("country", of: row)
      if countries[code] == nil { mistakes.append(Diagnostic(.calendar, at: row.location, .noWeek)) }
      for text in years.field("days", of: row).split(separator: " ") {
        let isEstimate = text.hasSuffix("~")
        let date = CalendarDate("\(years.field("year", of: row))-\(isEstimate ? text.dropLast() : text)")
        guard let day = date?.dayNumber else {
          mistakes.append(Diagnostic(.calendar, at: row.location, .date))
          continue
        }
        countries[code]?.holidays.insert(day)
        if isEstimate { countries[code]?.estimates.insert(day) }
        all.append(day)
      }
    }
    let weekends = try Table(workingWeekends, columns: ["country", "date"])
    for row in weekends.rows {
      guard let day = CalendarDate(weekends.field("date", of: row))?.dayNumber else {
        mistakes.append(Diagnostic(.calendar, at: row.location, .date))
        continue
      }
      countries[weekends.field("country", of: row)]?.workingWeekends.insert(day)
    }
    if let first = all.min(), let last = all.max() { known = first...last }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension Diagnostic.Code { fileprivate static let calendar = Self(rawValue: "calendar.data") }

extension String {
  fileprivate static let weekdays = "working days are named Mon, Tue, Wed, Thu, Fri, Sat or Sun"
  fileprivate static let noWeek = "a country with holidays has a row in the table of working weeks"
  fileprivate static let date =
    "a day is written MM-DD in the table of holidays, YYYY-MM-DD in that of weekends"
}
