// SPDX-License-Identifier: Apache-2.0

/// The smallest and the largest of many numbers, by their scales: so most need one comparison of
/// integers.
struct DecimalBounds {
  /// How many scales there are, from 0 on.
  private static let scales = 18

  /// Per scale the smallest number in its units; more than the largest where there is none.
  var least = [Int64](repeating: .max, count: scales)
  /// Per scale the largest number.
  var most = [Int64](repeating: .min, count: scales)

  /// Takes `units * 10^-scale` into account.
  mutating func widen(by units: Int64, scale: Int) {
    least[scale] = min(least[scale], units)
    most[scale] = max(most[scale], units)
  }

  /// Numbers of which one is the smallest and one the largest.
  var extremes: [ExactDecimal] {
    least.indices.filter { least[$0] <= most[$0] }.flatMap { scale in
      [least[scale], most[scale]].map { ExactDecimal(Int128($0), scale: scale) }
    }
  }
}
