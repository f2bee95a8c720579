// SPDX-License-Identifier: Apache-2.0

/// Scores as sums of weight times part, the form in which weights can be moved cheaply and exactly.
///
/// Places are the ranked accounts by ascending id, so that the smaller place wins a tie.
struct ScoreParts: Sendable {
  /// Per criterion one part per place; the score is their sum by weight.
  let columns: [[Double]]
  /// The given weights, which add up to 1.
  let weights: [Double]

  /// How many accounts there are.
  var count: Int { columns.first?.count ?? 0 }

  /// The scores for other weights, with the bits of ``WeightedSum``.
  func scores(_ weights: [Double]) -> [Double] { WeightedSum.scores(columns, weights: weights) }

  /// Per criterion the mean of the parts.
  var means: [Double] { columns.map { Self.mean($0.reduce(0, +), of: count) } }

  /// Per criterion the mean distance of the parts from their mean.
  var deviations: [Double] {
    zip(columns, means).map { column, mean in
      Self.mean(column.reduce(0) { $0 + ($1 - mean).magnitude }, of: count)
    }
  }

  private static func mean(_ sum: Double, of count: Int) -> Double {
    sum * (1 / Double(max(1, count)))
  }
}
