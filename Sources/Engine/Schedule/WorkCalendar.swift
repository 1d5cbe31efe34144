/// Which days are working days, by country: the usual week, less public holidays, plus official working
/// weekends.
package struct WorkCalendar: Sendable {
  /// The days of one country.
  package struct Country: Sendable {
    /// 1 is Monday.
    package var weekdays: Set<Int>
    /// Day numbers.
    package var holidays: Set<Int> = []
    /// Holidays whose date is an estimate.
    package var estimates: Set<Int> = []
    package var workingWeekends: Set<Int> = []
    /// Regions have more public holidays, which are not known here.
    package var hasRegionalHolidays = false
    package init(weekdays: Set<Int>) { self.weekdays = weekdays }
  }

  package var countries: [String: Country]
  /// First and last day for which public holidays are known; nil: no holidays at all.
  package var known: ClosedRange<Int>?

  package init(countries: [String: Country] = [:], known: ClosedRange<Int>? = nil) {
    self.countries = countries
    self.known = known
  }

  /// Monday to Friday: for a country without data.
  static let fallback = Country(weekdays: [1, 2, 3, 4, 5])

  /// The days that count where people of every one of these countries must be at work.
  package func days(in codes: [String]) -> WorkingDays {
    let all = codes.isEmpty ? [Self.fallback] : codes.map { countries[$0] ?? Self.fallback }
    return WorkingDays(countries: all)
  }
}

/// The working days shared by one or several countries, counted by day number.
package struct WorkingDays: Sendable {
  let countries: [WorkCalendar.Country]

  package func contains(_ day: Int) -> Bool {
    // Day 0, 1970-01-01, was a Thursday.
    let weekday = ((day + 3) % 7 + 7) % 7 + 1
    return countries.allSatisfy { country in
      country.workingWeekends.contains(day)
        || (country.weekdays.contains(weekday) && !country.holidays.contains(day))
    }
  }

  /// The first working day on or after `day`.
  package func first(from day: Int) -> Int { search(day, step: 1) }

  /// The last working day on or before `day`.
  package func last(until day: Int) -> Int { search(day, step: -1) }

  /// The last day of a piece of work of `length` working days (at least one) that may begin on `day`.
  package func finish(from day: Int, length: Int) -> Int {
    var day = first(from: day)
    for _ in 1..<max(length, 1) { day = first(from: day + 1) }
    return day
  }

  /// The day on which a piece of work must begin to end on `day` at the latest.
  package func start(until day: Int, length: Int) -> Int {
    var day = last(until: day)
    for _ in 1..<max(length, 1) { day = last(until: day - 1) }
    return day
  }

  /// Working days from `start` up to, not including, `end`.
  package func count(from start: Int, to end: Int) -> Int {
    start < end ? (start..<end).count(where: contains) : 0
  }

  /// Weeks that differ still share days; for calendars without any common day ten years bound the search.
  private func search(_ day: Int, step: Int) -> Int {
    var found = day
    while !contains(found) {
      found += step
      if abs(found - day) > 3653 { return day }
    }
    return found
  }
}
