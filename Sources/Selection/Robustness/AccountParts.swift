// SPDX-License-Identifier: Apache-2.0

/// The parts of each account side by side, for scoring few accounts under many weights.
struct AccountParts: Sendable {
  private let parts: [Double]
  private let width: Int

  /// Turns columns of parts into rows.
  init(_ columns: ScoreParts) {
    width = columns.columns.count
    var parts = [Double](repeating: 0, count: width * columns.count)
    var rows = parts.mutableSpan
    for (j, column) in columns.columns.enumerated() {
      for place in column.indices { rows[place * width + j] = column[place] }
    }
    self.parts = parts
  }

  /// The best `depth` of some places for some weights, in their order, scored with the bits of
  /// ``WeightedSum``.
  func best(_ depth: Int, of places: [Int], _ weights: [Double]) -> [RankedPlace] {
    precondition(weights.count == width, "\(weights.count) weights for \(width) criteria")
    var best: [RankedPlace] = []
    best.reserveCapacity(places.count)
    for place in places {
      var score = 0.0
      for j in 0..<width { score += weights[j] * parts[place * width + j] }
      best.append(RankedPlace(billionths: ScoreQuantum.billionths(score), place: place))
    }
    best.sort()
    if best.count > depth { best.removeLast(best.count - depth) }
    return best
  }
}
