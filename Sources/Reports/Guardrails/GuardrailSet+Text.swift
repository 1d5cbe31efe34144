import Diagnostics
import Engine
import Rules

/// What the law leaves for each activity and use, the regions of the cloud, and what is not enforced and why; for the terminal.
package func guardrailsText(_ set: GuardrailSet) -> String {
  var lines = ["Guardrails of \(oneLine(set.about)) for \(set.cloud.title), law as of \(set.asOf)"]
  for (activity, label) in zip(set.guardrails.activities, set.guardrails.labels) {
    lines += [""] + set.lines(of: activity, label)
  }
  if let whole = set.guardrails.organization {
    lines += ["", "The organization as a whole"] + set.rest(of: whole)
  }
  lines += ["", GuardrailSet.caution]
  return lines.joined(separator: "\n") + "\n"
}

extension GuardrailSet {
  fileprivate func lines(of activity: Guardrails.Activity, _ label: String) -> [String] {
    let data = activity.categories?.map { oneLine($0.title) }.joined(separator: ", ") ?? "not stated"
    var lines = [
      "\(oneLine(activity.subject.title)) (\(oneLine(activity.location.file)):\(activity.location.line))",
      "  data: \(data.isEmpty ? "none" : data)",
    ]
    let own = zones.filter { $0.label == label }
    if own.isEmpty { lines.append("  no rule of place binds a region: nothing is restricted") }
    for zone in own {
      let regions = zone.regions.isEmpty ? "none: nothing is written" : zone.regions.joined(separator: ", ")
      lines.append("  \(zone.usesText)")
      lines.append("    tags: \(zone.tags.joined(separator: ", "))")
      lines.append("    countries: \(countriesText(zone.countries)); regions: \(regions)")
      for source in zone.sources {
        lines.append("    by \(source.text)")
        lines.append("       \(source.placesText(zone.uses))")
        lines += source.permitsText(zone.uses).map { "       \($0)" }
      }
    }
    for limit in activity.limits where !limit.use.isInCloud {
      lines.append(
        "  \(limit.use.title): \(countriesText(limit.countries)), which no policy of a region can see to")
      lines += limit.sources.map { "    by \($0.text)" }
    }
    return lines + rest(of: activity)
  }

  /// What must be somewhere, what lies elsewhere, and what is not enforced.
  fileprivate func rest(of activity: Guardrails.Activity) -> [String] {
    var lines = activity.needs.map { "  must exist: \($0.text)\n    by \($0.source.text)" }
    lines += misplaced(in: activity).map { "  to move: \($0)" }
    let far = activity.open.filter(\.isFar)
    lines += activity.open.filter { !$0.isFar }.map { "  not enforced: \($0.text)\n    by \($0.source.text)" }
    if !far.isEmpty {
      let names = Set(far.map(\.source.provision)).sorted()
      lines.append(
        "  not enforced: \(count(names.count, "provision")) of countries that are no market of the plan may bind, undecided: "
          + names.joined(separator: ", "))
    }
    return lines
  }

  /// What lies where the policies would not let it be made today.
  func misplaced(in activity: Guardrails.Activity) -> [String] {
    var result: [String] = []
    for text in activity.limits.flatMap(\.sources).flatMap(\.misplaced) where !result.contains(text) {
      result.append(text)
    }
    return result
  }
}
