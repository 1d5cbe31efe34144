import Engine
import FEEL
import Rules

/// The overview as one page, in the frame of the reports. `digest`: SHA-256.
package func portfolioHTML(
  _ portfolio: Portfolio, digest: @escaping @Sendable ([UInt8]) -> [UInt8]
) -> String {
  let trend = portfolio.earlier.isEmpty ? [] : [("trend", "Trend")]
  let links =
    [("ranking", "Ranking"), ("heat-map", "Heat map"), ("scores", "Scores")] + trend
    + [("method", "How it is ranked")]
  return Frame(version: portfolio.engine, digest: digest).page(
    title: "Portfolio of \(count(portfolio.plans.count, "plan")), law as of \(portfolio.asOf)",
    brand: "Portfolio", links: links, main: portfolio.main)
}

extension Portfolio {
  /// The sections without their frame.
  var main: String { ranking + heatMap + scoreTable + trendTable + method }

  private var ranking: String {
    rankingTemplate([
      "class": .text((rows.map(\.decision).max() ?? .cannotTell).rawValue),
      "plans": .text(count(plans.count, "plan")), "decisions": .text(summaryText),
      "verdict": .text(rows.first.map { "\($0.decisionText) at worst" } ?? "nothing to show"),
      "asOf": .text(asOf.description),
      "rows": .list(
        rows.map { row in
          let breaches = row.scores.filter { $0.breach != nil && row.isCovered }
          return [
            "anchor": .text("row-\(row.place)"), "place": .text(String(row.place)),
            "plan": .text(label(row)), "file": .text(file(row)), "market": .text(oneLine(row.marketName)),
            "class": .text(row.decision.rawValue), "decision": .text(row.decisionText),
            "because": .text(row.because),
            "blockers": .text(row.isCovered ? String(row.blockers.count) : "–"),
            "unknown": .text(row.isCovered ? String(row.unknown) : "no pack"),
            "readiness": .text(row.readinessText),
            "points": .text(row.isCovered ? row.points.text : "–"),
            "ceiling": .text(row.ceilingText), "ready": .text(row.readyDate),
            "readyRest": .text(row.readyRest),
            "breaches": .text(
              breaches.isEmpty
                ? nil
                : breaches.map { "\($0.category.rawValue) \($0.breachText ?? "")" }.joined(separator: "; ")),
          ]
        }), "disclaimer": .text(Report.disclaimer),
    ])
  }

  private var scoreTable: String {
    scoresTemplate([
      "categories": .texts(Harm.Category.allCases.map { capitalized($0.rawValue) }),
      "rows": .list(
        rows.map { row in
          [
            "place": .text(String(row.place)), "plan": .text(label(row)),
            "market": .text(oneLine(row.marketName)),
            "cells": .list(
              Harm.Category.allCases.map { category in
                let score = row.scores.first { $0.category == category }.flatMap { row.isCovered ? $0 : nil }
                return [
                  "text": .text(score.map { "\($0.sign) \($0.full)" } ?? "–"),
                  "breach": .text(score?.breachText),
                ]
              }),
          ]
        }),
    ])
  }

  private var method: String { methodTemplate(["formula": .text(Self.formula)]) }
}

private let rankingTemplate = Template(
  #"""
  <section id="summary" class="sheet {{class}}" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{plans}}: <span class="verdict">{{verdict}}</span></h1>
  <p class="lead">{{decisions}}. Law as of <span class="date">{{asOf}}</span>.</p>
  <div class="scroll" id="ranking" role="group" tabindex="0" aria-label="Ranking">
  <table>
  <caption>Plans and markets, the worst first; a ceiling is a statutory maximum, not a forecast, and never a sum</caption>
  <thead><tr><th scope="col" class="n">Rank</th><th scope="col">Plan</th><th scope="col">Market</th>
  <th scope="col">Verdict</th><th scope="col" class="n">Gaps that block</th><th scope="col" class="n">Unknown</th>
  <th scope="col">Readiness</th><th scope="col" class="n">Weighted points</th>
  <th scope="col">Largest single ceiling</th><th scope="col">Gaps closed</th></tr></thead>
  <tbody>
  {{#rows}}<tr id="{{anchor}}" class="{{class}}"><td class="n">{{place}}</td><th scope="row">{{plan}}
  <span class="muted">{{file}}</span></th><td>{{market}}</td><td><span class="verdict">{{decision}}</span>
  <span class="muted">{{because}}</span>{{#breaches}} <strong>{{.}}</strong>{{/breaches}}</td>
  <td class="n">{{blockers}}</td><td class="n">{{unknown}}</td><td>{{readiness}}</td>
  <td class="n">{{points}}</td><td>{{ceiling}}</td><td><span class="date">{{ready}}</span>{{#readyRest}}, {{.}}{{/readyRest}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  <p class="muted legal">{{disclaimer}}</p>
  </section>

  """#)

private let scoresTemplate = Template(
  #"""
  <section id="scores" aria-labelledby="scores-h">
  <h2 id="scores-h">Scores</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Residual risk by plan, market and category">
  <table>
  <caption>Residual risk, 0 to 100, from the least to the most that is still possible, with the appetite where it is exceeded</caption>
  <thead><tr><th scope="col" class="n">Rank</th><th scope="col">Plan and market</th>
  {{#categories}}<th scope="col">{{.}}</th>{{/categories}}</tr></thead>
  <tbody>
  {{#rows}}<tr><td class="n">{{place}}</td><th scope="row">{{plan}}, {{market}}</th>
  {{#cells}}<td>{{text}}{{#breach}} <strong>{{.}}</strong>{{/breach}}</td>{{/cells}}</tr>
  {{/rows}}</tbody>
  </table>
  </div>
  </section>

  """#)

private let methodTemplate = Template(
  #"""
  <section id="method" aria-labelledby="method-h">
  <h2 id="method-h">How it is ranked</h2>
  <p>{{formula}}</p>
  </section>

  """#)
