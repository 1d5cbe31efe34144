extension [Double] {
  package var mean: Double { isEmpty ? .nan : reduce(0, +) / Double(count) }

  /// The quantile between the two nearest values (type 7, as R, numpy and Excel have it).
  package func quantile(_ share: Double) -> Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    let place = Swift.max(0, Swift.min(1, share)) * Double(count - 1)
    let low = Int(place.rounded(.down))
    let high = Swift.min(low + 1, count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }

  package var median: Double { quantile(0.5) }

  /// Sum of squared distances from the mean, over the count.
  var variance: Double {
    let mean = mean
    return map { ($0 - mean) * ($0 - mean) }.mean
  }
}
