// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The weighted product of utilities (Bridgman 1922; Miller and Starr 1969).
package enum WeightedProduct {
  /// One score per account: the product of utility to the power of the weight.
  ///
  /// *Edge cases* A utility of 0 makes the score 0 unless its weight is 0. Utilities must not be
  /// negative, for these have no real power.
  ///
  /// - Complexity: O(accounts * criteria)
  package static func scores(_ columns: [[Double]], weights: [Double]) -> [Double] {
    var scores = [Double](repeating: 1, count: columns.first?.count ?? 0)
    for (column, weight) in zip(columns, weights) {
      for i in scores.indices { scores[i] *= pow(column[i], weight) }
    }
    return scores
  }

  /// The score of one account.
  static func score(_ utilities: [Double], weights: [Double]) -> Double {
    scores(utilities.map { [$0] }, weights: weights).first ?? 1
  }
}
