// SPDX-License-Identifier: Apache-2.0
import LinearAlgebra

/// Weights from pairwise comparisons, and how consistent the comparisons are.
///
/// *Definition* The principal eigenvector of the comparison matrix, divided by its sum; CI =
/// (λmax - n) / (n - 1) and CR = CI / RI (Saaty 1977, 1980). CR is 0 for one or two criteria, which
/// cannot contradict each other.
package struct PairwiseComparison: Sendable, Equatable {
  /// Three criteria whose comparisons contradict each other most, by index from 0.
  package struct Triad: Sendable, Equatable {
    package var first: Int
    package var second: Int
    package var third: Int
    /// How far a(1,2) a(2,3) is from a(1,3), as a factor of at least 1.
    package var factor: Double
  }

  /// One weight per criterion; they add up to 1.
  package let weights: [Double]
  /// The largest eigenvalue.
  package let lambdaMax: Double
  /// The consistency index.
  package let consistencyIndex: Double
  /// The consistency ratio; up to 0.10 is usually accepted.
  package let consistencyRatio: Double
  /// The other usual estimate of the weights: geometric means of the rows.
  package let geometricMeanWeights: [Double]
  /// The worst triad, nil for fewer than three criteria.
  package let worstTriad: Triad?
  /// Whether a(i,j) a(j,i) = 1 to within one per cent everywhere.
  package let isReciprocal: Bool

  /// The mean consistency index of random matrices by size from 1 (Saaty 1980); the last entry
  /// stands for all sizes beyond 15.
  package static let randomIndices = [
    0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
  ]

  /// The random index for `n` criteria.
  package static func randomIndex(_ n: Int) -> Double {
    randomIndices[min(max(n, 1), randomIndices.count) - 1]
  }

  /// Evaluates the comparison matrix `rows`, which must be square and positive.
  ///
  /// - Parameters:
  ///   - rows: a(i,j) says how many times as important criterion i is as criterion j.
  ///   - randomIndex: the random index for this size.
  /// - Throws: ``SelectionError`` for a matrix of another shape or with other numbers.
  package init(_ rows: [[Double]], randomIndex: Double) throws(SelectionError) {
    let n = rows.count
    guard n > 0, rows.allSatisfy({ $0.count == n }), let matrix = Matrix(rows) else {
      throw .comparisonSize(expected: n)
    }
    for (i, row) in rows.enumerated() {
      for (j, entry) in row.enumerated() where !(entry.isFinite && entry > 0) {
        throw .badComparison(row: i + 1, column: j + 1)
      }
    }
    guard let pair = try? EigenSolver.principal(matrix), pair.value.isFinite,
      pair.vector.allSatisfy({ $0.isFinite && $0 >= 0 })
    else { throw .comparisonUnsolved }
    weights = pair.vector
    lambdaMax = pair.value
    consistencyIndex = n > 2 ? (pair.value - Double(n)) / Double(n - 1) : 0
    consistencyRatio = n > 2 && randomIndex > 0 ? consistencyIndex / randomIndex : 0
    geometricMeanWeights = Self.geometricMeans(rows)
    worstTriad = Self.worstTriad(rows)
    isReciprocal = Self.isReciprocal(rows)
  }

  private static func geometricMeans(_ rows: [[Double]]) -> [Double] {
    let means = rows.map { row in
      WeightedProduct.score(row, weights: RankOrderWeights.equal(row.count))
    }
    var total = 0.0
    for mean in means { total += mean }
    return total > 0 && total.isFinite
      ? means.map { $0 / total } : RankOrderWeights.equal(rows.count)
  }

  /// The triad with the largest contradiction (the idea of Koczkodaj 1993); the first of equals.
  private static func worstTriad(_ a: [[Double]]) -> Triad? {
    var worst: Triad?
    for i in a.indices {
      for j in (i + 1)..<max(i + 1, a.count) {
        for k in (j + 1)..<max(j + 1, a.count) {
          let ratio = a[i][j] * (a[j][k] / a[i][k])
          let factor = max(ratio, 1 / ratio)
          if factor > worst?.factor ?? 0 {
            worst = Triad(first: i, second: j, third: k, factor: factor)
          }
        }
      }
    }
    return worst
  }

  private static func isReciprocal(_ a: [[Double]]) -> Bool {
    a.indices.allSatisfy { i in
      a.indices.allSatisfy { j in (a[i][j] * a[j][i] - 1).magnitude <= 0.01 }
    }
  }
}
