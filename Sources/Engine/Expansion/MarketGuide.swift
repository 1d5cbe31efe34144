package import FEEL
package import Facts
package import Rules

/// What an entrant meets in one market, from the packs that take it in and the tables of the library; no plan is asked.
package struct MarketGuide: Sendable {
  /// One duty of a pack in a line.
  package struct Duty: Sendable {
    package var title: String
    package var citations: [Citation]
    /// The first day, if it lies after the day of the guide.
    package var startsOn: CalendarDate?
    package var verify: Bool
  }
  package struct Deadline: Sendable {
    package var clock: Clock
    package var provision: String
    package var verify: Bool
  }
  /// A control that its duties ask for and somebody outside has for a while.
  package struct LeadTime: Sendable {
    package var title: String
    package var wait: Catalogue.Wait
  }
  package struct Holiday: Sendable {
    package var day: CalendarDate
    package var isEstimate: Bool
  }

  package var country: String
  package var name: String
  package var asOf: CalendarDate
  package var packs: [Pack]
  /// By topic, in the order of packs and provisions.
  package var duties: [(topic: String, duties: [Duty])]
  package var deadlines: [Deadline]
  package var leadTimes: [LeadTime]
  package var practices: [Practices.Practice]
  /// 1 is Monday; nil: no data.
  package var weekdays: [Int]?
  /// Of the year from the day of the guide on, as far as they are known; working weekends too.
  package var holidays: [Holiday]
  package var workingWeekends: [CalendarDate]
  package var hasRegionalHolidays: Bool

  /// What an entrant must settle first; the other topics follow by name.
  fileprivate static let firstTopics = ["marketAccess", "localization", "transfer"]
}

extension Rulebook {
  /// The guide to a market on a day.
  package func guide(
    to country: String, asOf day: CalendarDate, practices: Practices, calendar: WorkCalendar
  ) -> MarketGuide {
    let covering = packs.filter { $0.covers(country, geography, day) }
    let rules = covering.flatMap(\.provisions).map(\.rule).filter {
      // Law that is over is no duty; of a law in force, the version in force alone.
      $0.period.until.map { $0 >= day } ?? true
    }
    var deadlines: [MarketGuide.Deadline] = []
    var leads: [MarketGuide.LeadTime] = []
    var seen: Set<String> = []
    for rule in rules where rule.modality != .permission {
      deadlines += rule.provision.clocks.map {
        MarketGuide.Deadline(clock: $0, provision: "\(rule.pack)/\(rule.id)", verify: rule.verify)
      }
      for id in rule.provision.controlNames where seen.insert(id).inserted {
        guard let control = catalogue[id] else { continue }
        leads += control.waits.map { MarketGuide.LeadTime(title: control.title, wait: $0) }
      }
    }
    let others = Set(rules.map(\.provision.topic)).subtracting(MarketGuide.firstTopics)
    let topics = MarketGuide.firstTopics + others.sorted()
    let week = calendar.countries[country]
    let year = day.dayNumber...(day.dayNumber + 365)
    return MarketGuide(
      country: country, name: geography.countries.first { $0.code == country }?.name ?? country, asOf: day,
      packs: covering.map(\.pack),
      duties: topics.compactMap { topic in
        let found = rules.filter { $0.modality != .permission && $0.provision.topic == topic }.map {
          $0.duty(on: day)
        }
        return found.isEmpty ? nil : (topic, found)
      },
      deadlines: deadlines, leadTimes: leads,
      practices: practices.practices.filter { each in
        each.place == country || each.place.hasPrefix(country + "-")
          || geography.isMember(country, of: each.place, on: day) == true
      },
      weekdays: week.map { $0.weekdays.sorted() },
      holidays: (week?.holidays ?? []).filter(year.contains).sorted().map {
        MarketGuide.Holiday(day: CalendarDate(day: $0), isEstimate: week?.estimates.contains($0) ?? false)
      },
      workingWeekends: (week?.workingWeekends ?? []).filter(year.contains).sorted().map(
        CalendarDate.init(day:)),
      hasRegionalHolidays: week?.hasRegionalHolidays ?? false)
  }
}

extension Rule {
  fileprivate func duty(on day: CalendarDate) -> MarketGuide.Duty {
    MarketGuide.Duty(
      title: provision.title, citations: provision.citations,
      startsOn: period.from.flatMap { $0 > day ? $0 : nil }, verify: verify)
  }
}

extension Provision {
  fileprivate var controlNames: [String] { (requirement?.controls ?? []) + remedies.flatMap(\.controls) }
}
