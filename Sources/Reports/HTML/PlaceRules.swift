import Engine
import Facts

extension Page {
  /// Where data must stay, where laws collide, and which thresholds are near; empty without any.
  var placeRules: String {
    let bound = report.placeFindings
    let conflicts = report.assessment.conflicts
    let near = report.assessment.nearness
    guard !bound.isEmpty || !conflicts.isEmpty || !near.isEmpty else { return "" }
    return placeTemplate([
      "hasRules": .flag(!bound.isEmpty), "hasConflicts": .flag(!conflicts.isEmpty),
      "isNear": .flag(!near.isEmpty), "near": .list(near.map { ["text": .text($0.text)] }),
      "rules": .list(
        bound.map { finding in
          var row = reference(finding.id)
          row["verdict"] = .text("\(finding.verdict.sign) \(finding.verdict.word)")
          row["subject"] = .text(oneLine(finding.subject.title))
          row["places"] = .list(finding.residencies.map { ["text": .text(oneLine($0.text))] })
          return row
        }),
      "conflicts": .list(
        conflicts.map { conflict in
          [
            "mark": .text("\(conflict.sign) \(conflict.isCertain ? "certain" : "possible")"),
            "title": .text(oneLine(conflict.kind.title)), "activities": .text(conflict.activitiesText),
            "sides": .list(
              conflict.sides.map { side in
                [
                  "who": .text(side.jurisdictions.joined(separator: ", ")),
                  "findings": .list(side.findings.prefix(5).map { reference($0) }),
                  "more": .text(side.findings.count > 5 ? "and \(side.findings.count - 5) more" : nil),
                ]
              }),
            "options": .list(
              conflict.kind.options.map {
                ["name": .text($0.title), "text": .text($0.text), "basis": .text($0.basis)]
              }),
          ]
        }),
    ])
  }
}

private let placeTemplate = Template(
  #"""
  {{#hasRules}}<section id="places" aria-labelledby="places-h">
  <h2 id="places-h">Where data must stay</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Rules of place">
  <table>
  <caption>Rules of place that bind the plan, or may, and what breaks them</caption>
  <thead><tr><th scope="col">Rule</th><th scope="col">Of</th><th scope="col">Verdict</th>
  <th scope="col">What must lie where</th></tr></thead>
  <tbody>
  {{#rules}}<tr><th scope="row">{{link}}</th><td>{{subject}}</td><td>{{verdict}}</td>
  <td><ul>{{#places}}<li>{{text}}</li>{{/places}}</ul></td></tr>
  {{/rules}}</tbody>
  </table>
  </div>
  </section>
  {{/hasRules}}{{#hasConflicts}}<section id="conflicts" aria-labelledby="conflicts-h">
  <h2 id="conflicts-h">Conflicts of laws</h2>
  <p>Two laws want of the same data what cannot both be done. The options are for people to decide on; nothing is
  chosen.</p>
  {{#conflicts}}<details class="card" open><summary><h3><span class="mark">{{mark}}</span> {{title}}</h3>
  <span class="muted">{{activities}}</span></summary>
  <dl>
  {{#sides}}<dt>{{who}}</dt><dd><ul>{{#findings}}<li>{{link}}</li>{{/findings}}</ul>{{#more}}{{.}}{{/more}}</dd>
  {{/sides}}<dt>Options</dt><dd><ul>{{#options}}<li><strong>{{name}}</strong>. {{text}}{{#basis}} <span
  class="muted">({{.}})</span>{{/basis}}</li>{{/options}}</ul></dd>
  </dl>
  </details>
  {{/conflicts}}</section>
  {{/hasConflicts}}{{#isNear}}<section id="near" aria-labelledby="near-h">
  <h2 id="near-h">Within a fifth of a threshold</h2>
  <ul>{{#near}}<li>{{text}}</li>{{/near}}</ul>
  </section>
  {{/isNear}}
  """#)
