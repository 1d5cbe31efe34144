import Engine

extension Page {
  /// Work by role against its people; empty without work.
  var workload: String {
    let list = report.checklist
    guard !list.workloads.isEmpty else { return "" }
    return workloadTemplate([
      "title": .text(report.workloadTitle),
      "rows": .list(
        list.workloads.map { each in
          [
            "owner": .text(oneLine(each.owner)), "tasks": .text(String(each.tasks)),
            "effort": .text(decimal(each.effortDays)), "days": .text(String(each.workingDays)),
            "people": .text(each.people.map(decimal) ?? "not stated"),
            "peak": .text(each.peak > 0 ? decimal(each.peak) : "–"),
          ]
        }),
    ])
  }
}

private let workloadTemplate = Template(
  #"""
  <h3 id="workload">Work by role</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Workload">
  <table>
  <caption>{{title}}</caption>
  <thead><tr><th scope="col">Owner</th><th scope="col" class="n">Tasks</th>
  <th scope="col" class="n">Person days</th><th scope="col" class="n">Working days in the window</th>
  <th scope="col" class="n">People</th><th scope="col" class="n">Most at work on one day</th>
  </tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{owner}}</th><td class="n">{{tasks}}</td><td class="n">{{effort}}</td>
  <td class="n">{{days}}</td><td class="n">{{people}}</td><td class="n">{{peak}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>

  """#)
