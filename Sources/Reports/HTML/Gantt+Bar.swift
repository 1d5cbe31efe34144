import Engine
import FEEL

extension Gantt {
  /// One row: title, slack, bar with its waits, what is done of it, its due, and below it the bar as it was at first.
  func bar(_ task: Checklist.Task, y: Int) -> String {
    let (from, to) = extent(task.start, task.finish)
    var svg = #"<text x="0" y="\#(y + 14)">\#(markupText(label(task)))</text>"#
    if task.latestFinish > task.finish, !task.isDone {
      let late = position(min(task.latestFinish, end))
      svg += #"<line class="slack" x1="\#(to)" x2="\#(max(late, to))" y1="\#(y + 10)" y2="\#(y + 10)"/>"#
    }
    svg += rectangle(kind(task), from, to, y + 3, 13)
    for wait in task.waits {
      let (first, last) = extent(wait.span.start, wait.span.finish)
      svg += rectangle("wait", first, last, y + 3, 13)
      // Wide dashes across the bar: stripes, which need no colour to be told from work.
      svg += #"<line class="stripes" x1="\#(first)" x2="\#(last)" y1="\#(y + 9)" y2="\#(y + 9)"/>"#
    }
    if !task.isDone, let percent = task.percentDone, percent > 0 {
      let x = max(from + 1, from + (to - from) * percent / 100)
      svg += rectangle("bar done", from, x, y + 3, 13) + rectangle("seam", x, x + 2, y + 3, 13)
    }
    if let baseline = task.baseline, baseline.start != task.start || baseline.finish != task.finish {
      let (first, last) = extent(baseline.start, baseline.finish)
      svg += rectangle("baseline", first, last, y + 18, 3)
    }
    if let due = task.due, start <= due, due <= end, !task.isDone {
      // At the end of the day.
      let x = position(due.adding(days: 1) ?? due)
      let shape = "M\(x) \(y + 2)v16m-4 -16h8"
      svg += #"<path class="halo" d="\#(shape)"/><path class="due" d="\#(shape)"/>"#
    }
    return svg
  }

  private func rectangle(_ kind: String, _ from: Int, _ to: Int, _ y: Int, _ height: Int) -> String {
    #"<rect class="\#(kind)" x="\#(from)" y="\#(y)" width="\#(to - from)" height="\#(height)" rx="2"/>"#
  }

  /// Never so narrow that it cannot be seen.
  private func extent(_ start: CalendarDate, _ finish: CalendarDate) -> (from: Int, to: Int) {
    let from = position(start)
    return (from, max(position(finish.adding(days: 1) ?? finish), from + 3))
  }

  private func kind(_ task: Checklist.Task) -> String {
    task.isDone ? "bar done" : task.isCritical ? "bar critical" : "bar"
  }

  /// As much of the title as the column holds; the signs say "done", "late" and "critical path" without colour.
  private func label(_ task: Checklist.Task) -> String {
    let signs = [task.isDone ? "✓" : nil, task.isOverdue ? "!" : nil, task.isCritical ? "◆" : nil]
    let title = (signs.compactMap(\.self) + [oneLine(task.title)]).joined(separator: " ")
    return title.count > 46 ? title.prefix(45) + "…" : title
  }
}
