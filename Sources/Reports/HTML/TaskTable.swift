import Engine
import FEEL

extension Page {
  /// The tasks of the charts as a table, band after band.
  var taskTable: String {
    taskTemplate([
      "rows": .list(report.bands.flatMap { title, tasks in tasks.map { row($0, band: title) } }),
      "hasProgress": .flag(report.checklist.hasProgress),
    ])
  }

  /// Of findings, each once: two that differ in their subject alone have one title.
  private func titles(of findings: [String]) -> String? {
    var titles: [String] = []
    for id in findings {
      let title = oneLine(report.assessment.findings.first { $0.id == id }?.title ?? id)
      if !titles.contains(title) { titles.append(title) }
    }
    return titles.isEmpty ? nil : titles.joined(separator: "; ")
  }

  private func row(_ task: Checklist.Task, band: String) -> Fields {
    let isCut = !isChecklist
    let provisions = isCut ? Array(task.provisions.prefix(3)) : task.provisions
    let closes = isCut ? Array(task.closes.prefix(3)) : task.closes
    let moreProvisions = task.provisions.count - provisions.count
    let moreCloses = task.closes.count - closes.count
    let names = report.marketNames(task)
    return [
      "anchor": .text("t-\(anchor(task.id))"), "title": .text(oneLine(task.title)),
      "place": .text(
        "\(band) · \(task.streamTitle)"
          + (names.isEmpty ? "" : " · \(names.map(oneLine).joined(separator: ", "))")),
      "signs": .text(task.isCritical ? "◆ critical" : nil), "state": .text(task.progressText),
      "owner": .text(oneLine(task.ownerText)),
      "people": .text(task.peopleText),
      "start": .text(task.start.description),
      "latest": .text(task.isDone || task.latestStart == task.start ? nil : "latest \(task.latestStart)"),
      "due": .text(task.due?.description ?? "–"), "finish": .text(task.finish.description),
      "late": .text(task.isOverdue ? "\(count(task.daysLate, "day")) late" : nil),
      "days": .text("\(task.duration.min)–\(task.duration.max), likely \(task.duration.likely)"),
      "slack": .text("slack \(task.slack)"),
      "after": .text(
        task.requires.isEmpty
          ? nil : task.requires.map { oneLine(report.title(ofTask: $0)) }.joined(separator: ", ")),
      "waits": .texts(task.waits.map { oneLine($0.text) }), "push": .text(report.pushText(task)),
      "nothingBefore": .flag(task.requires.isEmpty && task.waits.isEmpty && task.pushes.isEmpty),
      "done": .text(task.doneWhen.isEmpty ? "–" : oneLine(task.doneWhen)),
      "evidence": .text(task.evidence.isEmpty ? "–" : oneLine(task.evidence)),
      "closes": .list(isChecklist ? [] : closes.map(reference)),
      "titles": .text(isChecklist ? titles(of: closes) : nil),
      "moreCloses": .text(moreCloses > 0 ? "and \(moreCloses) more" : nil),
      "isPrerequisite": .flag(task.closes.isEmpty),
      "provisions": .text(
        provisions.isEmpty
          ? nil
          : provisions.map(oneLine).joined(separator: ", ")
            + (moreProvisions > 0 ? " and \(moreProvisions) more" : "")),
    ]
  }
}

private let taskTemplate = Template(
  #"""
  <h3 id="tasks">Tasks</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Tasks">
  <table class="tasks">
  <caption>Every task of the charts; durations and slack in working days</caption>
  <thead><tr><th scope="col">Task</th><th scope="col">Owner</th><th scope="col">Start</th>
  <th scope="col">Due</th><th scope="col">Finish</th><th scope="col">Working days</th>
  <th scope="col">After, waits</th><th scope="col">Done when</th><th scope="col">Evidence to keep</th>
  <th scope="col">Closes</th></tr></thead>
  <tbody>
  {{#rows}}<tr id="{{anchor}}"><th scope="row">{{title}}
  <span class="muted">{{place}}{{#signs}} · {{.}}{{/signs}}{{#state}} · {{.}}{{/state}}</span></th>
  <td>{{owner}}{{#people}} <span class="muted">{{.}}</span>{{/people}}</td>
  <td><span class="date">{{start}}</span>{{#latest}} <span class="muted date">{{.}}</span>{{/latest}}</td>
  <td class="date">{{due}}</td>
  <td><span class="date">{{finish}}</span>{{#late}} <strong>{{.}}</strong>{{/late}}</td>
  <td>{{days}} <span class="muted">{{slack}}</span></td>
  <td>{{#after}}{{.}}{{/after}}{{#waits}} <span class="muted">wait: {{.}}</span>{{/waits}}{{#push}} <span class="muted">{{.}}</span>{{/push}}{{#nothingBefore}}–{{/nothingBefore}}</td>
  <td class="words">{{done}}</td><td>{{evidence}}</td>
  <td>{{#titles}}{{.}} {{/titles}}{{#closes}}{{item}} {{/closes}}{{#moreCloses}}{{.}}{{/moreCloses}}{{#isPrerequisite}}prerequisite{{/isPrerequisite}}
  {{#provisions}}<span class="muted">{{.}}</span>{{/provisions}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>

  """#)
