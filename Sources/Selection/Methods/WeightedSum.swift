// SPDX-License-Identifier: Apache-2.0

/// The weighted sum of utilities (simple additive weighting, Churchman and Ackoff 1954).
package enum WeightedSum {
  /// One score per account: weight times utility, added criterion by criterion from 0.
  ///
  /// This order of operations is part of the published result; SQL and browser repeat it.
  ///
  /// - Parameters:
  ///   - columns: per criterion one utility per account.
  ///   - weights: one weight per criterion.
  /// - Returns: One score per account.
  /// - Complexity: O(accounts * criteria)
  package static func scores(_ columns: [[Double]], weights: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (column, weight) in zip(columns, weights) {
      precondition(column.count == scores.count, "columns of different length")
      var sums = scores.mutableSpan
      for i in column.indices { sums[i] += weight * column[i] }
    }
    return scores
  }
}
