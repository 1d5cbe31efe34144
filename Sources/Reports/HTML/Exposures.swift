import Engine
import Rules

extension Page {
  /// Statutory maxima, each with its formula; never a sum.
  var exposures: String {
    exposureTemplate([
      "isEmpty": .flag(report.risk.exposures.isEmpty),
      "rows": .list(
        report.risk.exposures.map { each in
          var row = reference(each.finding)
          row["maximum"] = .text(each.maximumText ?? "cannot be computed")
          row["formula"] = .text(each.formula)
          row["law"] = .text(each.citation)
          row["size"] = .text(each.sizeRule ?? "none")
          row["consequences"] = .text(
            each.consequences.isEmpty ? "none named" : each.consequences.joined(separator: "; "))
          row["missing"] = .text(each.missing.isEmpty ? "–" : each.missing.joined(separator: ", "))
          return row
        }),
    ])
  }
}

private let exposureTemplate = Template(
  #"""
  <section id="exposure" aria-labelledby="exposure-h">
  <h2 id="exposure-h">Exposure</h2>
  {{#isEmpty}}<p>No open gap has a statutory maximum in these packs.</p>{{/isEmpty}}
  {{^isEmpty}}
  <p>Each row is a ceiling set by law, not a forecast. The rows are never added up.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Statutory maxima">
  <table>
  <caption>Statutory maxima behind the open gaps</caption>
  <thead><tr><th scope="col">Gap</th><th scope="col">Maximum</th>
  <th scope="col">Formula with the figures used</th><th scope="col">Law</th><th scope="col">Size rule</th>
  <th scope="col">Other consequences</th><th scope="col">Facts missing</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{link}}</th><td class="date">{{maximum}}</td><td>{{formula}}</td>
  <td>{{law}}</td><td>{{size}}</td><td>{{consequences}}</td><td>{{missing}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{/isEmpty}}
  </section>

  """#)
