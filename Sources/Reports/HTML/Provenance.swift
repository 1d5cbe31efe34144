import Engine
import FEEL
import Rules

extension Page {
  /// What was inspected and what was not, with which packs, and how to make the report again.
  var provenance: String {
    let assessment = report.assessment
    return provenanceTemplate([
      "command": .text(report.commandLine), "version": .text(assessment.engineVersion),
      "asOf": .text(assessment.asOf.description), "horizon": .text(assessment.horizon.description),
      "plan": .text(assessment.planFile), "from": .text(report.packsFrom),
      "disclaimer": .text(Report.disclaimer),
      "gaps": .texts(notInspected.map(oneLine)), "hasPacks": .flag(!assessment.packs.isEmpty),
      "packs": .list(
        assessment.packs.map { pack in
          [
            "id": .text(pack.id), "title": .text(oneLine(pack.title)),
            "jurisdiction": .text(pack.jurisdiction),
            "topic": .text(topicTitle(pack.topic)), "edition": .text(pack.edition),
            "number": .text(String(pack.provisionCount)),
            "review": .text(
              "\(pack.review.on), confidence \(pack.review.confidence.rawValue): \(oneLine(pack.review.note))"
            ),
            "hash": .text(pack.sha256),
          ]
        }),
      "sources": .list(
        assessment.packs.flatMap { pack in
          pack.sources.map { source in
            [
              "law": .text(source.law), "title": .text(oneLine(source.title)), "pack": .text(pack.id),
              "link": .text(safeLink(source.href)),
              "read": .text(source.textRead ? "read" : "not read: verify"),
              "from": .text(source.period.from?.description ?? "–"),
            ]
          }
        }), "hasLater": .flag(!report.later.isEmpty),
      "later": .list(
        report.later.map { law in
          [
            "from": .text(law.from.description), "title": .text(oneLine(law.title)),
            "law": .text(law.citations.map(\.text).joined(separator: "; ")), "pack": .text(law.pack),
          ]
        }),
    ])
  }

  /// Everything that this report does not answer, so that silence is not taken for a clean bill.
  private var notInspected: [String] {
    let assessment = report.assessment
    var result = assessment.packs.compactMap { pack in pack.boundary.map { "\(pack.id): \($0)" } }
    for market in assessment.markets {
      if market.packs.isEmpty {
        result.append("\(market.name) (\(market.country)): no pack, nothing was looked at")
      } else if !assessment.packs.contains(where: { $0.jurisdiction == market.country }) {
        result.append("\(market.name) (\(market.country)): no pack of national law")
      }
    }
    for pack in assessment.packs where pack.sources.contains(where: { !$0.textRead }) {
      result.append("\(pack.id): the text of a source was not read; its findings say \"verify\"")
    }
    result.append("Whether what the plan states is true: it was taken as given")
    return result
  }
}

private let provenanceTemplate = Template(
  #"""
  <section id="provenance" aria-labelledby="provenance-h">
  <h2 id="provenance-h">Boundary and provenance</h2>
  <p>{{disclaimer}}</p>
  <dl class="facts">
  <dt>Command</dt><dd><code>{{command}}</code></dd>
  <dt>Tool</dt><dd>Pratique {{version}}</dd>
  <dt>Law as of</dt><dd>{{asOf}}, horizon {{horizon}}</dd>
  <dt>Plan</dt><dd>{{plan}}</dd>
  <dt>Packs from</dt><dd>{{from}}</dd>
  </dl>
  <h3>Not inspected</h3>
  <ul>
  {{#gaps}}<li>{{.}}</li>
  {{/gaps}}</ul>
  {{#hasPacks}}
  <h3>Inspected</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Packs">
  <table>
  <caption>Packs</caption>
  <thead><tr><th scope="col">Pack</th><th scope="col">Title</th><th scope="col">Jurisdiction</th>
  <th scope="col">Topic</th><th scope="col">Edition</th><th scope="col" class="n">Provisions</th>
  <th scope="col">Review</th><th scope="col">SHA-256</th></tr></thead>
  <tbody>
  {{#packs}}<tr><th scope="row">{{id}}</th><td>{{title}}</td><td>{{jurisdiction}}</td><td>{{topic}}</td>
  <td>{{edition}}</td><td class="n">{{number}}</td><td>{{review}}</td>
  <td class="hash"><code>{{hash}}</code></td></tr>
  {{/packs}}</tbody>
  </table>
  </div>
  <div class="scroll" role="group" tabindex="0" aria-label="Sources of law">
  <table>
  <caption>Sources of law</caption>
  <thead><tr><th scope="col">Law</th><th scope="col">Title</th><th scope="col">Pack</th>
  <th scope="col">In force from</th><th scope="col">Text</th><th scope="col">Address</th></tr></thead>
  <tbody>
  {{#sources}}<tr><th scope="row">{{law}}</th><td>{{title}}</td><td>{{pack}}</td>
  <td class="date">{{from}}</td><td>{{read}}</td><td class="link">
  {{#link}}<a href="{{.}}">{{.}}</a>{{/link}}{{^link}}none{{/link}}</td></tr>
  {{/sources}}</tbody>
  </table>
  </div>
  {{/hasPacks}}
  {{#hasLater}}
  <div class="scroll" role="group" tabindex="0" aria-label="Law after the horizon">
  <table>
  <caption>Law of these packs that starts after the horizon: listed, not judged</caption>
  <thead><tr><th scope="col">From</th><th scope="col">Provision</th><th scope="col">Law</th>
  <th scope="col">Pack</th></tr></thead>
  <tbody>
  {{#later}}<tr><td class="date">{{from}}</td><th scope="row">{{title}}</th><td>{{law}}</td>
  <td>{{pack}}</td></tr>
  {{/later}}</tbody>
  </table>
  </div>
  {{/hasLater}}
  </section>

  """#)
