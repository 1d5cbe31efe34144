/// Replicas over time for one forecast, the bounds of the autoscaler, and what it costs.
package struct CapacityPlan: Sendable {
  package struct Step: Sendable {
    package var moment: Moment
    package var demand: Double
    /// The upper end of the interval.
    package var highDemand: Double
    package var replicas: Int
    package var highReplicas: Int
    /// With the replicas for the demand expected.
    package var utilization: Double
  }

  /// What the replicas of all steps cost.
  package struct Cost: Sendable, Hashable {
    package var expected: Double
    /// If demand were at the upper end at every step.
    package var high: Double
    /// With the most replicas all the time.
    package var fixed: Double
  }

  package var region: String?
  package var terms: CapacityTerms
  /// The share of values that an interval of the forecast holds.
  package var level: Double
  package var steps: [Step]
  package var leastReplicas: Int
  package var mostReplicas: Int
  package var cost: Cost?
  package var notes: [String]

  /// The least is what the lower end of the interval needs in its quietest step, the most what the upper end needs in its busiest: all
  /// from the first, and widest, interval of the forecast that was asked for.
  package init(_ forecast: Forecast, _ terms: CapacityTerms, tolerance: Double) {
    let intervals = forecast.steps.map { step in
      step.intervals.first ?? .init(level: 0, low: step.value, high: step.value)
    }
    let steps = zip(forecast.steps, intervals).map { step, interval in
      let replicas = terms.replicas(for: step.value)
      return Step(
        moment: step.moment, demand: step.value, highDemand: interval.high, replicas: replicas,
        highReplicas: terms.replicas(for: interval.high),
        utilization: terms.utilization(step.value, replicas: replicas))
    }
    let least = intervals.map { terms.replicas(for: $0.low) }.min() ?? terms.fewest
    let most = steps.map(\.highReplicas).max() ?? terms.fewest
    let hours = Double(forecast.series.step) / 3600
    self.init(
      region: forecast.series.region, terms: terms, level: intervals.first?.level ?? 0, steps: steps,
      leastReplicas: least, mostReplicas: most,
      cost: terms.hourlyCost.map { price in
        func sum(_ count: (Step) -> Int) -> Double {
          steps.reduce(0) { $0 + Double(count($1)) } * hours * price
        }
        return Cost(expected: sum(\.replicas), high: sum(\.highReplicas), fixed: sum { _ in most })
      }, notes: Self.notes(steps, terms, tolerance: tolerance, most: most))
  }

  /// A change of one replica moves use by a step; the band holds it only if there are enough replicas.
  private static func notes(_ steps: [Step], _ terms: CapacityTerms, tolerance: Double, most: Int) -> [String]
  {
    var notes: [String] = []
    let below = steps.count { $0.utilization < terms.low }
    if below > 0 {
      notes.append(
        "\(below) of \(steps.count) steps are below \(levelText(terms.low)) of use: one replica more or less is more than the band is wide; smaller replicas would stay in it"
      )
    }
    let held = terms.held(tolerance: tolerance)
    if held.lowerBound < terms.low - 1e-9 || held.upperBound > terms.high + 1e-9 {
      let most = min(1 - terms.low / terms.target, terms.high / terms.target - 1)
      notes.append(
        "with a tolerance of \(levelText(tolerance)) the autoscaler lets use lie from \(percent(held.lowerBound)) to \(percent(held.upperBound)); \(percent(max(0, most))) would keep it in the band"
      )
    }
    if most >= CapacityTerms.most {
      notes.append("\(CapacityTerms.most) replicas are the most that is computed")
    }
    return notes
  }
}

extension CapacityPlan {
  private init(
    region: String?, terms: CapacityTerms, level: Double, steps: [Step], leastReplicas: Int,
    mostReplicas: Int,
    cost: Cost?, notes: [String]
  ) {
    (self.region, self.terms, self.level, self.steps) = (region, terms, level, steps)
    (self.leastReplicas, self.mostReplicas, self.cost, self.notes) = (
      leastReplicas, mostReplicas, cost, notes
    )
  }
}
