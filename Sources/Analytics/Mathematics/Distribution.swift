internal import CGSL

/// Shares and points of the distributions that verdicts rest on, through GSL.
package enum Distribution {
  /// The point of the standard normal distribution up to which `share` lies; above 0 and below 1.
  package static func normalPoint(_ share: Double) -> Double {
    precondition(share > 0 && share < 1)
    return gsl_cdf_ugaussian_Pinv(share)
  }

  /// Which share of the standard normal distribution lies up to a point.
  package static func normalShare(_ point: Double) -> Double { gsl_cdf_ugaussian_P(point) }

  /// How many standard deviations to each side hold `level` of a normal distribution: 1.959964 for 0.95.
  package static func normalReach(_ level: Double) -> Double { normalPoint((1 + level) / 2) }

  /// The point of χ² with so many degrees of freedom up to which `share` lies.
  package static func chiSquarePoint(_ share: Double, degrees: Int) -> Double {
    precondition(share > 0 && share < 1 && degrees > 0)
    return gsl_cdf_chisq_Pinv(share, Double(degrees))
  }
}
