import Engine
import FEEL
import Rules

extension Page {
  /// Readiness and scores per market with the formula and what was counted and left out.
  var scorecard: String {
    let risk = report.risk
    return scoreTemplate([
      "formula": .text(risk.formula),
      "model": .text(risk.scoring.model.rawValue),
      "rows": .list(([risk.total] + risk.markets + risk.systems).map(row)),
      "scores": .list(
        ([risk.total] + risk.markets + risk.systems).flatMap { each in
          each.categories.map { category in
            [
              "market": .text(report.name(of: each)),
              "category": .text(capitalized(category.category.rawValue)),
              "score": .text(category.score.text), "levels": .text(category.levels),
              "gaps": .text(String(category.gaps.count)),
              "unknown": .text(String(category.undetermined.count)),
              "inherent": .text(category.inherent.text), "inherentLevels": .text(category.inherentLevels),
              "appetite": .text(report.appetiteMark(category) ?? "–"),
            ]
          }
        }),
      "contributions": .list(
        risk.total.categories.filter { !$0.contributions.isEmpty }.map { each in
          let shown = each.contributions.prefix(10)
          let rest = each.contributions.count - shown.count
          return [
            "category": .text(capitalized(each.category.rawValue)), "score": .text(each.score.text),
            "number": .text(String(each.contributions.count)),
            "rest": .text(rest > 0 ? "and \(count(rest, "more", "more")), each of which weighs less" : nil),
            "rows": .list(
              shown.map { term in
                var row = reference(term.finding)
                row["points"] = .text(
                  term.factor == 1
                    ? String(term.points)
                    : "\(term.points) × \(hundredth(term.factor)) = \(hundredth(term.weighted))")
                row["remaining"] = .text(term.remaining.text)
                return row
              }),
          ]
        }),
      "hasScores": .flag(
        risk.total.categories.contains { _ in true } || risk.markets.contains { !$0.categories.isEmpty }),
    ])
  }

  private func row(_ each: Risk.Readiness) -> Fields {
    let findings = report.assessment.findings.filter { finding in
      if let system = each.system {
        return finding.subject.kind == system.kind && finding.subject.id == system.id
      }
      return each.market.map(finding.concerns) ?? true
    }
    func excluded(_ verdicts: Verdict...) -> Field {
      .text(String(findings.count { verdicts.contains($0.verdict) }))
    }
    return [
      "name": .text(report.name(of: each)),
      "weighted": .text(each.applicable == 0 ? "–" : each.weighted.text),
      "met": .text(String(each.met)),
      "gaps": .text(String(each.gaps)),
      "unknown": .text(String(each.undetermined)), "applicable": .text(String(each.applicable)),
      "readiness": .text(report.isCovered(each) ? each.text : "not judged: no pack"),
      "hasBar": .flag(each.applicable > 0), "low": .text(decimal(each.percent.low)),
      "span": .text(decimal(each.percent.high - each.percent.low)), "na": excluded(.notApplicable),
      "waived": excluded(.waived), "later": excluded(.upcoming),
      "permissions": excluded(.allowed, .notAllowed),
      "errors": excluded(.error),
    ]
  }

  typealias Field = Fields.Field
}

private let scoreTemplate = Template(
  #"""
  <section id="scorecard" aria-labelledby="scorecard-h">
  <h2 id="scorecard-h">Scorecard</h2>
  <p>Readiness = met ÷ applicable duties; applicable = met + gaps + unknown. A duty is a provision with all its subjects. The
  lower figure takes every unknown for a gap, the upper one for met. Weighted: model {{model}}.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Readiness per market">
  <table>
  <caption>Readiness per market and AI system: duties counted, and findings left out of the count</caption>
  <thead>
  <tr><th scope="col" rowspan="2">Market or AI system</th><th scope="colgroup" colspan="4">Counted</th>
  <th scope="col" rowspan="2">Readiness</th><th scope="col" rowspan="2">Weighted</th><th scope="colgroup" colspan="5">Left out</th></tr>
  <tr><th scope="col" class="n">Met</th><th scope="col" class="n">Gaps</th>
  <th scope="col" class="n">Unknown</th><th scope="col" class="n">Applicable</th>
  <th scope="col" class="n">Does not apply</th><th scope="col" class="n">Waived</th>
  <th scope="col" class="n">Starts later</th><th scope="col" class="n">Permissions</th>
  <th scope="col" class="n">Errors</th></tr>
  </thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{name}}</th><td class="n">{{met}}</td><td class="n">{{gaps}}</td>
  <td class="n">{{unknown}}</td><td class="n">{{applicable}}</td>
  <td class="date">{{readiness}}{{#hasBar}}<svg class="range" viewBox="0 0 100 6"
  preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/>
  <rect
  class="low" width="{{low}}" height="6"/><rect class="span" x="{{low}}" width="{{span}}" height="6"/></svg>
  {{/hasBar}}</td><td>{{weighted}}</td><td class="n">{{na}}</td><td class="n">{{waived}}</td><td class="n">{{later}}</td>
  <td class="n">{{permissions}}</td><td class="n">{{errors}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{#hasScores}}
  <details class="clump">
  <summary><h3>Risk score: how it is made</h3></summary>
  <p>0 to 100, higher is worse. {{formula}}</p>
  {{#contributions}}
  <div class="scroll" role="group" tabindex="0" aria-label="{{category}}: what the score is made of">
  <table>
  <caption>{{category}}, all markets: {{score}} of 100, from {{number}} duties, heaviest first</caption>
  <thead><tr><th scope="col">Finding</th><th scope="col" class="n">Points of 25</th>
  <th scope="col" class="n">Remaining share</th></tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{link}}</th><td class="n">{{points}}</td><td class="n">{{remaining}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{#rest}}<p class="more">{{.}}</p>{{/rest}}
  {{/contributions}}
  </details>
  <div class="scroll" role="group" tabindex="0" aria-label="Risk score per category">
  <table>
  <caption>Risk score per market, AI system and category, from the least to the most that is still possible</caption>
  <thead><tr><th scope="col">Market or AI system</th><th scope="col">Category</th>
  <th scope="col" class="n">Score of 100</th><th scope="col">Level</th>
  <th scope="col" class="n">Inherent score</th><th scope="col">Inherent level</th><th scope="col">Appetite</th>
  <th scope="col" class="n">Duties not met</th><th scope="col" class="n">Duties unknown</th></tr></thead>
  <tbody>
  {{#scores}}<tr><th scope="row">{{market}}</th><td>{{category}}</td><td class="n">{{score}}</td>
  <td>{{levels}}</td><td class="n">{{inherent}}</td><td>{{inherentLevels}}</td><td>{{appetite}}</td>
  <td class="n">{{gaps}}</td><td class="n">{{unknown}}</td></tr>
  {{/scores}}</tbody>
  </table>
  </div>
  {{/hasScores}}
  <p class="muted">What each pack leaves out stands under <a href="#provenance">Boundary and
  provenance</a>.</p>
  </section>

  """#)
