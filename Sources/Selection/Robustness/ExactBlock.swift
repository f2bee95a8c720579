// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Some accounts with their parts packed for ``ScoreKernel``, to be scored draw by draw.
struct ExactBlock: Sendable {
  private let places: [Int]
  private let leaders: Int
  private let columns: [Double]
  private let stride: Int

  /// Packs everybody.
  init(_ parts: ScoreParts) { self.init(Array(0..<parts.count), leaders: 0, of: parts) }

  /// Packs the accounts of a block.
  init(_ block: CandidateBlock, of parts: ScoreParts) {
    self.init(block.places, leaders: block.leaders, of: parts)
  }

  private init(_ places: [Int], leaders: Int, of parts: ScoreParts) {
    self.places = places
    self.leaders = leaders
    stride = ScoreKernel.padded(places.count)
    columns = parts.columns.flatMap { column in
      ColumnPacking.packed(column, stride: column.count, chosen: places)
    }
  }

  /// Writes one score per place, padded to a multiple of the kernel's lanes.
  func score(_ weights: [Double], into scores: inout [Double]) {
    ScoreKernel.score(columns, stride: stride, weights: weights, into: &scores)
  }

  /// The best `depth` accounts for these weights, in their order.
  ///
  /// `scratch` is as long as the largest block needs.
  func best(_ depth: Int, _ weights: [Double], _ scratch: inout [Double]) -> [RankedPlace] {
    guard depth > 0, !places.isEmpty else { return [] }
    score(weights, into: &scratch)
    // Those who led at the centre give a bar that enough accounts pass.
    var sample = Array(scratch[..<(leaders >= depth ? leaders : places.count)])
    let wanted = min(depth, places.count)
    let bar = OrderStatistics.largest(wanted, of: &sample) - RankedPlace.rounding
    var best: [RankedPlace] = []
    best.reserveCapacity(2 * depth)
    for i in places.indices where scratch[i] >= bar {
      best.append(
        RankedPlace(billionths: ScoreQuantum.billionths(scratch[i]), place: places[i])
      )
    }
    best.sort()
    return Array(best.prefix(depth))
  }
}
