import FEEL
import Rules

extension Risk.Exposure {
  /// The maximum that `sanction` allows behind one gap of this firm.
  init(_ finding: String, _ sanction: Sanction, _ firm: Firm, _ sizes: SizeClasses, _ asOf: CalendarDate) {
    let base = sanction.of.flatMap(TurnoverBase.init)
    let amount = base.map { firm.amount(of: $0, asOf: asOf, in: sanction.currency) }
    let limbs = Limbs(sanction, base, amount, year: asOf.year - 1)
    let size = Sizing(sanction, firm, sizes, asOf)
    let ceilings = size.rules.map { limbs.ceiling($0) }
    let amounts = ceilings.map { $0.amount() }
    // While the size is open, the highest maximum that it can lead to.
    let highest = amounts.contains(nil) ? nil : amounts.compactMap(\.self).max()
    let rounded = highest.flatMap { $0.rounded(scale: 2, .halfUp) }
    let currency = sanction.currency ?? amount?.currency

    self.finding = finding
    self.sanction = sanction.id
    citation = sanction.citations.first?.text ?? ""
    formula = limbs.words(size.rule)
    unit = size.rule.unit
    self.currency = currency
    self.amount = unit == nil ? rounded?.double : nil
    unitAmount = unit == nil ? nil : rounded?.double
    let isOpen = size.rules.count > 1 && rounded == nil
    maximum = limbs.maximum(size.rule, rounded, currency).map {
      isOpen ? "\($0), less for a smaller firm" : $0
    }
    sizeRule = size.words
    consequences = sanction.consequences
    missing = size.missing
    // Some rules do without the percentage.
    if limbs.share != .absent, size.rules.contains(where: \.usesShare) {
      let facts = amount?.missing ?? ["\(limbs.shareWords) (not a fact of a plan)"]
      missing += facts.filter { !missing.contains($0) }
    }
    if let unit, unit != "natural person responsible" {
      missing.append("number of \(unit)s (not a fact of a plan)")
    }
  }
}

extension Sanction.Rule {
  fileprivate var usesShare: Bool {
    switch self {
    case .fixed, .criminalPersonal, .memberState, .noneSet: false
    default: true
    }
  }
}

/// The rule or rules that the firm's size can lead to.
private struct Sizing {
  /// The general rule first where it is possible.
  let rules: [Sanction.Rule]
  let words: String?
  let missing: [String]
  var rule: Sanction.Rule { rules[0] }

  init(_ sanction: Sanction, _ firm: Firm, _ classes: SizeClasses, _ asOf: CalendarDate) {
    let special = sanction.sizes.filter { $0.period.contains(asOf) }
    guard !special.isEmpty else {
      (rules, words, missing) = ([sanction.rule], nil, [])
      return
    }
    let (possible, missing) = classes.sizes(of: firm, asOf: asOf)
    let applying = special.filter { possible.contains($0.of) }
    let isGeneral = possible.contains { size in !special.contains { $0.of == size } }
    var rules = isGeneral ? [sanction.rule] : []
    for rule in applying.map(\.rule) where !rules.contains(rule) { rules.append(rule) }
    self.rules = rules
    let texts = applying.map { rule in
      "\(rule.rule.words) for \(rule.of == .sme ? "an SME" : "a small mid-cap")"
        + (rule.citation.map { " (\($0.text))" } ?? "")
    }
    if rules.count > 1 {
      words = "\(texts.joined(separator: ", ")); the size is not known, so the higher maximum is shown"
    } else {
      words = texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
    self.missing = rules.count > 1 ? missing : []
  }
}

/// The two limbs of a sanction with their words.
private struct Limbs {
  let sanction: Sanction
  let share: Ceiling.Limb
  /// What the percentage is of.
  let shareWords: String
  private let figure: String
  private let currency: String?

  init(_ sanction: Sanction, _ base: TurnoverBase?, _ amount: BaseAmount?, year: Int) {
    self.sanction = sanction
    currency = sanction.currency ?? amount?.currency
    let words = sanction.of?.split(separator: "-").map(String.init) ?? ["an amount that the law names"]
    // "worldwide group turnover of 2025" says it without "preceding year".
    let time = ["preceding", "calendar", "year", "period"]
    shareWords =
      base == nil
      ? words.joined(separator: " ")
      : (words.filter { !time.contains($0) } + ["of \(year)"]).joined(separator: " ")
    figure = amount?.words ?? ""
    if let percent = sanction.percent {
      let whole = amount?.amount?.multiplied(by: percent)
      share = whole.flatMap { $0.divided(by: Decimal(100)) }.map { .amount($0) } ?? .unknown
    } else {
      share = .absent
    }
  }

  func ceiling(_ rule: Sanction.Rule) -> Ceiling {
    Ceiling(
      rule: rule, fixed: sanction.fixed.map { .amount($0) } ?? .absent, share: share, floor: sanction.floor,
      cap: sanction.cap)
  }

  private var fixedText: String? { sanction.fixed.map { money($0, sanction.currency) } }
  private var shareText: String? {
    sanction.percent.map { percent in
      let result: String = if case .amount(let amount) = share { " = \(money(amount, currency))" } else { "" }
      return "\(percent) % of \(shareWords)\(figure)\(result)"
    }
  }

  /// "higher of EUR 20,000,000 and 4 % of …".
  func words(_ rule: Sanction.Rule) -> String {
    let both = [fixedText, shareText].compactMap(\.self)
    let joined = both.joined(separator: " and ")
    let cap = sanction.cap.map { ", at most \(money($0, sanction.currency))" } ?? ""
    let floor = sanction.floor.map { ", at least \(money($0, sanction.currency))" } ?? ""
    switch rule {
    case .higherOf, .lowerOf, .eitherUnspecified:
      return (both.count == 2 ? "\(rule.words) of \(joined)" : joined) + cap
    case .percentElseFixed:
      return (shareText ?? "") + (fixedText.map { "; \($0) only where the base cannot be computed" } ?? "")
        + cap
    case .percentOnly: return (shareText ?? joined) + cap
    case .percentFloorCap: return (shareText ?? joined) + floor + cap
    case .fixed: return fixedText ?? rule.words
    case .criminalPersonal, .perViolation, .perPerson, .perDay:
      return (both.count == 2 ? "higher of \(joined)" : joined) + " per \(rule.unit ?? "")" + cap
    case .memberState, .noneSet: return rule.words
    }
  }

  /// The amount, else what is known of it.
  func maximum(_ rule: Sanction.Rule, _ amount: Decimal?, _ currency: String?) -> String? {
    if let amount {
      let cap = rule.unit == nil ? "" : sanction.cap.map { ", at most \(money($0, sanction.currency))" } ?? ""
      return money(amount, currency) + (rule.unit.map { " per \($0)" } ?? "") + cap
    }
    switch rule {
    case .higherOf, .eitherUnspecified: return fixedText.map { "at least \($0)" } ?? shareText
    case .lowerOf: return fixedText.map { "at most \($0)" } ?? shareText
    case .memberState, .noneSet: return rule.words
    default: return words(rule)
    }
  }
}

extension Sanction.Rule {
  fileprivate var words: String {
    switch self {
    case .higherOf: "higher"
    case .lowerOf: "lower"
    case .eitherUnspecified: "higher (the law says only “or”)"
    case .memberState: "set by national law"
    case .noneSet: "no amount in the law"
    case .fixed: "fixed amount"
    case .percentOnly, .percentElseFixed, .percentFloorCap: "percentage"
    case .perViolation, .perPerson, .perDay, .criminalPersonal: "amount per \(unit ?? "")"
    }
  }
}
