import Engine
import FEEL
import Rules

extension Page {
  /// The first sheet: may we go, what stops us, what to do, what is at stake, and who signs.
  var summary: String {
    let assessment = report.assessment
    let decisions = report.decisions
    let blockers = report.blockers
    let questions = assessment.questions
    return summaryTemplate([
      "about": .text(report.about), "class": .text(report.decision.rawValue),
      "decision": .text("\(report.decision.sign) \(report.decision.title)"), "reason": .text(headline),
      "asOf": .text(assessment.asOf.description), "horizon": .text(assessment.horizon.description),
      "plan": .text(assessment.planFile),
      "markets": .list(decisions.prefix(8).map(row)), "moreMarkets": .text(more(decisions.count, 8)),
      "hasBlockers": .flag(!blockers.isEmpty), "blockerCount": .text(String(blockers.count)),
      "blockers": .list(
        blockers.prefix(6).map { finding in
          let due = report.due(finding)
          return [
            "anchor": .text(anchors[finding.id]), "title": .text(oneLine(finding.title)),
            "subject": .text(oneLine(finding.subject.title)), "law": .text(finding.citationText),
            "markets": .text(finding.marketsText), "owner": .text(oneLine(due.owner)),
            "due": .text(due.date?.description ?? "no date"),
            "ready": .text(due.ready?.description ?? "no task"),
            "isLate": .flag(due.isLate),
          ]
        }), "moreBlockers": .text(more(blockers.count, 6)),
      "actions": .list(
        report.firstActions.prefix(5).map { task in
          [
            "title": .text(oneLine(task.title)), "owner": .text(oneLine(task.owner)),
            "start": .text(task.start.description),
            "finish": .text(max(task.finish, task.latestFinish).description),
          ]
        }), "hasActions": .flag(!report.checklist.tasks.isEmpty), "fit": .text(report.fitText),
      "isLate": .flag(!report.checklist.fits),
      "chain": .text(
        report.checklist.fits ? nil : report.criticalPathTitles.map(oneLine).joined(separator: " › ")),
      "ceilings": .list(
        report.largestExposures.prefix(3).map { each in
          var row = reference(each.finding)
          row["maximum"] = .text(each.maximumText)
          row["formula"] = .text(each.formula)
          row["law"] = .text(each.citation)
          return row
        }), "hasCeilings": .flag(!report.largestExposures.isEmpty),
      "openCeilings": .text(
        report.openExposures == 0
          ? nil : count(report.openExposures, "further ceiling") + " cannot be computed yet"),
      "unknown": .text(count(report.unknownFactCount, "fact is", "facts are")),
      "questions": .texts(questions.prefix(2).map { oneLine($0.ask) }),
      "counts": .text(report.countsText),
      "profiles": .text(report.profilesText), "leftOut": .text(report.tailoredOutText),
      "disclaimer": .text(Report.disclaimer),
    ])
  }

  /// How many of the markets share the worst answer.
  private var headline: String {
    let decisions = report.decisions
    let number = decisions.count { $0.decision == report.decision }
    let markets =
      report.assessment.markets.isEmpty
      ? "for the plan as a whole" : "in \(number) of \(count(decisions.count, "market"))"
    switch report.decision {
    case .noGo: return "Gaps that must be closed before entry are open \(markets)."
    case .cannotTell: return "The plan or the packs do not say enough for an answer \(markets)."
    case .goWithConditions: return "Nothing known blocks entry, but something is open \(markets)."
    case .go: return "No gap is open, and nothing that weighs is unknown, \(markets)."
    }
  }

  private func row(_ each: MarketDecision) -> Fields {
    [
      "name": .text(oneLine(each.name)), "class": .text(each.decision.rawValue),
      "decision": .text("\(each.decision.sign) \(each.decision.title)"),
      "entry": .text(each.market?.entry?.description ?? "not stated"),
      "blockers": .text(each.isCovered ? String(each.blockers.count) : "–"),
      "gaps": .text(each.isCovered ? String(each.gaps.count) : "–"),
      "unknown": .text(each.isCovered ? String(each.unknown.count) : "no pack"),
      "readiness": .text(each.readinessText),
      "ready": .text(each.isCovered ? each.date?.ready?.description ?? "nothing to do" : "–"),
      "inTime": .text(each.date?.isInTime.map { $0 ? "in time" : "too late" }),
    ]
  }

  private func more(_ all: Int, _ shown: Int) -> String? {
    all > shown ? "and \(all - shown) more below" : nil
  }
}

