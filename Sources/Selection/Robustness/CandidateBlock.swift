// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The accounts that may still be among the best, packed for ``ScoreKernel``.
///
/// Behind the columns of parts lie the columns of their distances from the column's mean: for
/// weights within a box around a centre, an account's lead over one with mean parts is at most the
/// lead at the centre plus the sum of reach times distance.
struct CandidateBlock: Sendable {
  /// How many accounts there are.
  private(set) var count: Int
  /// Per criterion the mean of the parts over all accounts.
  let means: [Double]
  /// Per criterion the mean distance from it.
  let deviations: [Double]
  /// The first so many were the best at the last centre.
  private var leaders = 0
  private var places: [Int]
  private var columns: [Double]
  private var stride: Int

  /// More than all rounding of scores and bounds together.
  private static let slack = 1e-8
  /// Up to so many draws the best are found draw by draw, beyond it by a bound.
  private static let exactBundle = 200

  /// Starts with everybody.
  init(_ parts: ScoreParts) {
    count = parts.count
    places = Array(0..<parts.count)
    let share = 1 / Double(max(1, parts.count))
    let means = parts.columns.map { $0.reduce(0, +) * share }
    let distances = zip(parts.columns, means).map { column, mean in
      column.map { ($0 - mean).magnitude }
    }
    self.means = means
    deviations = distances.map { $0.reduce(0, +) * share }
    stride = ScoreKernel.padded(count)
    columns = []
    columns.reserveCapacity(2 * means.count * stride)
    let padding = [Double](repeating: 0, count: stride - count)
    for column in parts.columns + distances { columns += column + padding }
  }

  /// The accounts that may be among the best `depth` for any draw of the bundle, those that lead at
  /// its centre first.
  ///
  /// `depth` is from 1 to ``count``, `scratch` as long as the largest block needs.
  func narrowed(to depth: Int, _ bundle: DrawBundle, _ scratch: inout [Double]) -> CandidateBlock {
    score(bundle.centre[...], into: &scratch)
    let wanted = min(count, 3 * depth)
    var top = Array(scratch[..<count])
    let cut = OrderStatistics.largest(wanted, of: &top)
    let leading = (0..<count).filter { scratch[$0] >= cut }
    let mean = lead(bundle.centre[...])
    var bar: Double
    if bundle.count <= Self.exactBundle {
      bar = picking(leading).least(ofBest: depth, in: bundle)
    } else {
      score((bundle.centre + bundle.reach.map { -$0 })[...], into: &scratch)
      for i in 0..<count { top[i] = scratch[i] }
      bar = OrderStatistics.largest(depth, of: &top) - mean
    }
    bar += mean - Self.slack
    var isLeading = [Bool](repeating: false, count: count)
    for i in leading { isLeading[i] = true }
    score((bundle.centre + bundle.reach)[...], into: &scratch)
    let others = (0..<count).filter { scratch[$0] >= bar && !isLeading[$0] }
    var block = picking(leading + others)
    block.leaders = leading.count
    return block
  }

  /// The least lead over mean parts that makes one of these accounts one of their best `depth`, over
  /// all draws.
  private func least(ofBest depth: Int, in bundle: DrawBundle) -> Double {
    var least = Double.infinity
    var scores = [Double](repeating: 0, count: stride)
    for draw in 0..<bundle.count {
      score(bundle.weights(draw), into: &scores)
      for i in count..<stride { scores[i] = -.infinity }
      let bar = OrderStatistics.largest(depth, of: &scores)
      least = min(least, bar - lead(bundle.weights(draw)))
    }
    return least
  }

  /// The score of mean parts.
  private func lead(_ weights: ArraySlice<Double>) -> Double {
    zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func score(_ weights: ArraySlice<Double>, into scores: inout [Double]) {
    ScoreKernel.score(columns, stride: stride, count: count, weights: weights, into: &scores)
  }

  private func picking(_ chosen: [Int]) -> CandidateBlock {
    var block = self
    block.count = chosen.count
    block.places = chosen.map { places[$0] }
    block.stride = ScoreKernel.padded(chosen.count)
    block.columns = [Double](repeating: 0, count: 2 * means.count * block.stride)
    for j in 0..<(2 * means.count) {
      for (index, place) in chosen.enumerated() {
        block.columns[j * block.stride + index] = columns[j * stride + place]
      }
    }
    return block
  }

  /// The best `depth` accounts for these weights, in their order.
  func best(
    _ depth: Int,
    _ weights: ArraySlice<Double>,
    _ scratch: inout [Double]
  ) -> [RankedPlace] {
    guard depth > 0, count > 0 else { return [] }
    score(weights, into: &scratch)
    var sample = Array(scratch[..<min(count, max(leaders, depth))])
    let bar = OrderStatistics.largest(min(depth, count), of: &sample) - Self.slack
    var best: [RankedPlace] = []
    best.reserveCapacity(2 * depth)
    for i in 0..<count where scratch[i] >= bar {
      best.append(
        RankedPlace(billionths: ScoreQuantum.billionths(scratch[i]), place: places[i])
      )
    }
    best.sort()
    return Array(best.prefix(depth))
  }
}
