import Engine
import Rules

extension Page {
  /// Controls with their state, the pieces of evidence behind them, and what is accepted.
  var evidence: String {
    let named = report.assessment.evidence
    let waivers = report.assessment.waivers
    return evidenceTemplate([
      "isEmpty": .flag(controls.isEmpty), "controls": .list(controls),
      "line": .text(report.evidenceLine.map(oneLine)), "hasItems": .flag(!named.isEmpty),
      "items": .list(rows(of: named)),
      "uncovered": .texts(
        named.flatMap { control in
          control.uncovered.map { "\(report.controlTitle(control.control)): nothing covers \($0.text)" }
        }), "isBundled": .flag(report.isBundled),
      "waiverLine": .text(report.waiverLine.map(oneLine)), "hasWaivers": .flag(!waivers.isEmpty),
      "waivers": .list(waivers.map(waiver)),
    ])
  }

  /// Where a card leads to.
  func evidenceAnchor(_ control: String) -> String { "e-\(anchor(control))" }

  /// The first piece for a control bears its anchor.
  private func rows(of evidence: [ControlEvidence]) -> [Fields] {
    var anchored: Set<String> = []
    return evidence.flatMap { control in
      control.items.map { piece in
        var fields = item(piece, of: control)
        fields["anchor"] = .text(
          anchored.insert(control.control).inserted ? evidenceAnchor(control.control) : nil)
        return fields
      }
    }
  }

  private func item(_ item: EvidenceItem, of control: ControlEvidence) -> Fields {
    let about = [
      item.kind.rawValue, item.content, item.method, item.collected.map { "collected \($0)" },
      item.role.map { "by \($0)" }, item.covers.map { "covers \($0.text)" },
      "plan: \(position(of: item.location))",
    ].compactMap(\.self).map(oneLine)
    return [
      "control": .text(oneLine(report.controlTitle(control.control))), "name": .text(item.name),
      "link": .text(report.isBundled ? item.bundlePath.map { "../\($0)" } : safeLink(item.link)),
      "about": .text(about.joined(separator: "; ")), "state": .text(item.stateText),
      "hash": .text(item.sha256 ?? "none"),
    ]
  }

  private func waiver(_ state: WaiverState) -> Fields {
    let waiver = state.waiver
    let finding = report.assessment.findings.first {
      "\($0.pack)/\($0.provision)" == waiver.provision && $0.subject.id == waiver.subject
    }
    var fields = reference(finding?.id ?? waiver.scope)
    fields["scope"] = .text(finding == nil ? nil : oneLine(waiver.scope))
    fields["standing"] = .text(oneLine(state.standingText))
    fields["isFinding"] = .flag(state.isFinding)
    fields["reason"] = .text(oneLine(waiver.reason))
    fields["people"] = .text(oneLine("\(waiver.owner); approved by \(waiver.approver)"))
    fields["until"] = .text("\(waiver.until), \(waiver.timeZone)")
    return fields
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
  {{#hasItems}}<h3>What shows them</h3>
  <p>{{line}}.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Pieces of evidence">
  <table>
  <caption>Pieces of evidence with their SHA-256</caption>
  <thead><tr><th scope="col">Control</th><th scope="col">Evidence</th><th scope="col">State</th>
  <th scope="col">SHA-256</th></tr></thead>
  <tbody>
  {{#items}}<tr{{#anchor}} id="{{.}}"{{/anchor}}><th scope="row">{{control}}</th>
  <td>{{#link}}<a href="{{.}}">{{name}}</a>{{/link}}{{^link}}{{name}}{{/link}} <span class="muted">{{about}}</span></td>
  <td>{{state}}</td><td><code class="hash">{{hash}}</code></td></tr>
  {{/items}}</tbody>
  </table>
  </div>
  <ul>{{#uncovered}}<li>{{.}}</li>
  {{/uncovered}}</ul>{{/hasItems}}
  {{#hasWaivers}}<h3>Waivers</h3>
  <p>{{waiverLine}}. A waiver accepts a gap; it does not bind an authority.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Waivers">
  <table>
  <caption>Gaps that are accepted for a time</caption>
  <thead><tr><th scope="col">Gap</th><th scope="col">Standing</th><th scope="col">Reason</th>
  <th scope="col">Owner</th><th scope="col">Until</th></tr></thead>
  <tbody>
  {{#waivers}}<tr><th scope="row">{{link}} <span class="muted">{{scope}}</span></th>
  <td>{{#isFinding}}<strong>{{standing}}</strong>{{/isFinding}}{{^isFinding}}{{standing}}{{/isFinding}}</td>
  <td>{{reason}}</td><td>{{people}}</td><td>{{until}}</td></tr>
  {{/waivers}}</tbody>
  </table>
  </div>{{/hasWaivers}}
  {{#isBundled}}<p>Every file of this bundle is listed with its SHA-256 in <a href="../SHA256SUMS">SHA256SUMS</a> and
  <a href="../manifest.json">manifest.json</a>; the signature over all of them is in
  <a href="../bundle.dsse.json">bundle.dsse.json</a>. <a href="../README.md">README.md</a> says how to check it.</p>{{/isBundled}}
  </section>

  """#)
