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
    var first = Int.max
    var last = Int.min
    for row in years.rows {
      let code = years.field("country", of: row)
      guard let days = Self.days(years.field("days", of: row), of: Int(years.field("year", of: row))) else {
        mistakes.append(Diagnostic(.calendar, at: row.location, .date))
        continue
      }
      if countries[code] == nil { mistakes.append(Diagnostic(.calendar, at: row.location, .noWeek)) }
      countries[code]?.add(days)
      for each in days {
        first = min(first, each.day)
        last = max(last, each.day)
      }
    }
    let weekends = try Table(workingWeekends, columns: ["country", "date"])
    for row in weekends.rows {
      guard let date = CalendarDate(weekends.field("date", of: row)), Self.years.contains(date.year) else {
        mistakes.append(Diagnostic(.calendar, at: row.location, .date))
        continue
      }
      countries[weekends.field("country", of: row)]?.workingWeekends.insert(date.dayNumber)
    }
    if first <= last { known = first...last }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  /// Working days are counted in a table from the first special day to the last, which must not grow without limit.
  private static let years = 1900...2199

  /// The day numbers of `MM-DD MM-DD~ …`; nil if one of them is no date.
  private static func days(_ text: String, of year: Int?) -> [(day: Int, isEstimate: Bool)]? {
    guard let year, years.contains(year) else { return nil }
    let bytes = Array(text.utf8)
    var days: [(day: Int, isEstimate: Bool)] = []
    days.reserveCapacity(bytes.count / 6 + 1)
    var place = 0
    while place < bytes.count {
      guard place + 5 <= bytes.count, bytes[place + 2] == UInt8(ascii: "-"),
        let month = number(bytes[place], bytes[place + 1]),
        let day = number(bytes[place + 3], bytes[place + 4]),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      place += 5
      let isEstimate = place < bytes.count && bytes[place] == UInt8(ascii: "~")
      if isEstimate { place += 1 }
      guard place == bytes.count || bytes[place] == UInt8(ascii: " ") else { return nil }
      place += 1
      days.append((date.dayNumber, isEstimate))
    }
    return days
  }

  private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard digits.contains(tens), digits.contains(ones) else { return nil }
    return Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound)
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension WorkCalendar.Country {
  fileprivate mutating func add(_ days: [(day: Int, isEstimate: Bool)]) {
    holidays.reserveCapacity(holidays.count + days.count)
    for each in days {
      holidays.insert(each.day)
      if each.isEstimate { estimates.insert(each.day) }
    }
  }
}

extension Diagnostic.Code { fileprivate static let calendar = Self(rawValue: "calendar.data") }

extension String {
  fileprivate static let weekdays = "working days are named Mon, Tue, Wed, Thu, Fri, Sat or Sun"
  fileprivate static let noWeek = "a country with holidays has a row in the table of working weeks"
  fileprivate static let date =
    "a day is written MM-DD in the table of holidays, YYYY-MM-DD in that of weekends, in a year from 1900 to 2199"
}
