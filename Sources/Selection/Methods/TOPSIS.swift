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
    var ideal = [Double](repeating: 0, count: count)
    var antiIdeal = ideal
    for (column, weight) in zip(columns, weights) {
      precondition(column.count == count, "columns of different length")
      Self.add(column, weight, &ideal, &antiIdeal)
    }
    distancesToIdeal = ideal.map { $0.squareRoot() }
    distancesToAntiIdeal = antiIdeal.map { $0.squareRoot() }
    scores = zip(distancesToIdeal, distancesToAntiIdeal).map { best, worst in
      best + worst > 0 ? worst / (best + worst) : 1
    }
  }

  /// Adds the squares of one criterion's distances.
  private static func add(
    _ column: [Double],
    _ weight: Double,
    _ ideal: inout [Double],
    _ antiIdeal: inout [Double]
  ) {
    guard let bounds = ScaleFormulas.bounds(column) else { return }
    let (low, high) = (weight * bounds.low, weight * bounds.high)
    var toIdeal = ideal.mutableSpan
    var toAntiIdeal = antiIdeal.mutableSpan
    for i in column.indices {
      let part = weight * column[i]
      let (below, above) = (part - max(low, high), part - min(low, high))
      toIdeal[i] += below * below
      toAntiIdeal[i] += above * above
    }
  }
}
