import Engine
import FEEL
import Rules

extension Page {
  /// All findings: open blockers unfolded, the rest folded with counts, what does not apply as a table.
  var findings: String {
    let open = report.gaps
    let groups = Self.groups(report)
    let tables = [
      (
        "maybe-open", "Permissions: not known whether open", "the condition that decides it",
        report.findings(.undetermined).filter { $0.modality == .permission }
      ),
      (
        "not-open", "Permissions that are not open", "which condition is missing",
        report.findings(.notAllowed)
      ),
      ("outside", "Does not apply", "the condition that decided it", report.findings(.notApplicable)),
    ]
    return findingsTemplate([
      "isEmpty": .flag(report.assessment.findings.isEmpty),
      "count": .text(String(report.assessment.findings.count)),
      "groups": .list(
        groups.filter { !$0.findings.isEmpty }.map { group in
          [
            "id": .text(group.id), "title": .text(group.title), "number": .text(String(group.findings.count)),
            "isOpen": .flag(group.isOpen), "findings": .markup(group.findings.map(card).joined()),
          ]
        }),
      "tables": .list(
        tables.filter { !$0.3.isEmpty }.map { id, title, why, findings in
          [
            "id": .text(id), "title": .text(title), "why": .text(why),
            "number": .text(String(findings.count)),
            "rows": .list(outsideRows(findings)),
          ]
        }), "markets": options(report.assessment.markets.map { ($0.country, $0.name) }),
      "topics": options(unique(report.assessment.findings.map(\.topic)).map { ($0, topicTitle($0)) }),
      "severities": options(Severity.allCases.reversed().map { ($0.rawValue, $0.rawValue) }),
      "verdicts": options(
        Verdict.byAttention.filter { verdict in ranked.contains { $0.verdict == verdict } }
          .map { ($0.rawValue, $0.word) }),
      "owners": options(unique(open.map { report.due($0).owner }).sorted().map { ($0, $0) }),
    ])
  }

  /// A fold of the list; the full ones have cards with every field.
  struct Group {
    var id: String
    var title: String
    var isOpen = false
    var isFull = true
    var findings: [Finding]
  }

  static func groups(_ report: Report) -> [Group] {
    func duties(_ verdict: Verdict) -> [Finding] {
      report.findings(verdict).filter { $0.modality != .permission }
    }
    return [
      Group(id: "blockers", title: "Open blockers", isOpen: true, findings: report.blockers),
      Group(id: "gaps", title: "Other gaps", isOpen: true, findings: report.gaps.filter { !$0.blocksEntry }),
      Group(
        id: "errors", title: "Errors: could not be judged", isOpen: true, findings: report.findings(.error)),
      Group(id: "undetermined", title: "Unknown", isOpen: true, findings: duties(.undetermined)),
      Group(id: "upcoming", title: "Starts later", findings: report.upcoming),
      Group(id: "waived", title: "Waived", findings: report.findings(.waived)),
      Group(
        id: "permissions", title: "Permissions that are open", isFull: false,
        findings: report.findings(.allowed)),
      Group(id: "met", title: "Met", isFull: false, findings: report.findings(.satisfied)),
    ]
  }

  private func options(_ all: [(value: String, title: String)]) -> Fields.Field {
    .list(all.map { ["value": .text($0.value), "title": .text(oneLine($0.title))] })
  }

  private func unique(_ all: [String]) -> [String] {
    var result: [String] = []
    for each in all where !result.contains(each) { result.append(each) }
    return result
  }

  /// What the filter looks at, the same for cards and rows.
  func attributes(_ finding: Finding) -> Fields {
    [
      "anchor": .text(anchors[finding.id]), "m": .text(finding.markets.joined(separator: " ")),
      "t": .text(finding.topic), "s": .text(finding.severity.rawValue), "v": .text(finding.verdict.rawValue),
      "o": .text(finding.verdict == .gap ? report.due(finding).owner : nil),
    ]
  }

