// SPDX-License-Identifier: Apache-2.0
import Accounts
package import Statistics

/// Ranks by other weights what a plan has ranked already: utilities are scaled once, and each set of
/// weights costs one pass over them and one sort.
///
/// Only a weighted sum without gaps can be ranked this way; its scores are those of ``Ranker``, bit
/// for bit, because weight times utility is added criterion by criterion from 0 here, too.
package struct ReweightedRanking: Sendable {
  /// Ranks, list and order by one set of weights.
  package struct Outcome: Sendable {
    /// The ranking.
    package let ranking: ScenarioRanking
    /// The accounts by rank.
    package let order: RankOrder
  }

  private let base: Ranking
  /// The ranked accounts, ascending.
  private let accounts: [Int32]
  /// The utilities of the ranked accounts, eight accounts at a time, criterion by criterion; zeros
  /// fill the last eight.
  private let utilities: [SIMD8<Double>]
  private let statuses: [Ranking.Status?]

  /// Prepares a ranking, or answers nil where it is none of the kind.
  ///
  /// - Complexity: O(criteria * n)
  package init?(_ base: Ranking) {
    guard base.method == .weightedSum,
      base.columns.allSatisfy({ $0.criterion.criterion.missing != .reweight })
    else { return nil }
    self.base = base
    let ranked = base.rankedAccounts
    accounts = ranked.map { Int32($0) }
    let criteria = base.columns.count
    var utilities = [SIMD8<Double>](repeating: .zero, count: (ranked.count + 7) / 8 * criteria)
    for (j, column) in base.columns.enumerated() {
      for (place, account) in ranked.enumerated() {
        guard let utility = column.utilities[account] else { return nil }
        utilities[place / 8 * criteria + j][place % 8] = utility
      }
    }
    self.utilities = utilities
    statuses = base.statusesWithoutRank
  }

  /// The ranking by other weights.
  ///
  /// - Parameters:
  ///   - name: the scenario's name.
  ///   - weights: one weight per criterion, adding up to 1.
  ///   - list: the accounts on the list, given the ranked accounts by rank and id.
  /// - Returns: the places by these weights.
  /// - Complexity: O(criteria * n)
  package func outcome(
    _ name: String,
    weights: [Double],
    list: (RankOrder) -> [Int]
  ) -> Outcome {
    precondition(weights.count == base.columns.count, "one weight per criterion")
    let scores = QuantisedScores(utilities, weights: weights, count: accounts.count)
    let order = scores.order(of: accounts)
    let ranking = ScenarioRanking(
      name,
      order: order,
      accountCount: base.accounts.count,
      listed: list(order),
      statusesWithoutRank: statuses
    )
    return Outcome(ranking: ranking, order: order)
  }
}

/// Published scores of many accounts by one set of weights.
private struct QuantisedScores {
  private var scores: [Int64]

  init(_ utilities: [SIMD8<Double>], weights: [Double], count: Int) {
    scores = []
    scores.reserveCapacity(count + 7)
    for block in 0..<(count + 7) / 8 {
      let first = block * weights.count
      var sum = SIMD8<Double>.zero
      for j in weights.indices { sum += weights[j] * utilities[first + j] }
      for lane in 0..<8 { scores.append(Self.billionths(sum[lane])) }
    }
    scores.removeLast(scores.count - count)
  }

  /// What ``ScoreQuantum`` gives, without calling the maths library for common numbers.
  private static func billionths(_ score: Double) -> Int64 {
    let scaled = score * 1e9 + 0.5
    guard scaled.magnitude < 0x1p62 else { return ScoreQuantum.billionths(score) }
    let whole = Int64(scaled)
    return Double(whole) > scaled ? whole - 1 : whole
  }

  /// The accounts by descending score, ties ascending.
  func order(of accounts: [Int32]) -> RankOrder {
    guard let highest = scores.max(), let lowest = scores.min() else {
      return RankOrder(items: [], ties: [])
    }
    let (range, isTooLarge) = highest.subtractingReportingOverflow(lowest)
    guard !isTooLarge, range < 1 << 32 else { return sortedOrder(of: accounts) }
    var keyed = scores.enumerated().map {
      UInt64(truncatingIfNeeded: highest - $1) << 32 | UInt64(UInt32(bitPattern: accounts[$0]))
    }
    RadixSort.sort(&keyed, byBitsFrom: 32, count: 64 - range.leadingZeroBitCount)
    var items = [Int32](repeating: 0, count: keyed.count)
    var ties: [Range<Int>] = []
    var start = 0
    for place in keyed.indices {
      items[place] = Int32(truncatingIfNeeded: keyed[place])
      guard place > 0, keyed[place] >> 32 != keyed[place - 1] >> 32 else { continue }
      if place - start > 1 { ties.append(start..<place) }
      start = place
    }
    if keyed.count - start > 1 { ties.append(start..<keyed.count) }
    return RankOrder(items: items, ties: ties)
  }

  /// The same for scores that lie too far apart for short keys.
  private func sortedOrder(of accounts: [Int32]) -> RankOrder {
    let order = NumberOrder.descending(scores)
    var ties: [Range<Int>] = []
    var start = 0
    for place in order.indices.dropFirst() where scores[order[place]] != scores[order[place - 1]] {
      if place - start > 1 { ties.append(start..<place) }
      start = place
    }
    if order.count - start > 1 { ties.append(start..<order.count) }
    return RankOrder(items: order.map { accounts[$0] }, ties: ties)
  }
}
