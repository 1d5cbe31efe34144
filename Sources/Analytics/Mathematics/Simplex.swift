internal import CGSL

/// What a search for the least cost found.
struct Least {
  var point: [Double]
  var cost: Double
  /// How many steps it took.
  var steps: Int
}

/// The least cost that the simplex of Nelder and Mead finds from `start`; nil if no point has a finite one. Costs that are not
/// finite count as very high.
func least(from start: [Double], reach: Double, steps: Int, of cost: ([Double]) -> Double) -> Least? {
  withoutActuallyEscaping(cost) { cost in
    let task = SearchTask(count: start.count, cost: cost)
    var point = start
    let found = withExtendedLifetime(task) {
      unsafe pratique_simplex(
        CInt(start.count), &point, reach, CInt(clamping: steps), 1e-6,
        { point, context in
          guard let point = unsafe point, let context = unsafe context else { return 1e300 }
          let task = unsafe Unmanaged<SearchTask>.fromOpaque(context).takeUnretainedValue()
          let value = task.cost(unsafe Array(UnsafeBufferPointer(start: point, count: task.count)))
          return value.isFinite ? value : 1e300
        }, Unmanaged.passUnretained(task).toOpaque())
    }
    guard found.is_found != 0, found.value < 1e300 else { return nil }
    return Least(point: point, cost: found.value, steps: Int(found.steps))
  }
}

/// Carries the cost through C.
private final class SearchTask {
  let count: Int
  let cost: ([Double]) -> Double
  init(count: Int, cost: @escaping ([Double]) -> Double) {
    (self.count, self.cost) = (count, cost)
  }
}
