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
    // Weights are not negative, so the best utility is the best weighted utility.
    let bounds = zip(columns.compactMap(ScaleFormulas.bounds), weights).map { bounds, weight in
      (low: weight * bounds.low, high: weight * bounds.high)
    }
    distancesToIdeal = Self.distances(columns, weights, to: bounds.map(\.high))
    distancesToAntiIdeal = Self.distances(columns, weights, to: bounds.map(\.low))
    scores = zip(distancesToIdeal, distancesToAntiIdeal).map { best, worst in
      best + worst > 0 ? worst / (best + worst) : 1
    }
  }

  private static func distances(
    _ columns: [[Double]],
    _ weights: [Double],
    to point: [Double]
  ) -> [Double] {
    AccountBlocks.gathered(columns) { rows, squares in
      for (j, coordinate) in point.enumerated() {
        addSquares(columns[j], rows, (weights[j], coordinate), to: &squares)
      }
      for i in squares.indices { squares[i] = squares[i].squareRoot() }
    }
  }

  /// Adds the squares of the distances of some accounts from a point, by one criterion.
  private static func addSquares(
    _ column: [Double],
    _ rows: Range<Int>,
    _ criterion: (weight: Double, coordinate: Double),
    to squares: inout [Double]
  ) {
    precondition(rows.count == squares.count, "a sum for each account")
    let values = column.span.extracting(rows)
    var sums = squares.mutableSpan
    for i in values.indices {
      let distance = criterion.weight * values[i] - criterion.coordinate
      sums[i] += distance * distance
    }
  }
}
