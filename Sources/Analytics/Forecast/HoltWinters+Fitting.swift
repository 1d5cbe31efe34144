internal import Glibc

extension HoltWinters {
  /// The parameters, level and trend with the least squared error one step ahead; the seasons begin as the decomposition has them.
  /// With less than three periods the parameters are fixed. nil if the form does not hold for the values.
  package static func fit(_ values: [Double?], period: Int, form: Form, near hint: Parameters? = nil) -> Self?
  {
    guard let start = State(decomposing: values, period: period, form: form) else { return nil }
    let plain = Self(form: form, parameters: .fixed, start: start)
    guard values.count >= 3 * period else { return plain.pass(over: values) == nil ? nil : plain }
    let spread = max(values.compactMap { $0 }.variance.squareRoot(), 1e-12)
    let starts = hint.map { [$0] } ?? [.cautious, .quick]
    var best: (model: Self, cost: Double)?
    for parameters in starts {
      let from = parameters.free + [0, 0]
      let found = least(from: from, reach: 0.5, steps: 400) { point in
        plain.moved(to: point, spread: spread).pass(over: values)?.squares ?? .infinity
      }
      if let found, found.cost < best?.cost ?? .infinity {
        best = (plain.moved(to: found.point, spread: spread), found.cost)
      }
    }
    return best?.model
  }

  /// With other parameters, and level and trend moved by shares of the spread of the values.
  private func moved(to point: [Double], spread: Double) -> Self {
    var model = self
    model.parameters = Parameters(free: point)
    model.start.level += point[3] * spread
    model.start.trend += point[4] * spread / Double(start.seasons.count)
    return model
  }
}

extension HoltWinters.Parameters {
  static let cautious = Self(alpha: 0.1, beta: 0.01, gamma: 0.05)
  static let quick = Self(alpha: 0.5, beta: 0.1, gamma: 0.2)

  /// Three numbers without bounds, for a search that knows none.
  var free: [Double] { [alpha, beta, gamma / (1 - alpha)].map { log($0 / (1 - $0)) } }

  /// 0 < α < 1, 0 < β* < 1, 0 < γ < 1 − α.
  init(free: [Double]) {
    let shares = free.prefix(3).map { max(1e-4, min(1 - 1e-4, 1 / (1 + exp(-$0)))) }
    self.init(alpha: shares[0], beta: shares[1], gamma: shares[2] * (1 - shares[0]))
  }
}
