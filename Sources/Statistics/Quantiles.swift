// SPDX-License-Identifier: Apache-2.0

/// Percentiles and the median by linear interpolation.
package enum Quantiles {
  /// The value below which the fraction `p` of the numbers lies, or nil without numbers.
  ///
  /// *Definition* Linear interpolation between the order statistics around position p (n - 1)
  /// counted from 0 (type 7 of Hyndman and Fan 1996). `p` is cut to 0..1. Numbers must be finite.
  ///
  /// - Complexity: O(n log n)
  package static func percentile(_ p: Double, of numbers: [Double]) -> Double? {
    percentile(p, ofSorted: numbers.sorted())
  }

  /// The same for numbers that are already ascending.
  ///
  /// - Complexity: O(1)
  package static func percentile(_ p: Double, ofSorted sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let position = min(1, max(0, p)) * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return last }
    let share = position - Double(below)
    // Weighted ends instead of a difference: two huge numbers of opposite sign do not overflow.
    return sorted[below] * (1 - share) + sorted[below + 1] * share
  }

  /// The middle number, or the mean of the two middle ones; nil without numbers.
  package static func median(_ numbers: [Double]) -> Double? { percentile(0.5, of: numbers) }
}
