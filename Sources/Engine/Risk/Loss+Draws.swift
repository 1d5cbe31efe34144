extension Loss {
  /// The years drawn, sorted by loss, at each end. All ends share their random numbers, and those of a case depend on the seed, its law and the
  /// number of the draw alone: so no further gap and no higher chance lowers the loss of any year.
  static func years(_ cases: [Case], _ terms: Terms) -> Ends<[Double]> {
    var years = Ends<[Double]>([])
    years.low = Array(repeating: 0, count: terms.draws)
    years.likely = years.low
    years.high = years.low
    for each in cases.sorted(by: { $0.id < $1.id }) {
      guard let fine = each.fine.high, each.chance.high > 0 else { continue }
      let key = Lot.mixed(terms.seed ^ Lot.key(each.id))
      let fineKey = Lot.mixed(key ^ 0x6C6F_7373)
      for draw in 0..<terms.draws {
        let number = UInt64(draw) &* 0x9E37_79B9_7F4A_7C15
        // From 0 and below 1, in steps of 2^-53.
        let lot = Double(Lot.mixed(key &+ number) >> 11) * 0x1p-53
        guard lot < each.chance.high else { continue }
        let share = (Double(Lot.mixed(fineKey &+ number) >> 11) + 0.5) * 0x1p-53
        let factor = fine.factor(LossMath.normalPoint(min(share, 1 - 0x1p-53)))
        years.high[draw] += fine.amount(times: factor)
        if lot < each.chance.likely, let fine = each.fine.likely {
          years.likely[draw] += fine.amount(times: factor)
        }
        if lot < each.chance.low, let fine = each.fine.low {
          years.low[draw] += fine.amount(times: factor)
        }
      }
    }
    return years.map { $0.sorted() }
  }

  /// Chance and mean by formula, for a rare case shows in few draws; quantiles from the draws.
  static func year(_ cases: [Case], _ years: Ends<[Double]>) -> Ends<Year> {
    let chances = Ends(
      low: cases.map(\.chance.low), likely: cases.map(\.chance.likely), high: cases.map(\.chance.high))
    let fines = Ends(
      low: cases.map(\.fine.low), likely: cases.map(\.fine.likely), high: cases.map(\.fine.high))
    return years.with(chances.with(fines) { ($0, $1) }) { years, case_ in
      let (chances, fines) = case_
      let means = zip(chances, fines).map { $0 * ($1?.mean ?? 0) }
      return Year(
        chance: 1 - chances.sorted().reduce(1) { $0 * (1 - $1) }, mean: means.sorted().reduce(0, +),
        quantiles: percents.map { Self.quantile($0, of: years) })
    }
  }

  /// The least loss that so many of a hundred years stay at or below.
  private static func quantile(_ percent: Int, of sorted: [Double]) -> Double {
    sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }

  /// 1,000, 3,000, 10,000 … as long as a year at the high end costs more.
  static func curve(_ years: Ends<[Double]>) -> [Point] {
    var points: [Point] = []
    var amount = 1000.0
    while let highest = years.high.last, highest > amount, points.count < 40 {
      points.append(Point(amount: amount, chance: years.map { Self.share(of: $0, above: amount) }))
      amount = points.count.isMultiple(of: 2) ? amount / 3 * 10 : amount * 3
    }
    return points
  }

  private static func share(of sorted: [Double], above amount: Double) -> Double {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > amount { high = middle } else { low = middle + 1 }
    }
    return Double(sorted.count - low) / Double(max(1, sorted.count))
  }
}
