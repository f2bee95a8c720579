// SPDX-License-Identifier: Apache-2.0

/// Distance to an ideal point within fixed bounds (SPOTIS, Dezert and others 2020).
///
/// No account's distance depends on another account, so nobody who joins can reorder the others.
package enum SPOTIS {
  /// One distance per account: the weighted sum of |value - ideal| / |high - low|; lower is better.
  ///
  /// *Edge cases* A criterion without width adds 0.
  ///
  /// - Parameters:
  ///   - columns: per criterion one value per account.
  ///   - bounds: per criterion the smallest and the largest value that can occur.
  ///   - ideal: per criterion the best value.
  ///   - weights: one weight per criterion.
  /// - Returns: One distance per account.
  /// - Complexity: O(accounts * criteria)
  package static func distances(
    _ columns: [[Double]],
    bounds: [(low: Double, high: Double)],
    ideal: [Double],
    weights: [Double]
  ) -> [Double] {
    var distances = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (j, column) in columns.enumerated() {
      let width = (bounds[j].high - bounds[j].low).magnitude
      guard width > 0 else { continue }
      for i in distances.indices {
        distances[i] += weights[j] * ((column[i] - ideal[j]).magnitude / width)
      }
    }
    return distances
  }
}
