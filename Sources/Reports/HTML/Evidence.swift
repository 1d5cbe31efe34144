import Engine
import Rules

extension Page {
  /// Controls with their state, and what was waived.
  var evidence: String {
    evidenceTemplate([
      "isEmpty": .flag(controls.isEmpty), "controls": .list(controls),
      "hasWaived": .flag(!report.findings(.waived).isEmpty),
      "waived": .list(report.findings(.waived).map { reference($0.id) }),
    ])
  }

  /// One row per control and state, worst state first within a control.
  private var controls: [Fields] {
    var states: [ControlState: [Finding]] = [:]
    for finding in ranked {
      for state in finding.controls { states[state, default: []].append(finding) }
    }
    let order: [ControlState.Assurance] = [
      .missing, .stale, .unknown, .planned, .partial, .asserted, .evidenced,
    ]
    return states.keys.sorted { a, b in
      let titles = (report.controlTitle(a.control), report.controlTitle(b.control))
      guard a.control == b.control else { return (titles.0, a.control) < (titles.1, b.control) }
      return (order.firstIndex(of: a.assurance) ?? 0) < (order.firstIndex(of: b.assurance) ?? 0)
    }.map { state in
      let findings = states[state] ?? []
      let task = report.checklist.tasks.first { $0.id == state.control }
      return [
        "id": .text(state.control), "title": .text(oneLine(report.controlTitle(state.control))),
        "state": .text(state.assurance.word), "number": .text(count(findings.count, "finding")),
        "first": .list(findings.prefix(3).map { reference($0.id) }),
        "evidence": .text(task.map { oneLine($0.evidence) } ?? "–"),
      ]
    }
  }
}

private let evidenceTemplate = Template(
  #"""
  <section id="evidence" aria-labelledby="evidence-h">
  <h2 id="evidence-h">Evidence</h2>
  {{#isEmpty}}<p>No control is asked for by the provisions that were judged.</p>{{/isEmpty}}
  {{^isEmpty}}
  <div class="scroll" role="group" tabindex="0" aria-label="Controls">
  <table>
  <caption>Controls with their state according to the plan</caption>
  <thead><tr><th scope="col">Control</th><th scope="col">State</th><th scope="col">Asked for by</th>
  <th scope="col">Evidence expected</th></tr></thead>
  <tbody>
  {{#controls}}<tr><th scope="row">{{title}} <span class="muted">{{id}}</span></th><td>{{state}}</td>
  <td>{{number}}: {{#first}}{{item}} {{/first}}</td><td>{{evidence}}</td></tr>
  {{/controls}}</tbody>
  </table>
  </div>
  {{/isEmpty}}
  {{#hasWaived}}<h3>Waived gaps</h3>
  <ul>
  {{#waived}}<li>{{link}} <span class="muted">{{id}}</span></li>
  {{/waived}}</ul>{{/hasWaived}}
  </section>

  """#)
