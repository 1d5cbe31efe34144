/// Decisions between zero and one under linear rows, of which the cheapest are sought.
package struct BinaryProgram: Sendable {
  /// A sum of variables that must stay within bounds.
  package struct Row: Sendable {
    package var terms: [(variable: Int, coefficient: Int)]
    package var atLeast: Int?
    package var atMost: Int?

    package init(_ terms: [(variable: Int, coefficient: Int)], atLeast: Int? = nil, atMost: Int? = nil) {
      self.terms = terms
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  /// One per variable.
  package var costs: [Int]
  package var rows: [Row]

  package init(costs: [Int], rows: [Row]) {
    self.costs = costs
    self.rows = rows
  }

  /// What a search came to.
  package enum Outcome: Sendable {
    case found(Solution)
    /// No values satisfy the rows.
    case infeasible
    /// The work limit came first, the program is beyond the limits, or the solver gave up.
    case open(bound: Int?)
  }

  /// Values that satisfy every row, checked in whole numbers.
  package struct Solution: Sendable {
    package var values: [Bool]
    package var cost: Int
    /// No solution costs less.
    package var bound: Int
    package var isProven: Bool { bound >= cost }
  }
}

extension BinaryProgram {
  /// What is handed to the solver. Numbers stay far within the range in which its arithmetic tells whole numbers apart.
  package enum Limit {
    package static let variables = 20_000
    package static let rows = 50_000
    package static let entries = 500_000
    package static let coefficient = 100_000_000
    package static let cost = 1_000_000_000
  }

  /// Whether every index exists and every limit is kept.
  var isWithinLimits: Bool {
    guard !costs.isEmpty, costs.count <= Limit.variables, rows.count <= Limit.rows else { return false }
    var total = 0
    for cost in costs {
      guard cost.magnitude <= Limit.coefficient else { return false }
      total += abs(cost)
    }
    guard total <= Limit.cost else { return false }
    var entries = 0
    for row in rows {
      entries += row.terms.count
      guard entries <= Limit.entries, row.bounds.allSatisfy({ $0.magnitude <= Limit.cost }) else {
        return false
      }
      for term in row.terms {
        guard costs.indices.contains(term.variable), term.coefficient.magnitude <= Limit.coefficient else {
          return false
        }
      }
    }
    return true
  }

  /// Whether the values keep every row.
  func isSatisfied(by values: [Bool]) -> Bool {
    rows.allSatisfy { row in
      let sum = row.terms.reduce(0) { values[$1.variable] ? $0 + $1.coefficient : $0 }
      return (row.atLeast.map { $0 <= sum } ?? true) && (row.atMost.map { sum <= $0 } ?? true)
    }
  }

  func cost(of values: [Bool]) -> Int { zip(costs, values).reduce(0) { $1.1 ? $0 + $1.0 : $0 } }
}

extension BinaryProgram.Row {
  fileprivate var bounds: [Int] { [atLeast, atMost].compactMap(\.self) }
}
