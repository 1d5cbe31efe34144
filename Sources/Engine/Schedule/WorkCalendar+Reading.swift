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
    var first: Int?
    var last: Int?
    for row in years.rows {
      let code = years.field("country", of: row)
      // Taken out while days are added, so that its sets are not copied.
      var country = countries.removeValue(forKey: code)
      if country == nil { mistakes.append(Diagnostic(.calendar, at: row.location, .noWeek)) }
      let year = Int(years.field("year", of: row))
      for text in years.field("days", of: row).utf8.split(separator: UInt8(ascii: " ")) {
        let isEstimate = text.last == UInt8(ascii: "~")
        guard let year, let day = Self.day(year, text.prefix(text.count - (isEstimate ? 1 : 0))) else {
          mistakes.append(Diagnostic(.calendar, at: row.location, .date))
          continue
        }
        country?.holidays.insert(day)
        if isEstimate { country?.estimates.insert(day) }
        first = min(first ?? day, day)
        last = max(last ?? day, day)
      }
      countries[code] = country
    }
    let weekends = try Table(workingWeekends, columns: ["country", "date"])
    for row in weekends.rows {
      guard let day = CalendarDate(weekends.field("date", of: row))?.dayNumber else {
        mistakes.append(Diagnostic(.calendar, at: row.location, .date))
        continue
      }
      countries[weekends.field("country", of: row)]?.workingWeekends.insert(day)
    }
    if let first, let last { known = first...last }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  /// The day number of `MM-DD` in a year.
  private static func day(_ year: Int, _ text: Substring.UTF8View) -> Int? {
    let bytes = Array(text)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: "-"),
      let month = number(bytes[0], bytes[1]), let day = number(bytes[3], bytes[4])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.dayNumber
  }

  private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(tens), digits.contains(ones) else { return nil }
    return Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound)
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
