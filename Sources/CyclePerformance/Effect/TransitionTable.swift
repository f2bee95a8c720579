// SPDX-License-Identifier: Apache-2.0
import Accounts

/// How accounts moved between ordered states from one cycle to the next.
package struct TransitionTable: Sendable, Equatable {
  /// Accounts by state before (row) and after (column); only accounts in both count.
  package let counts: [[Int]]
  /// The counts as shares of their row, smoothed by `alpha`; nil for a row without weight.
  package let probabilities: [[Double?]]
  /// Accounts only in the later cycle, by id.
  package let entered: [String]
  /// Accounts only in the earlier cycle, by id.
  package let left: [String]
  /// The share of the accounts in both that kept their state; nil without any.
  package let stayedShare: Double?
  /// How many moved to a higher state.
  package let up: Int
  /// How many moved to a lower state.
  package let down: Int

  /// Compares the states of two cycles; `states` runs from low to high, others are left out.
  package init(
    from: [String: String],
    to: [String: String],
    states: [String],
    alpha: Double
  ) {
    let index = Dictionary(
      states.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: states.count),
      count: states.count
    )
    var (same, up, down) = (0, 0, 0)
    for (account, state) in from {
      guard let before = index[state], let after = to[account].flatMap({ index[$0] }) else {
        continue
      }
      counts[before][after] += 1
      if after == before { same += 1 } else if after > before { up += 1 } else { down += 1 }
    }
    self.counts = counts
    self.up = up
    self.down = down
    stayedShare = same + up + down > 0 ? Double(same) / Double(same + up + down) : nil
    entered = to.keys.filter { from[$0] == nil }.sorted { $0.isBytewiseLess(than: $1) }
    left = from.keys.filter { to[$0] == nil }.sorted { $0.isBytewiseLess(than: $1) }
    probabilities = counts.map { row in
      let weight = Double(row.reduce(0, +)) + alpha * Double(row.count)
      return row.map { weight > 0 ? (Double($0) + alpha) / weight : nil }
    }
  }
}
