import Engine
import FEEL

extension GuardrailSet {
  /// For each zone a policy that admits pods with its label only if they must run in its regions, and a class of volumes there.
  var kubernetes: String {
    var yaml = YAMLText()
    yaml.comment(
      "Where the law lets the data of \(about) be worked on and lie, as of \(asOf). Kubernetes 1.30 or later."
    )
    yaml.comment(
      "A pod says by the label \(Self.tag) what it works on. Without the label it is not restricted.")
    for zone in enforced {
      yaml.line(0, "---")
      yaml.comment(zone, 0)
      yaml.admission(zone)
      yaml.line(0, "---")
      yaml.binding(zone)
      guard zone.uses.contains(where: { if case .store = $0 { true } else { false } }) else { continue }
      yaml.line(0, "---")
      yaml.comment(
        "For drivers that know regions; for one that knows zones alone, name the zones of these regions.")
      yaml.volumes(zone, disks: cloud.disks)
    }
    return yaml.text
  }
}

extension YAMLText {
  private static let region = "topology.kubernetes.io/region"

  private mutating func head(_ version: String, _ kind: String, _ name: String) {
    line(0, "apiVersion", version)
    line(0, "kind", kind)
    line(0, "metadata:")
    line(1, "name", name)
  }

  fileprivate mutating func admission(_ zone: ResidencyZone) {
    head("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", name(zone))
    line(0, "spec:")
    line(1, "failurePolicy", "Fail")
    line(1, "matchConstraints:")
    line(2, "objectSelector:")
    line(3, "matchExpressions:")
    line(4, "- key: \(Self.quoted(GuardrailSet.tag))")
    line(5, "operator", "In")
    line(5, "values:")
    for tag in zone.tags { item(5, tag) }
    line(2, "resourceRules:")
    line(3, "- apiGroups: [\"\"]")
    line(4, "apiVersions: [\"v1\"]")
    line(4, "operations: [\"CREATE\", \"UPDATE\"]")
    line(4, "resources: [\"pods\"]")
    line(1, "validations:")
    line(2, "- expression: \(Self.quoted(Self.condition(zone.regions)))")
    line(3, "message", "\(zone.name) may run in \(zone.regions.joined(separator: ", ")) alone")
  }

  fileprivate mutating func binding(_ zone: ResidencyZone) {
    head("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", name(zone))
    line(0, "spec:")
    line(1, "policyName", name(zone))
    line(1, "validationActions: [\"Deny\"]")
  }

  fileprivate mutating func volumes(_ zone: ResidencyZone, disks: String) {
    head("storage.k8s.io/v1", "StorageClass", name(zone))
    line(0, "provisioner", disks)
    line(0, "volumeBindingMode", "WaitForFirstConsumer")
    line(0, "allowedTopologies:")
    line(1, "- matchLabelExpressions:")
    line(3, "- key: \(Self.quoted(Self.region))")
    line(4, "values:")
    for region in zone.regions { item(4, region) }
  }

  private func name(_ zone: ResidencyZone) -> String { "pratique-\(zone.name.lowercased())" }

  /// In the Common Expression Language: the pod must run in one of the regions, by its node selector or by every term of the
  /// affinity that it requires.
  private static func condition(_ regions: [String]) -> String {
    let list = "[" + regions.map { "'\($0)'" }.joined(separator: ", ") + "]"
    let required = "object.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
    return "has(object.spec.nodeSelector) && '\(region)' in object.spec.nodeSelector "
      + "&& object.spec.nodeSelector['\(region)'] in \(list) "
      + "|| has(object.spec.affinity) && has(object.spec.affinity.nodeAffinity) && has(\(required)) "
      + "&& \(required).nodeSelectorTerms.all(term, has(term.matchExpressions) && term.matchExpressions.exists(each, "
      + "each.key == '\(region)' && each.operator == 'In' && each.values.all(value, value in \(list))))"
  }
}
