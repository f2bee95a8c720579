// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A place with its score, in the order of a ranking: higher scores first, then smaller places.
struct RankedPlace: Sendable, Comparable {
  let billionths: Int64
  let place: Int

  static func < (a: RankedPlace, b: RankedPlace) -> Bool {
    a.billionths == b.billionths ? a.place < b.place : a.billionths > b.billionths
  }
  /// More than the rounding of a score to billionths.
  static let rounding = 1e-8

  /// The best `depth` of the scores in their order; `scores` has one entry per place.
  ///
  /// - Complexity: O(n) on average, and O(depth log depth)
  static func best(_ depth: Int, of scores: [Double]) -> [RankedPlace] {
    guard depth > 0, !scores.isEmpty else { return [] }
    let bar = OrderStatistics.largest(min(depth, scores.count), of: scores) - rounding
    var best: [RankedPlace] = []
    for place in scores.indices where scores[place] >= bar {
      best.append(RankedPlace(billionths: ScoreQuantum.billionths(scores[place]), place: place))
    }
    best.sort()
    return Array(best.prefix(depth))
  }
}
