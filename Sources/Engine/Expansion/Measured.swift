package import Diagnostics
package import FEEL
package import Facts
package import Plans

/// What the plan states as measured in the home market and in the markets entered; nil: not stated.
package struct Measured: Sendable {
  package struct Market: Sendable {
    package var country: String
    package var name: String
    package var unitCost: Decimal?
    /// 0 to 1.
    package var satisfaction: Decimal?
    package var satisfactionAnswers: Decimal?
  }
  package var domesticUnitCost: Decimal?
  package var markets: [Market]

  init(domesticUnitCost: Decimal?, markets: [Market]) {
    self.domesticUnitCost = domesticUnitCost
    self.markets = markets
  }

  /// Shares are 0 to 1 and costs are more than 0; all mistakes at once.
  package init(_ plan: Plan, markets: [Assessment.Market], vocabulary: Vocabulary) throws(Mistakes) {
    var mistakes: [Diagnostic] = []
    func figure(_ fact: String, of kind: String, row: Int?, _ complaint: String, _ isSound: (Decimal) -> Bool)
      -> Decimal?
    {
      guard let row, let place = vocabulary.kinds.firstIndex(where: { $0.name == kind }),
        let column = vocabulary.kinds[place].facts.firstIndex(where: { $0.name == fact }),
        let statement = plan.rows[place][row].statements[column], case .number(let number) = statement.value
      else { return nil }
      if !isSound(number) {
        mistakes.append(Diagnostic(.figure, at: statement.location, "`\(fact)` \(complaint)"))
      }
      return number
    }
    let zero = Decimal(0)
    let one = Decimal(1)
    let cost = "is a cost and more than 0"
    domesticUnitCost = figure("domesticUnitCost", of: "organization", row: 0, cost) { zero < $0 }
    let rows = vocabulary.kinds.firstIndex { $0.name == "market" }.map { plan.rows[$0] } ?? []
    self.markets = markets.map { market in
      let row = rows.firstIndex { $0.id == market.country }
      return Market(
        country: market.country, name: market.name,
        unitCost: figure("unitCost", of: "market", row: row, cost) { zero < $0 },
        satisfaction: figure("satisfaction", of: "market", row: row, "is a share: write 0.92 for 92 %") {
          !($0 < zero) && !(one < $0)
        },
        satisfactionAnswers: figure(
          "satisfactionAnswers", of: "market", row: row, "is a number of answers, 0 or more"
        ) { !($0 < zero) })
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }
}

extension Diagnostic.Code { fileprivate static let figure = Self(rawValue: "plan.figure") }
