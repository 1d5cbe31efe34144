import Engine
import FEEL

extension Page {
  /// The share of simulated courses that are finished by a day, drawn and as a table; levers beside it; empty if neither was computed.
  var likelihood: String {
    let made = report.likelihood.flatMap { $0.draws > 0 ? $0 : nil }
    guard made != nil || !report.levers.isEmpty else { return "" }
    return likelihoodTemplate([
      "isSimulated": .flag(made != nil), "text": .text(report.likelihoodText),
      "drawing": .markup(made.map { LikelihoodChart($0, deadline: report.checklist.deadline).drawing } ?? ""),
      "rows": .list(
        (made?.quantiles ?? []).map {
          ["percent": .text("\($0.percent) %"), "finish": .text($0.finish.description)]
        }),
      "seed": .text(made.map { "\(grouped($0.draws)) courses, seed \($0.seed)" }),
      "levers": .list(
        report.levers.map { each in
          [
            "title": .text(oneLine(each.title)), "finish": .text(each.finish.description),
            "saved": .text(each.daysSaved > 0 ? count(each.daysSaved, "day") : "none"),
          ]
        }), "hasLevers": .flag(!report.levers.isEmpty),
    ])
  }
}

/// A cumulative curve through the quantiles, with the end of the window as a line.
private struct LikelihoodChart {
  let points: [(date: CalendarDate, percent: Int)]
  let deadline: CalendarDate
  let first: Int
  let last: Int

  init(_ likelihood: Checklist.Likelihood, deadline: CalendarDate) {
    self.deadline = deadline
    let share = percent(likelihood.inTime, of: likelihood.draws)
    let all =
      likelihood.quantiles.map { (date: $0.finish, percent: $0.percent) } + [(date: deadline, percent: share)]
    points = all.sorted { ($0.date, $0.percent) < ($1.date, $1.percent) }
    // Room for a date in the middle under each end.
    let low = points.first?.date.dayNumber ?? 0
    let high = points.last?.date.dayNumber ?? 0
    let margin = max(3, (high - low) / 8)
    (first, last) = (low - margin, high + margin)
  }

  var drawing: String {
    var svg = #"<svg class="curve" role="img" aria-labelledby="likelihood-t" viewBox="0 0 480 180">"#
    svg +=
      #"<title id="likelihood-t">Share of courses finished by a day; the table beside it holds the same</title>"#
    for level in [0, 50, 100] {
      let y = height(level)
      svg += #"<line class="month" x1="44" x2="470" y1="\#(y)" y2="\#(y)"/>"#
      svg += #"<text x="38" y="\#(y + 4)" text-anchor="end">\#(level) %</text>"#
    }
    let x = position(deadline)
    svg += #"<line class="deadline" x1="\#(x)" x2="\#(x)" y1="20" y2="150"/>"#
    svg += #"<text x="\#(min(max(x, 90), 424))" y="14" text-anchor="middle">\#(deadline) window ends</text>"#
    let path = points.map { "\(position($0.date)),\(height($0.percent))" }.joined(separator: " ")
    svg += #"<polyline class="line" points="\#(path)"/>"#
    for point in points {
      svg += #"<circle class="point" cx="\#(position(point.date))" cy="\#(height(point.percent))" r="3"/>"#
    }
    // The ends alone: days between them stand in the table.
    if let begin = points.first?.date, let end = points.last?.date, begin < end {
      svg += #"<text x="\#(position(begin))" y="168" text-anchor="middle">\#(begin)</text>"#
      svg += #"<text x="\#(position(end))" y="168" text-anchor="middle">\#(end)</text>"#
    }
    return svg + "</svg>"
  }

  private func height(_ percent: Int) -> Int { 150 - min(max(percent, 0), 100) * 130 / 100 }

  private func position(_ date: CalendarDate) -> Int {
    44 + (date.dayNumber - first) * 426 / max(1, last - first)
  }
}

private let likelihoodTemplate = Template(
  #"""
  {{#isSimulated}}<h3 id="likelihood">How likely it is</h3>
  <p>{{text}}</p>
  <div class="columns">
  <div>{{drawing}}</div>
  <table>
  <caption>Finish that so many courses keep</caption>
  <thead><tr><th scope="col">Courses</th><th scope="col">Finished by</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{percent}}</th><td class="date">{{finish}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  <p class="muted">{{seed}}</p>{{/isSimulated}}
  {{#hasLevers}}<h3 id="levers">What would shorten it</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="What would shorten it">
  <table>
  <caption>Tried one by one</caption>
  <thead><tr><th scope="col">Change</th><th scope="col">Finish</th><th scope="col" class="n">Saved</th></tr></thead>
  <tbody>
  {{#levers}}<tr><th scope="row">{{title}}</th><td class="date">{{finish}}</td><td class="n">{{saved}}</td></tr>
  {{/levers}}</tbody>
  </table>
  </div>{{/hasLevers}}

  """#)
