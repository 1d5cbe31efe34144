import Engine
import FEEL

extension GuardrailCloud {
  /// One organization policy, for there is one for each constraint: a rule for the zones that have the same regions.
  static let gcp = GuardrailCloud(
    prefix: "gcp", title: "Google Cloud", disks: "pd.csi.storage.gke.io",
    steps: [
      "Make the tag: `gcloud resource-manager tags keys create \(GuardrailSet.tag) --parent=organizations/ORGANIZATION_ID`, "
        + "with a value for each one in the table.",
      "Put the number of the organization for `ORGANIZATION_ID`, then `gcloud org-policies set-policy organization-policy.yaml`.",
      "Bind the tag to the projects or folders that hold the data: Google looks at tags of projects and folders, "
        + "not of a resource that is being made. A project without the tag is not restricted.",
    ],
    write: { set in
      let rules = merged(set.enforced)
      guard rules.count <= mostRules else {
        return (
          [],
          [
            "organization-policy.yaml: Google takes \(mostRules) rules, \(rules.count) are needed; split the plan"
          ]
        )
      }
      return ([File(name: "organization-policy.yaml", text: policy(rules, set))], [])
    },
    place: { zone in ("organization-policy.yaml", "the rule with `\(zone.tags[0])`") })

  private static let mostRules = 10
  /// Tags in the condition of a rule.
  private static let mostTags = 10

  private struct Rule {
    var regions: [String]
    var tags: [String]
    var zones: [ResidencyZone]
  }

  private static func merged(_ zones: [ResidencyZone]) -> [Rule] {
    var rules: [Rule] = []
    for zone in zones {
      if let same = rules.firstIndex(where: {
        $0.regions == zone.regions && $0.tags.count + zone.tags.count <= mostTags
      }) {
        rules[same].tags += zone.tags
        rules[same].zones.append(zone)
      } else {
        rules.append(Rule(regions: zone.regions, tags: zone.tags, zones: [zone]))
      }
    }
    return rules
  }

  private static func policy(_ rules: [Rule], _ set: GuardrailSet) -> String {
    var yaml = YAMLText()
    yaml.comment("Where the law lets the data of \(set.about) lie, as of \(set.asOf).")
    yaml.comment(
      "The values of all rules that match are joined: a rule without a condition would lift the others.")
    yaml.line(0, "name", "organizations/ORGANIZATION_ID/policies/gcp.resourceLocations")
    yaml.line(0, "spec:")
    yaml.line(1, "rules:")
    for rule in rules {
      for zone in rule.zones { yaml.comment(zone, 1) }
      let condition = rule.tags.map { "resource.matchTag('ORGANIZATION_ID/\(GuardrailSet.tag)', '\($0)')" }
      yaml.line(1, "- condition:")
      yaml.line(3, "expression", condition.joined(separator: " || "))
      yaml.line(2, "values:")
      yaml.line(3, "allowedValues:")
      for region in rule.regions { yaml.item(3, "in:\(region)-locations") }
    }
    return yaml.text
  }
}
