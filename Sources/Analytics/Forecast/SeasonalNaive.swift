/// The forecast that any other has to beat: what was, one period ago (FPP3, section 5.2).
package struct SeasonalNaive: Sendable {
  package let period: Int
  private let last: [Double]
  private let count: Int
  /// The root mean square of the differences of one period.
  package let deviation: Double

  /// nil without a period and one value more.
  package init?(_ values: [Double?], period: Int) {
    guard period >= 1, values.count > period else { return nil }
    let squares = Self.differences(values, period: period).map { $0 * $0 }
    guard !squares.isEmpty, let any = values.lazy.compactMap({ $0 }).last else { return nil }
    self.period = period
    count = values.count
    deviation = squares.mean.squareRoot()
    // What is missing is taken from the period before.
    last = (values.count - period..<values.count).map { index in
      stride(from: index, through: 0, by: -period).lazy.compactMap { values[$0] }.first ?? any
    }
  }

  package func outlook(horizon: Int) -> [Outlook] {
    (0..<horizon).map { step in
      Outlook(value: last[step % period], deviation: deviation * Double(step / period + 1).squareRoot())
    }
  }

  /// Differences from the value one period before, where both were measured.
  static func differences(_ values: [Double?], period: Int) -> [Double] {
    guard values.count > period else { return [] }
    return (period..<values.count).compactMap { index in
      values[index].flatMap { value in values[index - period].map { value - $0 } }
    }
  }
}
