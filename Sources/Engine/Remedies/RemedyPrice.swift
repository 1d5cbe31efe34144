import Rules

/// What a set of measures takes, compared by the objective first, then by the other costs, then by the number of measures.
struct RemedyPrice: Hashable, Comparable, Sendable {
  static let levels = 4
  private var parts: SIMD4<Int>

  static let zero = RemedyPrice(.zero)
  private init(_ parts: SIMD4<Int>) { self.parts = parts }

  /// Of one measure. Each part is at most a million million, so that no sum within the limits overflows.
  init(effort: Int, money: Int, days: Int, objective: Preferences.Objective) {
    switch objective {
    // The least possible finish is a bound on the options, found beforehand; within it the least effort counts.
    case .effort, .time: parts = SIMD4(effort, money, days, 1)
    case .money: parts = SIMD4(money, effort, days, 1)
    }
  }

  subscript(level: Int) -> Int { parts[level] }

  static func + (a: Self, b: Self) -> Self { Self(a.parts &+ b.parts) }
  static func += (a: inout Self, b: Self) { a.parts &+= b.parts }

  static func < (a: Self, b: Self) -> Bool {
    for level in 0..<levels where a.parts[level] != b.parts[level] { return a.parts[level] < b.parts[level] }
    return false
  }
}
