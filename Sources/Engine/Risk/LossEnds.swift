extension Loss {
  /// A figure at the low end, as is most likely, and at the high end.
  package struct Ends<Value: Sendable>: Sendable {
    package var low: Value
    package var likely: Value
    package var high: Value

    package init(low: Value, likely: Value, high: Value) {
      self.low = low
      self.likely = likely
      self.high = high
    }

    /// The same at all ends.
    package init(_ value: Value) { self.init(low: value, likely: value, high: value) }

    package func map<Other>(_ change: (Value) -> Other) -> Ends<Other> {
      Ends<Other>(low: change(low), likely: change(likely), high: change(high))
    }

    func with<Other, Result>(
      _ other: Ends<Other>, _ join: (Value, Other) -> Result
    ) -> Ends<Result> {
      Ends<Result>(
        low: join(low, other.low), likely: join(likely, other.likely), high: join(high, other.high))
    }

    /// From the low end up.
    package var all: [Value] { [low, likely, high] }
  }
}

extension Loss.Ends: Equatable where Value: Equatable {}
