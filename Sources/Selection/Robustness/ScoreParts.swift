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

  /// The best `depth` of some places for other weights, in their order, scored with the same bits.
  func best(_ depth: Int, of places: [Int], _ weights: [Double]) -> [RankedPlace] {
    var scores = [Double](repeating: 0, count: places.count)
    for (column, weight) in zip(columns, weights) {
      for (index, place) in places.enumerated() { scores[index] += weight * column[place] }
    }
    var best = zip(places, scores).map { place, score in
      RankedPlace(billionths: ScoreQuantum.billionths(score), place: place)
    }
    best.sort()
    return Array(best.prefix(depth))
  }
}
