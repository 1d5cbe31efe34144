import FEEL
import Rules

/// The firm as the model of likely loss needs it: what its plan does not state is assumed from the table, and said.
struct LossFirm {
  let staff: Loss.Staff
  /// Of the group in the preceding year, in EUR.
  let turnover: Loss.Ends<Double>
  private(set) var assumptions: [String] = []
  private let firms: Loss.Ends<Firm>
  private let asOf: CalendarDate
  /// Findings share their sanctions.
  private var known: [Sanction: Loss.Ends<Loss.Ceiling>?] = [:]
  /// Currencies converted by the rates of the table.
  private var converted: Set<String> = []

  init(_ firm: Firm, table: LossTable, asOf: CalendarDate) {
    let staff = Loss.Staff(firm.employees)
    let found = firm.groupTurnover(asOf)
    let assumed = table[staff.turnover]
    self.staff = staff
    self.asOf = asOf
    let missing = "organization.turnover (\(asOf.year - 1), group, world)"
    switch found {
    case .group(let amount, let year):
      turnover = Loss.Ends(amount)
      if year != asOf.year - 1 {
        assumptions.append("the group's turnover of \(year), for \(missing) is not stated")
      }
    case .entity(let amount):
      turnover = assumed.map { max($0, amount) }
      assumptions.append(
        "group's turnover \(Self.span(turnover)), by number of staff and at least the entity's, for \(missing) is not stated"
      )
    case nil:
      turnover = assumed
      assumptions.append("turnover \(Self.span(turnover)), by number of staff, for \(missing) is not stated")
    }
    if staff == .unknown { assumptions.append("any size, for organization.employees is not stated") }
    firms = turnover.map { amount in
      if case .group(_, let year)? = found, year == asOf.year - 1 { return firm }
      var firm = firm
      firm.turnover.append(
        Firm.Figure(
          year: asOf.year - 1, scope: .group, territory: "world",
          amount: Decimal(Int(exactly: amount.rounded()) ?? 0), currency: "EUR"))
      return firm
    }
    for figure in firm.turnover { note(figure.currency) }
  }

  private static func span(_ ends: Loss.Ends<Double>) -> String {
    let amounts = ends.all.map { money(Decimal(Int(exactly: $0.rounded()) ?? 0), nil) }
    return "EUR \(amounts[1]) (\(amounts[0]) to \(amounts[2]))"
  }

  /// The largest maximum of the sanctions; nil if none of them is a fine of the firm.
  mutating func ceiling(_ sanctions: [Sanction], _ sizes: SizeClasses) -> Loss.Ends<Loss.Ceiling>? {
    var result: Loss.Ends<Loss.Ceiling>?
    for sanction in sanctions {
      guard let next = ceiling(sanction, sizes) else { continue }
      result = result.map { $0.with(next) { $0.larger($1) } } ?? next
    }
    return result
  }

  private mutating func ceiling(_ sanction: Sanction, _ sizes: SizeClasses) -> Loss.Ends<Loss.Ceiling>? {
    if let found = known[sanction] { return found }
    var ceiling: Loss.Ends<Loss.Ceiling>?
    if sanction.rule != .noneSet, sanction.rule != .criminalPersonal {
      ceiling = firms.map { firm in
        let exposure = Risk.Exposure("", sanction, firm, sizes, asOf)
        guard let amount = exposure.amount.flatMap({ Int(exactly: $0.rounded()) }),
          let inEuro = firm.convert(Decimal(amount), from: exposure.currency, to: "EUR")
        else { return .open }
        return .amount(inEuro.amount.double)
      }
      note(sanction.currency)
    }
    known[sanction] = .some(ceiling)
    return ceiling
  }

  /// By which rate a currency is converted of which the plan states none.
  private mutating func note(_ currency: String?) {
    guard let currency, currency != "EUR", converted.insert(currency).inserted else { return }
    let isStated = "organization.exchangeRates (\(currency) to EUR) is not stated"
    guard let found = firms.likely.convert(.one, from: currency, to: "EUR") else {
      assumptions.append("no maximum in \(currency), for its rate is not known")
      return
    }
    if let source = found.source { assumptions.append("\(currency): \(source), for \(isStated)") }
  }
}

extension Loss.Staff {
  init(_ employees: Decimal?) {
    guard let employees else {
      self = .unknown
      return
    }
    self = employees < Decimal(50) ? .below50 : employees < Decimal(250) ? .from50To249 : .from250
  }
}

extension Loss.Ceiling {
  /// Open is larger than any amount.
  fileprivate func larger(_ other: Loss.Ceiling) -> Loss.Ceiling {
    guard case .amount(let amount) = self, case .amount(let second) = other else { return .open }
    return .amount(max(amount, second))
  }
}

extension Firm {
  fileprivate enum GroupTurnover {
    case group(Double, year: Int)
    /// The group's is not stated; it is at least this.
    case entity(Double)
  }

  /// Worldwide, in EUR: of the preceding year, else of the latest year before that is stated, else the entity's.
  fileprivate func groupTurnover(_ asOf: CalendarDate) -> GroupTurnover? {
    let years = Set(turnover.compactMap(\.year)).filter { asOf.year - 20 < $0 && $0 < asOf.year }
    func latest(_ phrase: String) -> (Double, Int)? {
      for year in years.sorted(by: >) {
        guard let base = TurnoverBase(phrase), let day = CalendarDate(year: year + 1, month: 1, day: 1),
          let amount = amount(of: base, asOf: day, in: "EUR").amount, amount >= .zero, amount.double <= 1e15
        else { continue }
        return (amount.double, year)
      }
      return nil
    }
    if let (amount, year) = latest("worldwide-group-turnover-preceding-year") {
      return .group(amount, year: year)
    }
    return latest("worldwide-turnover-preceding-year").map { .entity($0.0) }
  }
}
