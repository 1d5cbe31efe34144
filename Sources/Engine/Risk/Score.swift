extension Risk {
  /// Share of the points that remains where a duty is met but not everything is evidenced.
  static let assertedShare = 0.2

  static let formulaText = """
    Points of a finding in a category: likelihood (1 to 5) × impact (1 to 5) of its harm; where the rule \
    declares no harm, the top of its severity's band in the category compliance (4, 9, 15, 25). \
    Remaining share: a gap 1, waived or not; met 0 if every control listed is evidenced, else 0.2; not \
    applicable 0; undetermined lies between the least and the most of what is still possible. Score: \
    start at 0, take the findings by points × remaining share ÷ 25, largest first; the first closes that \
    share of the distance to 100, each next one only half as much of its own as the one before (×1, ×½, \
    ×¼ …). So one gap of 12 points scores 48, a second one 48 + 52 × 0.24 = 60.48; met duties do not \
    dilute it. Level: up to 16 low, 36 medium, 60 high, above critical. Law that starts after a market's \
    entry is listed, not scored; with the entry date unknown it counts as undetermined. Readiness: met ÷ \
    (met + gaps + undetermined); at worst every finding that can be a gap is one, at best none; nothing \
    applicable is 100 %.
    """

  /// 0 to 100 for the remaining points (0 to 25) of findings, in any order.
  ///
  /// Sorted largest first, term k (from 0) leaves the factor 1 − p ÷ 25 × ½^k. A larger or further term makes
  /// the sorted row larger in every place, so the score never falls.
  static func score(_ points: [Double]) -> Double {
    var left = 1.0
    var weight = 1.0
    for term in points.sorted(by: >) {
      left *= 1 - term / 25 * weight
      weight /= 2
    }
    // Four decimals: hides the last bits of binary arithmetic, keeps the order.
    return ((1 - left) * 1_000_000).rounded() / 10_000
  }
}

extension Risk.Level {
  /// The bands of `Severity` (4, 9, 15 of 25 points), times four.
  package init(score: Double) {
    self = score <= 16 ? .low : score <= 36 ? .medium : score <= 60 ? .high : .critical
  }
}
