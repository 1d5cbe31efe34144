import FEEL
import Facts

/// Whose days the schedule counts, how many hands there are, and what it must say about both.
final class Staffing {
  let calendar: WorkCalendar
  let homeCode: String?
  let estimates: Estimates
  let team: [Checklist.TeamRole]
  /// Names of the roles of the schedule: those of the team first.
  private(set) var roles: [String]
  private var tables: [[String]: WorkingDays] = [:]

  init(calendar: WorkCalendar, home: String?, estimates: Estimates, team: [Checklist.TeamRole]) {
    self.calendar = calendar
    homeCode = home
    self.estimates = estimates
    self.team = team
    roles = team.map(\.name)
  }

  /// The working days that these countries share.
  func days(in codes: [String]) -> WorkingDays {
    if let known = tables[codes] { return known }
    let days = calendar.days(in: codes)
    tables[codes] = days
    return days
  }

  /// Working days at home.
  var home: WorkingDays { days(in: [homeCode].compactMap(\.self)) }

  func country(of role: String) -> String? { team.first { $0.name == role }?.country ?? homeCode }

  /// The place of a role.
  func place(of role: String) -> Int {
    if let place = roles.firstIndex(of: role) { return place }
    roles.append(role)
    return roles.count - 1
  }

  var capacity: [Int?] { roles.indices.map { $0 < team.count ? team[$0].thousandths : nil } }

  /// What the dates rest on, in words.
  func assumptions(_ drafts: [Draft], from: CalendarDate, to: CalendarDate, dropped: [String]) -> [String] {
    let used = Set(drafts.flatMap(\.countries)).union([homeCode].compactMap(\.self)).sorted()
    let known = used.filter { calendar.countries[$0] != nil }
    let span = from.dayNumber...max(from.dayNumber, to.dayNumber)
    let text = [
      "Lead times are calendar days of the catalogue, as working days: days × \(home.weekdays) ÷ 7, rounded up.",
      "Working days are those of \(homeCode ?? "no stated country (Monday to Friday, no holidays)"); where an "
        + "authority or another local party takes part, a day counts only if people work there too.",
      "A change to the plan takes \(days(estimates.change)) calendar days, after controls of the same remedy "
        + "\(days(estimates.changeAfterControls)), and \(days(estimates.changeEffort)) person days, "
        + "unless the rule says otherwise.",
    ]
    return text + hands(drafts) + renewals(drafts)
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

  private func hands(_ drafts: [Draft]) -> [String] {
    let owners = Set(drafts.map(\.owner))
    let stated = team.filter { owners.contains($0.name) }
    guard !stated.isEmpty else {
      return ["Tasks that do not depend on each other run side by side: see the workload by owner."]
    }
    let people = stated.map { role in
      "\(role.name) \(Self.people(role.thousandths))" + (role.country.map { " (\($0))" } ?? "")
    }
    let others = owners.subtracting(stated.map(\.name)).sorted()
    return [
      "People at work at the same time: \(people.joined(separator: ", ")). A task takes its effort ÷ its working "
        + "days of its role's people, and longer if there are fewer."
    ]
      + (others.isEmpty
        ? [] : ["Hands are no limit for \(others.joined(separator: ", ")): the plan states no number."])
  }

  /// `1`, `0.5`, `1.25`.
  static func people(_ thousandths: Int) -> String {
    let parts = String(1000 + thousandths % 1000).dropFirst()
    let rest = parts.reversed().drop { $0 == "0" }.reversed()
    return "\(thousandths / 1000)" + (rest.isEmpty ? "" : "." + String(rest))
  }

  private func renewals(_ drafts: [Draft]) -> [String] {
    guard drafts.contains(where: \.isRenewal) else { return [] }
    return [
      "To renew evidence takes \(days(estimates.renewal)) calendar days and the waits of the control; "
        + "its effort is not estimated."
    ]
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
