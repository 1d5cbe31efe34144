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

  /// One way to close a gap: all of its measures, with all that they require.
  package struct Option: Sendable, Hashable {
    package var title: String
    package var measures: [String]
    /// A measure that follows the others: the change that rests on the controls of its remedy.
    package var last: String?

    package init(title: String, measures: [String], last: String? = nil) {
      self.title = title
      self.measures = measures
      self.last = last
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
