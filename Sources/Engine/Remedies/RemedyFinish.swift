/// The earliest day on which each measure can be done: its prerequisites are fixed, so it does not depend on what is chosen.
struct RemedyFinish {
  private let lengths: [Int]
  private var days: [Int]

  init(_ measures: [RemedyProblem.Measure], _ requires: [[Int]]) {
    // A million years are enough, and far from an overflow.
    lengths = measures.map { min(RemedyInstance.whole($0.days.rounded(.up)), 365_000_000) }
    days = lengths
    var isDone = [Bool](repeating: false, count: measures.count)
    var isOpen = isDone
    // Depth first with a stack of our own, because chains may be long. A prerequisite that leads back is left out.
    for root in measures.indices where !isDone[root] {
      var stack = [(place: root, next: 0)]
      isOpen[root] = true
      while let (place, next) = stack.last {
        if next < requires[place].count {
          stack[stack.count - 1].next += 1
          let before = requires[place][next]
          if isDone[before] {
            days[place] = max(days[place], days[before] + lengths[place])
          } else if !isOpen[before] {
            isOpen[before] = true
            stack.append((before, 0))
          }
        } else {
          isDone[place] = true
          stack.removeLast()
          if let above = stack.last?.place { days[above] = max(days[above], days[place] + lengths[above]) }
        }
      }
    }
  }

  /// When all of these are done, and after them the last.
  func finish(_ places: [Int], last: Int?) -> Int {
    let first = places.map { days[$0] }.max() ?? 0
    return last.map { max(first + lengths[$0], days[$0]) } ?? first
  }
}