  /// One row per provision and reason, with all subjects that it leaves alone.
  private func outsideRows(_ findings: [Finding]) -> [Fields] {
    struct Key: Hashable {
      var provision: String
      var why: String
    }
    var keys: [Key] = []
    var rows: [Key: [Finding]] = [:]
    for finding in findings {
      // The condition that failed, not those that held.
      let reason =
        finding.because.first { $0.result == .no && $0.part != .exception }
        ?? finding.because.first { $0.result == .unknown } ?? finding.because.last
      let why = reason.map { "\(oneLine($0.text)): \($0.result.word)" } ?? "none"
      let key = Key(provision: "\(finding.pack)/\(finding.provision) \(finding.marketsText)", why: why)
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(finding)
    }
    return keys.compactMap { key in
      guard let findings = rows[key], let first = findings.first else { return nil }
      var row = attributes(first)
      row["number"] = .text(findings.count == 1 ? nil : String(findings.count))
      row["title"] = .text(oneLine(first.title))
      row["law"] = .text(first.citationText)
      row["why"] = .text(key.why)
      row["subjects"] = .list(
        findings.map { ["anchor": .text(anchors[$0.id]), "subject": .text(oneLine($0.subject.title))] })
      return row
    }
  }
}

private let findingsTemplate = Template(
  #"""
  <section id="findings" aria-labelledby="findings-h">
  <h2 id="findings-h">Findings ({{count}})</h2>
  {{#isEmpty}}<p>No provision was judged: no pack, or no subject in the plan.</p>{{/isEmpty}}
  {{^isEmpty}}
  <form id="filter" role="search" aria-label="Filter findings" hidden>
  <label>Search <input type="search" name="q" autocomplete="off"></label>
  <label>Market <select name="m"><option value="">all</option>{{#markets}}<option
  value="{{value}}">{{title}}</option>{{/markets}}</select></label>
  <label>Topic <select name="t"><option value="">all</option>{{#topics}}<option
  value="{{value}}">{{title}}</option>{{/topics}}</select></label>
  <label>Severity <select name="s"><option value="">all</option>{{#severities}}<option
  value="{{value}}">{{title}}</option>{{/severities}}</select></label>
  <label>Verdict <select name="v"><option value="">all</option>{{#verdicts}}<option
  value="{{value}}">{{title}}</option>{{/verdicts}}</select></label>
  <label>Owner <select name="o"><option value="">all</option>{{#owners}}<option
  value="{{value}}">{{title}}</option>{{/owners}}</select></label>
  <button type="reset">Clear</button>
  <p id="shown" aria-live="polite"></p>
  </form>
  {{#groups}}<details class="clump" id="g-{{id}}"{{#isOpen}} open{{/isOpen}}>
  <summary><h3>{{title}} (<span class="number" data-all="{{number}}">{{number}}</span>)</h3></summary>
  {{findings}}</details>
  {{/groups}}
  {{#tables}}<details class="clump" id="g-{{id}}">
  <summary><h3>{{title}} (<span class="number" data-all="{{number}}">{{number}}</span>)</h3></summary>
  <div class="scroll" role="group" tabindex="0" aria-label="{{title}}">
  <table>
  <caption>{{title}}, with {{why}}</caption>
  <thead><tr><th scope="col">Provision</th><th scope="col">For</th><th scope="col">Law</th>
  <th scope="col">Why</th></tr></thead>
  <tbody>
  {{#rows}}<tr data-m="{{m}}" data-t="{{t}}" data-s="{{s}}" data-v="{{v}}"{{#number}}
  data-n="{{number}}"{{/number}}><th scope="row">{{title}}</th>
  <td>{{#subjects}}<span class="item" id="{{anchor}}">{{subject}}</span>{{/subjects}}</td><td>{{law}}</td>
  <td>{{why}}</td></tr>
  {{/rows}}</tbody>
  </table>
  </div>
  </details>
  {{/tables}}
  {{/isEmpty}}
  </section>

  """#)
