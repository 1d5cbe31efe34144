import Rules

extension Risk {
  /// Of likelihood and impact, each 1 to 5.
  static let mostPoints = 25.0

  /// How every number is made, with the values that were used.
  static func formulaText(_ scoring: Scoring) -> String {
    func share(_ name: String) -> String { short(scoring.value("remaining.\(name)")) }
    return """
      A duty is a provision with all its subjects: it is met if it is met for all of them, and the worst of them decides its \
      risk. Points of a duty in a category: likelihood (1 to 5) × impact (1 to 5) of its harm × the factor of the profiles, at \
      most 25; where the rule declares no harm, the top of its severity's band in the category compliance (4, 9, 15, 25). \
      Remaining share: a gap 1, waived or not, whatever is planned or partly there; met \(share("evidenced")) if every control \
      listed is evidenced, else \(share("asserted")), with evidence out of date \(share("stale")); not applicable 0; \
      undetermined lies between the least and the most of what is still possible. Inherent: the share is 1 for everything \
      that applies, as if nothing were met. Score: start at 0, take the duties by points × share ÷ 25, largest first; the \
      first closes that share of the distance to 100, each next one only half as much of its own as the one before (×1, ×½, \
      ×¼ …). So one gap of 12 points scores 48, a second one 48 + 52 × 0.24 = 60.48; met duties do not dilute it. Level: up \
      to 16 low, 36 medium, 60 high, above critical. Law that starts after a market's entry is listed, not scored; with the \
      entry date unknown it counts as undetermined. Readiness: met ÷ (met + gaps + undetermined) duties; at worst every duty \
      that can be a gap is one, at best none; nothing applicable is 100 %. Weighted readiness, model \
      \(scoring.model.rawValue): \(scoring.model.formula(scoring)).
      """
  }

  /// 0 to 100 for the remaining points (0 to 25) of duties, in any order.
  ///
  /// Sorted largest first, term k (from 0) leaves the factor 1 − p ÷ 25 × ½^k. A larger or further term makes
  /// the sorted row larger in every place, so the score never falls.
  static func score(_ points: [Double]) -> Double {
    var left = 1.0
    var weight = 1.0
    for term in points.sorted(by: >) {
      left *= 1 - term / mostPoints * weight
      weight /= 2
    }
    // Four decimals: hides the last bits of binary arithmetic, keeps the order.
    return ((1 - left) * 1_000_000).rounded() / 10_000
  }

  static func score(_ rows: [Contribution], _ share: (Contribution) -> Range) -> Range {
    Range(
      low: score(rows.map { $0.weighted * share($0).low }),
      high: score(rows.map { $0.weighted * share($0).high }))
  }

  static func sum(_ rows: [Contribution], _ share: (Contribution) -> Range) -> Range {
    // Sorted, so that the order of rows does not change the last bits.
    func sum(_ terms: [Double]) -> Double { (terms.sorted().reduce(0, +) * 10_000).rounded() / 10_000 }
    return Range(
      low: sum(rows.map { $0.weighted * share($0).low }), high: sum(rows.map { $0.weighted * share($0).high })
    )
  }
}

extension Risk.Level {
  /// The bands of `Severity` (4, 9, 15 of 25 points), times four.
  package init(score: Double) {
    self = score <= 16 ? .low : score <= 36 ? .medium : score <= 60 ? .high : .critical
  }

  package var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}