private let summaryTemplate = Template(
  #"""
  <section id="summary" class="sheet {{class}}" aria-labelledby="title" tabindex="-1">
  <h1 id="title">{{about}}: <span class="verdict">{{decision}}</span></h1>
  <p class="lead">{{reason}}</p>
  <dl class="dates">
  <div><dt>Law as of</dt><dd>{{asOf}}</dd></div>
  <div><dt>Horizon</dt><dd>{{horizon}}</dd></div>
  <div><dt>Plan</dt><dd>{{plan}}</dd></div>
  <div><dt>Findings</dt><dd>{{counts}}</dd></div>{{#profiles}}
  <div><dt>Profiles</dt><dd><a href="#profiles">{{.}}</a>{{/profiles}}{{#leftOut}}: {{.}}{{/leftOut}}{{#profiles}}</dd></div>{{/profiles}}
  </dl>
  <div class="scroll" role="group" tabindex="0" aria-label="Verdict per market">
  <table>
  <caption>Verdict per market</caption>
  <thead><tr><th scope="col">Market</th><th scope="col">Verdict</th><th scope="col">Entry</th>
  <th scope="col" class="n">Blockers</th><th scope="col" class="n">Gaps</th>
  <th scope="col" class="n">Unknown</th><th scope="col">Readiness</th><th scope="col">Gaps closed</th>
  </tr></thead>
  <tbody>
  {{#markets}}<tr class="{{class}}"><th scope="row">{{name}}</th><td class="verdict">{{decision}}</td>
  <td class="date">{{entry}}</td><td class="n">{{blockers}}</td><td class="n">{{gaps}}</td>
  <td class="n">{{unknown}}</td><td class="date">{{readiness}}</td>
  <td><span class="date">{{ready}}</span>{{#inTime}}, {{.}}{{/inTime}}</td></tr>
  {{/markets}}</tbody>
  </table>
  </div>
  {{#moreMarkets}}<p class="more">{{.}}</p>{{/moreMarkets}}
  {{#hasBlockers}}
  <div class="scroll" role="group" tabindex="0" aria-label="What stops us">
  <table class="blockers">
  <caption>What stops us: gaps to close before entry ({{blockerCount}})</caption>
  <thead><tr><th scope="col">Gap</th><th scope="col">Law</th><th scope="col">Markets</th>
  <th scope="col">Owner</th><th scope="col">Due</th><th scope="col">Can be closed</th></tr></thead>
  <tbody>
  {{#blockers}}<tr><th scope="row"><a href="#{{anchor}}">{{title}}</a>
  <span class="muted">{{subject}}</span></th><td>{{law}}</td><td>{{markets}}</td><td>{{owner}}</td>
  <td class="date">{{due}}</td><td><span class="date">{{ready}}</span>{{#isLate}}, too late{{/isLate}}</td></tr>
  {{/blockers}}</tbody>
  </table>
  </div>
  {{#moreBlockers}}<p class="more">{{.}}</p>{{/moreBlockers}}
  {{/hasBlockers}}
  {{^hasBlockers}}<p><strong>What stops us:</strong> no open gap blocks entry.</p>{{/hasBlockers}}
  <div class="columns">
  <div>
  <h2>First actions</h2>
  {{#hasActions}}<ol class="actions">
  {{#actions}}<li>{{title}} <span class="muted">{{owner}}, start <span class="date">{{start}}</span>, done
  by <span class="date">{{finish}}</span></span></li>
  {{/actions}}</ol>{{/hasActions}}
  {{^hasActions}}<p>None: no task is needed.</p>{{/hasActions}}
  <p{{#isLate}} class="late"{{/isLate}}>{{fit}}</p>
  {{#chain}}<p class="muted">Chain: {{.}}</p>{{/chain}}
  </div>
  <div>
  <h2>Largest single ceiling</h2>
  {{#hasCeilings}}{{#ceilings}}<p><strong class="amount">{{maximum}}</strong> {{formula}} ({{law}}),
  for {{link}}</p>{{/ceilings}}
  <p class="muted">A statutory maximum, not a
  forecast.{{#openCeilings}} {{.}}.{{/openCeilings}}</p>{{/hasCeilings}}
  {{^hasCeilings}}<p>No amount can be computed.{{#openCeilings}} {{.}}.{{/openCeilings}}</p>{{/hasCeilings}}
  <h2>Unknown</h2>
  <p>{{unknown}} not stated. <a href="#unknown">All questions</a></p>
  <ul>
  {{#questions}}<li>{{.}}</li>
  {{/questions}}</ul>
  </div>
  </div>
  <p class="muted legal">{{disclaimer}}</p>
  <dl class="sign" aria-label="Sign-off"><div><dt>Decision</dt><dd></dd></div>
  <div><dt>Name</dt><dd></dd></div><div><dt>Role</dt><dd></dd></div><div><dt>Date</dt><dd></dd></div></dl>
  </section>

  """#)
