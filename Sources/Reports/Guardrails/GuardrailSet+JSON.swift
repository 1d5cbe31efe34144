import Diagnostics
import Engine
import FEEL
import Rules

/// The same as JSON: a row for each category of data, activity and use; the same bytes for the same plan.
package func guardrailsJSON(_ set: GuardrailSet, engine: String) -> String {
  json(of: GuardrailFile(set, engine: engine))
}

private struct GuardrailFile: Encodable {
  var schemaVersion = "1.0"
  var cloud, plan, asOf, engine: String
  var rows: [Row]
  var needs: [Need]
  var notEnforced: [Open]
  var refused: [String]

  struct Row: Encodable {
    /// Absent: the plan does not say which data.
    var category, categoryTitle: String?
    var activity, use: String
    /// Absent: it is no matter of regions.
    var tag: String?
    var countries: [String]
    var regions: [String]?
    var provisions: [Provision]
  }
  struct Provision: Encodable {
    var finding, title, places, plan: String
    var citations, allowedElsewhere, misplaced: [String]
    var verify: Bool
  }
  struct Need: Encodable {
    var finding, places, holds: String
    var citations: [String]
  }
  struct Open: Encodable {
    var finding, reason: String
    var citations: [String]
  }

  init(_ set: GuardrailSet, engine: String) {
    cloud = set.cloud.prefix
    plan = set.planFile
    asOf = set.asOf.description
    self.engine = engine
    rows = zip(set.guardrails.activities, set.guardrails.labels).flatMap { activity, label in
      activity.limits.flatMap { limit in
        let zone = set.zones.first { $0.label == label && $0.uses.contains(limit.use) }
        let categories = activity.categories.map { $0.isEmpty ? [nil] : $0.map(Optional.some) } ?? [nil]
        return categories.map { category in
          Row(
            category: category?.id, categoryTitle: category?.title, activity: activity.subject.id,
            use: limit.use.word, tag: zone.map { _ in "\(label).\(limit.use.word)" },
            countries: limit.countries, regions: zone?.regions,
            provisions: limit.sources.map { Provision($0, limit.use) })
        }
      }
    }
    let all = set.guardrails.activities + (set.guardrails.organization.map { [$0] } ?? [])
    needs = all.flatMap(\.needs).map {
      Need(
        finding: $0.source.finding.id, places: $0.state.residency.placesText, holds: $0.state.holds.rawValue,
        citations: $0.source.finding.citations.map(\.text))
    }
    notEnforced = all.flatMap(\.open).map {
      Open(
        finding: $0.source.finding.id, reason: $0.text, citations: $0.source.finding.citations.map(\.text))
    }
    refused = set.refusals
  }
}

extension GuardrailFile.Provision {
  init(_ source: Guardrails.Source, _ use: DataUse) {
    self.init(
      finding: source.finding.id, title: source.finding.title, places: source.placesText([use]),
      plan: source.place,
      citations: source.finding.citations.map(\.text), allowedElsewhere: source.permitsText([use]),
      misplaced: source.misplaced, verify: source.finding.verify)
  }
}
