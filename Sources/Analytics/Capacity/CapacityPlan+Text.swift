extension CapacityPlan {
  /// For people.
  package func text(file: String, method: String, currency: String) -> String {
    var lines = ["Capacity for \(file)" + (region.map { ", region \($0)" } ?? "")]
    lines.append("Demand: \(method); intervals of \(levelText(level))")
    lines.append(
      "One replica does \(shown(terms.unitCapacity)); use aims at \(percent(terms.target)), in a band from \(levelText(terms.low)) to \(levelText(terms.high))"
    )
    lines.append("Autoscaler: \(leastReplicas) to \(mostReplicas) replicas")
    if let cost {
      let saved = cost.fixed > 0 ? 1 - cost.expected / cost.fixed : 0
      lines.append(
        "Cost over \(steps.count) steps: \(shown(cost.expected)) \(currency) expected, \(shown(cost.high)) with demand at the upper end; \(shown(cost.fixed)) with \(mostReplicas) replicas all the time (\(percent(saved)) less)"
      )
    }
    for note in notes { lines.append("Note: \(note)") }
    lines.append("")
    let head = ["date", "demand", "upper end", "replicas", "for upper end", "use"]
    lines.append(
      columns(
        [head]
          + steps.map {
            [
              $0.moment.description, shown($0.demand), shown($0.highDemand), String($0.replicas),
              String($0.highReplicas), percent($0.utilization),
            ]
          }))
    return lines.joined(separator: "\n") + "\n"
  }

  package static func csv(_ plans: [CapacityPlan]) -> String {
    let head = "region,date,demand,highDemand,replicas,highReplicas,utilization"
    let rows = plans.flatMap { plan in
      plan.steps.map {
        [
          csvCell(plan.region ?? ""), $0.moment.description, fixed($0.demand, 6), fixed($0.highDemand, 6),
          String($0.replicas), String($0.highReplicas), fixed($0.utilization, 6),
        ].joined(separator: ",")
      }
    }
    return ([head] + rows).joined(separator: "\r\n") + "\r\n"
  }
}
