// SPDX-License-Identifier: Apache-2.0

/// Closeness to the ideal account (TOPSIS, Hwang and Yoon 1981).
package struct TOPSIS: Sendable, Equatable {
  /// Closeness per account, 0...1, higher is better.
  package let scores: [Double]
  /// Euclidean distance to the best weighted utility of every criterion.
  package let distancesToIdeal: [Double]
  /// Euclidean distance to the worst weighted utility of every criterion.
  package let distancesToAntiIdeal: [Double]

  /// Measures the accounts in the columns of utilities.
  ///
  /// *Definition* With weighted utilities, the ideal holds the column maxima and the anti-ideal the
  /// minima; the score is d⁻ / (d⁺ + d⁻). Checked against Tzeng and Huang (2011) and Hodgett.
  ///
  /// *Edge cases* One account, or equal accounts, are ideal and anti-ideal at once: score 1.
  ///
  /// - Complexity: O(accounts * criteria)
  package init(_ columns: [[Double]], weights: [Double]) {
    let count = columns.first?.count ?? 0
    var toIdeal = [Double](repeating: 0, count: count)
    var toAntiIdeal = toIdeal
    for (column, weight) in zip(columns, weights) {
      let weighted = column.map { weight * $0 }
      guard let (low, high) = ScaleFormulas.bounds(weighted) else { continue }
      for i in 0..<count {
        toIdeal[i] += (weighted[i] - high) * (weighted[i] - high)
        toAntiIdeal[i] += (weighted[i] - low) * (weighted[i] - low)
      }
    }
    distancesToIdeal = toIdeal.map { $0.squareRoot() }
    distancesToAntiIdeal = toAntiIdeal.map { $0.squareRoot() }
    scores = zip(distancesToIdeal, distancesToAntiIdeal).map { best, worst in
      best + worst > 0 ? worst / (best + worst) : 1
    }
  }
}
