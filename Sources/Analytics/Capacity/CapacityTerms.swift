/// What a unit of capacity can do and costs, and how busy it may be.
package struct CapacityTerms: Sendable {
  /// Work that one replica can do at full use, in the unit of the demand.
  package var unitCapacity: Double
  /// The band in which use shall stay.
  package var low: Double
  package var high: Double
  /// What the autoscaler aims at; within the band.
  package var target: Double
  /// Never fewer replicas, whatever the demand.
  package var fewest: Int
  /// Cost of a replica for an hour; nil leaves costs out.
  package var hourlyCost: Double?

  package init(
    unitCapacity: Double, low: Double, high: Double, target: Double, fewest: Int, hourlyCost: Double?
  ) {
    precondition(unitCapacity > 0 && low > 0 && low <= target && target <= high && high <= 1 && fewest >= 1)
    (self.unitCapacity, self.low, self.high, self.target) = (unitCapacity, low, high, target)
    (self.fewest, self.hourlyCost) = (fewest, hourlyCost)
  }

  /// No more replicas than this are ever computed.
  package static let most = 1_000_000

  /// ⌈demand ÷ (capacity of one × target)⌉, and not fewer than the fewest.
  package func replicas(for demand: Double) -> Int {
    let needed = (max(0, demand) / (unitCapacity * target)).rounded(.up)
    return max(fewest, needed < Double(Self.most) ? Int(needed) : Self.most)
  }

  /// How busy so many replicas are.
  package func utilization(_ demand: Double, replicas: Int) -> Double {
    demand / (unitCapacity * Double(replicas))
  }

  /// The most that use at `to` instead of `now` can save at the same work, if cost goes by replicas: 1 − now ÷ to.
  package static func savingBound(from now: Double, to later: Double) -> Double { 1 - now / later }

  /// How far use can go from the target before an autoscaler with this tolerance acts.
  package func held(tolerance: Double) -> ClosedRange<Double> {
    target * (1 - tolerance)...target * (1 + tolerance)
  }
}
