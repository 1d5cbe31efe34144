import Engine
import FEEL

extension Page {
  /// The way to entry: bars by phase, what does not fit in a band of its own, and the same as a table.
  var schedule: String {
    let list = report.checklist
    let gantt = Gantt(report)
    // A page of its own has a table of markets; likelihood and levers have their own parts below.
    let entries = isChecklist ? [] : report.entryTexts
    let head = entries + report.chainTexts + [report.doneText, report.boundText].compactMap(\.self)
    return scheduleTemplate([
      "fit": .text(isChecklist ? nil : report.fitText), "isLate": .flag(!list.fits),
      "hasTasks": .flag(!list.tasks.isEmpty),
      "head": .texts(head),
      "chain": .text(
        report.chainTexts.isEmpty && !list.criticalPath.isEmpty
          ? report.criticalPathTitles.map(oneLine).joined(separator: " › ") : nil),
      "bands": .list(report.bands.map { band($0.title, $0.tasks, gantt) }),
      "hasWaits": .flag(list.tasks.contains { !$0.waits.isEmpty }),
      "hasDues": .flag(list.tasks.contains { $0.due != nil }),
      "hasProgress": .flag(list.hasProgress),
      "marks": .list(
        gantt.marks.map { mark in
          [
            "sign": .text(mark.sign), "date": .text(mark.date.description), "text": .text(mark.text),
            "beyond": .flag(!gantt.isDrawn(mark)),
          ]
        }),
      "late": .texts(report.overdueTasks.map(report.lateText)),
      "hasLate": .flag(!report.overdueTasks.isEmpty),
      "tasks": .markup(list.tasks.isEmpty ? "" : taskTable),
      "withoutRemedy": .list(list.withoutRemedy.map(reference)),
      "hasNoRemedy": .flag(!list.withoutRemedy.isEmpty),
      "choice": .markup(choice), "likelihood": .markup(likelihood), "workload": .markup(workload),
      "clocks": .texts(list.clocks.map { oneLine($0.text) }), "hasClocks": .flag(!list.clocks.isEmpty),
      "assumptions": .texts(list.assumptions.map(oneLine)),
      "hasAssumptions": .flag(!list.assumptions.isEmpty),
    ])
  }

  private func band(_ title: String, _ tasks: [Checklist.Task], _ gantt: Gantt) -> Fields {
    let chunks = stride(from: 0, to: tasks.count, by: Gantt.rowsPerDrawing).map {
      Array(tasks[$0..<min($0 + Gantt.rowsPerDrawing, tasks.count)])
    }
    let drawings = chunks.enumerated().map { index, chunk in
      gantt.drawing(title, id: "gantt-\(anchor(title))-\(index + 1)", of: chunk)
    }
    return [
      "title": .text("\(title) (\(tasks.count))"), "name": .text(title),
      "drawings": .markup(drawings.joined()),
    ]
  }
}

private let scheduleTemplate = Template(
  #"""
  <section id="schedule" aria-labelledby="schedule-h">
  <h2 id="schedule-h">Schedule</h2>
  {{#fit}}<p{{#isLate}} class="late"{{/isLate}}><strong>{{.}}</strong></p>{{/fit}}
  {{#head}}<p>{{.}}</p>
  {{/head}}
  {{#chain}}<p>Critical path: {{.}}</p>{{/chain}}
  {{#hasTasks}}
  {{#bands}}<h3>{{title}}</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Chart: {{name}}">
  {{drawings}}</div>
  {{/bands}}
  <ul class="legend">
  <li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <rect class="bar" x="1" y="1" width="22" height="10" rx="2"/></svg>
  task</li>
  <li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <rect class="bar critical" x="1" y="1" width="22" height="10" rx="2"/></svg>
  ◆ on the critical path</li>
  <li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <line class="slack" x1="0" x2="24" y1="6" y2="6"/></svg>
  may slip</li>
  {{#hasWaits}}<li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <rect class="wait" x="1" y="1" width="22" height="10" rx="2"/><line class="stripes" x1="1" x2="23" y1="6" y2="6"/></svg>
  somebody outside has it</li>{{/hasWaits}}
  {{#hasDues}}<li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <path class="due" d="M12 1v11m-4 -11h8"/></svg>
  due; ! finished later</li>{{/hasDues}}
  {{#hasProgress}}<li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <rect class="bar done" x="1" y="1" width="22" height="10" rx="2"/></svg>
  ✓ done</li>
  <li><svg class="key" viewBox="0 0 24 12" aria-hidden="true">
  <rect class="baseline" x="1" y="5" width="22" height="3" rx="1"/></svg>
  as it was at first</li>{{/hasProgress}}
  </ul>
  <h3>Fixed dates</h3>
  <ul class="marks">
  {{#marks}}<li><strong>{{sign}}</strong> {{date}}: {{text}}{{#beyond}} (beyond the chart){{/beyond}}</li>
  {{/marks}}</ul>
  {{#hasLate}}<h3>Late</h3>
  <ul>
  {{#late}}<li>{{.}}</li>
  {{/late}}</ul>{{/hasLate}}
  {{tasks}}
  {{/hasTasks}}
  {{#hasNoRemedy}}<h3>No known remedy</h3>
  <p>The packs name no measure for these gaps: change the plan, or take advice.</p>
  <ul>
  {{#withoutRemedy}}<li>{{link}}</li>
  {{/withoutRemedy}}</ul>{{/hasNoRemedy}}
  {{choice}}
  {{likelihood}}
  {{workload}}
  {{#hasClocks}}<h3>Clocks that run after entry</h3>
  <ul>
  {{#clocks}}<li>{{.}}</li>
  {{/clocks}}</ul>{{/hasClocks}}
  {{#hasAssumptions}}<h3>Assumptions of the schedule</h3>
  <ul>
  {{#assumptions}}<li>{{.}}</li>
  {{/assumptions}}</ul>{{/hasAssumptions}}
  </section>

  """#)
