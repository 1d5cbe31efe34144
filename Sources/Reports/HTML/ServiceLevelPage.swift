/// A page for a customer: what was promised, what was measured, what comes of it. All texts are made by the caller.
package struct ServiceLevelPage: Sendable {
  package struct Row: Sendable {
    package var cells: [String]
    /// Whether the first promise is kept in it; nil if that is unknown.
    package var isKept: Bool?
    package init(_ cells: [String], isKept: Bool?) { (self.cells, self.isKept) = (cells, isKept) }
  }

  package var title: String
  package var verdict: String
  package var isKept: Bool?
  package var lead: String
  /// Names and what they are.
  package var terms: [(name: String, text: String)]
  package var months: [Row]
  package var windows: [Row]
  package var notes: [String]
  /// What is done if the promise is broken, and whether it was.
  package var remediation: (lead: String, steps: [String], isDue: Bool)
  /// Tiers of customer success: name, for whom, services, contact.
  package var success: [[String]]

  package init(
    title: String, verdict: String, isKept: Bool?, lead: String, terms: [(name: String, text: String)],
    months: [Row], windows: [Row], notes: [String],
    remediation: (lead: String, steps: [String], isDue: Bool), success: [[String]]
  ) {
    (self.title, self.verdict, self.isKept, self.lead) = (title, verdict, isKept, lead)
    (self.terms, self.months, self.windows, self.notes) = (terms, months, windows, notes)
    (self.remediation, self.success) = (remediation, success)
  }

  /// In the frame of the reports. `digest`: SHA-256.
  package func html(version: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8]) -> String {
    let main = serviceLevelTemplate([
      "class": .text(Self.style(isKept)), "title": .text(title), "verdict": .text(verdict),
      "lead": .text(lead),
      "notes": .texts(notes.map(capitalized)),
      "terms": .list(terms.map { ["name": .text($0.name), "text": .text($0.text)] }),
      "months": .list(months.map(Self.fields)), "windows": .list(windows.map(Self.fields)),
      "steps": .texts(remediation.steps), "remedies": .flag(!remediation.steps.isEmpty),
      "due": .text(remediation.isDue && !remediation.steps.isEmpty ? remediation.lead : nil),
      "succeeds": .flag(!success.isEmpty),
      "success": .list(
        success.map { ["head": .text($0.first), "cells": .texts(Array($0.dropFirst()))] }),
    ])
    let links = [("months", "Months"), ("budget", "Error budget"), ("terms", "Terms")]
    return Frame(
      version: version, digest: digest, script: nil, skip: "Skip to the result",
      footer: "The same definition, measurements and date give the same page."
    ).page(
      title: "\(title): \(verdict)", brand: "Service level",
      links: links + (success.isEmpty ? [] : [("success", "Customer success")]), main: main)
  }

  private static func fields(_ row: Row) -> Fields {
    [
      "class": .text(style(row.isKept)), "head": .text(row.cells.first),
      "cells": .texts(Array(row.cells.dropFirst())),
    ]
  }

  private static func style(_ isKept: Bool?) -> String {
    isKept.map { $0 ? "go" : "noGo" } ?? "cannotTell"
  }
}

private let serviceLevelTemplate = Template(
  #"""
  <section id="summary" class="sheet {{class}}" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{title}}: <span class="verdict">{{verdict}}</span></h1>
  <p class="lead">{{lead}}.</p>
  {{#notes}}<p class="muted">{{.}}.</p>
  {{/notes}}
  {{#due}}<h2>Remediation</h2>
  <p>{{.}}:</p>
  <ol>{{#steps}}<li>{{.}}</li>{{/steps}}</ol>
  {{/due}}
  </section>
  <section id="months" aria-labelledby="months-title">
  <h2 id="months-title">Months</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Months">
  <table>
  <caption>Months in UTC; a credit is a share of the fee of its month</caption>
  <thead><tr><th scope="col">Month</th><th scope="col">Measured</th><th scope="col">Good</th><th scope="col">All</th>
  <th scope="col">Availability</th><th scope="col">Objective</th><th scope="col">Credit</th></tr></thead>
  <tbody>
  {{#months}}<tr class="{{class}}"><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/months}}
  </tbody></table></div>
  </section>
  <section id="budget" aria-labelledby="budget-title">
  <h2 id="budget-title">Error budget</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Burn rates">
  <table>
  <caption>How fast the budget burns: 1 spends it exactly over its days. An alert needs both windows</caption>
  <thead><tr><th scope="col">Window</th><th scope="col">Burn rate</th><th scope="col">Short window</th>
  <th scope="col">Burn rate</th><th scope="col">Alert from</th><th scope="col">Alert</th></tr></thead>
  <tbody>
  {{#windows}}<tr class="{{class}}"><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/windows}}
  </tbody></table></div>
  </section>
  <section id="terms" aria-labelledby="terms-title">
  <h2 id="terms-title">Terms</h2>
  <dl class="facts">
  {{#terms}}<dt>{{name}}</dt><dd>{{text}}</dd>
  {{/terms}}
  {{#remedies}}<dt>If the objective is missed</dt><dd><ol>{{#steps}}<li>{{.}}</li>{{/steps}}</ol></dd>
  {{/remedies}}
  </dl>
  </section>
  {{#succeeds}}
  <section id="success" aria-labelledby="success-title">
  <h2 id="success-title">Customer success</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Customer success">
  <table>
  <caption>Tiers of customer success</caption>
  <thead><tr><th scope="col">Tier</th><th scope="col">For whom</th><th scope="col">Services</th>
  <th scope="col">Contact</th></tr></thead>
  <tbody>
  {{#success}}<tr><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/success}}
  </tbody></table></div>
  </section>
  {{/succeeds}}
  """#)
