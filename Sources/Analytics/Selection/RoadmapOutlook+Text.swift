package import FEEL

extension RoadmapOutlook {
  /// With dates if there is a first day. `within`: days for which the chance is asked.
  package func section(start: CalendarDate?, within days: Double?) -> Section {
    let steps = roadmap.steps
    var lead = [
      "The longest path: \(path.map { steps[$0].title }.joined(separator: ", then "))",
      "\(fixed(mean, 1)) days on average, standard deviation \(fixed(deviation, 1)); within \(fixed(self.days(chance: 0.8), 1)) days with 80 %"
        + (start.flatMap { Self.lastDay($0, mean) }.map { "; on average done on \($0)" } ?? ""),
    ]
    if let days {
      let span = "\(Bounds.text(days)) \(days == 1 ? "day" : "days")"
      lead.append("The chance to finish within \(span): \(percent(chance(within: days)))")
    }
    if hasOtherPaths {
      lead.append("Delays on other paths are left out, which makes it look a little better than it is")
    }
    func span(_ times: Times) -> String {
      guard let start, let first = Self.firstDay(start, times.start),
        let last = Self.lastDay(start, times.end)
      else { return "\(fixed(times.start, 1)) to \(fixed(times.end, 1))" }
      return "\(first) to \(max(first, last))"
    }
    return Section(
      title: "Roadmap", lead: lead,
      rows: [["step", "days", "mean", "at the earliest", "on average", "longest path"]]
        + steps.indices.map { place in
          let step = steps[place]
          let range = [step.optimistic, step.likely, step.pessimistic].map { Bounds.text($0) }
          return [
            step.title, step.deviation == 0 ? range[0] : range.joined(separator: "/"), fixed(step.mean, 1),
            span(earliest[place]), span(expected[place]), path.contains(place) ? "yes" : "",
          ]
        })
  }

  /// The day on which work begins after so many days; the first day is 0.
  static func firstDay(_ start: CalendarDate, _ days: Double) -> CalendarDate? {
    CalendarDate(dayNumber: start.dayNumber + Int((days + 1e-9).rounded(.down)))
  }

  /// The day on which so many days are over.
  static func lastDay(_ start: CalendarDate, _ days: Double) -> CalendarDate? {
    CalendarDate(dayNumber: start.dayNumber + max(0, Int((days - 1e-9).rounded(.up)) - 1))
  }
}
