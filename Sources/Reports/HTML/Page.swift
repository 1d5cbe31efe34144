import Engine
import FEEL

/// The whole report as one page: no external request, readable without scripts, fit for paper.
package func html(_ report: Report) -> String { Page(report).text }

/// A report with what several of its sections need.
struct Page {
  let report: Report
  /// By finding id; two ids never share an anchor.
  let anchors: [String: String]
  let ranked: [Finding]
  /// The finding whose card holds the quotation, by pack and provision.
  let firstOfProvision: [String: Finding]
  /// The schedule alone: findings are named, but there is no place to link to.
  let isChecklist: Bool
  /// nil: nothing to draw, or nothing to draw it on.
  let map: WorldMap?

  init(_ report: Report, isChecklist: Bool = false) {
    self.report = report
    map = isChecklist ? nil : WorldMap(report)
    self.isChecklist = isChecklist
    ranked = report.ranked(report.assessment.findings)
    let long = Self.groups(report).filter(\.isFull).flatMap(\.findings)
    firstOfProvision = Dictionary(long.map { ("\($0.pack)/\($0.provision)", $0) }) { first, _ in first }
    guard !isChecklist else {
      anchors = [:]
      return
    }
    var anchors: [String: String] = [:]
    var taken: Set<String> = []
    for finding in report.assessment.findings {
      let plain = "f-\(anchor(finding.id))"
      var unique = plain
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(plain)-\(number)"
        number += 1
      }
      anchors[finding.id] = unique
    }
    self.anchors = anchors
  }

  var text: String {
    let sections = [
      summary, worldMap, heatMap, scorecard, reduction, metrics, schedule, exposures, loss, findings,
      questions, transfers, laneMap, placeRules, provenance,
      profiles,
      evidence,
    ]
    return frame(
      title: "\(report.about): \(report.decision.title) - market entry report", brand: "Market entry report",
      links: (map == nil ? [] : [("map", "Map")]) + [
        ("heat-map", "Heat map"), ("scorecard", "Scorecard"), ("schedule", "Schedule"),
        ("exposure", "Exposure"),
      ] + (report.loss == nil ? [] : [("loss", "Likely loss")]) + [
        ("findings", "Findings"), ("unknown", "Unknown"), ("transfers", "Transfers"),
      ] + (report.assessment.conflicts.isEmpty ? [] : [("conflicts", "Conflicts")]) + [
        ("provenance", "Provenance"), ("evidence", "Evidence"),
      ], main: sections.joined())
  }

  /// What every page has around its sections.
  func frame(title: String, brand: String, links: [(id: String, name: String)], main: String) -> String {
    Frame(version: report.assessment.engineVersion, digest: report.digest).page(
      title: title, brand: brand, links: links, main: main)
  }

  /// A finding by its id as a link with its title; as text if the report does not hold it.
  func reference(_ id: String) -> Fields {
    let title = markupText(oneLine(report.assessment.findings.first { $0.id == id }?.title ?? id))
    guard let anchor = anchors[id] else {
      return ["id": .text(id), "link": .markup(title), "item": .markup(title)]
    }
    return [
      "id": .text(id), "link": .markup(##"<a href="#\##(anchor)">\##(title)</a>"##),
      "item": .markup(##"<a class="ref" href="#\##(anchor)">\##(title)</a>"##),
    ]
  }
}
