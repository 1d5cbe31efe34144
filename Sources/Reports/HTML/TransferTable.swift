import Engine

extension Page {
  /// The lanes of data with the mechanism and what the law says.
  var transfers: String {
    transferTemplate([
      "isEmpty": .flag(report.assessment.transfers.isEmpty),
      "rows": .list(
        report.assessment.transfers.map { lane in
          let to = [lane.recipient, lane.store].compactMap(\.self).map(oneLine).joined(separator: ", ")
          return [
            "activity": .text(oneLine(lane.activity)), "origin": .text(lane.origin),
            "countries": .text(
              lane.originCountries.isEmpty ? "not stated" : lane.originCountries.joined(separator: ", ")),
            "destination": .text(lane.destination ?? "? not known"), "via": .text(lane.via),
            "to": .text(to.isEmpty ? "–" : to), "mechanism": .text(lane.mechanismText),
            "laws": .text(lane.laws.isEmpty ? "no pack" : lane.laws.joined(separator: ", ")),
            "judged": .list(
              report.judgements(lane).map { finding in
                var row = reference(finding.id)
                row["verdict"] = .text("\(finding.verdict.sign) \(finding.verdict.word)")
                return row
              }), "isUnjudged": .flag(report.judgements(lane).isEmpty),
          ]
        }),
    ])
  }
}

private let transferTemplate = Template(
  #"""
  <section id="transfers" aria-labelledby="transfers-h">
  <h2 id="transfers-h">Transfers</h2>
  {{#isEmpty}}<p>No transfer across a border follows from the plan.</p>{{/isEmpty}}
  {{^isEmpty}}
  <p>Derived from where data is collected, stored, accessed and passed on.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Transfers of data">
  <table>
  <caption>Lanes of data across borders</caption>
  <thead><tr><th scope="col">Activity</th><th scope="col">From</th><th scope="col">To</th>
  <th scope="col">How</th><th scope="col">Recipient or store</th><th scope="col">Mechanism</th>
  <th scope="col">Laws</th><th scope="col">Judged</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{activity}}</th><td>{{origin}}: {{countries}}</td><td>{{destination}}</td>
  <td>{{via}}</td><td>{{to}}</td><td>{{mechanism}}</td><td>{{laws}}</td>
  <td>{{#judged}}<span class="ref">{{verdict}}: {{link}}</span> {{/judged}}{{#isUnjudged}}not
  judged{{/isUnjudged}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{/isEmpty}}
  </section>

  """#)
