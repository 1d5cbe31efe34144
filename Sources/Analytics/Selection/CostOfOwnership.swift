/// What costs are counted by, the same for all options.
package struct CostTerms: Sendable {
  package var years = 3
  /// By which a later year counts less.
  package var discount = 0.0
  /// Of a person for a year, with all that comes on top of it.
  package var salary: Double?
  package var wageGrowth = 0.0
  package init() {}
}

/// What is known of the price of an option; what is not stated is unknown and not nothing.
package struct Price: Sendable {
  package struct Item: Sendable {
    package var name: String
    package var amount: Bounds
    package init(name: String, amount: Bounds) { (self.name, self.amount) = (name, amount) }
  }

  /// Paid once: migration in and exit, training, audits.
  package var oneOff: [Item]?
  /// Licence and use.
  package var monthly: Bounds?
  /// By which share the licence rises in a year.
  package var growth = 0.0
  /// Full-time equivalents.
  package var people: Bounds?

  package init(oneOff: [Item]? = nil, monthly: Bounds? = nil, growth: Double = 0, people: Bounds? = nil) {
    (self.oneOff, self.monthly, self.growth, self.people) = (oneOff, monthly, growth, people)
  }
}

/// What an option costs over the years: amounts as paid, and what they are worth at the start.
package struct CostOfOwnership: Sendable {
  package var oneOff: Bounds
  package var years: [Bounds]
  /// Of licence and use alone, at the start.
  package var licence: Bounds
  package var nominal: Bounds
  package var present: Bounds
  /// What is not stated, so that there is no upper end.
  package var unstated: [String]

  /// Years are paid at their end, and what is paid once at the start.
  package init(_ price: Price, _ terms: CostTerms) {
    oneOff = price.oneOff.map { $0.reduce(Bounds(0)) { $0 + $1.amount } } ?? .unknown
    let salary = Bounds(low: terms.salary ?? 0, high: terms.salary ?? .infinity)
    let people = price.people ?? .unknown
    // Nobody costs nothing, whatever a salary is; and nothing times an open end is nothing.
    let staff =
      people.high == 0 || salary.high == 0
      ? Bounds(0) : Bounds(low: people.low * salary.low, high: people.high * salary.high)
    var (licenceFactor, wageFactor, worth) = (12.0, 1.0, 1.0)
    (years, licence, nominal, present) = ([], Bounds(0), oneOff, oneOff)
    for _ in 0..<terms.years {
      worth /= 1 + terms.discount
      let fee = (price.monthly ?? .unknown) * licenceFactor
      let year = fee + staff * wageFactor
      years.append(year)
      licence = licence + fee * worth
      nominal = nominal + year
      present = present + year * worth
      licenceFactor *= 1 + price.growth
      wageFactor *= 1 + terms.wageGrowth
    }
    unstated =
      (price.monthly == nil ? ["licence"] : price.monthly?.isOpen == true ? ["the most of the licence"] : [])
      + (price.people == nil ? ["people"] : people.isOpen ? ["the most of the people"] : [])
      + (price.oneOff == nil ? ["what is paid once"] : oneOff.isOpen ? ["the most of what is paid once"] : [])
  }

  /// `most` × least cost ÷ own cost, never below `least`. The least is the option's own cost, or that of another: both ends of
  /// the result are reached, which bounds of the least taken apart from the own cost would overstate.
  package static func scores(_ costs: [Bounds], least: Double, most: Double) -> [Bounds] {
    costs.indices.map { place in
      let others = costs.indices.filter { $0 != place }.map { costs[$0] }
      func score(_ cheapest: Double?, _ own: Double) -> Double {
        guard let cheapest, cheapest < own else { return most }
        return own == .infinity ? least : max(least, most * cheapest / own)
      }
      return Bounds(
        low: score(others.map(\.low).min(), costs[place].high),
        high: score(others.map(\.high).min(), costs[place].low))
    }
  }
}
