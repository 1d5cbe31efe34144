/// The ways to a forecast that are held against each other.
package enum Method: String, Sendable, CaseIterable {
  case additive, multiplicative
  case seasonalNaive = "seasonal-naive"

  package var title: String {
    switch self {
    case .additive: "Holt-Winters, additive season"
    case .multiplicative: "Holt-Winters, multiplicative season"
    case .seasonalNaive: "seasonal naive"
    }
  }

  var form: HoltWinters.Form? { HoltWinters.Form(rawValue: rawValue) }

  /// Fitted to values; nil where it does not hold for them.
  func fitted(to values: [Double?], period: Int, near hint: HoltWinters.Parameters? = nil) -> Fitted? {
    guard let form else {
      return SeasonalNaive(values, period: period).map {
        Fitted(model: nil, naive: $0, pass: nil, variance: 0)
      }
    }
    guard let model = HoltWinters.fit(values, period: period, form: form, near: hint),
      let pass = model.pass(over: values)
    else { return nil }
    // Chosen by the errors: seasons that sum to nothing, level, trend, and with three periods α, β*, γ.
    let chosen = period + 1 + (values.count >= 3 * period ? 3 : 0)
    return Fitted(model: model, naive: nil, pass: pass, variance: model.variance(of: pass, chosen: chosen))
  }
}

/// A method with all that it took from the values.
struct Fitted {
  var model: HoltWinters?
  var naive: SeasonalNaive?
  var pass: HoltWinters.Pass?
  var variance: Double

  func outlook(horizon: Int) -> [Outlook] {
    if let model, let pass { return model.outlook(after: pass, horizon: horizon, variance: variance) }
    return naive?.outlook(horizon: horizon) ?? []
  }
}
