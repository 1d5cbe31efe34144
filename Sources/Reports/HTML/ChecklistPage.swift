import Engine
import FEEL

/// The entry schedule as a page of its own, in the frame of the report.
package func checklistHTML(_ report: Report) -> String { Page(report, isChecklist: true).checklistText }

extension Page {
  var checklistText: String {
    frame(
      title: "\(report.about): entry schedule", brand: "Entry schedule", links: checklistLinks,
      main: head + metrics + schedule)
  }

  /// Only what is there.
  private var checklistLinks: [(id: String, name: String)] {
    let list = report.checklist
    return [
      list.markets.isEmpty ? nil : ("markets", "Markets"), ("schedule", "Schedule"),
      list.tasks.isEmpty ? nil : ("tasks", "Tasks"), list.choice == nil ? nil : ("choice", "Choice"),
      (report.likelihood?.draws ?? 0) == 0 ? nil : ("likelihood", "Likelihood"),
      report.levers.isEmpty ? nil : ("levers", "Levers"),
      list.workloads.isEmpty ? nil : ("workload", "Work by role"),
    ].compactMap(\.self)
  }

  private var head: String {
    let list = report.checklist
    return headTemplate([
      "about": .text(report.about),
      "verdict": .text(
        list.tasks.isEmpty
          ? "nothing to schedule"
          : list.fits ? "fits in \(list.windowText)" : "does not fit in \(list.windowText)"),
      "class": .text(list.fits ? "go" : "goWithConditions"), "lead": .text(report.fitText),
      "asOf": .text(report.assessment.asOf.description), "start": .text(list.start.description),
      "deadline": .text(list.deadline.description), "plan": .text(report.assessment.planFile),
      "items": .text(report.doneText ?? count(list.tasks.count, "item")),
      "markets": .list(
        list.markets.map { each in
          [
            "name": .text(oneLine(each.name)), "entry": .text(each.entry?.description ?? "not stated"),
            "ready": .text(each.ready?.description ?? "nothing to do"),
            "worst": .text(each.worstReady?.description ?? "–"),
            "inTime": .text(each.isInTime.map { $0 ? "yes" : "no" } ?? "–"),
            "likely": .text(report.likelyText(each)),
            "earliest": .text(each.isInTime == true ? "–" : report.earliestText(each)),
          ]
        }), "hasMarkets": .flag(!list.markets.isEmpty), "disclaimer": .text(Report.disclaimer),
    ])
  }
}

private let headTemplate = Template(
  #"""
  <section id="summary" class="{{class}}" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{about}}: <span class="verdict">{{verdict}}</span></h1>
  <p class="lead">{{lead}}</p>
  <dl class="dates">
  <div><dt>Law as of</dt><dd>{{asOf}}</dd></div>
  <div><dt>Window</dt><dd>{{start}} to {{deadline}}</dd></div>
  <div><dt>Plan</dt><dd>{{plan}}</dd></div>
  <div><dt>Items</dt><dd>{{items}}</dd></div>
  </dl>
  {{#hasMarkets}}
  <div class="scroll" role="group" tabindex="0" aria-label="Markets" id="markets">
  <table>
  <caption>Markets</caption>
  <thead><tr><th scope="col">Market</th><th scope="col">Entry</th><th scope="col">Ready</th>
  <th scope="col">At worst</th><th scope="col">In time</th><th scope="col">If not</th></tr></thead>
  <tbody>
  {{#markets}}<tr><th scope="row">{{name}}</th><td class="date">{{entry}}</td><td class="date">{{ready}}</td>
  <td class="date">{{worst}}</td><td>{{inTime}}{{#likely}} <span class="muted">{{.}}</span>{{/likely}}</td>
  <td>{{earliest}}</td></tr>
  {{/markets}}</tbody>
  </table>
  </div>
  {{/hasMarkets}}
  <p class="muted legal">{{disclaimer}}</p>
  </section>

  """#)
