extension CapacityPlan {
  /// The autoscaler of a deployment (Kubernetes, autoscaling/v2). `name` is a name that Kubernetes takes.
  package func autoscaler(deployment: String, name: String) -> String {
    """
    # Bounds from a forecast: the lower and upper end of its intervals of \(levelText(level)).
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: "\(name)"
    spec:
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: "\(deployment)"
      minReplicas: \(leastReplicas)
      maxReplicas: \(mostReplicas)
      metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: \(Int((100 * terms.target).rounded()))
      behavior:
        scaleDown:
          # The default: the highest recommendation of the last five minutes counts.
          stabilizationWindowSeconds: 300

    """
  }

  /// Variables of Terraform with the bounds of every region as their default.
  package static func terraform(_ plans: [CapacityPlan]) -> String {
    let regions = plans.map { plan in
      """
          \(quoted(plan.region ?? "all")) = {
            min_replicas       = \(plan.leastReplicas)
            max_replicas       = \(plan.mostReplicas)
            target_utilization = \(fixed(plan.terms.target, 4))
          }
      """
    }
    return """
      variable "capacity" {
        description = "Bounds of the autoscaler by region, from a forecast of demand"
        type = map(object({
          min_replicas       = number
          max_replicas       = number
          target_utilization = number
        }))
        default = {
      \(regions.joined(separator: "\n"))
        }
        validation {
          condition     = alltrue([for each in values(var.capacity) : each.min_replicas >= 1 && each.min_replicas <= each.max_replicas])
          error_message = "The fewest replicas are at least 1 and not above the most."
        }
      }

      """
  }

  /// A string of HCL in which nothing is evaluated.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{" where result.hasSuffix("$") || result.hasSuffix("%"):
        // `${` and `%{` are written with the sign doubled.
        result += String(result.last ?? "$") + "{"
      default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// A label of DNS (RFC 1123), as Kubernetes wants names: small letters, digits and hyphens, at most 63; nil if nothing is left.
  package static func label(_ text: String) -> String? {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      let isPlain = "abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars.contains(scalar)
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    name = String(name.prefix(63))
    while name.hasSuffix("-") { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}
