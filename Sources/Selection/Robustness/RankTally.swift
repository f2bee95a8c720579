// SPDX-License-Identifier: Apache-2.0

/// The ranks that accounts took under drawn weights, in whole numbers that add up over any split.
struct RankTally: Sendable, Equatable {
  /// The ranks of one account.
  struct Entry: Sendable, Equatable {
    /// The best rank; `Int32.max` before the first draw.
    private(set) var best: Int32 = .max
    /// The worst rank; 0 before the first draw.
    private(set) var worst: Int32 = 0
    /// The sum of the ranks.
    private(set) var sum: Int64 = 0

    /// Counts one rank.
    mutating func add(_ rank: Int32) {
      best = min(best, rank)
      worst = max(worst, rank)
      sum &+= Int64(rank)
    }

    /// Adds the ranks of other draws.
    mutating func merge(_ other: Entry) {
      best = min(best, other.best)
      worst = max(worst, other.worst)
      sum &+= other.sum
    }
  }

  /// One entry per place.
  private(set) var entries: [Entry]

  /// Starts without a draw.
  init(count: Int) { entries = [Entry](repeating: Entry(), count: count) }

  /// Counts the ranks of every account under a bundle of draws.
  init(_ scores: ReweightedScores, _ bundle: DrawBundle) {
    self.init(count: scores.accounts.count)
    // In the order of the given weights, accounts that rank near each other lie near each other.
    let order = RankedPlace.best(entries.count, of: scores.scores(scores.weights)).map(\.place)
    let columns = scores.parts?.columns.map { column in order.map { column[$0] } }
    guard let columns, var kernel = RankKernel(columns) else {
      for draw in 0..<bundle.count {
        let weights = Array(bundle.weights(draw))
        add(scores.best(entries.count, weights, draw: bundle.draws[draw]))
      }
      return
    }
    var tally = entries
    for start in stride(from: 0, to: bundle.count, by: RankKernel.drawsAtOnce) {
      let end = min(bundle.count, start + RankKernel.drawsAtOnce)
      kernel.add((start..<end).map { Array(bundle.weights($0)) }, to: &tally)
    }
    for (index, place) in order.enumerated() { entries[place] = tally[index] }
  }

  /// Counts one draw: the places in the order of their scores.
  private mutating func add(_ order: [RankedPlace]) {
    var rank: Int32 = 1
    for (index, entry) in order.enumerated() {
      if index > 0, entry.billionths != order[index - 1].billionths { rank = Int32(index + 1) }
      entries[entry.place].add(rank)
    }
  }

  /// Adds the tally of other draws.
  mutating func merge(_ other: RankTally) {
    for place in entries.indices { entries[place].merge(other.entries[place]) }
  }
}
