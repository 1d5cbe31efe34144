import Diagnostics
@testable import Engine
import FEEL
import Testing

struct CalendarTests {
  let calendar: WorkCalendar

  init() throws {
    calendar = try WorkCalendar(
      workweek: repositoryFile("rules/calendar/workweek.csv"),
      holidays: repositoryFile("rules/calendar/holidays.csv"),
      workingWeekends: repositoryFile("rules/calendar/working-weekends.csv"))
  }

  @Test func `has 80 countries, of which one has no holidays`() {
    #expect(calendar.countries.count == 80)
    #expect(calendar.countries.filter { $0.value.holidays.isEmpty }.map(\.key) == ["UA"])
    #expect(calendar.countries.values.map(\.holidays.count).reduce(0, +) > 2000)
    #expect(calendar.known == day("2026-10-01").dayNumber...day("2028-12-31").dayNumber)
  }

  /// `DE+SA 2026-12-10 2 => 2026-12-14`: two working days from that day end on this one.
  @Test func `work ends on the day worked out by hand`() throws {
    for line in try caseLines("working-days.txt") {
      let words = line.split(separator: " ").map(String.init)
      let length = try #require(Int(words[2]))
      let days = calendar.days(in: words[0] == "-" ? [] : words[0].split(separator: "+").map(String.init))
      let start = day(words[1]).dayNumber
      let end = days.finish(from: start, length: length)
      #expect(CalendarDate(dayNumber: end) == day(words[4]), "\(line)")
      #expect(days.start(until: end, length: length) == days.first(from: start), "\(line), backward")
    }
  }

  @Test func `the table agrees with the plain rule on every day, also where there is no table`() {
    var dice = Dice(seed: 8)
    for _ in 0..<30 {
      let weekdays: Set<Int> = dice.pick([[1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [3]])
      var country = WorkCalendar.Country(weekdays: weekdays)
      let base = dice.roll(40_000) - 20_000
      for _ in 0..<dice.roll(20) { country.holidays.insert(base + dice.roll(200)) }
      for _ in 0..<dice.roll(5) { country.workingWeekends.insert(base + dice.roll(200)) }
      let days = WorkCalendar(countries: ["AA": country]).days(in: ["AA"])
      var number = days.number(base - 100)
      for day in base - 100...base + 400 {
        let works =
          country.workingWeekends.contains(day)
          || weekdays.contains(((day + 3) % 7 + 7) % 7 + 1) && !country.holidays.contains(day)
        #expect(days.contains(day) == works && days.number(day) == number)
        if works {
          #expect(days.day(number) == day)
          number += 1
        }
      }
    }
  }

  @Test func `countries that share no weekday leave the first one's days`() {
    let calendar = WorkCalendar(countries: ["AA": .init(weekdays: [1, 2]), "BB": .init(weekdays: [6])])
    #expect(
      calendar.days(in: ["AA", "BB"]).finish(from: day("2026-11-21").dayNumber, length: 2)
        == day("2026-11-24").dayNumber)
  }

  @Test func `counting and placing agree`() {
    var dice = Dice(seed: 7)
    let codes = calendar.countries.keys.sorted()
    for _ in 0..<500 {
      let days = calendar.days(in: [dice.pick(codes), dice.pick(codes)])
      let start = day("2026-10-01").dayNumber + dice.roll(600)
      let length = 1 + dice.roll(90)
      let end = days.finish(from: start, length: length)
      #expect(days.contains(end))
      #expect(days.count(from: start, to: end + 1) == length)
    }
  }

  @Test func `a table says which line is wrong`() throws {
    let good = try Table(Source(name: "t.csv", text: "a,b\n1,\"x, \"\"y\"\"\"\n\n2,\n"), columns: ["a", "b"])
    #expect(good.rows.map { good.field("b", of: $0) } == ["x, \"y\"", ""])
    #expect(good.rows.last?.location.line == 4)
    for (text, line) in [("a,c\n", 1), ("a,b\n1\n", 2), ("a,b\n1,2\n\"3,4\n", 3)] {
      let mistakes = #expect(throws: Mistakes.self) {
        try Table(Source(name: "t.csv", text: text), columns: ["a", "b"])
      }
      #expect(mistakes?.all.map(\.location.line) == [line])
    }
  }

  @Test func `calendar data with a wrong day or week are refused`() {
    func read(_ weeks: String, _ holidays: String) throws -> WorkCalendar {
      try WorkCalendar(
        workweek: Source(name: "w", text: "country,working,regional\n" + weeks),
        holidays: Source(name: "h", text: "country,year,days\n" + holidays),
        workingWeekends: Source(name: "e", text: "country,date\n"))
    }
    #expect(throws: Never.self) { try read("DE,Mon Tue,\n", "DE,2027,01-01 05-01~\n") }
    for (weeks, holidays) in [
      ("DE,Mon Die,\n", ""), ("DE,,\n", ""), ("DE,Mon,\n", "DE,2027,02-29\n"),
      ("DE,Mon,\n", "FR,2027,01-01\n"), ("DE,Mon,\n", "DE,2200,01-01\n"),
      ("DE,Mon,\n", "DE,999999999,01-01\n"),
    ] {
      #expect(throws: Mistakes.self) { try read(weeks, holidays) }
    }
  }
}
