/// Prerequisites without circles: where some close one, the link that closes it is left out.
struct Circles {
  /// By place: places that come first.
  private(set) var requires: [[Int]]
  /// (place, prerequisite) left out.
  private(set) var dropped: [(Int, Int)] = []

  /// Depth first from every place, in order, with a stack of its own, so that no depth is too much.
  init(cutting requires: [[Int]]) {
    self.requires = requires
    var isOpen = requires.map { _ in false }
    var isDone = isOpen
    for first in requires.indices where !isDone[first] {
      var path = [(place: first, next: 0)]
      isOpen[first] = true
      while let (place, next) = path.last {
        guard next < requires[place].count else {
          isDone[place] = true
          isOpen[place] = false
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let before = requires[place][next]
        if isOpen[before] {
          dropped.append((place, before))
        } else if !isDone[before] {
          isOpen[before] = true
          path.append((before, 0))
        }
      }
    }
    for (place, before) in dropped { self.requires[place].removeAll { $0 == before } }
  }
}
