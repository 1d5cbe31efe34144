import Rules

extension Loss {
  /// What the law allows at most behind one gap, for the firm.
  enum Ceiling: Sendable, Hashable {
    /// In EUR.
    case amount(Double)
    /// A fine, but no maximum of the whole case can be stated.
    case open
  }

  /// One gap that can be fined, as the model sees it.
  struct Gap: Sendable {
    var id: String
    var jurisdiction: String
    var law: String
    var severity: Severity
    var topic: String
    /// A gap; else it may be one.
    var isCertain: Bool
    var ceiling: Ends<Ceiling>
  }

  /// One fine, if the case comes: log-normal, cut at the maximum.
  package struct Fine: Sendable, Hashable {
    /// Before the cut, in EUR.
    package var median: Double
    /// In EUR; nil: no maximum of the whole case can be stated.
    package var maximum: Double?
    /// On the decimal logarithm.
    package var spread: Double

    /// The amount that a fine stays at or below with this probability, which is above 0 and below 1.
    package func quantile(_ share: Double) -> Double { cut(median * factor(LossMath.normalPoint(share))) }

    func amount(times factor: Double) -> Double { cut(median * factor) }

    /// What lies so many spreads from the median.
    func factor(_ point: Double) -> Double {
      LossMath.exponential(spread * LossMath.logarithmOf10 * point)
    }

    private func cut(_ amount: Double) -> Double { min(amount, maximum ?? amount) }

    /// Of the distribution, cut at the maximum: m e^(s²÷2) Φ(k − s) + c (1 − Φ(k)), where k = ln(c ÷ m) ÷ s.
    package var mean: Double {
      let spread = spread * LossMath.logarithmOf10
      let whole = median * LossMath.exponential(spread * spread / 2)
      guard let maximum else { return whole }
      guard median > 0, maximum > 0 else { return 0 }
      let cut = LossMath.logarithm(maximum / median) / spread
      return whole * LossMath.normalShare(to: cut - spread) + maximum * (1 - LossMath.normalShare(to: cut))
    }
  }

  /// All open gaps under one law of one jurisdiction: one case, one fine.
  package struct Case: Sendable {
    package var jurisdiction: String
    package var law: String
    /// Gaps, and what may be one, by id.
    package var gaps: [String]
    package var undetermined: [String]
    /// That an authority decides it with a fine within a year.
    package var chance: Ends<Double>
    /// nil where there is no gap at that end.
    package var fine: Ends<Fine?>

    var id: String { "\(jurisdiction)/\(law)" }
  }
}

extension Loss.Case {
  /// `gaps` are those of one law, at least one, in any order; `turnover` is that of the group, in EUR.
  init(_ gaps: [Loss.Gap], staff: Loss.Staff, turnover: Loss.Ends<Double>, table: LossTable) {
    let certain = gaps.filter(\.isCertain)
    // At the low end and as is most likely only what is a gap counts.
    let counted = Loss.Ends(low: certain, likely: certain, high: gaps)
    jurisdiction = gaps.first?.jurisdiction ?? ""
    law = gaps.first?.law ?? ""
    self.gaps = certain.map(\.id).sorted()
    undetermined = gaps.filter { !$0.isCertain }.map(\.id).sorted()
    let frequency = table[staff.frequency]
    let next = table[.concurrency].likely
    func joined(_ gaps: [Loss.Gap], _ end: KeyPath<Loss.Ends<Double>, Double>) -> Double {
      Self.joined(
        gaps.map {
          min(
            1,
            frequency[keyPath: end] * table.severity($0.severity)[keyPath: end]
              * table.topic($0.topic)[keyPath: end])
        }, next: next)
    }
    chance = Loss.Ends(
      low: joined(counted.low, \.low), likely: joined(counted.likely, \.likely),
      high: joined(counted.high, \.high))
    let spread = table[.spread].likely
    let ceilings = Loss.Ends(
      low: counted.low.map(\.ceiling.low), likely: counted.likely.map(\.ceiling.likely),
      high: counted.high.map(\.ceiling.high))
    fine = table[.median].with(turnover) { median, turnover in
      median
        * LossMath.power(turnover / table[.referenceTurnover].likely, table[.turnoverPower].likely)
    }.with(ceilings) { median, ceilings in
      ceilings.isEmpty
        ? nil
        : Loss.Fine(
          median: median * (ceilings.map { $0.factor(table) }.max() ?? 1),
          maximum: Self.largest(ceilings), spread: spread)
    }
  }

  /// Largest first: p₁ whole, p₂ in part, p₃ in part of that part … A larger or a further chance never lowers the whole.
  static func joined(_ chances: [Double], next: Double) -> Double {
    var none = 1.0
    var weight = 1.0
    for chance in chances.sorted(by: >) {
      none *= 1 - chance * weight
      weight *= next
    }
    return 1 - none
  }

  /// nil if one of them is open.
  private static func largest(_ ceilings: [Loss.Ceiling]) -> Double? {
    var largest = 0.0
    for ceiling in ceilings {
      guard case .amount(let amount) = ceiling else { return nil }
      largest = max(largest, amount)
    }
    return largest
  }
}

extension Loss.Ceiling {
  /// What it does to the median; without a maximum nothing.
  fileprivate func factor(_ table: LossTable) -> Double {
    switch self {
    case .open: 1
    case .amount(let amount):
      LossMath.power(amount / table[.referenceMaximum].likely, table[.maximumPower].likely)
    }
  }
}
