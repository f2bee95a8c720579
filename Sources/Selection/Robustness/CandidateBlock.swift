// SPDX-License-Identifier: Apache-2.0

/// The accounts that may still be among the best, with what bounds their scores.
///
/// For weights within a box around a centre, an account's lead over one with mean parts is at most
/// the lead at the centre plus the sum of reach times distance from the mean. Beside the block stand
/// some accounts that score high: what the best of them reach, the best of all reach at least.
/// Bounds are single precision with a margin for their rounding.
struct CandidateBlock: Sendable {
  /// The places of the accounts, ascending.
  private(set) var places: [Int]
  /// How many are wanted under every weighting.
  private let depth: Int
  private let means: [Double]
  private let slack: Float
  private var columns: ShortColumns
  private var leaders: ShortColumns

  /// So many times as many accounts as needed are looked at where the first leaders are sought.
  private static let sampleFactor = 8
  /// So many times as many leaders as needed are kept.
  private static let leaderFactor = 3

  /// How many accounts there are.
  var count: Int { places.count }

  /// Room for searches among the accounts.
  var room: ShortColumns.Finds { ShortColumns.Finds(in: columns) }

  /// Starts with everybody; `depth` is from 1 to the number of accounts.
  init(_ parts: ScoreParts, depth: Int) {
    places = Array(0..<parts.count)
    self.depth = depth
    means = parts.means
    let largest = parts.columns.reduce(1.0) { $1.reduce($0) { max($0, $1.magnitude) } }
    slack = Float(largest) * 1e-5
    columns = ShortColumns(parts.columns)
    let step = max(1, parts.count / (Self.sampleFactor * depth))
    leaders = columns.picking(Array(stride(from: 0, to: parts.count, by: step)))
  }

  /// The accounts that may be among the best for any draw of the bundle.
  func narrowed(to bundle: DrawBundle, _ finds: inout ShortColumns.Finds) -> CandidateBlock {
    let box = (centre: bundle.centre.map { Float($0) }, reach: bundle.reach.map { Float($0) })
    var block = self
    block.leaders = leading(box.centre, &finds)
    let bar = block.least(in: bundle, &finds) + lead(bundle.centre) - slack
    columns.find(from: bar, within: box, means: means.map { Float($0) }, into: &finds)
    guard finds.count < count - count / 4 else { return block }
    let chosen = Array(finds.places[..<finds.count])
    block.places = chosen.map { places[$0] }
    block.columns = columns.picking(chosen)
    return block
  }

  /// The places that may be among the best for one draw's weights, ascending.
  func contenders(_ weights: [Double], _ finds: inout ShortColumns.Finds) -> [Int] {
    let factors = weights.map { Float($0) }
    leaders.score(factors, into: &finds)
    columns.find(from: finds.bar(depth) - slack, factors, into: &finds)
    let bar = finds.bar(depth) - slack
    var contenders: [Int] = []
    contenders.reserveCapacity(finds.count)
    for index in 0..<finds.count where finds.scores[index] >= bar {
      contenders.append(places[finds.places[index]])
    }
    return contenders
  }

  /// The accounts that score most for some weights, so many that the best for weights nearby are
  /// among them.
  private func leading(_ weights: [Float], _ finds: inout ShortColumns.Finds) -> ShortColumns {
    let wanted = Self.leaderFactor * depth
    leaders.score(weights, into: &finds)
    columns.find(from: finds.bar(wanted), weights, into: &finds)
    let bar = finds.bar(wanted)
    let leading = (0..<finds.count).filter { finds.scores[$0] >= bar }
    return leading.count < depth ? leaders : columns.picking(leading.map { finds.places[$0] })
  }

  /// The least lead over mean parts that makes a leader one of their best, over all draws.
  private func least(in bundle: DrawBundle, _ finds: inout ShortColumns.Finds) -> Float {
    var least = Float.infinity
    for draw in 0..<bundle.count {
      let weights = Array(bundle.weights(draw))
      let mean = lead(weights)
      leaders.score(weights.map { Float($0) }, into: &finds)
      guard finds.reaching(least + mean) < depth else { continue }
      least = min(least, finds.bar(depth) - mean)
    }
    return least
  }

  /// The score of mean parts.
  private func lead(_ weights: [Double]) -> Float {
    var lead = 0.0
    for j in weights.indices { lead += weights[j] * means[j] }
    return Float(lead)
  }
}
