// SPDX-License-Identifier: Apache-2.0

/// The smallest difference of two means that a comparison of this size could see.
package struct DetectableDifference: Sendable, Equatable {
  /// The standard error of the difference.
  package let standardError: Double
  /// The difference seen with the wanted power, two-sided, by the normal approximation.
  package let difference: Double

  /// Compares groups of `treated` and `control` accounts whose values spread by `deviation`.
  ///
  /// - Returns: nil for an empty group, or rates outside 0 and 1.
  package init?(
    treated: Int,
    control: Int,
    deviation: Double,
    alpha: Double,
    power: Double
  ) {
    guard treated > 0, control > 0, let limit = Distribution.normalQuantile(1 - alpha / 2),
      let reach = Distribution.normalQuantile(power)
    else { return nil }
    standardError = deviation * (1 / Double(treated) + 1 / Double(control)).squareRoot()
    difference = (limit + reach) * standardError
    guard difference.isFinite else { return nil }
  }
}
