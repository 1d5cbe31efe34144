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

  /// The days that count where people of every one of these countries must be at work. Where they share no day of the week, the
  /// first country's days count alone: there would be no end otherwise.
  package func days(in codes: [String]) -> WorkingDays {
    let all = codes.map { countries[$0] ?? Self.fallback }
    guard let first = all.first else { return WorkingDays([Self.fallback]) }
    let shared = all.reduce(first.weekdays) { $0.intersection($1.weekdays) }
    return WorkingDays(shared.isEmpty ? [first] : all)
  }
}
