import Engine

extension Page {
  /// What would lower the risk most; nothing where it was not worked out.
  var reduction: String {
    guard let reduction = report.reduction else { return "" }
    let most = 10
    return reductionTemplate([
      "points": .text(rangeText(reduction.points)),
      "steps": .list(
        reduction.steps.prefix(most).map { step in
          [
            "title": .text(step.title), "lowers": .text(rangeText(step.lowers)),
            "effort": .text(decimal(step.effort)), "days": .text(decimal(step.days)),
            "perEffort": .text(decimal(step.perEffort)), "perDay": .text(decimal(step.perDay)),
            "basis": .text(step.basisText),
          ]
        }),
      "moreSteps": .text(more(reduction.steps.count - most, "remedy", "remedies")),
      "facts": .list(
        reduction.facts.prefix(most).map { fact in
          [
            "fact": .text(fact.fact), "ask": .text(fact.ask), "settles": .text(fact.settledText),
            "tried": .text(fact.triedText),
          ]
        }),
      "moreFacts": .text(more(reduction.facts.count - most, "fact", "facts")),
      "hasSteps": .flag(!reduction.steps.isEmpty), "hasFacts": .flag(!reduction.facts.isEmpty),
    ])
  }

  private func more(_ rest: Int, _ noun: String, _ nouns: String) -> String? {
    rest > 0 ? "and \(count(rest, "more \(noun)", "more \(nouns)")), in the result as JSON" : nil
  }
}

private let reductionTemplate = Template(
  #"""
  <section id="reduction" aria-labelledby="reduction-h">
  <h2 id="reduction-h">What lowers the risk most</h2>
  <p>In points of all categories together, now {{points}}. Each remedy and each answer is taken alone; two that close the same
  gap do not add up.</p>
  {{^hasSteps}}<p>No remedy is known that would lower it.</p>{{/hasSteps}}
  {{#hasSteps}}
  <div class="scroll" role="group" tabindex="0" aria-label="Remedies by what they take off">
  <table>
  <caption>Remedies, most points a person day first</caption>
  <thead><tr><th scope="col">Remedy</th><th scope="col" class="n">Takes off</th>
  <th scope="col" class="n">Person days</th><th scope="col" class="n">Days</th>
  <th scope="col" class="n">A person day</th><th scope="col" class="n">A day</th>
  <th scope="col">How it is known</th></tr></thead>
  <tbody>
  {{#steps}}<tr><th scope="row">{{title}}</th><td class="n">{{lowers}}</td><td class="n">{{effort}}</td>
  <td class="n">{{days}}</td><td class="n">{{perEffort}}</td><td class="n">{{perDay}}</td><td>{{basis}}</td></tr>
  {{/steps}}</tbody>
  </table>
  </div>
  {{#moreSteps}}<p class="more">{{.}}</p>{{/moreSteps}}
  {{/hasSteps}}
  {{#hasFacts}}
  <div class="scroll" role="group" tabindex="0" aria-label="Unknown facts by what they would settle">
  <table>
  <caption>Unknown facts, by how many points of the range they would settle</caption>
  <thead><tr><th scope="col">Fact</th><th scope="col">Question</th><th scope="col" class="n">Settles</th>
  <th scope="col">How it is known</th></tr></thead>
  <tbody>
  {{#facts}}<tr><th scope="row">{{fact}}</th><td>{{ask}}</td><td class="n">{{settles}}</td><td>{{tried}}</td></tr>
  {{/facts}}</tbody>
  </table>
  </div>
  {{#moreFacts}}<p class="more">{{.}}</p>{{/moreFacts}}
  {{/hasFacts}}
  </section>

  """#)
