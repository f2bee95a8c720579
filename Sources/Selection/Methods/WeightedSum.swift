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
    let count = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count }, "columns of different length")
    var scores = [Double](repeating: 0, count: count)
    var sums = scores.mutableSpan
    // Some accounts at a time, so that their sums stay in the nearest cache.
    for first in stride(from: 0, to: count, by: partSize) {
      let part = first..<min(first + partSize, count)
      for (column, weight) in zip(columns, weights) {
        let column = column.span
        for i in part { sums[i] += weight * column[i] }
      }
    }
    return scores
  }

  private static let partSize = 1024
}
