// SPDX-License-Identifier: Apache-2.0

/// The ranks that accounts took under drawn weights, in whole numbers that add up over any split.
struct RankTally: Sendable, Equatable {
  /// Per place the best rank.
  private(set) var best: [Int32]
  /// Per place the worst rank.
  private(set) var worst: [Int32]
  /// Per place the sum of the ranks.
  private(set) var sums: [Int64]

  /// Starts without a draw.
  init(count: Int) {
    best = [Int32](repeating: .max, count: count)
    worst = [Int32](repeating: 0, count: count)
    sums = [Int64](repeating: 0, count: count)
  }

  /// Counts one draw: the places in the order of their scores.
  mutating func add(_ order: [RankedPlace]) {
    var rank: Int32 = 1
    for (index, entry) in order.enumerated() {
      if index > 0, entry.billionths != order[index - 1].billionths { rank = Int32(index + 1) }
      best[entry.place] = min(best[entry.place], rank)
      worst[entry.place] = max(worst[entry.place], rank)
      sums[entry.place] += Int64(rank)
    }
  }

  /// Adds the tally of other draws.
  mutating func merge(_ other: RankTally) {
    for place in best.indices {
      best[place] = min(best[place], other.best[place])
      worst[place] = max(worst[place], other.worst[place])
      sums[place] += other.sums[place]
    }
  }
}
