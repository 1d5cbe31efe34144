package import Archive

extension WorkCalendar: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(known?.lowerBound)
    archive.write(known?.upperBound)
    archive.write(UInt(countries.count))
    for (code, country) in countries.sorted(by: { $0.key < $1.key }) {
      archive.write(code)
      archive.write(country)
    }
  }

  package init(from archive: inout ArchiveReader) {
    let first = Int?(from: &archive)
    let last = Int?(from: &archive)
    let countries = archive.list { archive in (String(from: &archive), Country(from: &archive)) }
    var known: ClosedRange<Int>?
    if let first, let last, first <= last { known = first...last }
    self.init(countries: Dictionary(countries, uniquingKeysWith: { first, _ in first }), known: known)
  }
}

extension WorkCalendar.Country: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    for days in [weekdays, holidays, estimates, workingWeekends] { archive.write(days.sorted()) }
    archive.write(hasRegionalHolidays)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(weekdays: Set([Int](from: &archive)))
    holidays = Set([Int](from: &archive))
    estimates = Set([Int](from: &archive))
    workingWeekends = Set([Int](from: &archive))
    hasRegionalHolidays = Bool(from: &archive)
  }
}
