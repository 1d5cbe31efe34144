/// Pieces of work with their prerequisites, placed in time: a forward pass from the start, a backward pass
/// from the finish.
struct Network {
  /// One piece of work; it may run in several lanes at once (one authority per market) and ends with the
  /// last.
  struct Node {
    var id: String
    /// The days that count, by lane; at least one.
    var lanes: [WorkingDays]
    /// The days of those who carry it out: every lane's days are among them.
    var owner: WorkingDays
    /// In working days, at least one.
    var length: Int
    /// Places of the nodes that come first.
    var requires: [Int]
  }

  /// Day numbers of one node; the latest ones do not move the finish of the whole.
  struct Times {
    var earliestStart: Int
    var earliestFinish: Int
    var latestStart: Int
    var latestFinish: Int
    /// Working days of the owner between the earliest and the latest start.
    var slack: Int
  }

  let nodes: [Node]
  /// Places in an order in which prerequisites come first.
  let order: [Int]
  /// Prerequisites (node, prerequisite) left out because they would close a circle.
  let dropped: [(Int, Int)]

  init(_ nodes: [Node]) {
    var nodes = nodes
    var walk = Walk(nodes)
    for place in nodes.indices { walk.visit(place) }
    for (node, prerequisite) in walk.dropped { nodes[node].requires.removeAll { $0 == prerequisite } }
    self.nodes = nodes
    order = walk.order
    dropped = walk.dropped
  }

  /// The same work with other lengths.
  func with(lengths: [Int]) -> Network {
    Network(
      zip(nodes, lengths).map { node, length in
        var node = node
        node.length = length
        return node
      })
  }

  /// Every node as early as its prerequisites allow.
  func forward(from start: Int) -> [(start: Int, finish: Int)] {
    var times = nodes.map { _ in (start: start, finish: start) }
    for place in order {
      let node = nodes[place]
      let release = node.requires.map { times[$0].finish + 1 }.max() ?? start
      times[place].start = node.lanes.map { $0.first(from: release) }.min() ?? release
      times[place].finish = node.lanes.map { $0.finish(from: release, length: node.length) }.max() ?? release
    }
    return times
  }

  /// Earliest and latest times for work that begins on `start` and must not end later than it need.
  func times(from start: Int) -> [Times] {
    let early = forward(from: start)
    let end = early.map(\.finish).max() ?? start
    var finish = nodes.map { _ in end }
    var begin = finish
    for place in order.reversed() {
      let node = nodes[place]
      // In the lane with the least room the work must begin first.
      begin[place] = node.lanes.map { $0.start(until: finish[place], length: node.length) }.min() ?? end
      for prerequisite in node.requires { finish[prerequisite] = min(finish[prerequisite], begin[place] - 1) }
    }
    return nodes.indices.map { place in
      let node = nodes[place]
      let lastDay = node.lanes.map { $0.last(until: finish[place]) }.max() ?? finish[place]
      return Times(
        earliestStart: early[place].start, earliestFinish: early[place].finish, latestStart: begin[place],
        latestFinish: lastDay, slack: node.owner.count(from: early[place].start, to: begin[place]))
    }
  }

  /// The chain that determines the finish: from the last node back to the prerequisite that ends last, and so
  /// on. Of equals, the one with the first id.
  func chain(_ finish: [Int], endingAt end: Int? = nil) -> [Int] {
    func latest(_ places: some Sequence<Int>) -> Int? {
      places.min { (-finish[$0], nodes[$0].id) < (-finish[$1], nodes[$1].id) }
    }
    var chain: [Int] = []
    var next = end ?? latest(nodes.indices)
    while let place = next {
      chain.append(place)
      next = latest(nodes[place].requires)
    }
    return chain.reversed()
  }
}

/// Depth first through the prerequisites.
private struct Walk {
  private enum State { case new, open, done }
  private let nodes: [Network.Node]
  private var states: [State]
  private(set) var order: [Int] = []
  private(set) var dropped: [(Int, Int)] = []

  init(_ nodes: [Network.Node]) {
    self.nodes = nodes
    states = nodes.map { _ in .new }
  }

  mutating func visit(_ place: Int) {
    guard states[place] == .new else { return }
    states[place] = .open
    for prerequisite in nodes[place].requires {
      if states[prerequisite] == .open { dropped.append((place, prerequisite)) } else { visit(prerequisite) }
    }
    states[place] = .done
    order.append(place)
  }
}
