import FEEL
package import Facts
package import Plans

extension Firm {
  /// What the plan states of `organization`; a figure without an amount or a rate without its parts says
  /// nothing.
  package init(_ plan: Plan, vocabulary: Vocabulary, geography: Geography) {
    self.init()
    countryCodes = Dictionary(
      geography.countries.map { ($0.name.lowercased(), $0.code.lowercased()) },
      uniquingKeysWith: { first, _ in first })
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "organization" }) else { return }
    let organization = Record(plan, vocabulary, .entity(Entity(kind: kind, row: 0)))
    employees = organization.number("employees")
    isPartOfGroup = organization.boolean("partOfGroup")
    let balance = organization.record("balanceSheet")
    if let amount = balance.number("amount"), let currency = balance.string("currency") {
      balanceSheet = (amount, currency)
    }
    turnover = organization.records("turnover").compactMap { figure in
      figure.number("amount").map { amount in
        Figure(
          year: figure.number("year")?.int,
          scope: figure.string("scope").flatMap { Scope(rawValue: $0.lowercased()) },
          territory: figure.string("territory"), amount: amount, currency: figure.string("currency"))
      }
    }
    rates = organization.records("exchangeRates").compactMap { rate in
      guard let from = rate.string("from"), let to = rate.string("to"), let factor = rate.number("rate")
      else {
        return nil
      }
      return Rate(from: from, to: to, rate: factor, on: rate.date("on"))
    }
  }
}

/// Named values of a row of the plan or of a context.
private struct Record {
  let plan: Plan
  let vocabulary: Vocabulary
  let value: Value

  init(_ plan: Plan, _ vocabulary: Vocabulary, _ value: Value) {
    self.plan = plan
    self.vocabulary = vocabulary
    self.value = value
  }

  private subscript(name: String) -> Value? {
    switch value {
    case .context(let context): context[name]
    case .entity(let entity):
      vocabulary.kinds[entity.kind].facts.firstIndex { $0.name == name }
        .flatMap { plan.rows[entity.kind][entity.row].statements[$0]?.value }
    default: nil
    }
  }

  func number(_ name: String) -> Decimal? { if case .number(let number) = self[name] { number } else { nil } }
  func string(_ name: String) -> String? { if case .string(let string) = self[name] { string } else { nil } }
  func boolean(_ name: String) -> Bool? {
    if case .boolean(let boolean) = self[name] { boolean } else { nil }
  }
  func date(_ name: String) -> CalendarDate? { if case .date(let date) = self[name] { date } else { nil } }
  func record(_ name: String) -> Record { Record(plan, vocabulary, self[name] ?? .null) }
  func records(_ name: String) -> [Record] {
    guard case .list(let list) = self[name] else { return [] }
    return list.items.map { Record(plan, vocabulary, $0) }
  }
}
