/// Gaps with the ways to close them, of which the smallest joint set is sought.
package struct RemedyProblem: Sendable {
  /// A control to put in place, or a change to the plan.
  package struct Measure: Sendable {
    package var id: String
    /// Ids of measures that come first; those that are none are in place.
    package var requires: [String]
    /// Person days.
    package var effort: Double
    /// External cost in EUR.
    package var cost: Double
    /// Calendar days from start to usable.
    package var days: Double

    package init(id: String, requires: [String] = [], effort: Double = 0, cost: Double = 0, days: Double = 0)
    {
      self.id = id
      self.requires = requires
      self.effort = effort
      self.cost = cost
      self.days = days
    }
  }

  /// Of the ways to close a gap only those that stand best are weighed against each other: an estimate is no reason to take one
  /// that nothing proves, or to give up business.
  package enum Standing: Int, Sendable, Hashable, Comparable {
    /// Judging the plan anew shows whether it closes the gap.
    case proven
    /// Its change is stated in words alone.
    case inWords
    /// It gives up a part of the business.
    case surrenders

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// One way to close a gap: all of its measures, with all that they require.
  package struct Option: Sendable, Hashable {
    package var title: String
    package var measures: [String]
    /// A measure that follows the others: the change that rests on the controls of its remedy.
    package var last: String?
    package var standing: Standing

    package init(title: String, measures: [String], last: String? = nil, standing: Standing = .proven) {
      self.title = title
      self.measures = measures
      self.last = last
      self.standing = standing
    }
  }

  /// A gap, of whose options one must be taken.
  package struct Demand: Sendable {
    package var id: String
    package var options: [Option]

    package init(id: String, options: [Option]) {
      self.id = id
      self.options = options
    }
  }

  package var measures: [Measure]
  package var demands: [Demand]
  package var preferences: Preferences
  /// Measures that are taken already.
  package var taken: Set<String> = []
  /// Branch-and-bound nodes after which the solver stops and says how far it may be from the best.
  package var nodes = 2_000
  /// Steps of our own search per part of the problem, before the solver is asked.
  package var steps = 2_000

  package init(measures: [Measure], demands: [Demand], preferences: Preferences = Preferences()) {
    self.measures = measures
    self.demands = demands
    self.preferences = preferences
  }
}

extension RemedyProblem.Option {
  var all: [String] { measures + [last].compactMap(\.self) }
}
