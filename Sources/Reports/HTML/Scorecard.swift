import Engine
import FEEL
import Rules

extension Page {
  /// Readiness and scores per market with the formula and what was counted and left out.
  var scorecard: String {
    let risk = report.risk
    return scoreTemplate([
      "formula": .text(risk.formula),
      "rows": .list(([risk.total] + risk.markets).map(row)),
      "scores": .list(
        ([risk.total] + risk.markets).flatMap { each in
          each.categories.map { category in
            [
              "market": .text(report.marketName(each.market)), "category": .text(capitalized(category.category.rawValue)),
              "score": .text(category.score.text), "levels": .text(category.levels),
              "gaps": .text(String(category.gaps.count)), "unknown": .text(String(category.undetermined.count)),
            ]
          }
        }),
      "hasScores": .flag(risk.total.categories.contains { _ in true } || risk.markets.contains { !$0.categories.isEmpty }),
    ])
  }

  private func row(_ each: Risk.Readiness) -> Fields {
    let findings = report.assessment.findings.filter { finding in each.market.map(finding.concerns) ?? true }
    let market = report.assessment.markets.first { $0.country == each.market }
    let isCovered = market.map { !$0.packs.isEmpty } ?? !report.assessment.packs.isEmpty
    func excluded(_ verdicts: Verdict...) -> Field { .text(String(findings.count { verdicts.contains($0.verdict) })) }
    return [
      "name": .text(report.marketName(each.market)), "met": .text(String(each.met)), "gaps": .text(String(each.gaps)),
      "unknown": .text(String(each.undetermined)), "applicable": .text(String(each.applicable)),
      "readiness": .text(isCovered ? each.text : "not judged: no pack"), "hasBar": .flag(each.applicable > 0), "low": .text(decimal(each.percent.low)),
      "span": .text(decimal(each.percent.high - each.percent.low)), "na": excluded(.notApplicable),
      "waived": excluded(.waived), "later": excluded(.upcoming), "permissions": excluded(.allowed, .notAllowed),
      "errors": excluded(.error),
    ]
  }

  typealias Field = Fields.Field
}

private let scoreTemplate = Template(
  #"""
  <section id="scorecard" aria-labelledby="scorecard-h">
  <h2 id="scorecard-h">Scorecard</h2>
  <p>Readiness = met ÷ applicable; applicable = met + gaps + unknown. The lower figure takes every unknown for a gap, the upper one for met.</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Readiness per market">
  <table>
  <caption>Readiness per market: counted, and left out of the count</caption>
  <thead>
  <tr><th scope="col" rowspan="2">Market</th><th scope="colgroup" colspan="4">Counted</th><th scope="col" rowspan="2">Readiness</th><th scope="colgroup" colspan="5">Left out</th></tr>
  <tr><th scope="col" class="n">Met</th><th scope="col" class="n">Gaps</th><th scope="col" class="n">Unknown</th><th scope="col" class="n">Applicable</th><th scope="col" class="n">Does not apply</th><th scope="col" class="n">Waived</th><th scope="col" class="n">Starts later</th><th scope="col" class="n">Permissions</th><th scope="col" class="n">Errors</th></tr>
  </thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{name}}</th><td class="n">{{met}}</td><td class="n">{{gaps}}</td><td class="n">{{unknown}}</td><td class="n">{{applicable}}</td><td class="date">{{readiness}}{{#hasBar}}<svg class="range" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect class="low" width="{{low}}" height="6"/><rect class="span" x="{{low}}" width="{{span}}" height="6"/></svg>{{/hasBar}}</td><td class="n">{{na}}</td><td class="n">{{waived}}</td><td class="n">{{later}}</td><td class="n">{{permissions}}</td><td class="n">{{errors}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{#hasScores}}
  <p><strong>Risk score</strong>, 0 to 100, higher is worse: {{formula}}</p>
  <div class="scroll" role="group" tabindex="0" aria-label="Risk score per category">
  <table>
  <caption>Risk score per market and category, from the least to the most that is still possible</caption>
  <thead><tr><th scope="col">Market</th><th scope="col">Category</th><th scope="col" class="n">Score of 100</th><th scope="col">Level</th><th scope="col" class="n">Gaps counted</th><th scope="col" class="n">Unknown counted</th></tr></thead>
  <tbody>
  {{#scores}}<tr><th scope="row">{{market}}</th><td>{{category}}</td><td class="n">{{score}}</td><td>{{levels}}</td><td class="n">{{gaps}}</td><td class="n">{{unknown}}</td></tr>
  {{/scores}}</tbody>
  </table>
  </div>
  {{/hasScores}}
  <p class="muted">What each pack leaves out stands under <a href="#provenance">Boundary and provenance</a>.</p>
  </section>

  """#)
