/// What would lower the risk most: remedies by what they take off it, and unknown facts by how much they would settle.
package struct Reduction: Sendable {
  /// How it was found out.
  package enum Basis: String, Sendable {
    /// The plan was judged again with the change.
    case judgedAgain
    /// Worked out from the findings that it closes or waits for.
    case fromFindings
  }

  /// One way to close findings, with everything that it requires.
  package struct Step: Sendable {
    package var title: String
    /// Controls to put in place, prerequisites included, and the change to the plan.
    package var controls: [String]
    package var change: String?
    /// Findings that it closes.
    package var findings: [String]
    /// Person days and calendar days, prerequisites included.
    package var effort: Double
    package var days: Double
    /// Points that it takes off: of what is certain, and of what is possible.
    package var lowers: Risk.Range
    package var basis: Basis
    /// Points taken off the possible risk by one person day, and by one calendar day.
    package var perEffort: Double { lowers.high / max(effort, 0.5) }
    package var perDay: Double { lowers.high / max(days, 1) }
  }

  /// An unknown fact, with the part of the range that stating it would settle, by the least and the most telling answer.
  package struct Settling: Sendable {
    package var fact: String
    package var ask: String
    package var findings: Int
    package var settles: Risk.Range
    /// Answers that were tried.
    package var tried: [String]
    package var basis: Basis
  }

  /// The points that remain in all categories together.
  package var points: Risk.Range
  /// Most per person day first.
  package var steps: [Step]
  /// What would settle most first.
  package var facts: [Settling]

  /// Most per calendar day first.
  package var quickest: [Step] {
    steps.sorted { a, b in a.perDay != b.perDay ? a.perDay > b.perDay : a.title < b.title }
  }
}

extension Risk {
  /// The points that remain in all categories together: unlike the scores they add up, and have no ceiling.
  package var points: Range { total.categories.map(\.points).reduce(.zero, +) }
}
