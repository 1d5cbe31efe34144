/// Steps that lead to a goal, each with three estimates of its days and the steps it waits for.
package struct Roadmap: Sendable {
  package struct Step: Sendable {
    package var id: String
    package var title: String
    package var optimistic: Double
    package var likely: Double
    package var pessimistic: Double
    /// Places of the steps that come before it.
    package var after: [Int]

    package init(
      id: String, title: String, optimistic: Double, likely: Double, pessimistic: Double, after: [Int]
    ) {
      (self.id, self.title, self.after) = (id, title, after)
      (self.optimistic, self.likely, self.pessimistic) = (optimistic, likely, pessimistic)
    }

    /// PERT: (o + 4 m + p) ÷ 6.
    package var mean: Double { (optimistic + 4 * likely + pessimistic) / 6 }
    /// PERT: (p − o) ÷ 6.
    package var deviation: Double { (pessimistic - optimistic) / 6 }
  }

  package var steps: [Step]
  /// A step comes after all that it waits for.
  package let order: [Int]

  package static let limit = 200

  /// nil if steps wait for each other in a circle.
  package init?(_ steps: [Step]) {
    self.steps = steps
    var order: [Int] = []
    var waits = steps.map(\.after.count)
    var followers = steps.map { _ in [Int]() }
    for (place, step) in steps.enumerated() { for before in step.after { followers[before].append(place) } }
    var ready = waits.indices.filter { waits[$0] == 0 }
    while let place = ready.first {
      ready.removeFirst()
      order.append(place)
      for next in followers[place] {
        waits[next] -= 1
        if waits[next] == 0 { ready.append(next) }
      }
    }
    guard order.count == steps.count else { return nil }
    self.order = order
  }

  /// Steps that wait for each other, the first again at the end; empty without such a circle.
  package static func circle(_ steps: [Step]) -> [Int] {
    // A step that nothing waits for, or that waits for nothing, is on no circle.
    var left = Set(steps.indices)
    while let free = left.sorted().first(where: { place in !steps[place].after.contains(where: left.contains)
    }) {
      left.remove(free)
    }
    guard var place = left.min() else { return [] }
    var walked: [Int] = []
    while !walked.contains(place), let before = steps[place].after.first(where: left.contains) {
      walked.append(place)
      place = before
    }
    let start = walked.firstIndex(of: place) ?? 0
    return [place] + walked[start...].reversed()
  }
}

/// When the steps of a roadmap are done: the longest path by means, and how far it may be off.
package struct RoadmapOutlook: Sendable {
  /// Days from the start of the roadmap to the start and the end of a step.
  package struct Times: Sendable {
    package var start: Double
    package var end: Double
  }

  package var roadmap: Roadmap
  /// If every step goes as well as it can.
  package var earliest: [Times]
  /// If every step takes its mean.
  package var expected: [Times]
  /// The longest path by means; of equally long ones the least certain.
  package var path: [Int]
  package var mean: Double
  package var deviation: Double

  package init(_ roadmap: Roadmap) {
    let steps = roadmap.steps
    self.roadmap = roadmap
    func times(_ days: (Roadmap.Step) -> Double) -> [Times] {
      var times = steps.map { _ in Times(start: 0, end: 0) }
      for place in roadmap.order {
        let start = steps[place].after.map { times[$0].end }.max() ?? 0
        times[place] = Times(start: start, end: start + days(steps[place]))
      }
      return times
    }
    earliest = times(\.optimistic)
    expected = times(\.mean)
    // In sixths, which are exact for whole and half days: equally long paths are found equal.
    var length = steps.map { _ in (0.0, 0.0) }
    var before: [Int?] = steps.map { _ in nil }
    for place in roadmap.order {
      let step = steps[place]
      before[place] = step.after.max { (length[$0].0, length[$0].1, $1) < (length[$1].0, length[$1].1, $0) }
      let start = before[place].map { length[$0] } ?? (0, 0)
      let spread = step.pessimistic - step.optimistic
      length[place] = (
        start.0 + step.optimistic + 4 * step.likely + step.pessimistic, start.1 + spread * spread
      )
    }
    let last = steps.indices.max { (length[$0].0, length[$0].1, $1) < (length[$1].0, length[$1].1, $0) }
    (path, mean, deviation) = ([], 0, 0)
    guard let last else { return }
    mean = length[last].0 / 6
    deviation = length[last].1.squareRoot() / 6
    var place: Int? = last
    while let step = place {
      path.insert(step, at: 0)
      place = before[step]
    }
  }

  /// Whether there is another path, whose delays the longest one knows nothing of.
  package var hasOtherPaths: Bool { path.count < roadmap.steps.count }

  /// Days within which the longest path is done with this chance.
  package func days(chance: Double) -> Double { mean + Distribution.normalPoint(chance) * deviation }

  /// The chance that the longest path is done within so many days.
  package func chance(within days: Double) -> Double {
    deviation > 0 ? Distribution.normalShare((days - mean) / deviation) : days >= mean - 1e-9 ? 1 : 0
  }
}
