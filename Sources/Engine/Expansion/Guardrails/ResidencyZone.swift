package import Facts

/// Uses of the data of one activity that the law leaves the same countries, with the regions of one cloud in them.
package struct ResidencyZone: Sendable {
  package var activity: Guardrails.Activity
  /// Short, of lower-case letters, digits and hyphens; no two activities share it.
  package var label: String
  package var uses: [DataUse]
  package var countries: [String]
  /// As the cloud writes them.
  package var regions: [String]
  package var sources: [Guardrails.Source]

  /// The values of the tag that say that something belongs here: `orders.primary`.
  package var tags: [String] { uses.map { "\(label).\($0.word)" } }

  /// Nothing can be written for it: no country is left, or the cloud has no region in those that are.
  package var isRefused: Bool { regions.isEmpty }
}

extension Guardrails {
  /// `cloud` is the prefix of its regions in the geography. A region whose country is not known is in none.
  package func zones(in cloud: String, _ geography: Geography) -> [ResidencyZone] {
    var zones: [ResidencyZone] = []
    for (activity, label) in zip(activities, labels) {
      for limit in activity.limits where limit.use.isInCloud {
        if let same = zones.firstIndex(where: { $0.label == label && $0.countries == limit.countries }) {
          zones[same].uses.append(limit.use)
          zones[same].sources += limit.sources.filter { source in
            !zones[same].sources.contains { $0.finding.id == source.finding.id }
          }
          continue
        }
        let allowed = Set(limit.countries)
        zones.append(
          ResidencyZone(
            activity: activity, label: label, uses: [limit.use], countries: limit.countries,
            regions: geography.regions.filter { region in
              region.id.hasPrefix(cloud + "/") && region.country.map(allowed.contains) == true
            }.map { String($0.id.dropFirst(cloud.count + 1)) },
            sources: limit.sources))
      }
    }
    return zones
  }

  /// What activities are called in tags and names of files: from their ids, which may hold anything.
  package var labels: [String] {
    var result: [String] = []
    var taken: Set<String> = []
    for activity in activities {
      var plain = ""
      for scalar in activity.subject.id.lowercased().unicodeScalars.prefix(Self.longestLabel) {
        switch scalar {
        case "a"..."z", "0"..."9": plain.unicodeScalars.append(scalar)
        default: if !plain.isEmpty, plain.last != "-" { plain += "-" }
        }
      }
      while plain.last == "-" { plain.removeLast() }
      if plain.isEmpty { plain = "activity" }
      var label = plain
      var number = 2
      while !taken.insert(label).inserted {
        label = "\(plain)-\(number)"
        number += 1
      }
      result.append(label)
    }
    return result
  }

  /// With a use behind it, a label of Kubernetes (63 characters) has room for it.
  private static let longestLabel = 40
}
