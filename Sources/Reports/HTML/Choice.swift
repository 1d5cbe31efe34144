import Engine
import FEEL

extension Page {
  /// How the remedies were chosen, and what another choice would cost; empty if none was made.
  var choice: String {
    guard let choice = report.checklist.choice else { return "" }
    return choiceTemplate([
      "lines": .texts(report.choiceTexts),
      "alternatives": .list(
        choice.alternatives.map { each in
          [
            "use": .text(oneLine(each.useText)), "instead": .text(oneLine(each.instead)),
            "effort": .text(signed(decimal(each.effortDays))), "cost": .text(signed(grouped(each.cost))),
            "days": .text(
              each.days == 0
                ? "same day" : "\(count(abs(each.days), "day")) \(each.days > 0 ? "later" : "sooner")"),
            "adds": .text(titles(each.adds)), "drops": .text(titles(each.drops)),
          ]
        }), "hasAlternatives": .flag(!choice.alternatives.isEmpty),
    ])
  }

  private func titles(_ ids: [String]) -> String {
    ids.isEmpty ? "–" : ids.map { oneLine(report.title(ofTask: $0)) }.joined(separator: ", ")
  }
}

private let choiceTemplate = Template(
  #"""
  <h3 id="choice">Choice of remedies</h3>
  {{#lines}}<p>{{.}}</p>
  {{/lines}}
  {{#hasAlternatives}}
  <div class="scroll" role="group" tabindex="0" aria-label="Alternatives">
  <table>
  <caption>Other ways, and their price against the choice</caption>
  <thead><tr><th scope="col">Use</th><th scope="col">Instead of</th><th scope="col" class="n">Person days</th>
  <th scope="col" class="n">EUR</th><th scope="col">Finish</th><th scope="col">Adds</th><th scope="col">Drops</th></tr></thead>
  <tbody>
  {{#alternatives}}<tr><th scope="row">{{use}}</th><td>{{instead}}</td><td class="n">{{effort}}</td>
  <td class="n">{{cost}}</td><td>{{days}}</td><td>{{adds}}</td><td>{{drops}}</td></tr>
  {{/alternatives}}</tbody>
  </table>
  </div>
  {{/hasAlternatives}}

  """#)
