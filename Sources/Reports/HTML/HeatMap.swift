import Engine
import FEEL
import Rules

extension Page {
  /// Jurisdictions against topics: worst open severity with sign, count and words; "no pack" is not "clean".
  var heatMap: String {
    let packs = report.assessment.packs
    var topics = Pack.topics
    for topic in report.assessment.findings.map(\.topic) where !topics.contains(topic) {
      topics.append(topic)
    }
    var rows: [String] = []
    // What governs the markets first, then the packs that were asked in vain.
    let near = Set(report.assessment.markets.flatMap(\.packs))
    let all =
      packs.filter { near.contains($0.id) }.map(\.jurisdiction) + report.assessment.markets.map(\.country)
      + packs.map(\.jurisdiction)
    var quiet: [String] = []
    for row in all where !rows.contains(row) && !quiet.contains(row) {
      if isQuiet(row, near) { quiet.append(row) } else { rows.append(row) }
    }
    return heatTemplate([
      "topics": .texts(topics.map(topicTitle)),
      "rows": .list(
        rows.map { row in
          ["name": .text(name(row)), "cells": .list(topics.map { cell(row, $0) })]
        }), "isEmpty": .flag(rows.isEmpty && quiet.isEmpty), "hasQuiet": .flag(!quiet.isEmpty),
      "quiet": .text(quiet.sorted().joined(separator: ", ")),
    ])
  }

  /// Looked at, with nothing that applies: one line instead of a row.
  private func isQuiet(_ jurisdiction: String, _ near: Set<String>) -> Bool {
    let ids = Set(report.assessment.packs.filter { $0.jurisdiction == jurisdiction }.map(\.id))
    guard !report.assessment.markets.contains(where: { $0.country == jurisdiction }),
      ids.isDisjoint(with: near)
    else { return false }
    return report.assessment.findings.filter { ids.contains($0.pack) }
      .allSatisfy { $0.verdict == .notApplicable || $0.verdict == .notAllowed }
  }

  private func name(_ jurisdiction: String) -> String {
    report.assessment.markets.first { $0.country == jurisdiction }
      .map { $0.name == jurisdiction ? jurisdiction : "\(oneLine($0.name)) (\(jurisdiction))" }
      ?? jurisdiction
  }

  private func cell(_ jurisdiction: String, _ topic: String) -> Fields {
    let packs = report.assessment.packs.filter { $0.jurisdiction == jurisdiction }
    let ids = Set(packs.map(\.id))
    let findings = ranked.filter { ids.contains($0.pack) && $0.topic == topic }
    func of(_ verdicts: Verdict...) -> [Finding] { findings.filter { verdicts.contains($0.verdict) } }
    let gaps = of(.gap)
    let unknown = findings.filter(\.isOpenQuestion)
    let later = of(.upcoming)
    var parts: [(sign: String, words: String)] = []
    var target: Finding?
    var state = "na"
    func add(_ group: [Finding], _ name: String, _ sign: String, _ words: String) {
      guard let first = group.first else { return }
      if target == nil {
        target = first
        state = name
      }
      parts.append((sign, words))
    }
    let worst = gaps.map(\.severity).max()
    add(
      gaps, gaps.contains(where: \.blocksEntry) ? "blocker" : "gap", worst?.sign ?? "×",
      "\(count(gaps.count, "gap")), \(worst?.rawValue ?? "")"
        + (gaps.contains(where: \.blocksEntry) ? ", blocks entry" : ""))
    add(unknown, "unknown", "?", "\(unknown.count) unknown")
    add(later, "later", "→", "\(later.count) later")
    add(of(.waived), "waived", "~", "\(of(.waived).count) waived")
    if parts.isEmpty { add(of(.satisfied), "met", "✓", "\(of(.satisfied).count) met") }
    if parts.isEmpty { add(of(.allowed, .notAllowed, .undetermined), "na", "–", "permissions only") }
    if parts.isEmpty { add(of(.notApplicable), "na", "–", "does not apply (\(of(.notApplicable).count))") }
    if parts.isEmpty, packs.contains(where: { $0.topic == topic }) { parts = [("–", "nothing to judge")] }
    if parts.isEmpty {
      state = "nopack"
      parts = [("/", "no pack")]
    }
    let fallback = state == "nopack" ? "provenance" : "findings"
    return [
      "state": .text(state), "anchor": .text(target.flatMap { anchors[$0.id] } ?? fallback),
      "parts": .list(parts.map { ["sign": .text($0.sign), "words": .text($0.words)] }),
    ]
  }
}

private let heatTemplate = Template(
  #"""
  <section id="heat-map" aria-labelledby="heat-map-h">
  <h2 id="heat-map-h">Heat map</h2>
  {{#isEmpty}}<p>No pack and no market: nothing to show.</p>{{/isEmpty}}
  {{^isEmpty}}
  <div class="scroll" role="group" tabindex="0" aria-label="Heat map">
  <table class="heat">
  <caption>Jurisdiction by topic: sign and words of the worst open finding, with its count; each cell leads
  to it</caption>
  <thead><tr><th scope="col">Jurisdiction</th>{{#topics}}<th scope="col">{{.}}</th>{{/topics}}</tr></thead>
  <tbody>
  {{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="{{state}}"><a href="#{{anchor}}">
  {{#parts}}<span class="part"><span aria-hidden="true">{{sign}}</span> {{words}}</span> {{/parts}}</a></td>
  {{/cells}}</tr>
  {{/rows}}</tbody>
  </table>
  </div>
  {{#hasQuiet}}<p>Looked at, and nothing applies: {{quiet}}.</p>{{/hasQuiet}}
  <ul class="legend">
  <li><span class="key blocker">■</span> gap that blocks entry</li>
  <li><span class="key gap">▲</span> gap: ■ critical ▲ high ◆ medium ● low</li>
  <li><span class="key unknown">?</span> unknown</li>
  <li><span class="key later">→</span> starts later</li>
  <li><span class="key waived">~</span> waived</li>
  <li><span class="key met">✓</span> met</li>
  <li><span class="key na">–</span> does not apply</li>
  <li><span class="key nopack">/</span> no pack: not looked at</li>
  </ul>
  {{/isEmpty}}
  </section>

  """#)
