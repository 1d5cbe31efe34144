import JSON
import Engine
import FEEL
import Rules

/// The law that was applied as OSCAL's catalog: a group for each pack, a control for each provision that was judged.
package func oscalCatalog(_ report: Report) -> String { OSCAL(report: report).catalog }

/// What of that law binds this plan, or may, as OSCAL's profile of the catalog.
package func oscalProfile(_ report: Report) -> String { OSCAL(report: report).profile }

extension OSCAL {
  var catalog: String {
    let groups = assessment.packs.compactMap { pack -> JSONValue? in
      let rules = assessment.rules(of: pack.id)
      guard !rules.isEmpty else { return nil }
      return .object([
        "id": .string(plainToken(pack.id)), "class": "pack", "title": .string(line(pack.title)),
        "props": [
          property("pack", pack.id), property("jurisdiction", pack.jurisdiction),
          property("edition", pack.edition), property("sha256", pack.sha256),
          property("reviewed", pack.review.on),
        ], "controls": .array(rules.map(provision)),
      ])
    }
    return document(
      "catalog",
      [
        "uuid": documentUUID("catalog"), "metadata": metadata("Law applied to \(report.about)"),
        "groups": .array(groups),
      ])
  }

  var profile: String {
    let binding = assessment.findings.filter { $0.verdict != .notApplicable && $0.verdict != .notAllowed }
    let ids = controlIDs(binding).map { JSONValue.string($0) }
    let choice: JSONValue = ids.isEmpty ? [] : [.object(["with-ids": .array(ids)])]
    return document(
      "profile",
      [
        "uuid": documentUUID("profile"), "metadata": metadata("Law that binds \(report.about), or may"),
        "imports": [.object(["href": .string(Self.catalogFile), "include-controls": choice])],
        "merge": .object(["as-is": .flag(true)]),
      ])
  }

  private func provision(_ finding: Finding) -> JSONValue {
    let id = control(finding)
    let provision = finding.rule.provision
    var properties = [
      property("provision", finding.ruleID), property("topic", finding.topic),
      property("severity", finding.severity.rawValue), property("confidence", finding.confidence.rawValue),
    ]
    properties += provision.citations.map { property("citation", $0.text) }
    if let from = finding.appliesFrom { properties.append(property("applies-from", from.description)) }
    if let actor = finding.actor { properties.append(property("actor", actor)) }
    var parts = [
      JSONValue.object([
        "id": .string("\(id)_smt"), "name": "statement", "prose": .string(line(finding.summary)),
      ])
    ]
    parts += finding.quotes.enumerated().map { place, quote in
      .object([
        "id": .string("\(id)_gdn.\(place + 1)"), "name": "guidance", "class": "quotation",
        "prose": .string(line(quote.text)),
      ])
    }
    return .object([
      "id": .string(id), "class": .string(finding.modality.rawValue), "title": .string(line(finding.title)),
      "props": .array(properties), "links": links(provision.citations), "parts": .array(parts),
    ])
  }
}
