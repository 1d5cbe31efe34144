import Engine
import FEEL

extension Page {
  /// The way to entry: bars by phase, what does not fit in a band of its own, and the same as a table.
  var schedule: String {
    let list = report.checklist
    let gantt = Gantt(report)
    return scheduleTemplate([
      "fit": .text(report.fitText), "isLate": .flag(!list.fits), "hasTasks": .flag(!list.tasks.isEmpty),
      "chain": .text(
        list.criticalPath.isEmpty ? nil : report.criticalPathTitles.map(oneLine).joined(separator: " › ")),
      "bands": .list(
        bands.map { title, tasks in
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
        }),
      "marks": .list(
        gantt.marks.map { mark in
          [
            "sign": .text(mark.sign), "date": .text(mark.date.description), "text": .text(mark.text),
            "beyond": .flag(!gantt.isDrawn(mark)),
          ]
        }), "tasks": .list(bands.flatMap { title, tasks in tasks.map { row($0, band: title) } }),
      "withoutRemedy": .list(list.withoutRemedy.map(reference)),
      "hasNoRemedy": .flag(!list.withoutRemedy.isEmpty),
      "workloads": .list(
        list.workloads.map { each in
          [
            "owner": .text(oneLine(each.owner)), "tasks": .text(String(each.tasks)),
            "effort": .text(decimal(each.effortDays)), "days": .text(String(each.workingDays)),
          ]
        }), "hasWorkloads": .flag(!list.workloads.isEmpty),
      "assumptions": .texts(list.assumptions.map(oneLine)),
      "hasAssumptions": .flag(!list.assumptions.isEmpty),
    ])
  }

  private var bands: [(title: String, tasks: [Checklist.Task])] {
    let inTime = Checklist.Phase.allCases.map { phase in
      (
        title: capitalized(phase.rawValue),
        tasks: report.tasks.filter { $0.phase == phase && !report.isLate($0) }
      )
    }
    return (inTime + [(title: "Does not fit in 90 days", tasks: report.tasks.filter(report.isLate))])
      .filter { !$0.tasks.isEmpty }
  }

  private func row(_ task: Checklist.Task, band: String) -> Fields {
    [
      "anchor": .text("t-\(anchor(task.id))"), "title": .text(oneLine(task.title)), "band": .text(band),
      "owner": .text(oneLine(task.owner + (task.external.map { " with \($0)" } ?? ""))),
      "days": .text("\(task.duration.min)–\(task.duration.max), likely \(task.duration.likely)"),
      "start": .text(task.earliestStart.description), "finish": .text(task.earliestFinish.description),
      "latestStart": .text(task.latestStart.description), "slack": .text(String(task.slack)),
      "critical": .text(task.isCritical ? "◆ critical" : "–"), "planned": .flag(task.isPlanned),
      "after": .text(
        task.requires.isEmpty
          ? "–" : task.requires.map { oneLine(report.title(ofTask: $0)) }.joined(separator: ", ")),
      "closes": .list(task.closes.prefix(3).map(reference)),
      "moreCloses": .text(task.closes.count > 3 ? "and \(task.closes.count - 3) more" : nil),
      "isPrerequisite": .flag(task.closes.isEmpty),
      "evidence": .text(oneLine(task.evidence)),
    ]
  }
}

private let scheduleTemplate = Template(
  #"""
  <section id="schedule" aria-labelledby="schedule-h">
  <h2 id="schedule-h">Schedule</h2>
  <p{{#isLate}} class="late"{{/isLate}}><strong>{{fit}}</strong></p>
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
  </ul>
  <h3>Fixed dates</h3>
  <ul class="marks">
  {{#marks}}<li><strong>{{sign}}</strong> {{date}}: {{text}}{{#beyond}} (beyond the chart){{/beyond}}</li>
  {{/marks}}</ul>
  <h3>Tasks</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Tasks">
  <table class="tasks">
  <caption>Every task of the chart, in working days</caption>
  <thead><tr><th scope="col">Task</th><th scope="col">Band</th><th scope="col">Owner</th>
  <th scope="col">Working days</th><th scope="col">Start</th><th scope="col">Finish</th>
  <th scope="col">Latest start</th><th scope="col" class="n">Slack</th><th scope="col">Path</th>
  <th scope="col">After</th><th scope="col">Closes</th><th scope="col">Evidence</th></tr></thead>
  <tbody>
  {{#tasks}}<tr id="{{anchor}}"><th scope="row">{{title}}{{#planned}} <span class="muted">under
  way</span>{{/planned}}</th><td>{{band}}</td><td>{{owner}}</td><td>{{days}}</td>
  <td class="date">{{start}}</td><td class="date">{{finish}}</td><td class="date">{{latestStart}}</td>
  <td class="n">{{slack}}</td><td>{{critical}}</td><td>{{after}}</td>
  <td>{{#closes}}{{item}} {{/closes}}{{#moreCloses}}{{.}}{{/moreCloses}}
  {{#isPrerequisite}}prerequisite{{/isPrerequisite}}</td>
  <td>{{evidence}}</td></tr>
  {{/tasks}}</tbody>
  </table>
  </div>
  {{/hasTasks}}
  {{#hasNoRemedy}}<h3>No known remedy</h3>
  <p>The packs name no measure for these gaps: change the plan, or take advice.</p>
  <ul>
  {{#withoutRemedy}}<li>{{link}}</li>
  {{/withoutRemedy}}</ul>{{/hasNoRemedy}}
  {{#hasWorkloads}}
  <div class="scroll" role="group" tabindex="0" aria-label="Workload">
  <table>
  <caption>Workload; the dates assume that hands are no limit</caption>
  <thead><tr><th scope="col">Owner</th><th scope="col" class="n">Tasks</th>
  <th scope="col" class="n">Person days</th><th scope="col" class="n">Working days in the window</th>
  </tr></thead>
  <tbody>
  {{#workloads}}<tr><th scope="row">{{owner}}</th><td class="n">{{tasks}}</td><td class="n">{{effort}}</td>
  <td class="n">{{days}}</td></tr>
  {{/workloads}}</tbody>
  </table>
  </div>
  {{/hasWorkloads}}
  {{#hasAssumptions}}<h3>Assumptions of the schedule</h3>
  <ul>
  {{#assumptions}}<li>{{.}}</li>
  {{/assumptions}}</ul>{{/hasAssumptions}}
  </section>

  """#)
