/// How far one weight has to move, the others in proportion, until another option has the same score as the one that leads.
package struct Sensitivity: Sendable {
  package struct Flip: Sendable {
    package var criterion: Int
    package var rival: Int
    /// The weight at which both have the same score; nil if no weight does that.
    package var weight: Double?
    package var change: Double?
    /// The score of both there.
    package var score: Double?
  }

  package var leader: Int
  /// Whether ranges of scores are taken at their middle.
  package var isOfMiddles: Bool
  /// For every criterion and rival.
  package var flips: [Flip]
  /// Options that are better than the leader in nothing: no weights make them win.
  package var dominated: [Int]

  /// The smallest change beyond which another one wins; where all or nothing of a weight only draws level, nothing lies beyond.
  package var mostCritical: Flip? {
    flips.filter { flip in
      guard flip.change != nil, let weight = flip.weight else { return false }
      return weight > 0 && weight < 1 && !dominated.contains(flip.rival)
    }.min { abs($0.change ?? 0) < abs($1.change ?? 0) }
  }

  /// nil if there is no rival, or no single leader.
  init?(_ selection: Selection, _ ranked: [Int], _ cells: [[Bounds]]) {
    let weights = selection.criteria.map(\.weight.value)
    func score(_ place: Int) -> Double { zip(cells[place], weights).reduce(0) { $0 + $1.0.middle * $1.1 } }
    let order = ranked.sorted { (score($0), $1) > (score($1), $0) }
    guard order.count > 1, score(order[0]) - score(order[1]) > Comparison.same else { return nil }
    let leader = order[0]
    let rivals = ranked.filter { $0 != leader }
    self.leader = leader
    isOfMiddles = ranked.contains { cells[$0].contains { !$0.isPoint } }
    func differences(_ rival: Int) -> [Double] {
      zip(cells[leader], cells[rival]).map { $0.middle - $1.middle }
    }
    dominated = rivals.filter { differences($0).allSatisfy { $0 >= 0 } }
    flips = weights.indices.flatMap { criterion in
      rivals.map { rival in
        Self.flip(
          differences(rival), weights, criterion, rival: rival,
          lead: { score in
            zip(cells[leader], score).reduce(0) { $0 + $1.0.middle * $1.1 }
          })
      }
    }
  }

  private static func flip(
    _ differences: [Double], _ weights: [Double], _ criterion: Int, rival: Int,
    lead: ([Double]) -> Double
  ) -> Flip {
    var flip = Flip(criterion: criterion, rival: rival)
    // With the whole weight on one criterion there is no proportion of the others.
    guard weights[criterion] < 1 else { return flip }
    let rest = weights.indices.filter { $0 != criterion }.reduce(0) {
      $0 + weights[$1] * differences[$1] / (1 - weights[criterion])
    }
    let slope = rest - differences[criterion]
    guard abs(slope) > 1e-12 else { return flip }
    let weight = rest / slope
    guard (-1e-12...1 + 1e-12).contains(weight) else { return flip }
    flip.weight = min(max(weight, 0), 1)
    flip.change = weight - weights[criterion]
    flip.score = lead(
      weights.indices.map {
        $0 == criterion ? weight : weights[$0] * (1 - weight) / (1 - weights[criterion])
      })
    return flip
  }
}
