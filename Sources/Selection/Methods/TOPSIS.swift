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
    self.init(weighted: zip(columns, weights).map { column, weight in column.map { weight * $0 } })
  }

  /// Measures the accounts in the columns of utilities times weights.
  init(weighted columns: [[Double]]) {
    let bounds = columns.compactMap(ScaleFormulas.bounds)
    distancesToIdeal = Self.distances(columns, to: bounds.map(\.high))
    distancesToAntiIdeal = Self.distances(columns, to: bounds.map(\.low))
    scores = zip(distancesToIdeal, distancesToAntiIdeal).map { best, worst in
      best + worst > 0 ? worst / (best + worst) : 1
    }
  }

  private static func distances(_ columns: [[Double]], to point: [Double]) -> [Double] {
    var squares = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (column, coordinate) in zip(columns, point) {
      precondition(column.count == squares.count, "columns of different length")
      var sums = squares.mutableSpan
      for i in column.indices {
        let distance = column[i] - coordinate
        sums[i] += distance * distance
      }
    }
    return squares.map { $0.squareRoot() }
  }
}
