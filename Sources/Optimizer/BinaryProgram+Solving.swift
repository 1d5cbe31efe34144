internal import CGLPK

extension BinaryProgram {
  /// The cheapest values, sought through GLPK; the search stops after a number of branch-and-bound nodes, which are counted in
  /// `nodes`, never after a time.
  package func solve(nodes: inout Int) -> Outcome {
    guard isWithinLimits, nodes > 0 else { return .open(bound: nil) }
    // In units of their common divisor: the solver rounds bounds up to whole costs, and so leaves much more out.
    let unit = max(1, costs.reduce(0, Self.commonDivisor))
    switch BinaryProgram(costs: costs.map { $0 / unit }, rows: rows.map(\.inLowestTerms)).search(
      nodes: &nodes)
    {
    case .infeasible: return .infeasible
    case .open(let bound): return .open(bound: bound.map { $0 * unit })
    case .found(var solution):
      // The solver computes in floating point: what it calls a solution counts only if it is one in whole numbers.
      guard isSatisfied(by: solution.values) else { return .open(bound: solution.bound * unit) }
      solution.cost = cost(of: solution.values)
      solution.bound *= unit
      return .found(solution)
    }
  }

  private func search(nodes: inout Int) -> Outcome {
    // GLPK takes bounds that exclude each other for a fault of the caller.
    if rows.contains(where: { row in row.atLeast.map { $0 > row.atMost ?? $0 } ?? false }) {
      return .infeasible
    }
    let entries = entries
    var values = [CInt](repeating: 0, count: costs.count + 1)
    // GLPK counts from one.
    let answer = pratique_minimise(
      CInt(costs.count), [0] + costs.map(Double.init), CInt(rows.count),
      [0] + rows.map { $0.atLeast.map(Double.init) ?? -Double.greatestFiniteMagnitude },
      [0] + rows.map { $0.atMost.map(Double.init) ?? Double.greatestFiniteMagnitude },
      CInt(entries.rows.count - 1), entries.rows, entries.columns, entries.coefficients,
      CInt(clamping: nodes), &values)
    // A search that presolving alone settles has no node; it still counts as work.
    nodes -= max(1, Int(answer.nodes))
    let bound = bound(answer.bound)
    switch answer.status {
    case CInt(PRATIQUE_INFEASIBLE.rawValue): return .infeasible
    case CInt(PRATIQUE_OPTIMAL.rawValue), CInt(PRATIQUE_FEASIBLE.rawValue):
      let chosen = values.dropFirst().map { $0 != 0 }
      let cost = cost(of: chosen)
      let isOptimal = answer.status == CInt(PRATIQUE_OPTIMAL.rawValue)
      return .found(Solution(values: chosen, cost: cost, bound: isOptimal ? cost : min(bound ?? least, cost)))
    default: return .open(bound: bound)
    }
  }

  static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var pair = (abs(a), abs(b))
    while pair.1 != 0 { pair = (pair.1, pair.0 % pair.1) }
    return pair.0
  }

  /// The sum of the negative costs: nothing is cheaper.
  private var least: Int { costs.reduce(0) { $0 + min(0, $1) } }

  /// A bound on whole numbers, from one in floating point.
  private func bound(_ value: Double) -> Int? {
    guard value.isFinite, value.magnitude <= Double(Limit.cost) * 2 else { return nil }
    return Int((value - 1e-4).rounded(.up))
  }

  /// The matrix by entries, place 0 unused; terms of the same variable in one row are added up.
  private var entries: (rows: [CInt], columns: [CInt], coefficients: [Double]) {
    var result: (rows: [CInt], columns: [CInt], coefficients: [Double]) = ([0], [0], [0])
    var last = [Int](repeating: 0, count: costs.count)
    for (place, row) in rows.enumerated() {
      let first = result.rows.count
      for term in row.terms {
        if last[term.variable] >= first {
          result.coefficients[last[term.variable]] += Double(term.coefficient)
        } else {
          last[term.variable] = result.rows.count
          result.rows.append(CInt(place + 1))
          result.columns.append(CInt(term.variable + 1))
          result.coefficients.append(Double(term.coefficient))
        }
      }
    }
    return result
  }
}

extension BinaryProgram.Row {
  /// Divided by the common divisor of the coefficients, bounds rounded towards what whole numbers can reach.
  fileprivate var inLowestTerms: Self {
    let unit = terms.reduce(0) { BinaryProgram.commonDivisor($0, $1.coefficient) }
    guard unit > 1 else { return self }
    func down(_ value: Int) -> Int { value >= 0 ? value / unit : -((-value + unit - 1) / unit) }
    return Self(
      terms.map { ($0.variable, $0.coefficient / unit) }, atLeast: atLeast.map { -down(-$0) },
      atMost: atMost.map(down))
  }
}
