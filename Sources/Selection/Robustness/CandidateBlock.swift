// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The accounts that may still be among the best, with what bounds their scores.
///
/// Behind the columns of parts lie the columns of their distances from the column's mean: for
/// weights within a box around a centre, an account's lead over one with mean parts is at most the
/// lead at the centre plus the sum of reach times distance. Bounds are single precision with a
/// margin for their rounding.
struct CandidateBlock: Sendable {
  /// The places of the accounts; those that led at the last centre first.
  private(set) var places: [Int]
  /// How many of them led there.
  private(set) var leaders = 0
  /// Per criterion the mean distance of the parts from their mean.
  let deviations: [Double]
  private let means: [Double]
  private let slack: Float
  private var columns: [Float]
  private var stride: Int

  /// Up to so many draws the best are found draw by draw, beyond it by a bound.
  private static let exactBundle = 200

  /// How many accounts there are.
  var count: Int { places.count }

  /// Starts with everybody.
  init(_ parts: ScoreParts) {
    places = Array(0..<parts.count)
    let share = 1 / Double(max(1, parts.count))
    let means = parts.columns.map { $0.reduce(0, +) * share }
    let distances = zip(parts.columns, means).map { column, mean in
      column.map { ($0 - mean).magnitude }
    }
    self.means = means
    deviations = distances.map { $0.reduce(0, +) * share }
    let largest = parts.columns.reduce(1.0) { $1.reduce($0) { max($0, $1.magnitude) } }
    slack = Float(largest) * 1e-5
    stride = ScoreKernel.padded(places.count)
    columns = []
    columns.reserveCapacity(2 * means.count * stride)
    let padding = [Float](repeating: 0, count: stride - places.count)
    for column in parts.columns + distances { columns += column.map { Float($0) } + padding }
  }

  /// Room for scores, used again and again.
  struct Room {
    fileprivate var scores: [Float]
    fileprivate var bounds: [Float]

    /// Makes room for a block and all that are picked of it.
    init(for block: CandidateBlock) {
      scores = [Float](repeating: 0, count: block.stride)
      bounds = scores
    }
  }

  /// The accounts that may be among the best `depth` for any draw of the bundle, those that lead at
  /// its centre first.
  ///
  /// `depth` is from 1 to ``count``.
  func narrowed(to depth: Int, _ bundle: DrawBundle, _ room: inout Room) -> CandidateBlock {
    ScoreKernel.score(
      columns,
      stride: stride,
      weights: (bundle.centre.map { Float($0) }, bundle.reach.map { Float($0) }),
      into: &room.scores,
      totals: &room.bounds
    )
    let leading = leading(depth, room.scores)
    var bar: Float
    if bundle.count <= Self.exactBundle {
      bar = picking(leading).least(ofBest: depth, in: bundle) + lead(bundle.centre)
    } else {
      // As far below the score at the centre as the bound is above.
      var least = (0..<count).map { 2 * room.scores[$0] - room.bounds[$0] }
      bar = OrderStatistics.largest(depth, of: &least)
    }
    bar -= slack
    // The leaders are in anyway; what they score is not looked at again.
    for i in leading { room.bounds[i] = -.infinity }
    let chosen = ScoreScan.places(of: room.bounds, below: count, from: bar, after: leading)
    guard chosen.count < count - count / 4 else { return self }
    var block = picking(chosen)
    block.leaders = leading.count
    return block
  }

  /// The places that may be among the best `depth` for one draw's weights.
  func contenders(_ depth: Int, _ weights: [Double], _ room: inout Room) -> [Int] {
    guard depth > 0, count > 0 else { return [] }
    let factors = weights.map { Float($0) }
    ScoreKernel.score(columns, stride: stride, weights: factors, into: &room.scores)
    // Those who led at the centre give a bar that enough accounts pass.
    var sample = Array(room.scores[..<(leaders >= depth ? leaders : count)])
    let bar = OrderStatistics.largest(min(depth, count), of: &sample) - slack
    return ScoreScan.places(of: room.scores, below: count, from: bar).map { places[$0] }
  }

  /// At least `depth` accounts that score most at a centre, some more to have a choice.
  private func leading(_ depth: Int, _ scores: [Float]) -> [Int] {
    let wanted = min(count, depth + depth / 2)
    // Who led in the bundle before gives a bar that enough accounts pass.
    var sample = Array(scores[..<(leaders >= wanted ? leaders : count)])
    let cut = OrderStatistics.largest(wanted, of: &sample)
    let leading = ScoreScan.places(of: scores, below: count, from: cut)
    guard leading.count > 2 * depth else { return leading }
    sample = leading.map { scores[$0] }
    let higher = OrderStatistics.largest(wanted, of: &sample)
    return leading.filter { scores[$0] >= higher }
  }

  /// The least lead over mean parts that makes one of these accounts one of their best `depth`, over
  /// all draws.
  private func least(ofBest depth: Int, in bundle: DrawBundle) -> Float {
    var least = Float.infinity
    var scores = [Float](repeating: 0, count: stride)
    for draw in 0..<bundle.count {
      let weights = Array(bundle.weights(draw))
      let factors = weights.map { Float($0) }
      ScoreKernel.score(columns, stride: stride, weights: factors, into: &scores)
      for i in count..<stride { scores[i] = -.infinity }
      least = min(least, OrderStatistics.largest(depth, of: &scores) - lead(weights))
    }
    return least
  }

  /// The score of mean parts.
  private func lead(_ weights: [Double]) -> Float {
    Float(zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private func picking(_ chosen: [Int]) -> CandidateBlock {
    var block = self
    block.places = chosen.map { places[$0] }
    block.stride = ScoreKernel.padded(chosen.count)
    block.columns = ColumnPacking.packed(columns, stride: stride, chosen: chosen)
    return block
  }
}
