import FEEL
import Rules

/// A statutory maximum as arithmetic: an amount, a share of a base, and the rule that joins them.
struct Ceiling {
  /// One side of "EUR 20,000,000 or 4 %".
  enum Limb: Hashable {
    /// The law has none.
    case absent
    /// The law has one; the facts do not suffice to work it out.
    case unknown
    case amount(Decimal)
  }
  var rule: Sanction.Rule
  var fixed: Limb
  var share: Limb
  var floor: Decimal?
  var cap: Decimal?

  /// For `units` violations, persons or days where the maximum is for each; nil if a limb that counts is
  /// unknown.
  func amount(units: Decimal = .one) -> Decimal? {
    let amount: Decimal? =
      switch rule {
      case .fixed, .criminalPersonal: single(fixed)
      case .higherOf, .eitherUnspecified: joined(max)
      case .lowerOf: joined(min)
      case .percentOnly: single(share)
      case .percentElseFixed: share == .absent ? single(fixed) : single(share)
      case .percentFloorCap: single(share).map { max($0, floor ?? $0) }
      case .perViolation, .perPerson, .perDay: joined(max)?.multiplied(by: units)
      case .memberState, .noneSet: nil
      }
    return amount.map { min($0, cap ?? $0) }
  }

  private func single(_ limb: Limb) -> Decimal? { if case .amount(let amount) = limb { amount } else { nil } }

  private func joined(_ join: (Decimal, Decimal) -> Decimal) -> Decimal? {
    switch (fixed, share) {
    case (.amount(let fixed), .amount(let share)): join(fixed, share)
    case (.amount(let only), .absent), (.absent, .amount(let only)): only
    default: nil
    }
  }
}

extension Sanction.Rule {
  /// What a maximum is for each of; nil for one maximum in all.
  var unit: String? {
    switch self {
    case .perViolation: "violation"
    case .perPerson: "person"
    case .perDay: "day"
    case .criminalPersonal: "natural person responsible"
    default: nil
    }
  }
}
