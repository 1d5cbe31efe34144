/// What is expected for one step, with the standard deviation of its error.
package struct Outlook: Sendable, Hashable {
  package var value: Double
  package var deviation: Double
  package init(value: Double, deviation: Double) { (self.value, self.deviation) = (value, deviation) }
}

extension HoltWinters {
  /// The next `horizon` values. `variance` is that of the error one step ahead: of the error itself, or of its share of the forecast if
  /// the form is multiplicative.
  ///
  /// Variances by Hyndman, Koehler, Ord and Snyder (2008): additive errors, class 1 (table 6.1); multiplicative, class 3 (table 6.3), which
  /// is exact within the first period. Beyond it the error of a season is added to that of its level, as in class 1, because the
  /// same value moved both; the book treats them as independent.
  package func outlook(after pass: Pass, horizon: Int, variance: Double) -> [Outlook] {
    let state = pass.state
    let period = state.seasons.count
    var expected: [Outlook] = []
    var sum = 0.0
    // θ of class 3, from step 1 on.
    var thetas: [Double] = []
    // c_j, from j = 1 on.
    var weights: [Double] = []
    for step in 1...max(1, horizon) {
      let base = state.level + Double(step) * state.trend
      let season = state.seasons[(pass.count + step - 1) % period]
      switch form {
      case .additive:
        if step > 1 {
          let weight = weight(step - 1)
          sum += weight * weight
        }
        expected.append(Outlook(value: base + season, deviation: (variance * (1 + sum)).squareRoot()))
      case .multiplicative:
        if step > 1 { weights.append(weight(step - 1)) }
        var theta = base * base
        for (index, weight) in weights.enumerated() {
          theta += variance * weight * weight * thetas[step - 2 - index]
        }
        thetas.append(theta)
        let square = season * season * (theta * (1 + variance) - base * base)
        expected.append(Outlook(value: base * season, deviation: max(0, square).squareRoot()))
      }
    }
    return expected
  }

  /// How much of an error is still in the forecast so many steps later.
  private func weight(_ steps: Int) -> Double {
    let isSeason = steps.isMultiple(of: start.seasons.count)
    return parameters.alpha * (1 + Double(steps) * parameters.beta) + (isSeason ? parameters.gamma : 0)
  }

  /// The variance of the error one step ahead: squares over the number of errors less that of what was chosen by them.
  package func variance(of pass: Pass, chosen: Int) -> Double {
    var squares = 0.0
    var count = 0
    for (error, fitted) in zip(pass.errors, pass.fitted) {
      guard let error else { continue }
      let share = form == .additive ? error : error / fitted
      squares += share * share
      count += 1
    }
    return squares / Double(max(1, count - chosen))
  }
}
