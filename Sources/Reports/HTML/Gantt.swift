import Engine
import FEEL

/// Bars over time as inline SVG, one drawing per band so that none is torn across sheets of paper.
struct Gantt {
  static let width = 960
  static let labels = 300
  private static let row = 22
  private static let head = 46
  /// Rows per drawing: as many as a sheet holds.
  static let rowsPerDrawing = 26

  /// A fixed date that is drawn as a vertical line under a short sign, explained in the list beside it.
  struct Mark {
    var sign: String
    var date: CalendarDate
    var text: String
    var kind: String
  }

  let start: CalendarDate
  let end: CalendarDate
  let marks: [Mark]

  init(_ report: Report) {
    let list = report.checklist
    let days = list.deadline.dayNumber - list.start.dayNumber
    var marks = [
      Mark(sign: String(days), date: list.deadline, text: "day \(days), end of the window", kind: "deadline")
    ]
    for (index, date) in list.legalDates.enumerated() {
      marks.append(Mark(sign: "L\(index + 1)", date: date.date, text: oneLine(date.title), kind: "law"))
    }
    let entries = Dictionary(grouping: report.assessment.markets.filter { $0.entry != nil }, by: \.entry)
    let dates = entries.keys.compactMap(\.self).sorted()
    for (index, date) in dates.enumerated() {
      let names = (entries[date] ?? []).map { oneLine($0.name) }
      marks.append(
        Mark(
          sign: "E\(index + 1)", date: date, text: "entry: \(names.joined(separator: ", "))", kind: "entry"))
    }
    let last = list.tasks.map(\.finish).max() ?? list.deadline
    // What was done before the window belongs to the picture.
    start = min(list.start, list.tasks.map(\.start).min() ?? list.start)
    // A distant entry must not squeeze the bars: what lies beyond the work is listed only.
    end = max(list.deadline, last).adding(days: 7) ?? list.deadline
    self.marks = marks.sorted { ($0.date, $0.sign) < ($1.date, $1.sign) }
  }

  func isDrawn(_ mark: Mark) -> Bool { start <= mark.date && mark.date <= end }

  func drawing(_ title: String, id: String, of tasks: [Checklist.Task]) -> String {
    let height = Self.head + tasks.count * Self.row + 6
    var svg =
      #"<svg class="gantt" role="img" aria-labelledby="\#(id)" viewBox="0 0 \#(Self.width) \#(height)">"#
    let name = "\(title): \(count(tasks.count, "bar")); the table below holds the same"
    svg += #"<title id="\#(id)">\#(markupText(name))</title>"#
    svg += months(height)
    var ends = [-1000, -1000]
    for mark in marks where isDrawn(mark) {
      let x = position(mark.date)
      // Two rows of signs: a sign that would touch the one before it goes below.
      let level = x - ends[0] >= 26 ? 0 : x - ends[1] >= 26 ? 1 : 0
      ends[level] = x
      let y = 27 + level * 12
      svg += #"<line class="\#(mark.kind)" x1="\#(x)" x2="\#(x)" y1="\#(y + 3)" y2="\#(height)"/>"#
      svg += #"<text class="mark" x="\#(x)" y="\#(y)" text-anchor="middle">\#(mark.sign)</text>"#
    }
    for (index, task) in tasks.enumerated() { svg += bar(task, y: Self.head + index * Self.row) }
    return svg + "</svg>\n"
  }

  private func months(_ height: Int) -> String {
    var svg = ""
    var date = CalendarDate(year: start.year, month: start.month, day: 1)
    while let month = date, month <= end {
      if month >= start {
        let x = position(month)
        svg += #"<line class="month" x1="\#(x)" x2="\#(x)" y1="16" y2="\#(height)"/>"#
        if x < Self.width - 44 {
          svg += #"<text class="month" x="\#(x + 3)" y="14">\#(month.description.prefix(7))</text>"#
        }
      }
      date = CalendarDate(
        year: month.month == 12 ? month.year + 1 : month.year, month: month.month % 12 + 1, day: 1)
    }
    return svg
  }

  func position(_ date: CalendarDate) -> Int {
    let span = max(1, end.dayNumber - start.dayNumber + 1)
    let offset = min(max(date.dayNumber - start.dayNumber, 0), span)
    return Self.labels + offset * (Self.width - Self.labels) / span
  }
}
