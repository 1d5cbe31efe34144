import Engine
import FEEL
import Facts
import Rules

extension MarketGuide {
  /// A part of the guide: a title and its lines.
  struct Section {
    var title: String
    var lines: [String]
  }

  var head: String { "\(oneLine(name)) (\(country)), law as of \(asOf)" }
  static let caution =
    "Rules of thumb and law for a first overview, not legal advice; \"verify\" marks what was not read in the law itself."

  /// What language and culture of the market ask of a product.
  var localizationLines: [String] {
    let wanted = [
      section("Languages", .language), section("Culture", .culture), section("Formats", .format),
    ]
    let lines = wanted.flatMap(\.lines) + workingDayLines
    return lines.isEmpty ? ["nothing is known of it here"] : lines
  }

  /// The parts that have something to say, the law first.
  var sections: [Section] {
    var parts = [
      Section(
        title: "Law",
        lines: packs.map {
          "\(oneLine($0.title)) (\($0.id)), reviewed \($0.review.on), confidence \($0.review.confidence.rawValue)"
        }),
      section("Authorities", .authority),
    ]
    parts += duties.map { part in
      Section(title: topicTitle(part.topic), lines: part.duties.map(\.text))
    }
    parts += [
      Section(title: "Clocks that run after entry", lines: deadlines.map(\.text)),
      Section(title: "Waiting for others", lines: leadTimes.map(\.text)),
      section("Usual lead times", .leadTime),
      section("Languages", .language),
      section("Culture", .culture),
      Section(title: "Working days", lines: workingDayLines),
      section("Formats", .format),
    ]
    return parts.filter { !$0.lines.isEmpty }
  }

  private func section(_ title: String, _ topic: Practices.Topic) -> Section {
    Section(title: title, lines: practices.filter { $0.topic == topic }.map { $0.text(in: country) })
  }

  private var workingDayLines: [String] {
    guard let weekdays else { return [] }
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    var lines = ["working week: \(weekdays.map { names[$0 - 1] }.joined(separator: ", "))"]
    if !holidays.isEmpty {
      let days = holidays.map { "\($0.day)\($0.isEstimate ? " (estimate)" : "")" }
      lines.append("public holidays within a year: \(days.joined(separator: ", "))")
    }
    if !workingWeekends.isEmpty {
      lines.append("working weekends: \(workingWeekends.map(\.description).joined(separator: ", "))")
    }
    if hasRegionalHolidays { lines.append("regions have more public holidays, which are not listed") }
    return lines
  }
}

extension MarketGuide.Duty {
  fileprivate var text: String {
    let marks = [startsOn.map { "from \($0)" }, verify ? "verify" : nil].compactMap(\.self)
    let tail = marks.isEmpty ? "" : "; \(marks.joined(separator: "; "))"
    return "\(oneLine(title)) (\(citations.map(\.text).joined(separator: "; ")))\(tail)"
  }
}

extension MarketGuide.Deadline {
  fileprivate var text: String {
    let receiver = clock.to.map { " to the \(oneLine($0))" } ?? ""
    let law = clock.citations.isEmpty ? provision : clock.citations.map(\.text).joined(separator: "; ")
    return "\(oneLine(clock.event)): \(clock.withinText)\(receiver) (\(law))\(verify ? "; verify" : "")"
  }
}

extension MarketGuide.LeadTime {
  fileprivate var text: String {
    let days = wait.days
    let unit = wait.unit == .working ? "working days" : "days"
    let law = wait.cite.map { " (\(oneLine($0)))" } ?? " (estimate)"
    return
      "\(oneLine(title)): \(oneLine(wait.title)), \(decimal(days.min)) to \(decimal(days.max)) \(unit), likely \(decimal(days.likely))\(law)"
  }
}

extension Practices.Practice {
  /// With its place, where that is not the market itself.
  fileprivate func text(in country: String) -> String {
    let before = place == country ? "" : "\(place), "
    let law = citation.isEmpty ? "" : " (\(oneLine(citation)))"
    return "\(before)\(oneLine(subject)): \(oneLine(text))\(law)\(confidence == .high ? "" : "; verify")"
  }
}
