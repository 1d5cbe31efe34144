import Engine
import Rules

extension Portfolio {
  /// Markets against categories: score and level of the worst plan, with its name; "no pack" is not "clean".
  var heatMap: String {
    mapTemplate([
      "categories": .texts(Harm.Category.allCases.map { capitalized($0.rawValue) }),
      "rows": .list(
        heat.map { market in
          ["name": .text(oneLine(market.marketName)), "cells": .list(market.cells.map(cell))]
        }),
    ])
  }

  private func cell(_ cell: Cell?) -> Fields {
    guard let cell else {
      return [
        "state": .text("nopack"), "anchor": .text("ranking"), "sign": .text("/"), "words": .text("no pack"),
        "plan": .text("not looked at"),
      ]
    }
    return [
      "state": .text("level-\(cell.score.high.rawValue)"), "anchor": .text("row-\(rows[cell.row].place)"),
      "sign": .text(cell.score.sign), "words": .text(cell.score.full), "plan": .text(heatText(cell)),
    ]
  }

  /// Each row against its earlier result; empty if there is none.
  var trendTable: String {
    guard !earlier.isEmpty else { return "" }
    return trendTemplate([
      "words": .text(Self.trendWords),
      "earlier": .list(
        earlier.map { ["head": .text($0.head), "remarks": .text($0.remarkText)] }),
      "measures": .texts(["Readiness, %"] + Harm.Category.allCases.map { capitalized($0.rawValue) }),
      "rows": .list(
        rows.map { row in
          let change = row.trend?.change
          let cells =
            change.map { [$0.readiness.full] + $0.categoryTexts.map(\.text) }
            ?? [String](repeating: "–", count: 1 + Harm.Category.allCases.count)
          return [
            "plan": .text(label(row)), "market": .text(oneLine(row.marketName)),
            "plain": .text(row.trend?.plainText), "cells": .texts(cells),
            "decision": .text(
              change.map { "since \($0.asOf), \($0.decisionText(row.decision))" }),
          ]
        }), "hasGone": .flag(!gone.isEmpty),
      "gone": .list(
        gone.map {
          [
            "plan": .text(oneLine($0.name)), "market": .text(oneLine($0.row.marketName)),
            "reason": .text($0.text), "decision": .text("\($0.row.decision.sign) \($0.row.decision.title)"),
            "readiness": .text($0.readinessText),
          ]
        }),
    ])
  }
}

private let mapTemplate = Template(
  #"""
  <section id="heat-map" aria-labelledby="heat-map-h">
  <h2 id="heat-map-h">Heat map</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Heat map">
  <table class="heat">
  <caption>Market by category: residual score of 100, level and name of the worst plan; each cell leads to its row</caption>
  <thead><tr><th scope="col">Market</th>{{#categories}}<th scope="col">{{.}}</th>{{/categories}}</tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="{{state}}"><a href="#{{anchor}}">
  <span class="part"><span aria-hidden="true">{{sign}}</span> {{words}}</span> <span class="part">{{plan}}</span></a></td>
  {{/cells}}</tr>
  {{/rows}}</tbody>
  </table>
  </div>
  <ul class="legend">
  <li><span class="key level-critical">■</span> critical, above 60</li>
  <li><span class="key level-high">▲</span> high, above 36</li>
  <li><span class="key level-medium">◆</span> medium, above 16</li>
  <li><span class="key level-low">●</span> low</li>
  <li><span class="key nopack">/</span> no pack: not looked at</li>
  </ul>
  <p class="muted">Colour and sign are those of the upper end.</p>
  </section>

  """#)

private let trendTemplate = Template(
  #"""
  <section id="trend" aria-labelledby="trend-h">
  <h2 id="trend-h">Trend</h2>
  <ul>
  {{#earlier}}<li>{{head}}{{#remarks}}: <strong>{{.}}</strong>{{/remarks}}</li>
  {{/earlier}}</ul>
  <p>{{words}}</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Change by plan and market">
  <table>
  <caption>Change against the earlier results, both ends of every range</caption>
  <thead><tr><th scope="col">Plan and market</th><th scope="col">Compared</th>
  {{#measures}}<th scope="col">{{.}}</th>{{/measures}}</tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{plan}}, {{market}}</th><td>{{#plain}}{{.}}{{/plain}}{{#decision}}{{.}}{{/decision}}</td>
  {{#cells}}<td>{{.}}</td>{{/cells}}</tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{#hasGone}}
  <div class="scroll" role="group" tabindex="0" aria-label="In an earlier result alone">
  <table>
  <caption>In an earlier result alone</caption>
  <thead><tr><th scope="col">Plan and market</th><th scope="col">Why</th><th scope="col">Verdict before</th>
  <th scope="col">Readiness before</th></tr></thead>
  <tbody>
  {{#gone}}<tr><th scope="row">{{plan}}, {{market}}</th><td>{{reason}}</td><td>{{decision}}</td>
  <td>{{readiness}}</td></tr>
  {{/gone}}</tbody>
  </table>
  </div>
  {{/hasGone}}
  </section>

  """#)
